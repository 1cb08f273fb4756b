"""The list of criteria as the office draws it."""

from __future__ import annotations

import pytest

from vanthu_uno.boxes import BORDER

pytestmark = pytest.mark.office


@pytest.mark.parametrize("rows", [3, 8, 40])
def test_a_list_as_high_as_so_many_rows_shows_just_these(opened, panel_in, raw, rows):
    from com.sun.star.awt.PosSize import HEIGHT

    panel = panel_in(opened(raw))
    panel.place(panel.measures.narrowest, 900)  # as long as lines are not cut, a scroll bar lies over the last rows
    control, row = panel.scores.list.control, panel.measures.row

    def shown(height: int) -> int:
        control.setPosSize(0, 0, 0, height, HEIGHT)
        return int(control.getColumnsAndLines(0, 0)[-1])

    assert shown(rows * row + 2 * BORDER) == rows
    assert shown(rows * row + 2 * BORDER - 1) == rows - 1
