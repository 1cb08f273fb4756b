"""Parts of a document put in at the cursor: tables, letterhead, signature."""

from __future__ import annotations

from pathlib import Path

import pytest
from core.factories import EXAMPLE, FORMS

from vanthu import messages
from vanthu.layout import BODY_STYLE, EDGE_STYLE
from vanthu.record import Record
from vanthu.record_file import load

pytestmark = pytest.mark.office

PLAN = load(FORMS / "examples" / "002.toml")


@pytest.fixture
def sheet(office):
    document = office.new_writer()
    document.Text.setString("Đoạn đầu.\rĐoạn cuối.")
    document.getUndoManager().clear()
    yield document
    office.close(document)


def session_for(document, record):
    from vanthu_uno.open_sessions import session_of

    session = session_of(document)
    session.set_record(record)
    return session


def put_in(office, document, session, name):
    from vanthu_uno import fragments

    wanted = next(fragment for fragment in fragments.offered(session) if fragment.id == name)
    return fragments.insert(office.context, document, session, wanted)


def paragraphs(document):
    return [line for line in document.Text.getString().replace("\r", "").split("\n") if line]


def cells(document):
    tables = document.getTextTables()
    return [
        tables.getByIndex(number).getCellByName(name).getString()
        for number in range(tables.getCount())
        for name in tables.getByIndex(number).getCellNames()
    ]


def at_the_end_of(document, words):
    found = document.createSearchDescriptor()
    found.SearchString = words
    document.getCurrentController().getViewCursor().gotoRange(document.findFirst(found).getEnd(), False)


def test_a_score_table_is_put_in_filled_and_one_undo_takes_it_back(office, sheet):
    session = session_for(sheet, load(EXAMPLE))
    at_the_end_of(sheet, "Đoạn đầu.")

    assert put_in(office, sheet, session, "bang-diem") == ""

    assert sheet.getTextTables().getByIndex(0).getRows().getCount() == 23
    assert {"93", "Tổng cộng"} <= set(cells(sheet))
    assert not [cell for cell in cells(sheet) if "{" in cell]

    sheet.getUndoManager().undo()
    assert (sheet.getTextTables().getCount(), paragraphs(sheet)) == (0, ["Đoạn đầu.", "Đoạn cuối."])

    sheet.getUndoManager().redo()
    session.set_score("3.b", "6")
    session.fill()
    assert "94" in cells(sheet)


@pytest.mark.parametrize("ending", [".odt", ".docx"])
def test_what_was_put_in_is_filled_again_after_saving(office, sheet, tmp_path: Path, ending):
    session = session_for(sheet, load(EXAMPLE))
    put_in(office, sheet, session, "bang-diem")
    put_in(office, sheet, session, "khoi-chu-ky")
    office.store(sheet, tmp_path / ("văn bản" + ending))

    document = office.open(tmp_path / ("văn bản" + ending))
    again = session_for(document, load(EXAMPLE))
    again.set_score("3.b", "6")
    again.fill()

    assert {"94", "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG"} <= {cell.split("\nNguyễn")[0] for cell in cells(document)}
    office.close(document)


def test_the_assignment_of_criteria_is_a_table_too(office, sheet):
    session = session_for(sheet, PLAN)

    put_in(office, sheet, session, "bang-phan-cong")

    assert {"Nhà trường", "4, 5, 6"} <= set(cells(sheet))


def test_only_parts_that_the_document_has_data_for_are_offered(office, sheet):
    from vanthu_uno import fragments

    names = [fragment.id for fragment in fragments.offered(session_for(sheet, PLAN))]

    everywhere = ["dau-van-ban", "khoi-chu-ky", "chu-ky", "noi-nhan"]
    points = ["tong-diem", "tong-diem-bang-chu", "xep-loai"]
    assert names == ["bang-phan-cong", "cac-tieu-chi", *points, "ngay-thang", *everywhere]
    school = Record("dvht-2023", 2024, kind="bao-cao-don-vi-hoc-tap", unit_type="thcs")
    names = [fragment.id for fragment in fragments.offered(session_for(sheet, school))]
    assert names == ["bang-muc-do", "cac-tieu-chi", "xep-loai", "ngay-thang", *everywhere]
    assert all(fragments.labels(fragments.offered(session_for(sheet, PLAN))))


SHOWN = {
    "tong-diem": "93",
    "tong-diem-bang-chu": "Chín mươi ba điểm",
    "xep-loai": "Tốt",
    "ngay-thang": "Kon Rẫy, ngày\xa0\xa0\xa0\xa0\xa0\xa0tháng 12 năm 2023",
}


