"""A clerk types into the table of the document itself and lets the sidebar read it, with true keys and a true mouse."""

from __future__ import annotations

from pathlib import Path
from typing import Any, List

import pytest
from window.desktop import PROJECT, Desktop, missing, until
from window.eyes import Thing, look_at_dialogs
from window.test_sidebar import SCORES_OF_SEED_001, enter_field, printed

pytestmark = pytest.mark.window

READ = "Đọc từ văn bản"
FILL = "Điền vào văn bản"
ROWS = (3, 4, 5, 7, 8, 9, 10, 12, 21, 22)  # of the criteria in the table


def test_scores_typed_into_the_table_are_read_with_one_press_and_the_totals_follow(desk: Desktop, report: Any) -> None:
    for row, score in zip(ROWS, SCORES_OF_SEED_001):
        type_into(desk, report, row, score)
    desk.see(report, "0/100", "LABEL")

    desk.press(report, READ)

    for words in ("93/100", "Tốt", "Đã đọc 10 chỗ từ văn bản."):
        desk.see(report, words, "LABEL")
    assert "Tổng điểm đạt được: 93 điểm." in printed(report)
    assert cell(report, 2) == "30"
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "read.png")

    desk.raise_window(report)
    to_cell(desk, report, 3)
    desk.keys("ctrl+z")
    desk.see(report, "Đã hoàn tác: Đọc từ văn bản.", "LABEL")
    desk.see(report, "0/100", "LABEL")
    assert (cell(report, 2), cell(report, 3)) == ("", "10")
    desk.keys("ctrl+y")
    desk.see(report, "93/100", "LABEL")
    assert cell(report, 2) == "30"


def test_where_the_sidebar_says_otherwise_the_clerk_chooses_with_the_keys(desk: Desktop, report: Any) -> None:
    enter_field(desk, report)
    for score in ("10", "9", "8"):
        desk.type(score)
        desk.keys("Return")
    desk.press(report, FILL)
    until(lambda: cell(report, 5) == "8", "the scores stand in the document")
    for row, score in ((3, "7"), (4, "6"), (7, "5")):
        type_into(desk, report, row, score)

    desk.press(report, READ)
    seen = until(lambda: dialog(desk, "[x] Mục 1.b: 9 | 6"), "the dialog with both places")
    assert_all_named(seen)
    desk.keys("Down", "space")
    until(lambda: dialog(desk, "[ ] Mục 1.b: 9 | 6"), "the sidebar counts in the second")
    desk.screenshot(PROJECT / "out" / "read-dialog.png")
    desk.keys("Return")

    desk.see(report, "Đã đọc 2 chỗ từ văn bản. Giữ theo thanh bên 1 chỗ.", "LABEL")
    desk.see(report, "29/100", "LABEL")
    until(lambda: [cell(report, row) for row in (2, 3, 4, 5, 7)] == ["24", "7", "9", "8", "5"], "the table follows")


def test_all_at_once_by_mouse_and_nothing_by_escape(desk: Desktop, report: Any) -> None:
    enter_field(desk, report)
    desk.type("10")
    desk.press(report, FILL)
    until(lambda: cell(report, 3) == "10", "the score stands in the document")
    type_into(desk, report, 3, "7")

    desk.press(report, READ)
    until(lambda: dialog(desk, "[x] Mục 1.a: 10 | 7"), "the dialog")
    desk.keys("Escape")
    until(lambda: not look_at_dialogs(desk.context), "the dialog is closed")
    assert cell(report, 3) == "7"
    assert desk.see(report, "10/100", "LABEL")

    desk.press(report, READ)
    until(lambda: dialog(desk, "[x] Mục 1.a: 10 | 7"), "the dialog")
    desk.click(named(desk, "Tất cả theo thanh bên"))
    until(lambda: dialog(desk, "[ ] Mục 1.a: 10 | 7"), "the sidebar counts")
    desk.click(named(desk, "Tất cả theo văn bản"))
    until(lambda: dialog(desk, "[x] Mục 1.a: 10 | 7"), "the document counts")
    desk.click(named(desk, "Tất cả theo thanh bên"))
    desk.click(named(desk, "Đọc và điền lại"))
    until(lambda: cell(report, 3) == "10", "the document follows the sidebar")


