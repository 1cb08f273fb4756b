"""What a clerk typed into the document itself is read, and the totals follow, in a real document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from core.factories import FULL_MARKS
from core.test_language import Shouting
from office.conftest import text_of
from office.foreign_report import typed as foreign
from office.office_process import _property

from vanthu import language, messages
from vanthu.read_back import read_sentence
from vanthu.record import Record, Unit, with_score
from vanthu_docx.house import template

pytestmark = pytest.mark.office

KIND = "bao-cao-tu-danh-gia"
UNIT = Unit(parent="UBND HUYỆN KON RẪY", name="Phòng Nội vụ", short="PNV", place="Kon Rẫy")
BLANK = Record("dvht-2020", 2023, kind=KIND, unit=UNIT)
LEVELS = replace(BLANK, form="dvht-2023", kind="bao-cao-don-vi-hoc-tap", unit_type="mam-non")
CELLS = {  # criterion -> its cell in the score table
    **{"1": "D2", "1.a": "D3", "1.b": "D4", "1.c": "D5", "2.a": "D7", "2.b": "D8", "2.c": "D9", "2.d": "D10"},
    **{"3": "D11", "3.a": "D12", "3.b": "D21", "3.c": "D22"},
}


def table_of(document, name="bang_diem"):
    return document.Bookmarks.getByName(name).getAnchor().TextTable


def type_into(document, **cells):
    """type_into(document, c3a="10"): the cell of 3.a."""
    for name, text in cells.items():
        table_of(document).getCellByName(CELLS["{}.{}".format(name[1], name[2:]).strip(".")]).setString(text)


def type_everything(document, **other):
    for line, score in {**FULL_MARKS, **other}.items():
        table_of(document).getCellByName(CELLS[line]).setString(score)


def type_at(document, bookmark, text):
    """Letters that a clerk puts inside a place, before what stands there."""
    anchor = document.Bookmarks.getByName(bookmark).getAnchor()
    within = anchor.getText()
    cursor = within.createTextCursorByRange(anchor.getStart())
    cursor.goRight(1, False)
    within.insertString(cursor, text, False)


def standing(document, name):
    return document.Bookmarks.getByName(name).getAnchor().getString()


@pytest.fixture
def made(opened, session_for, tmp_path):
    """A new report of this record, filled as far as anything is known."""

    def make(record, name="moi.docx"):
        path = tmp_path / name
        path.write_bytes(template(record.kind).read_bytes())
        document = opened(path)
        session = session_for(document)
        session.set_record(record)
        session.fill()
        return document, session

    return make


@pytest.fixture
def said(office, monkeypatch):
    """The sentences of commands; in a hidden window they would stay unsaid."""
    from vanthu_uno import open_panels

    sentences = []
    monkeypatch.setattr(open_panels, "notice", lambda frame, sentence: sentences.append(sentence))
    return sentences


def test_scores_typed_into_the_table_are_read_and_the_totals_follow_in_one_step(made):
    document, session = made(BLANK)
    type_everything(document, **{"3.b": "7.5"})
    steps = len(document.UndoManager.getAllUndoActionTitles())

    found = session.read()
    report = session.take(found, found.proposed())

    assert (found.differing, report.hand_edited) == ((), ())
    assert report.sentence.startswith(messages.READ.format(count=10))
    assert (session.summary().total, session.summary().rating) == ("97,5", "Tốt")
    assert (standing(document, "tong_diem"), standing(document, "xep_loai")) == ("97,5", "Tốt")
    titles = document.UndoManager.getAllUndoActionTitles()
    assert (titles[0], len(titles)) == (messages.UNDO_READ, steps + 1)
    assert session.take(session.read(), ()).sentence == messages.READ_NOTHING


def test_undo_takes_the_record_back_with_the_totals_and_redo_brings_both(made):
    document, session = made(BLANK)
    type_everything(document)
    before, typed = text_of(document), session.record
    told = []
    session.hear(told.append)
    session.take(session.read(), ())
    after = text_of(document)

    document.UndoManager.undo()

    assert (text_of(document), session.record) == (before, typed)
    assert told == [messages.UNDONE.format(title=messages.UNDO_READ)]
    document.UndoManager.redo()
    assert (text_of(document), session.summary().total) == (after, "100")
    assert told[1:] == [messages.REDONE.format(title=messages.UNDO_READ)]
    document.UndoManager.undo()
    assert session.take(session.read(), ()).hand_edited == ()
    assert text_of(document) == after


def cells_of(document):
    return [table_of(document).getCellByName(name).getString() for name in ("D3", "D4", "D5")]


def test_a_read_that_writes_nothing_is_taken_back_by_one_undo_as_well(made, office, session_for):
    document, session = made(BLANK)
    type_into(document, c1a="7", c1b="8")
    before, steps = session.record, len(document.UndoManager.getAllUndoActionTitles())
    told = []
    session.hear(told.append)

    assert session.take(session.read(), ()).sentence.endswith(messages.NOTHING_TO_FILL)
    after, titles = session.record, document.UndoManager.getAllUndoActionTitles()
    document.UndoManager.undo()

    assert (titles[0], len(titles)) == (messages.UNDO_READ, steps + 1)
    assert (session.record, told) == (before, [messages.UNDONE.format(title=messages.UNDO_READ)])
    assert cells_of(document) == ["7", "8", ""]
    document.UndoManager.redo()
    assert (session.record, told[1:]) == (after, [messages.REDONE.format(title=messages.UNDO_READ)])
    for _ in range(2):
        document.UndoManager.undo()
    assert (session.record, cells_of(document)) == (before, ["7", "", ""])
    document.UndoManager.redo()
    session.take(session.read(), ())
    assert session.take(session.read(), ()).sentence == messages.READ_NOTHING
    assert document.UndoManager.getAllUndoActionTitles() == titles


def test_a_document_with_such_an_entry_is_saved_filled_on_and_closed(made, office, opened, session_for, tmp_path):
    document, session = made(BLANK)
    type_into(document, c1a="7")
    session.take(session.read(), ())
    document.UndoManager.undo()
    document.UndoManager.redo()
    session.set_score("1.b", "9")
    session.fill()
    office.store(document, tmp_path / "a.odt")
    for _ in range(2):
        document.UndoManager.undo()
    document.UndoManager.clear()

    assert dict(session.record.typed) == {"1.b": "9"}
    assert dict(session_for(opened(tmp_path / "a.odt")).record.typed) == {"1.a": "7", "1.b": "9"}


def test_undo_takes_the_read_scores_back_though_something_was_typed_in_the_sidebar_since(made):
    document, session = made(BLANK)
    type_into(document, c1a="7", c1b="7", c1c="7")
    session.take(session.read(), ())
    assert session.fill().sentence == messages.NOTHING_TO_FILL
    session.set_fact("unit.place", "Kon Rẫy K")
    session.set_score("1.b", "6")
    session.set_score("2.a", "5")

    document.UndoManager.undo()

    assert session.record == replace(BLANK, unit=replace(UNIT, place="Kon Rẫy K"), typed=(("1.b", "6"), ("2.a", "5")))
    assert (cells_of(document), table_of(document).getCellByName("D2").getString()) == (["7", "7", "7"], "")
    assert len(session.fill().hand_edited) == 3
    document.UndoManager.undo()
    document.UndoManager.redo()
    assert cells_of(document) == ["7", "7", "7"]


def test_where_both_say_something_each_place_follows_the_clerks_choice(filled):
    document, session = filled
    type_into(document, c1a="9", c1b="8")
    found = session.read()

    report = session.take(found, [found.differing[0].place])

    assert [line.words() for line in found.differing] == ["[ ] Mục 1.a: 10 | 9", "[ ] Mục 1.b: 10 | 8"]
    assert report.sentence.startswith(messages.READ.format(count=1) + " " + messages.READ_KEPT.format(count=1))
    cells = [table_of(document).getCellByName(name).getString() for name in ("D3", "D4", "D2")]
    assert (cells, session.summary().total, report.hand_edited) == (["9", "10", "29"], "92", ())


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_a_document_that_was_saved_and_reopened_is_read(made, session_for, office, opened, tmp_path, ending):
    document, _ = made(BLANK)
    type_into(document, c1a="9")
    office.store(document, tmp_path / ("a" + ending))
    again = opened(tmp_path / ("a" + ending))
    session = session_for(again)
    type_into(again, c1b="8,5", c3b="11")

    found = session.read()
    report = session.take(found, found.proposed())

    assert dict(session.record.typed) == {"1.a": "9", "1.b": "8,5", "3.b": "11"}
    assert [finding for finding in session.summary().findings if "11" in finding]
    assert report.hand_edited == ()


def test_a_row_and_a_column_of_the_clerk_do_not_matter(made):
    document, session = made(BLANK)
    table = table_of(document)
    table.getRows().insertByIndex(5, 1)
    table.getCellByName("B6").setString("Ghi chú của đơn vị")
    table.getColumns().insertByIndex(4, 1)
    table.getCellByName("E3").setString("xem phụ lục")
    table.getCellByName("D3").setString("9")
    table.getCellByName("D8").setString("10")

    report = session.take(session.read(), ())

    assert dict(session.record.typed) == {"1.a": "9", "2.a": "10"}
    assert report.hand_edited == ()
    assert (table.getCellByName("E3").getString(), table.getCellByName("B6").getString()) == (
        "xem phụ lục",
        "Ghi chú của đơn vị",
    )


def test_a_sum_that_is_wrong_is_found_out_and_stays_until_the_clerk_gives_it_up(made):
    document, session = made(BLANK)
    type_everything(document, **{"3": "38"})

    report = session.take(session.read(), ())

    assert [
        text for text in session.summary().findings if text.startswith("Mục 3: tổng các mục con là 25 + 10 + 5 = 40")
    ]
    assert report.hand_edited == ("Bảng điểm, dòng 10, cột 4",)
    session.fill(overwrite_hand_edited=True)
    assert table_of(document).getCellByName("D11").getString() == "40"
    assert session.record.stated == ()
    document.UndoManager.undo()
    assert dict(session.record.stated) == {"3": "38"}


def test_what_the_document_says_right_already_is_stated_wrongly_no_more(made):
    _, session = made(replace(BLANK, typed=tuple(FULL_MARKS.items())))
    session.set_record(replace(session.record, stated=(("3", "38"), ("total", "98"))))
    assert any("văn bản ghi 98" in text for text in session.summary().findings)

    report = session.fill()

    assert report.sentence == messages.NOTHING_TO_FILL
    assert session.record.stated == ()
    assert not any("văn bản ghi" in text for text in session.summary().findings)


def test_after_undo_of_a_fill_what_was_typed_since_is_read(made):
    document, session = made(BLANK)
    session.set_score("1.a", "10")
    session.fill()
    document.UndoManager.undo()
    type_into(document, c1b="9")

    found = session.read()

    assert [(line.line, line.new) for line in found.fresh] == [("1.b", "9")]
    assert found.differing == ()
    session.take(found, ())
    assert dict(session.record.typed) == {"1.a": "10", "1.b": "9"}
    assert table_of(document).getCellByName("D3").getString() == "10"


def test_what_the_sidebar_has_newer_is_filled_not_asked_for(made):
    document, session = made(BLANK)
    type_into(document, c1b="9")
    session.set_score("1.a", "10")

    found = session.read()
    session.take(found, ())

    assert found.differing == ()
    assert table_of(document).getCellByName("D3").getString() == "10"


def test_words_and_the_signer_are_read(made):
    document, session = made(BLANK)
    type_at(document, "uu_diem", "Có kế hoạch")
    anchor = document.Bookmarks.getByName("ten_nguoi_ky").getAnchor()
    anchor.getText().insertString(anchor, "Nguyễn Văn A", False)

    report = session.take(session.read(), ())

    assert session.record.text["uu_diem"] == ("…Có kế hoạch",)
    assert session.record.signer.name == "Nguyễn Văn A"
    assert report.hand_edited == ()


def letters(document, bookmark, text, office):
    """Typed over a place as the office does it: the bookmark stays on the first letter."""
    anchor = document.Bookmarks.getByName(bookmark).getAnchor()
    controller = document.getCurrentController()
    controller.select(anchor)
    helper = office.context.ServiceManager.createInstance("com.sun.star.frame.DispatchHelper")
    for letter in text:
        if letter == "\n":
            helper.executeDispatch(controller.getFrame(), ".uno:InsertPara", "", 0, ())
        else:
            helper.executeDispatch(controller.getFrame(), ".uno:InsertText", "", 0, (_property("Text", letter),))


@pytest.mark.parametrize(
    ("place", "text", "read"),
    [
        ("uu_diem", "Co ke hoach.\nCo quy che.", lambda record: record.text["uu_diem"]),
        ("dien_thoai", "0260 123", lambda record: (record.unit.phone,)),
        ("ten_don_vi", "Phong Van hoa", lambda record: (record.unit.name,)),
        ("phuong_huong", "Doc sach", lambda record: record.text["phuong_huong"]),
    ],
)
def test_what_was_typed_over_a_place_is_read_whole_and_can_be_filled_over(made, office, place, text, read):
    """Writer leaves the bookmark on the first letter."""
    document, session = made(BLANK)
    letters(document, place, text, office)

    found = session.read()
    report = session.take(found, found.proposed())

    assert (read(session.record), report.hand_edited) == (tuple(text.split("\n")), ())
    session.set_record(replace(session.record, unit=UNIT, text={}))
    session.fill()
    assert text.split("\n")[-1] not in text_of(document)[0]


def test_place_and_abbreviation_typed_with_date_and_number_are_read(made, office):
    document, session = made(replace(BLANK, unit=replace(UNIT, place="", short="")))
    letters(document, "dia_danh_thoi_gian", "Kon Ray, ngày 05 tháng 12 năm 2026", office)
    letters(document, "so_ky_hieu", "Số: 12/BC-ABC", office)

    found = session.read()
    report = session.take(found, found.proposed())

    record = session.record
    assert (found.differing, report.hand_edited) == ((), ())
    assert (record.unit.place, record.document.date) == ("Kon Ray", "2026-12-05")
    assert (record.unit.short, record.document.number) == ("ABC", "12")


def test_what_was_typed_over_a_place_is_written_over_whole(made, office):
    document, session = made(BLANK)
    before = text_of(document)
    letters(document, "xep_loai", "Rat tot", office)
    letters(document, "kien_nghi", "Mot.\nHai.", office)

    session.fill(overwrite_hand_edited=True)

    assert text_of(document) == before


def test_a_total_typed_over_is_stated_whole(made, office):
    document, session = made(replace(BLANK, typed=tuple(FULL_MARKS.items())))
    letters(document, "tong_diem", "98", office)
    letters(document, "xep_loai", "Kha", office)

    found = session.read()
    session.take(found, ())

    assert dict(session.record.stated) == {"total": "98", "rating": "Kha"}
    assert standing(document, "tong_diem") == "98"


def test_a_cell_with_a_footnote_is_left(made):
    document, session = made(BLANK)
    type_into(document, c1a="9", c1b="8")
    cell = table_of(document).getCellByName("D3")
    cell.insertTextContent(cell.getEnd(), document.createInstance("com.sun.star.text.Footnote"), False)

    session.take(session.read(), ())

    assert dict(session.record.typed) == {"1.b": "8"}


def test_what_was_typed_with_changes_recorded_is_read(filled):
    document, session = filled
    document.RecordChanges = True
    cell = table_of(document).getCellByName("D3")
    cursor = cell.createTextCursor()
    cursor.gotoEnd(True)
    cursor.setString("9")

    found = session.read()
    session.take(found, found.proposed())

    assert dict(session.record.typed)["1.a"] == "9"
    assert standing(document, "tong_diem") == "92"


def test_answers_of_a_level_table_are_read(made):
    document, session = made(LEVELS)
    table = table_of(document, "bang_muc_do")
    rows = {table.getCellByName("A{}".format(row)).getString(): row for row in range(2, table.Rows.Count + 1)}
    for line, text in {"1.1": "Đạt", "2.1": "19/20", "2.2": "18/20 = 90%"}.items():
        table.getCellByName("C{}".format(rows[line])).setString(text)

    report = session.take(session.read(), ())

    assert dict(session.record.typed) == {"1.1": "Đạt", "2.1": "19/20", "2.2": "18/20"}
    assert table.getCellByName("C{}".format(rows["2.1"])).getString() == "19/20 = 95%"
    assert report.hand_edited == ()


@pytest.fixture
def bound(office, session_for):
    document = foreign(office.new_writer(), "001.txt")
    session = session_for(document)
    session.bind()
    yield document, session
    office.close(document)


def test_a_bound_table_is_read_and_its_wrong_sums_are_kept_in_sight(bound):
    document, session = bound
    anchor = document.Bookmarks.getByName("diem_3_b").getAnchor()
    type_at(document, "diem_3_b", ",5")

    found = session.read()
    report = session.take(found, found.proposed())

    assert anchor is not None
    assert [line.words() for line in found.differing] == ["[ ] Mục 3.b: 5 | 5,5"]
    assert (dict(session.record.typed)["3.b"], standing(document, "diem_tong")) == ("5,5", "93,5")
    assert report.hand_edited == ()


def test_digits_typed_beside_a_bound_score_are_neither_lost_nor_mixed(bound):
    document, session = bound
    type_at(document, "diem_3_b", ",5")
    session.set_score("3.b", "7")

    def cell():
        return document.Bookmarks.getByName("diem_3_b").getAnchor().Cell.getString()

    report = session.fill()

    assert (cell(), report.hand_edited) == ("5,5", ("Điểm mục 3.b",))
    session.fill(overwrite_hand_edited=True)
    assert cell() == "7"


def test_a_table_that_has_become_another_is_said_not_to_be_read(filled):
    document, session = filled
    table = table_of(document)
    for row in range(2, table.Rows.Count):
        for column in "ABC":
            table.getCellByName("{}{}".format(column, row)).setString("khác")
    table.getRows().removeByIndex(3, 4)

    found = session.read()

    assert found.unread == ("bang_diem",)
    assert "Chưa đọc được Bảng điểm" in session.take(found, ()).sentence


def test_what_is_still_open_is_known_after_reading_nothing_and_where_nothing_can_be_written(
    made, office, session_for, tmp_path
):
    document, session = made(BLANK)
    open_places = session.blanks()

    report = session.take(session.read(), ())

    assert report.sentence == messages.READ_NOTHING
    assert report.blanks == open_places != ()
    office.store(document, tmp_path / "a.odt")
    again = office.open(tmp_path / "a.odt", read_only=True)
    refused = session_for(again).fill()
    assert (refused.sentence, len(refused.blanks)) == (messages.READ_ONLY, len(open_places))
    office.close(again)


def test_the_button_to_what_is_open_stays_after_reading_nothing(made, panel_in):
    document, session = made(BLANK)
    scores = panel_in(document).scores

    scores.show_report(session.take(session.read(), ()))

    count = len(session.blanks())
    assert scores.control("status").getText() == messages.READ_NOTHING
    assert scores.control("blanks").isVisible()
    assert scores.control("blanks").getModel().Label == messages.BLANKS.format(count=count)


def test_a_letter_of_ours_has_nothing_new_the_second_time_and_a_stranger_has_no_table(made, blank, office, said):
    from vanthu_uno import reading

    document, session = made(replace(BLANK, kind="cong-van"))
    letters(document, "ten_nguoi_ky", "Nguyen Van A", office)
    for one in (document, document, blank):
        reading.read(office.context, one.getCurrentController().getFrame())

    assert session.record.signer.name == "Nguyen Van A"
    assert said[0].startswith(messages.READ.format(count=1))
    assert said[1:] == [messages.READ_NOTHING, messages.NO_SCORE_TABLE]


def test_a_score_table_in_a_letter_is_taken_up(made, office, said):
    from vanthu_uno import reading

    document, session = made(replace(BLANK, kind="cong-van"))
    foreign(document, "001.txt")

    reading.read(office.context, document.getCurrentController().getFrame())

    assert said[0].startswith("Đã nhận bảng điểm")
    assert dict(session.record.typed)["1.a"] == "10"


def test_a_read_only_document_is_told_so(office, filled, tmp_path, session_for):
    document, _ = filled
    office.store(document, tmp_path / "a.odt")

    again = office.open(tmp_path / "a.odt", read_only=True)
    assert session_for(again).unwritable() == messages.READ_ONLY
    office.close(again)


def test_a_fill_undone_gives_back_what_the_document_stated(bound):
    document, session = bound
    stated = session.record.stated
    session.fill()
    assert dict(session.record.stated).get("total") is None

    document.UndoManager.undo()

    assert session.record.stated == stated
    assert [text for text in session.summary().findings if "văn bản ghi 98" in text]


def test_an_undone_binding_takes_its_scores_along(office, session_for):
    document = foreign(office.new_writer(), "001.txt")
    session = session_for(document)
    session.set_record(replace(session.record, typed=(), stated=()))
    before = session.record
    session.bind()
    assert session.record.typed

    document.UndoManager.undo()

    assert session.record == before
    document.UndoManager.redo()
    assert dict(session.record.typed)["1.a"] == "10"
    office.close(document)


def test_a_step_made_in_one_language_is_undone_in_another(filled):
    document, session = filled
    session.set_score("1.a", "9")
    session.fill()
    heard = []
    session.hear(heard.append)
    language.use(Shouting())
    try:
        session.begin_anew(session._library)
        document.UndoManager.undo()
    finally:
        language.use()

    assert len(heard) == 1
    assert document.Bookmarks.getByName("tong_diem").getAnchor().getString() == "93"


def test_scores_typed_after_a_fill_survive_its_undo(made):
    document, session = made(BLANK)
    session.set_score("1.a", "10")
    session.fill()
    session.set_score("1.b", "9")

    document.UndoManager.undo()

    assert dict(session.record.typed) == {"1.a": "10", "1.b": "9"}


def test_the_sentence_of_nothing_read_names_no_count(made):
    _, session = made(with_score(BLANK, "1.a", "9"))
    found = session.read()

    assert read_sentence(found, session.record, session.record, ()) == messages.READ_NOTHING


def test_a_place_is_written_over_without_its_neighbours(made, office):
    """Two paragraphs joined: how far the first one reaches nobody can tell any more; the second is not its end."""
    document, session = made(Record("", 2024, kind="cong-van", unit=Unit(name="Trường A", short="TA")))
    facts = replace(session.record.document, addressees=("Sở Nội vụ",))
    session.set_record(replace(session.record, document=facts, text={"noi_dung": ("Một.", "Hai.")}))
    session.fill()
    type_at(document, "noi_dung", "x")
    anchor = document.Bookmarks.getByName("kinh_gui").getAnchor()
    cursor = anchor.getText().createTextCursorByRange(anchor.getEnd())
    cursor.gotoEndOfParagraph(False)
    cursor.goRight(1, True)
    cursor.setString("")
    names = set(document.Bookmarks.ElementNames)

    session.fill(overwrite_hand_edited=True)

    assert standing(document, "kinh_gui") == "Kính gửi: Sở Nội vụ"
    assert set(document.Bookmarks.ElementNames) == names


def test_a_paragraph_of_the_clerk_below_a_place_of_several_is_not_taken_in(made):
    document, session = made(replace(BLANK, text={"uu_diem": ("Một.", "Hai.")}))
    last = document.Bookmarks.getByName("_uu_diem").getAnchor()
    within = last.getText()
    cursor = within.createTextCursorByRange(last.getEnd())
    cursor.gotoEndOfParagraph(False)
    within.insertControlCharacter(cursor, 0, False)
    within.insertString(cursor, "Lời riêng của đơn vị.", False)

    session.fill(overwrite=["xep_loai"])

    [place] = [place for place in places_of(document) if place.name == "uu_diem"]
    assert place.text.split("\n") == ["Một.", "Hai."]
    assert session.fill().sentence == messages.NOTHING_TO_FILL


def places_of(document):
    from vanthu_uno import places

    return places.listed(document)
