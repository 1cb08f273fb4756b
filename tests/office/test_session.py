"""A session with a real document: fill, undo, redo, save, reopen, fill again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from core.factories import EXAMPLE
from office.conftest import KIND, text_of

from vanthu import messages
from vanthu.record import Record
from vanthu.record_file import load
from vanthu_docx.house import open_library, template
from vanthu_docx.render import render

pytestmark = pytest.mark.office


def test_the_open_template_becomes_the_report(filled):
    document, _ = filled
    body, cells = text_of(document)

    assert "{" not in body
    assert not [cell for cell in cells if "{" in cell]
    assert "- Tổng điểm đạt được: 93 điểm." in body
    assert "- Xếp loại: Tốt." in body
    assert "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO\nHUYỆN KON RẪY" in "\n".join(cells)


def test_nothing_stands_in_the_document_that_nobody_asked_for(filled):
    document, _ = filled
    body, cells = text_of(document)

    strays = [sign for sign in body + "".join(cells) if sign in "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufffc"]
    assert strays == []


def test_a_second_press_writes_nothing_and_leaves_the_document_unmodified(filled):
    document, session = filled
    document.setModified(False)
    steps = document.UndoManager.getAllUndoActionTitles()

    report = session.fill()

    assert report.sentence == messages.NOTHING_TO_FILL
    assert not document.isModified()
    assert document.UndoManager.getAllUndoActionTitles() == steps


def test_one_undo_takes_the_whole_fill_back_and_one_redo_brings_it_again(filled):
    document, session = filled
    after = text_of(document)
    assert document.UndoManager.getAllUndoActionTitles()[0] == messages.UNDO_FILL

    document.UndoManager.undo()
    assert "{{ tong_diem }}" in text_of(document)[0]
    assert not document.UndoManager.isUndoPossible()

    document.UndoManager.redo()
    assert text_of(document) == after
    assert session.fill().sentence == messages.NOTHING_TO_FILL


def test_a_fill_after_undo_works(filled):
    document, session = filled
    after = text_of(document)
    document.UndoManager.undo()

    assert session.fill().hand_edited == ()
    assert text_of(document) == after


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_fill_undo_redo_edit_fill_save_reopen_fill(filled, office, opened, session_for, tmp_path, ending):
    document, session = filled
    document.UndoManager.undo()
    document.UndoManager.redo()
    session.set_score("3.b", "7,5")
    assert session.fill().hand_edited == ()
    expected = text_of(document)
    assert "95,5 điểm" in expected[0]
    office.store(document, tmp_path / ("bc" + ending))

    again = opened(tmp_path / ("bc" + ending))
    session = session_for(again)

    assert text_of(again) == expected
    assert dict(session.record.typed)["3.b"] == "7,5"
    assert session.fill().sentence == messages.NOTHING_TO_FILL
    session.set_score("3.b", "5")
    assert session.fill().hand_edited == ()
    assert "- Tổng điểm đạt được: 93 điểm." in text_of(again)[0]


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_a_document_whose_day_is_open_has_nothing_to_fill_when_reopened(
    opened, session_for, office, raw, tmp_path, ending
):
    """Newer offices drop the blanks for the pen, "năm      ", from the end of a cell of a .docx."""
    document = opened(raw)
    session = session_for(document)
    session.set_record(Record("dvht-2020", 2023, kind=KIND))
    session.fill()
    assert document.Bookmarks.getByName("dia_danh_thoi_gian").getAnchor().getString().endswith("năm" + 6 * "\u00a0")
    office.store(document, tmp_path / ("bc" + ending))

    report = session_for(opened(tmp_path / ("bc" + ending))).fill()

    assert (report.sentence, report.hand_edited) == (messages.NOTHING_TO_FILL, ())


def test_what_was_typed_by_hand_stays_until_the_clerk_says_otherwise(filled):
    document, session = filled
    table = document.Bookmarks.getByName("bang_diem").getAnchor().TextTable
    table.getCellByName("D3").setString("mười")
    rating = document.Bookmarks.getByName("xep_loai").getAnchor()
    rating.getText().insertString(rating.getStart(), "Rất ", False)
    session.set_score("1.a", "9")

    report = session.fill()

    assert report.hand_edited == ("Bảng điểm, dòng 2, cột 4",)
    assert table.getCellByName("D3").getString() == "mười"
    assert table.getCellByName("D2").getString() == "29"
    assert session.fill(overwrite_hand_edited=True).hand_edited == ()
    assert table.getCellByName("D3").getString() == "9"


def test_change_tracking_stays_on_and_records_nothing_of_the_fill(filled):
    document, session = filled
    document.RecordChanges = True
    session.set_score("1.a", "9")

    session.fill()

    assert document.RecordChanges
    assert not document.Redlines.createEnumeration().hasMoreElements()
    assert "- Tổng điểm đạt được: 92 điểm." in text_of(document)[0]


def test_a_crash_in_the_middle_leaves_the_document_as_it_was(filled, monkeypatch):
    from vanthu_uno import paper

    document, session = filled
    before, steps = text_of(document), document.UndoManager.getAllUndoActionTitles()
    session.set_score("1.a", "9")

    def fail(*ignored):
        raise RuntimeError("đứt giữa chừng")

    monkeypatch.setattr(paper, "_indent", fail)
    session.set_fact("unit.name", "Trường Tiểu học Vĩnh Phong 3")
    with pytest.raises(RuntimeError, match="đứt giữa chừng"):
        session.fill()

    assert text_of(document) == before
    assert document.UndoManager.getAllUndoActionTitles() == steps

    monkeypatch.undo()
    assert session.fill().hand_edited == ()
    assert "TRƯỜNG TIỂU HỌC\nVĨNH PHONG 3" in "\n".join(text_of(document)[1])


def test_a_document_of_somebody_else_is_left_alone(office, session_for):
    document = office.new_writer()
    try:
        document.Text.setString("Thư riêng")
        document.setModified(False)

        assert session_for(document).fill().sentence == messages.NO_PLACES
        assert not document.isModified()
    finally:
        office.close(document)


def test_a_read_only_document_says_so(opened, session_for, raw):
    session = session_for(opened(raw, read_only=True))

    assert session.fill().sentence == messages.READ_ONLY
    session.set_score("1.a", "10")
    session.keep()


def test_a_report_from_the_command_line_can_be_filled_on(opened, session_for, tmp_path):
    target = tmp_path / "bc.docx"
    render(open_library(), KIND, load(EXAMPLE), target)

    document = opened(target)
    session = session_for(document)

    assert session.record == replace(load(EXAMPLE), stated=())
    assert not any("văn bản ghi" in text for text in session.summary().findings), "this document states them right"
    assert session.fill().sentence == messages.NOTHING_TO_FILL
    session.set_score("3.b", "10")
    assert session.fill().hand_edited == ()
    assert "- Tổng điểm đạt được: 98 điểm." in text_of(document)[0]


def test_damaged_data_is_told_and_never_replaced(filled, office, opened, session_for, tmp_path):
    document, _ = filled
    properties = document.getDocumentProperties().getUserDefinedProperties()
    properties.setPropertyValue("vanthu.01", "@@@@")
    office.store(document, tmp_path / "hong.odt")

    again = opened(tmp_path / "hong.odt")
    session = session_for(again)
    session.set_score("1.a", "5")
    session.keep()

    assert "đã hỏng" in session.notice
    assert session.fill().sentence == session.notice
    kept = again.getDocumentProperties().getUserDefinedProperties().getPropertyValue("vanthu.01")
    assert kept == "@@@@"


def test_two_documents_have_two_sessions_and_a_closed_one_is_forgotten(office, session_for):
    from vanthu_uno import open_sessions as module

    first, second = office.new_writer(), office.new_writer()
    assert session_for(first) is session_for(first)
    assert session_for(first) is not session_for(second)
    name = first.RuntimeUID

    office.close(first)
    office.close(second)

    assert name not in module._sessions


def test_listeners_hear_of_every_change_until_they_leave(filled):
    _, session = filled
    heard = []

    def listener():
        heard.append(session.summary().total)

    session.subscribe(listener)
    session.set_score("1.a", "9")
    session.set_score("1.a", "9")
    session.set_fact("year", "20x")
    session.set_fact("year", "2024")
    session.set_fact("form", "không có")
    session.unsubscribe(listener)
    session.unsubscribe(listener)
    session.set_score("1.a", "8")

    assert heard == ["92", "92"]
    assert (session.fact("year"), session.fact("form"), session.fact("unit.place")) == ("2024", "dvht-2020", "Kon Rẫy")
    assert [choice.id for choice in session.forms] == ["dvht-2020"]
    assert session.rows()[1].typed == "8"


def test_however_often_was_filled_an_undo_is_told_once_and_the_memory_goes_back_one_step(filled):
    document, session = filled
    heard = []
    session.hear(heard.append)
    for _ in range(5):
        session.fill()
    document.Bookmarks.getByName("xep_loai").getAnchor().setString("Khá")
    session.fill(overwrite_hand_edited=True)

    document.UndoManager.undo()

    assert heard == [messages.UNDONE.format(title=messages.UNDO_FILL)]
    session.set_score("1.a", "9")
    assert session.fill().hand_edited == ("Xếp loại",)
    assert document.Bookmarks.getByName("tong_diem").getAnchor().getString() == "92"


@pytest.fixture
def of_levels(opened, session_for, tmp_path):
    """A blank report of levels, with its session."""
    record = Record("dvht-2023", 2025, kind="bao-cao-don-vi-hoc-tap")
    render(open_library(), record.kind, record, tmp_path / "muc-do.docx")
    document = opened(tmp_path / "muc-do.docx")
    return document, session_for(document)


def test_a_type_of_unit_brings_its_indicators(of_levels):
    _, session = of_levels
    assert (session.unit_type, session.rows()) == (None, ())

    session.choose_unit_type(next(choice for choice in session.unit_types if choice.title == "Cơ quan (cấp tỉnh)"))

    assert (session.fact("unit_type"), session.fact("scope")) == ("co-quan", "cap-tinh")
    assert session.unit_type.title == "Cơ quan (cấp tỉnh)"
    assert len([row for row in session.rows() if row.needed]) == 13
    session.set_fact("ownership", "tu-thuc")
    session.set_fact("ownership", "không có")
    assert len([row for row in session.rows() if row.needed]) == 12
    assert session.fact("disadvantaged") == ""
    session.set_fact("disadvantaged", "1")
    assert session.fact("disadvantaged") == "1"


def test_proof_is_kept_line_by_line_and_counts_at_once(of_levels):
    _, session = of_levels
    session.choose_unit_type(session.unit_types[0])
    session.set_score("1.1", "đạt")
    assert [row.reached for row in session.rows() if row.id == "1.1"] == ["không"]

    session.set_evidence("1.1", "Kế hoạch số 5\n\nBiên bản họp\n")

    assert session.record.evidence == {"1.1": ("Kế hoạch số 5", "Biên bản họp")}
    assert [row.reached for row in session.rows() if row.id == "1.1"] == ["mức 2"]
    session.set_evidence("1.1", " \n")
    assert session.record.evidence == {}


def test_proof_copied_with_characters_that_no_document_can_hold_is_filled(opened, session_for, tmp_path):
    path = tmp_path / "bang.docx"
    path.write_bytes(template("ban-tong-hop-ket-qua").read_bytes())
    document = opened(path)
    session = session_for(document)
    session.set_record(Record("dvht-2023", 2023, kind="ban-tong-hop-ket-qua", unit_type="mam-non"))

    session.set_evidence("1.1", "Ba\u0301o\x01 cáo\ufffe\x0bsố 5")

    assert session.fill().sentence.startswith("Đã điền")
    assert session.record.evidence == {"1.1": ("Báo cáo", "số 5")}
    assert "Báo cáo\nsố 5" in "\n".join(text_of(document)[1])


def test_a_form_of_points_tells_no_types_apart(filled):
    _, session = filled
    assert (session.unit_types, session.unit_type) == ((), None)