@pytest.mark.parametrize("part", SHOWN)
def test_words_come_in_where_the_cursor_stands_and_follow_later_fills(office, sheet, part):
    session = session_for(sheet, load(EXAMPLE))
    at_the_end_of(sheet, "Đoạn đầu")

    assert put_in(office, sheet, session, part) == ""

    assert paragraphs(sheet) == ["Đoạn đầu" + SHOWN[part] + ".", "Đoạn cuối."]
    assert sheet.getUndoManager().getAllUndoActionTitles() == (messages.UNDO_INSERT,)
    sheet.getUndoManager().undo()
    assert paragraphs(sheet) == ["Đoạn đầu.", "Đoạn cuối."]
    sheet.getUndoManager().redo()
    session.set_score("1.a", "…")
    session.set_fact("unit.place", "Đăk Ruông")
    session.fill()
    blank = "Đăk Ruông" + SHOWN[part][len("Kon Rẫy") :] if part == "ngay-thang" else "…"
    assert paragraphs(sheet) == ["Đoạn đầu" + blank + ".", "Đoạn cuối."]
    session.set_score("1.a", "10")
    session.set_fact("unit.place", "Kon Rẫy")
    assert session.fill().hand_edited == ()
    assert paragraphs(sheet) == ["Đoạn đầu" + SHOWN[part] + ".", "Đoạn cuối."]


@pytest.mark.parametrize("ending", [".odt", ".docx"])
def test_the_criteria_come_in_below_and_are_filled_again_after_saving(office, sheet, tmp_path: Path, ending):
    session = session_for(sheet, load(EXAMPLE))
    at_the_end_of(sheet, "Đoạn đầu")

    assert put_in(office, sheet, session, "cac-tieu-chi") == ""

    first, *lines, last = paragraphs(sheet)
    assert (first, last, len(lines)) == ("Đoạn đầu.", "Đoạn cuối.", 21)
    assert lines[0] == "1. Các điều kiện để xây dựng Đơn vị học tập: 30/30 điểm."
    sheet.getUndoManager().undo()
    assert paragraphs(sheet) == ["Đoạn đầu.", "Đoạn cuối."]
    sheet.getUndoManager().redo()
    office.store(sheet, tmp_path / ("văn bản" + ending))
    document = office.open(tmp_path / ("văn bản" + ending))
    again = session_for(document, load(EXAMPLE))
    again.set_score("1.a", "9")
    assert again.fill().hand_edited == ()
    first, *changed, last = paragraphs(document)
    assert (first, last, changed[2:]) == ("Đoạn đầu.", "Đoạn cuối.", lines[2:])
    assert [line.rpartition(": ")[2] for line in changed[:2]] == ["29/30 điểm.", "9/10 điểm."]
    office.close(document)


def test_in_an_empty_paragraph_the_criteria_leave_no_line_above(office):
    document = office.new_writer()
    put_in(office, document, session_for(document, load(EXAMPLE)), "cac-tieu-chi")

    assert document.Text.getString().startswith("1. Các điều kiện")
    office.close(document)


@pytest.mark.parametrize("part", ["cac-tieu-chi", "tong-diem"])
@pytest.mark.parametrize("at_end", [False, True], ids=["at the very beginning", "at the very end"])
def test_at_the_edge_of_a_report_it_looks_like_body_text(office, filled, part, at_end):
    """The paragraphs there are almost invisible: one or two points high."""
    document, session = filled
    standing, before = set(document.Bookmarks.ElementNames), document.Text.getString()
    cursor = document.CurrentController.ViewCursor
    cursor.gotoRange(document.Text.getEnd() if at_end else document.Text.getStart(), False)
    assert cursor.ParaStyleName == EDGE_STYLE

    assert put_in(office, document, session, part) == ""

    (name,) = [name for name in document.Bookmarks.ElementNames if name not in standing and name[0] != "_"]
    come = document.Bookmarks.getByName(name).getAnchor()
    assert (come.ParaStyleName, come.CharHeight) == (BODY_STYLE, 14)
    document.UndoManager.undo()
    assert document.Text.getString() == before
    assert cursor.ParaStyleName == EDGE_STYLE


