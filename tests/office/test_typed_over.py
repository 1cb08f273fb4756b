"""What a clerk types over a place of her own document: it is read whole and written over whole, never in part.

Writer leaves the bookmark of the place on the first letter of what is typed over it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from core.factories import EXAMPLE
from office.test_own_templates import body, bookmarks, own, select
from office.test_read import letters

from vanthu import messages
from vanthu.plan import given_up
from vanthu.record_file import load
from vanthu.slots import Text

pytestmark = pytest.mark.office

RECORD = load(EXAMPLE)
LINE = "Đơn vị {{ ten_don_vi }} đạt {{ tong_diem }} điểm, xếp loại {{ xep_loai }}."
FILLED = "Đơn vị Phòng Giáo dục và Đào tạo huyện Kon Rẫy đạt 93 điểm, xếp loại Tốt."


def taken_up(session_for, document):
    session = session_for(document)
    session.set_record(RECORD)
    return session


def typed_tags(opened, session_for, path):
    document = opened(own(path / "a.docx", LINE, "Hết."))
    session = taken_up(session_for, document)
    session.fill()
    return document, session


def marked_words(opened, session_for, path):
    document = opened(own(path / "a.docx", "Đơn vị Phòng A đạt 85 điểm, xếp loại Khá.", "Hết."))
    session = taken_up(session_for, document)
    for words, slot in (("Phòng A", "ten_don_vi"), ("85", "tong_diem"), ("Khá", "xep_loai")):
        select(document, words)
        session.mark(slot)
    session.fill()
    return document, session


@pytest.fixture(params=[typed_tags, marked_words], ids=["typed tags", "marked words"])
def made(request, opened, session_for, tmp_path):
    document, session = request.param(opened, session_for, tmp_path)
    assert body(document) == FILLED + "\nHết."
    return document, session


@pytest.fixture
def typed(made, office):
    document, session = made
    for place, text in (("tong_diem", "88"), ("ten_don_vi", "Truong A"), ("xep_loai", "Rat tot")):
        letters(document, place, text, office)
    assert bookmarks(document)["tong_diem"] == "8", "what this is about"
    return document, session


def test_the_preview_shows_it_whole(typed):
    _, session = typed

    lines = session.preview().lines

    assert [(line.old, line.new) for line in lines] == [
        ("Truong A", "Phòng Giáo dục và Đào tạo huyện Kon Rẫy"),
        ("88", "93"),
        ("Rat tot", "Tốt"),
    ]


def test_it_is_written_over_whole(typed):
    document, session = typed
    session.fill()

    session.fill(overwrite_hand_edited=True)

    assert body(document) == FILLED + "\nHết."
    document.UndoManager.undo()
    assert body(document) == "Đơn vị Truong A đạt 88 điểm, xếp loại Rat tot.\nHết."


def test_it_is_read_whole(typed):
    document, session = typed
    found = session.read()

    session.take(found, found.proposed())

    stated = dict(session.record.stated)
    assert (session.record.unit.name, stated["total"], stated["rating"]) == ("Truong A", "88", "Rat tot")
    session.set_record(replace(session.record, unit=RECORD.unit))
    assert session.fill().hand_edited == ("Tổng điểm", "Xếp loại")
    assert body(document) == FILLED.replace("93", "88").replace("Tốt", "Rat tot") + "\nHết."


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_it_is_written_over_whole_once_it_was_saved(typed, office, opened, session_for, tmp_path, ending):
    document, _ = typed
    office.store(document, tmp_path / ("b" + ending))
    again = opened(tmp_path / ("b" + ending))

    session_for(again).fill(overwrite_hand_edited=True)

    assert body(again) == FILLED + "\nHết."


def test_several_paragraphs_at_the_end_of_a_line_are_one_text(opened, session_for, tmp_path, office):
    document = opened(own(tmp_path / "a.docx", "Ưu điểm: {{ uu_diem }}", "Hết."))
    session = taken_up(session_for, document)
    session.set_record(replace(RECORD, text={"uu_diem": ("Một.",)}))
    session.fill()
    letters(document, "uu_diem", "Hai.\nBa.", office)

    session.fill(overwrite_hand_edited=True)

    assert body(document) == "Ưu điểm: Một.\nHết."


def test_words_put_beside_a_place_before_the_last_fill_stay(opened, session_for, tmp_path, office):
    document = opened(own(tmp_path / "a.docx", "Tổng: {{ tong_diem }}", "Hết."))
    session = taken_up(session_for, document)
    session.fill()
    document.Text.insertString(bookmark_end(document, "tong_diem"), " điểm tròn", False)
    session.fill()
    letters(document, "tong_diem", "88", office)

    session.fill(overwrite_hand_edited=True)

    assert body(document) == "Tổng: 93 điểm tròn\nHết."


def test_words_put_beside_a_place_are_no_part_of_it(made):
    document, session = made
    document.Text.insertString(bookmark_end(document, "xep_loai"), " lắm", False)

    found = session.read()

    assert (found.fresh, found.differing) == ((), ())
    assert session.fill().sentence == messages.NOTHING_TO_FILL


def bookmark_end(document, name):
    return document.Bookmarks.getByName(name).getAnchor().getEnd()


@pytest.mark.parametrize(("before", "behind", "whole"), [("1", "", "193"), ("", ",5", "93,5"), ("1", ",5", "193,5")])
def test_digits_typed_beside_a_number_make_another_one(filled, before, behind, whole):
    document, session = filled
    document.Text.insertString(bookmark_end(document, "tong_diem"), behind, False)
    document.Text.insertString(document.Bookmarks.getByName("tong_diem").getAnchor().getStart(), before, False)
    session.set_score("1.a", "9")

    report = session.fill()

    assert f"Tổng điểm đạt được: {whole} điểm." in body(document)
    assert report.hand_edited == ("Tổng điểm",)
    session.fill(overwrite_hand_edited=True)
    assert "Tổng điểm đạt được: 92 điểm." in body(document)


# where nobody knows any more what stood around the place


def forget(session):
    session._memory = replace(session._memory, settings={})


def test_a_number_is_written_over_whole_though_its_surroundings_are_not_known(typed):
    document, session = typed
    forget(session)

    assert [line.old for line in session.preview().lines] == ["Truong", "88", "Rat"]
    session.fill(overwrite_hand_edited=True)

    assert "đạt 93 điểm, xếp loại Tốt tot." in body(document)


def test_what_nobody_knows_the_end_of_is_not_read(typed):
    _, session = typed
    forget(session)

    found = session.read()

    assert (found.fresh, found.differing, found.sums) == ((), (), ())


def test_a_first_letter_that_happens_to_be_a_text_of_ours_makes_the_rest_none(filled, office):
    """In a document made from a template of ours too."""
    document, session = filled
    session._memory = replace(session._memory, written=given_up(session._memory.written, "tong_diem", Text("9")))
    letters(document, "tong_diem", "90", office)

    assert session.fill().hand_edited == ("Tổng điểm",)

    assert "Tổng điểm đạt được: 90 điểm." in body(document)
    session.fill(overwrite_hand_edited=True)
    assert "Tổng điểm đạt được: 93 điểm." in body(document)


@pytest.mark.parametrize(
    ("line", "first", "second"),
    [
        ("Năm {{ nam }}{{ tong_diem }}.", "Năm 202393.", "Năm 202392."),
        ("{{ tong_diem }}000 đồng", "93000 đồng", "92000 đồng"),
        ("{{ tong_diem }},5 điểm", "93,5 điểm", "92,5 điểm"),
        ("{{ tong_diem }}đ", "93đ", "92đ"),
    ],
)
def test_what_the_document_itself_has_behind_a_place_is_left(opened, session_for, tmp_path, line, first, second):
    document = opened(own(tmp_path / "a.docx", line))
    session = taken_up(session_for, document)
    session.fill()
    assert body(document) == first

    session.set_score("1.a", "9")

    assert session.fill().hand_edited == ()
    assert body(document) == second


def test_the_number_of_a_footnote_is_no_part_of_a_number(opened, session_for, tmp_path):
    document = opened(own(tmp_path / "a.docx", "Tổng: {{ tong_diem }}"))
    session = taken_up(session_for, document)
    session.fill()
    note = document.createInstance("com.sun.star.text.Footnote")
    document.Text.insertTextContent(document.Text.getEnd(), note, False)
    forget(session)
    session.set_score("1.a", "9")

    assert session.fill().hand_edited == ()

    assert (bookmarks(document)["tong_diem"], document.Footnotes.getCount()) == ("92", 1)


@pytest.fixture
def recorded(made, office):
    """The same, typed while changes are recorded: what stood there is kept as deleted."""
    document, session = made
    document.RecordChanges = True
    for place, text in (("tong_diem", "88"), ("ten_don_vi", "Truong A"), ("xep_loai", "Rat tot")):
        letters(document, place, text, office)
    document.RecordChanges = False
    return document, session


def accepted(document, office):
    frame = document.getCurrentController().getFrame()
    helper = office.context.ServiceManager.createInstance("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, ())
    return body(document)


def test_what_is_typed_over_while_changes_are_recorded_stays_and_is_named(recorded, office):
    document, session = recorded
    session.set_score("1.a", "9")

    lines = [(line.old, line.by_hand) for line in session.preview().lines]
    report = session.fill()

    assert lines == [("Truong A", True), ("88", True), ("Rat tot", True)]
    assert report.hand_edited == ("Tên đơn vị", "Tổng điểm", "Xếp loại")
    assert accepted(document, office) == "Đơn vị Truong A đạt 88 điểm, xếp loại Rat tot.\nHết."


def test_what_is_typed_over_while_changes_are_recorded_is_written_over_whole(recorded, office):
    document, session = recorded

    session.fill(overwrite_hand_edited=True)

    assert accepted(document, office) == FILLED + "\nHết."
    assert session.fill().sentence == messages.NOTHING_TO_FILL


def test_a_place_deleted_while_changes_are_recorded_is_left_to_its_sentence(made, office):
    document, session = made
    document.RecordChanges = True
    select(document, FILLED)
    helper = office.context.ServiceManager.createInstance("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(document.getCurrentController().getFrame(), ".uno:Delete", "", 0, ())
    document.RecordChanges = False

    session.fill()

    assert accepted(document, office).strip() == "Hết."
