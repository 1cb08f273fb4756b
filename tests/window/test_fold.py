"""The part Hồ sơ is folded to a line, by hand or by itself where the screen is low."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, Iterator

import pytest
from window.desktop import PROJECT, UNFOLD, YEAR, Desktop, missing, until
from window.test_sidebar import SCORE, assert_all_in_sight, has_focus
from window.thing import Thing

pytestmark = pytest.mark.window

FOLD = "Thu gọn"
UNIT = "Đơn vị"
LOW = "1366x580x24"  # both parts of the panel do not fit, one does


@pytest.fixture
def low_desk(tmp_path: Path) -> Iterator[Desktop]:
    if missing():
        pytest.skip(f"a window test needs {', '.join(missing())}")
    with Desktop(tmp_path, screen=LOW) as desk:
        yield desk


def test_a_click_folds_it_to_whose_report_it_is_and_the_next_window_begins_so(desk: Desktop, report: Any) -> None:
    desk.open_profile(report)
    desk.click(desk.field(report, UNIT))
    desk.keys("ctrl+a")
    desk.type("Truong VP 3")
    low = the_list(desk, report).box[3]

    desk.press(report, FOLD)

    until(functools.partial(is_folded, desk, report), "Hồ sơ is folded")
    year = desk.see(report, ": Truong VP 3", "LABEL").name.split(":")[0]
    assert year.startswith("Hồ sơ 20")
    until(lambda: the_list(desk, report).box[3] > 1.5 * low, "the list has its room")
    high = the_list(desk, report).box[3]
    assert_all_in_sight(desk, report)
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "folded.png")

    other = desk.new_report()
    assert is_folded(desk, other)
    desk.press(other, UNFOLD)
    desk.field(other, YEAR)
    desk.close_document(other)

    desk.press(report, UNFOLD)
    assert desk.field(report, UNIT).text == "Truong VP 3"
    until(lambda: the_list(desk, report).box[3] < high, "the fields have their room again")


def test_the_keyboard_folds_and_unfolds_it(desk: Desktop, report: Any) -> None:
    desk.open_profile(report)
    desk.click(desk.field(report, YEAR))
    until(lambda: has_focus(desk, report, YEAR), "the cursor is in the year")
    desk.keys("shift+Tab", "shift+Tab")
    until(lambda: "FOCUSED" in desk.button(report, FOLD).states, "the button before the fields")

    desk.keys("space")
    until(lambda: "FOCUSED" in desk.button(report, UNFOLD).states, "folded, and the keys are still there")
    assert is_folded(desk, report)

    desk.keys("space")
    desk.field(report, YEAR)
    desk.keys("Tab", "Tab")
    until(lambda: has_focus(desk, report, YEAR), "the cursor is in the year again")


def test_on_a_low_screen_it_folds_for_who_scores_and_opens_for_who_asks(low_desk: Desktop) -> None:
    report = low_desk.new_report()
    for _ in range(2):
        low_desk.raise_window(report)
        low_desk.keys("ctrl+7")
        until(functools.partial(is_folded, low_desk, report), "Hồ sơ is folded by the command")
        until(lambda: has_focus(low_desk, report, SCORE), "the cursor is in the score field")
        assert_all_in_sight(low_desk, report)

        low_desk.press(report, UNFOLD)
        low_desk.field(report, YEAR)
    low_desk.close_document(report)


def is_folded(desk: Desktop, document: Any) -> bool:
    return desk.button(document, UNFOLD) is not None and desk.find(document, YEAR, "TEXT") is None


def the_list(desk: Desktop, document: Any) -> Thing:
    return desk.still(document, "tiêu chí:", "LIST")
