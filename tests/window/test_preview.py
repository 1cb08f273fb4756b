"""A clerk looks at what a fill will change before it is done, with a true keyboard."""

from __future__ import annotations

from typing import Any, List, Tuple

import pytest
from window import dialogs
from window.desktop import PROJECT, Desktop, until
from window.test_sidebar import FILL, printed, score_everything

pytestmark = pytest.mark.window

PREVIEW = "Xem trước khi điền"
BY_HAND = "[ ] Bảng điểm, dòng 2, cột 4 (sửa tay): mười → 10"
TOTAL = "Tổng điểm: 93 → 95,5"


@pytest.fixture
def changed(desk: Desktop, report: Any) -> Any:
    """A filled report in whose table a score was changed by hand, and another one in the deck."""
    score_everything(desk, report)
    desk.press(report, FILL)
    until(lambda: "- Tổng điểm đạt được: 93 điểm." in printed(report), "the report is filled")
    cell(report).setString("mười")
    desk.click(desk.still(report, "b. Đơn vị đạt từ danh hiệu", "LIST_ITEM"))
    desk.type("7,5")
    desk.keys("Return")
    desk.see(report, "95,5/100", "LABEL")
    return report


def test_the_arrows_show_each_place_and_a_marked_one_is_filled_with_the_others(desk: Desktop, changed: Any) -> None:
    open_preview(desk, changed)
    assert dialogs.lines(desk)[0] == dialogs.chosen(desk) == BY_HAND
    assert "1 chỗ đã sửa tay được giữ nguyên" in dialogs.said(desk)
    assert selected(changed) == "mười"
    while dialogs.chosen(desk) != TOTAL:
        before = dialogs.chosen(desk)
        desk.keys("Down")
        until(lambda before=before: dialogs.chosen(desk) != before, "the next line is chosen")
    until(lambda: selected(changed) == "93", "the place is shown in the document")
    desk.keys("space")  # a place that nobody changed is written anyway
    desk.keys("Home")
    until(lambda: dialogs.chosen(desk) == BY_HAND, "the first line again")
    desk.keys("space")
    until(lambda: dialogs.chosen(desk) == BY_HAND.replace("[ ]", "[x]"), "the line is marked")
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "preview.png")

    desk.keys("Return")

    dialogs.wait_until_gone(desk)
    until(lambda: "- Tổng điểm đạt được: 95,5 điểm." in printed(changed), "the report is filled")
    assert cell(changed).getString() == "10"
    desk.see(changed, "Đã điền", "LABEL")
    desk.raise_window(changed)
    changed.getCurrentController().getFrame().getComponentWindow().setFocus()
    desk.keys("ctrl+z")
    until(lambda: cell(changed).getString() == "mười", "one Undo takes all of it back")
    assert "- Tổng điểm đạt được: 93 điểm." in printed(changed)


def test_escape_leaves_everything_as_it_was(desk: Desktop, changed: Any) -> None:
    before = state(changed)
    open_preview(desk, changed)
    desk.keys("space", "Down", "Down", "Escape")

    dialogs.wait_until_gone(desk)
    assert state(changed) == before


def test_where_a_fill_would_change_nothing_no_dialog_opens(desk: Desktop, report: Any) -> None:
    desk.press(report, FILL)
    desk.menu(report, PREVIEW)
    desk.see(report, "không có gì phải điền", "LABEL")
    assert dialogs.lines(desk) == []


def cell(document: Any) -> Any:
    """The score of 1.a in the table of the document."""
    return document.getBookmarks().getByName("bang_diem").getAnchor().TextTable.getCellByName("D3")


def open_preview(desk: Desktop, document: Any) -> None:
    desk.menu(document, PREVIEW)
    dialogs.wait_for_keys(desk, PREVIEW)


def selected(document: Any) -> str:
    return str(document.getCurrentController().getSelection().getByIndex(0).getString())


def state(document: Any) -> Tuple[str, List[str], str]:
    """Text, undo list and selection."""
    return printed(document), list(document.getUndoManager().getAllUndoActionTitles()), selected(document)
