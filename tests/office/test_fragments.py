"""Parts of a document put in at the cursor: tables, letterhead, signature."""

from __future__ import annotations

from pathlib import Path

import pytest
from core.factories import EXAMPLE, FORMS

from vanthu import messages
from vanthu.record_file import load

pytestmark = pytest.mark.office

PLAN = load(FORMS / "examples" / "002.toml")


@pytest.fixture
def sheet(office):
    document = office.new_writer()
    document.Text.setString("Đoạn đầu.\rĐoạn cuối.")
    yield document
    office.close(document)


def session_for(document, record):
    from vanthu_uno.session import session_of

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

    assert names == ["bang-phan-cong", "dau-van-ban", "khoi-chu-ky"]
    assert all(fragments.labels(fragments.offered(session_for(sheet, PLAN))))


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
