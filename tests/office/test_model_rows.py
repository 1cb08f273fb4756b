"""A template in whose table the clerk has deleted or merged model rows before the first fill."""

from __future__ import annotations

import pytest
from core.factories import EXAMPLE
from office.conftest import text_of

from vanthu import messages
from vanthu.record_file import load

pytestmark = pytest.mark.office

NAMED = messages.TABLES_UNMADE.format(places="Bảng điểm")


@pytest.fixture
def unfilled(opened, session_for, raw):
    document = opened(raw)
    session = session_for(document)
    session.set_record(load(EXAMPLE))
    return document, session, document.Bookmarks.getByName("bang_diem").getAnchor().TextTable


def delete(table):
    table.getRows().removeByIndex(5, 1)


def merge(table):
    cursor = table.createCursorByCellName("A4")
    cursor.gotoCellByName("B4", True)
    cursor.mergeRange()


@pytest.mark.parametrize("change", [delete, merge])
def test_the_table_is_named_and_everything_else_is_filled(unfilled, change):
    document, session, table = unfilled
    change(table)

    preview, report = session.preview(), session.fill()

    assert preview.sentence().endswith(NAMED)
    assert report.sentence.startswith("Đã điền") and report.sentence.endswith(NAMED)
    assert "- Tổng điểm đạt được: 93 điểm." in text_of(document)[0]
    assert table.getCellByName("A2").getString() == "{%tr for dong in bang_diem %}"
    assert session.fill().sentence == messages.NOTHING_WRITTEN + " " + NAMED
    for _ in range(2):
        document.UndoManager.undo()
    assert NAMED not in session.fill().sentence
    assert "{" not in "".join(text_of(document)[1])


def test_after_undo_of_a_fill_a_deleted_model_row_is_named_and_no_place_is_missing(unfilled):
    document, session, _ = unfilled
    session.fill()
    document.UndoManager.undo()
    delete(document.Bookmarks.getByName("bang_diem").getAnchor().TextTable)

    said = session.fill().sentence

    assert said.endswith(NAMED)
    assert messages.LOST.split("{")[0] not in said