def test_where_letters_are_too_small_words_come_in_as_standard_text(office, sheet):
    sheet.Text.setString("")
    sheet.Text.createTextCursor().CharHeight = 2

    put_in(office, sheet, session_for(sheet, load(EXAMPLE)), "tong-diem")

    come = sheet.Bookmarks.getByName("tong_diem").getAnchor()
    assert (come.ParaStyleName, come.CharHeight) == ("Standard", 12)


def test_words_come_into_a_cell_too(office, sheet):
    table = sheet.createInstance("com.sun.star.text.TextTable")
    table.initialize(1, 2)
    sheet.Text.insertTextContent(sheet.Text.getEnd(), table, False)
    session = session_for(sheet, load(EXAMPLE))
    sheet.getCurrentController().getViewCursor().gotoRange(table.getCellByName("B1").getText().getStart(), False)

    assert put_in(office, sheet, session, "xep-loai") == ""

    assert cells(sheet) == ["", "Tốt"]


def test_nothing_comes_into_a_place_that_the_next_fill_would_write_anew(office, sheet):
    session = session_for(sheet, load(EXAMPLE))
    at_the_end_of(sheet, "Đoạn đầu")
    put_in(office, sheet, session, "tong-diem-bang-chu")
    before = paragraphs(sheet)
    at_the_end_of(sheet, "Chín mươi")

    for part in ("tong-diem", "cac-tieu-chi", "bang-diem"):
        said = put_in(office, sheet, session, part)
        assert said == messages.NO_ROOM_IN_PLACE.format(label="Tổng điểm bằng chữ")

    assert paragraphs(sheet) == before
    assert len(sheet.getUndoManager().getAllUndoActionTitles()) == 1


def test_signature_and_recipients_come_each_alone(office, sheet):
    session = session_for(sheet, load(EXAMPLE))

    put_in(office, sheet, session, "chu-ky")
    signed = cells(sheet)
    sheet.getUndoManager().undo()
    put_in(office, sheet, session, "noi-nhan")

    assert signed[1].startswith("KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG")
    assert (signed[0], cells(sheet)[1]) == ("", "")
    assert cells(sheet)[0] == "Nơi nhận:\n- Như trên;\n- UBND huyện (b/c);\n- Lưu: VT."


def test_a_document_that_is_read_only_is_left_and_told(office, sheet, tmp_path: Path):
    office.store(sheet, tmp_path / "văn bản.odt")
    document = office.open(tmp_path / "văn bản.odt", read_only=True)
    session = session_for(document, load(EXAMPLE))

    assert {put_in(office, document, session, part) for part in ("bang-diem", "tong-diem")} == {messages.READ_ONLY}

    assert paragraphs(document) == ["Đoạn đầu.", "Đoạn cuối."]
    office.close(document)


def test_what_is_put_in_while_changes_are_recorded_is_whole(office, sheet):
    session = session_for(sheet, load(EXAMPLE))
    sheet.RecordChanges = True
    at_the_end_of(sheet, "Đoạn đầu")

    put_in(office, sheet, session, "tong-diem")
    session.set_score("1.a", "9")
    session.fill()

    assert paragraphs(sheet)[0] == "Đoạn đầu92."
    assert sheet.RecordChanges


def test_inside_a_cell_there_is_no_room_and_nothing_changes(office, sheet):
    session = session_for(sheet, load(EXAMPLE))
    put_in(office, sheet, session, "bang-diem")
    before = cells(sheet)
    cell = sheet.getTextTables().getByIndex(0).getCellByName("B2")
    sheet.getCurrentController().getViewCursor().gotoRange(cell.getText().getStart(), False)

    assert put_in(office, sheet, session, "khoi-chu-ky") == messages.NO_ROOM_FOR_FRAGMENT
    assert cells(sheet) == before


