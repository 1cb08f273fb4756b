"""Parts of a document put in with the menu: a table and the block of the signature."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from window import dialogs
from window.desktop import Desktop, until
from window.eyes import order
from window.test_sidebar import enter_field, score_everything

pytestmark = pytest.mark.window

PROJECT = Path(__file__).resolve().parents[2]
INSERT = "Chèn bảng, khối"


@pytest.fixture
def sheet(desk: Desktop):
    document = desk.open()
    yield document
    desk.close_document(document)


def test_a_table_and_a_signature_are_put_in_where_the_cursor_stands(desk: Desktop, sheet: Any) -> None:
    for part in ("Bảng điểm", "Nơi nhận và khối chữ ký"):
        desk.menu(sheet, INSERT)
        desk.click(dialogs.wait_for(desk, part, "LIST_ITEM"))
        if part == "Bảng điểm":
            desk.screenshot(PROJECT / "out" / "insert.png")
        desk.click(dialogs.wait_for(desk, "Chèn", "PUSH_BUTTON"))
        dialogs.wait_until_gone(desk)
        sheet.getCurrentController().getViewCursor().gotoEnd(False)
    until(lambda: sheet.getTextTables().getCount() == 2, "both are there")
    desk.screenshot(PROJECT / "out" / "inserted.png")

    sheet.getUndoManager().undo()
    sheet.getUndoManager().undo()
    assert sheet.getTextTables().getCount() == 0
    assert sheet.Text.getString() == ""


def test_with_the_keyboard_each_part_comes_in_and_follows_the_scores(desk: Desktop, report: Any) -> None:
    score_everything(desk, report)
    order(desk.context, report, ".uno:GoToEndOfDoc")
    for part, shown in PARTS.items():
        type_in_the_text(desk, report, "<")
        desk.menu(report, INSERT)
        dialogs.wait_for_keys(desk, "Chèn vào văn bản")
        desk.keys("Home", *["Down"] * dialogs.lines(desk).index(part))
        until(lambda part=part: dialogs.chosen(desk) == part, "the part is chosen")
        desk.keys("Return")
        dialogs.wait_until_gone(desk)
        until(lambda shown=shown: last_line(report).endswith("<" + shown), "it stands where the cursor stood")
        desk.see(report, f"Đã chèn “{part}” và điền.", "LABEL")
    whole = "".join("<" + shown for shown in PARTS.values())
    assert last_line(report) == whole
    desk.keys("ctrl+z")
    until(lambda: last_line(report) == whole.rpartition("Tốt")[0], "one Undo takes the last part back")
    desk.keys("ctrl+y")
    until(lambda: last_line(report) == whole, "and one Redo brings it again")

    enter_field(desk, report)
    desk.keys("ctrl+a")
    desk.type("2")
    desk.keys("ctrl+9")
    until(lambda: last_line(report) == "<92<Chín mươi hai điểm<Tốt", "a later fill writes all of them anew")


PARTS = {"Tổng điểm": "93", "Tổng điểm bằng chữ": "Chín mươi ba điểm", "Xếp loại, mức độ đạt được": "Tốt"}


def type_in_the_text(desk: Desktop, document: Any, words: str) -> None:
    """At the cursor of the document."""
    desk.raise_window(document)
    document.getCurrentController().getFrame().getComponentWindow().setFocus()
    before = last_line(document)
    desk.type(words)
    until(lambda: last_line(document) == before + words, "what was typed stands there")


def last_line(document: Any) -> str:
    return str(document.getText().getString()).splitlines()[-1]