def test_the_menu_reads_too_and_the_words_that_were_typed_over_a_blank_are_kept(desk: Desktop, report: Any) -> None:
    controller = report.getCurrentController()
    controller.select(report.Bookmarks.getByName("uu_diem").getAnchor())
    controller.getFrame().getComponentWindow().setFocus()
    desk.window(report).toFront()  # with GTK the keys leave the sidebar only so
    desk.type("Co ke hoach, co quy che.")
    until(lambda: "Co ke hoach, co quy che." in printed(report), "the words stand in the document")

    desk.menu(report, READ)
    desk.see(report, "Đã đọc 1 chỗ từ văn bản.", "LABEL")
    enter_field(desk, report)
    desk.type("10")
    desk.press(report, FILL)

    until(lambda: cell(report, 3) == "10", "the score stands in the document")
    assert printed(report).count("Co ke hoach") == 1
    assert "…Co" not in printed(report)
    assert report.Bookmarks.getByName("uu_diem").getAnchor().getString() == "Co ke hoach, co quy che."


def test_undo_of_a_fill_leaves_no_sentence_that_is_not_true(desk: Desktop, report: Any) -> None:
    enter_field(desk, report)
    desk.type("10")
    desk.press(report, FILL)
    desk.see(report, "Đã điền", "LABEL")
    to_cell(desk, report, 4)

    desk.keys("ctrl+z")

    desk.see(report, "Đã hoàn tác: Điền vào văn bản.", "LABEL")
    assert desk.find(report, "Đã điền", "LABEL") is None
    assert desk.see(report, "10/100", "LABEL"), "what was typed in the sidebar stays"


def test_the_dialog_fits_on_a_screen_at_twice_the_size(tmp_path: Path) -> None:
    if missing():
        pytest.skip(f"a window test needs {', '.join(missing())}")
    with Desktop(tmp_path, dpi=192, screen="2732x1536x24") as desk:
        document = desk.new_report()
        enter_field(desk, document)
        desk.type("10")
        desk.see(document, "10/100", "LABEL")
        desk.press_until(document, FILL, lambda: cell(document, 3) == "10", "the score stands in the document")
        type_into(desk, document, 3, "7")
        desk.press(document, READ)
        seen = until(lambda: dialog(desk, "[x] Mục 1.a: 10 | 7"), "the dialog")
        assert_all_named(seen)
        assert all(thing.box[0] + thing.box[2] <= 2732 and thing.box[1] + thing.box[3] <= 1536 for thing in seen)
        desk.keys("Return")
        desk.see(document, "7/100", "LABEL")


def type_into(desk: Desktop, document: Any, row: int, text: str) -> None:
    """Go to the cell of the scores in that row, take what stands there away, and type."""
    to_cell(desk, document, row)
    if cell(document, row):
        desk.keys("ctrl+a", "Delete")
    desk.type(text)
    until(lambda: cell(document, row) == text, f"{text} stands in row {row}")


def to_cell(desk: Desktop, document: Any, row: int) -> None:
    controller = document.getCurrentController()
    controller.getViewCursor().gotoRange(scores(document).getCellByName(f"D{row}").getStart(), False)
    controller.getFrame().getComponentWindow().setFocus()
    desk.raise_window(document)


def cell(document: Any, row: int) -> str:
    return str(scores(document).getCellByName(f"D{row}").getString())


def scores(document: Any) -> Any:
    return document.Bookmarks.getByName("bang_diem").getAnchor().TextTable


def dialog(desk: Desktop, line: str) -> List[Thing]:
    """Everything in the dialog, once it has this line."""
    things = look_at_dialogs(desk.context)
    return things if any(thing.name == line for thing in things) else []


def named(desk: Desktop, name: str) -> Thing:
    def button() -> Any:
        things = look_at_dialogs(desk.context)
        return next((thing for thing in things if thing.role == "PUSH_BUTTON" and thing.name == name), None)

    return desk.steady(button, f"the button “{name}”")


def assert_all_named(things: List[Thing]) -> None:
    """A screen reader has a name for everything one can reach."""
    reachable = ("PUSH_BUTTON", "CHECK_BOX", "LIST", "TEXT", "SCROLL_PANE")
    assert [thing for thing in things if thing.role in reachable and not thing.name] == []