def test_the_letterhead_names_unit_and_nation(office, sheet):
    session = session_for(sheet, load(EXAMPLE))

    put_in(office, sheet, session, "dau-van-ban")

    assert any(cell.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") for cell in cells(sheet))
    assert "BÁO CÁO" in paragraphs(sheet)


def test_the_text_that_was_there_keeps_its_look_and_the_document_its_settings(office, sheet):
    session = session_for(sheet, load(EXAMPLE))
    before = look_of(sheet)

    put_in(office, sheet, session, "bang-diem")

    assert look_of(sheet) == before


def look_of(document):
    first = document.Text.createEnumeration().nextElement()
    settings = document.createInstance("com.sun.star.document.Settings")
    names = [entry.Name for entry in settings.getPropertySetInfo().getProperties() if entry.Name != "Fonts"]
    kept = {name: settings.getPropertyValue(name) for name in names if name not in ("RedlineProtectionKey",)}
    plain = {name: value for name, value in kept.items() if isinstance(value, (bool, int, str))}
    return first.CharFontName, first.CharHeight, first.ParaStyleName, plain


def test_a_second_table_is_a_place_of_its_own_and_follows_later_fills(office, sheet):
    session = session_for(sheet, load(EXAMPLE))
    for words in ("Đoạn đầu.", "Đoạn cuối."):
        at_the_end_of(sheet, words)
        assert put_in(office, sheet, session, "bang-diem") == ""

    assert not [cell for cell in cells(sheet) if "{" in cell]
    assert {"bang_diem", "bang_diem__2"} <= set(sheet.Bookmarks.ElementNames)
    session.set_score("3.b", "6")
    session.fill()
    assert cells(sheet).count("94") == 2
    sheet.getUndoManager().undo()
    sheet.getUndoManager().undo()
    assert sheet.getTextTables().getCount() == 1
    sheet.getUndoManager().redo()
    assert {"bang_diem", "bang_diem__2"} <= set(sheet.Bookmarks.ElementNames)


def test_what_was_typed_into_a_second_table_stays_and_is_named(office, sheet):
    session = session_for(sheet, load(EXAMPLE))
    for words in ("Đoạn đầu.", "Đoạn cuối."):
        at_the_end_of(sheet, words)
        put_in(office, sheet, session, "bang-diem")
    assert session.fill().sentence == messages.NOTHING_TO_FILL
    second = sheet.Bookmarks.getByName("bang_diem__2").getAnchor().TextTable
    second.getCellByName("D5").setString("9,25")

    report = session.fill()

    assert second.getCellByName("D5").getString() == "9,25"
    assert report.hand_edited == ("Bảng điểm, dòng 4, cột 4",)
    assert session.fill(overwrite_hand_edited=True).hand_edited == ()
    assert session.fill().sentence == messages.NOTHING_TO_FILL


@pytest.mark.parametrize("name", ["bang-diem", "noi-nhan", "cac-tieu-chi"])
def test_what_is_put_in_is_no_recorded_change(office, sheet, name):
    sheet.RecordChanges = True
    at_the_end_of(sheet, "Đoạn đầu.")

    assert put_in(office, sheet, session_for(sheet, load(EXAMPLE)), name) == ""

    assert not sheet.Redlines.createEnumeration().hasMoreElements()
    assert sheet.RecordChanges


def protected_section(document, whole=False):
    """A section in which nobody may type: around the first paragraph, or around all."""
    where = document.Text.createTextCursor()
    where.gotoStart(False)
    where.gotoEnd(True) if whole else where.gotoEndOfParagraph(True)
    section = document.createInstance("com.sun.star.text.TextSection")
    document.Text.insertTextContent(where, section, True)
    section.IsProtected = True
    return section


def test_in_a_section_that_was_protected_since_the_criteria_are_filled_on(office, sheet):
    session = session_for(sheet, load(EXAMPLE))
    at_the_end_of(sheet, "Đoạn đầu.")
    put_in(office, sheet, session, "cac-tieu-chi")
    protected_section(sheet, whole=True)
    text = sheet.Text.getString()
    assert session.fill().sentence == messages.NOTHING_TO_FILL
    session.set_score("1.a", "9")

    session.fill()

    assert sheet.Text.getString() != text
    assert len(sheet.Text.getString().splitlines()) == len(text.splitlines())


@pytest.mark.parametrize("name", ["bang-diem", "tong-diem", "cac-tieu-chi"])
def test_nothing_comes_in_where_the_office_lets_nobody_type(office, sheet, name):
    section = protected_section(sheet)
    before = paragraphs(sheet)
    sheet.CurrentController.ViewCursor.gotoRange(section.Anchor.Start, False)

    assert put_in(office, sheet, session_for(sheet, load(EXAMPLE)), name) == messages.PROTECTED_TEXT

    assert (paragraphs(sheet), sheet.TextTables.getCount()) == (before, 0)


def test_where_no_text_is_chosen_there_is_no_room(office, sheet):
    frame = sheet.createInstance("com.sun.star.text.TextFrame")
    sheet.Text.insertTextContent(sheet.Text.getEnd(), frame, False)
    sheet.CurrentController.select(frame)

    assert put_in(office, sheet, session_for(sheet, load(EXAMPLE)), "tong-diem") == messages.NO_CURSOR
