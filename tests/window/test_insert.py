"""Parts of a document put in with the menu: a table and the block of the signature."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

import pytest
from window.desktop import Desktop, until
from window.eyes import Thing, look_at_dialogs

pytestmark = pytest.mark.window

PROJECT = Path(__file__).resolve().parents[2]
INSERT = "Chèn bảng, khối"


@pytest.fixture
def sheet(desk: Desktop):
    document = desk.open()
    yield document
    desk.close_document(document)


def in_dialog(desk: Desktop, name: str, role: str) -> Thing:
    return desk.steady(lambda: standing(desk, name, role), f"“{name}” in the dialog")


def standing(desk: Desktop, name: str, role: str) -> Optional[Thing]:
    return next((t for t in look_at_dialogs(desk.context) if t.role == role and t.name.startswith(name)), None)


def test_a_table_and_a_signature_are_put_in_where_the_cursor_stands(desk: Desktop, sheet: Any) -> None:
    for part in ("Bảng điểm", "Nơi nhận và khối chữ ký"):
        desk.menu(sheet, INSERT)
        desk.click(in_dialog(desk, part, "LIST_ITEM"))
        if part == "Bảng điểm":
            desk.screenshot(PROJECT / "out" / "insert.png")
        desk.click(in_dialog(desk, "Chèn", "PUSH_BUTTON"))
        until(lambda: standing(desk, "Chèn", "PUSH_BUTTON") is None, "the dialog has gone")
        sheet.getCurrentController().getViewCursor().gotoEnd(False)
    until(lambda: sheet.getTextTables().getCount() == 2, "both are there")
    desk.screenshot(PROJECT / "out" / "inserted.png")

    sheet.getUndoManager().undo()
    sheet.getUndoManager().undo()
    assert sheet.getTextTables().getCount() == 0
    assert sheet.Text.getString() == ""
