"""The list of criteria: score, maximum, symbol and wording of each, one line each.

A list box, not the office's grid: in 7.4 a grid that a screen reader has looked at ends the whole office when its
window is closed. A list box has no columns; ``score_lines`` sets them with spaces.
"""

from __future__ import annotations

from typing import Any, Dict, Optional, Sequence, Tuple

from com.sun.star.awt.PosSize import HEIGHT

from .score_lines import lines

ROWS_BEFORE = 3
VERY_HIGH = 10_000  # pixels; what the border takes of it is less than a row


class ScoreList:
    """Shows rows; knows which one is selected. It rewrites only the lines that changed."""

    def __init__(self, control: Any, ruler: Any) -> None:
        """``ruler`` is a hidden label with the font of the list."""
        self.control = control
        self.model = control.getModel()
        self.measure = Ruler(ruler)
        self.rows: Tuple[Any, ...] = ()
        self.shown: Tuple[str, ...] = ()
        self.width = 0

    def row_height(self) -> int:
        """How high a row is drawn. The box tells only how many it shows, so it is made very high for a moment."""
        self.control.setPosSize(0, 0, 0, VERY_HIGH, HEIGHT)
        _columns, rows = self.control.getColumnsAndLines(0, 0)[-2:]
        return int(VERY_HIGH // rows)

    def show(self, rows: Sequence[Any]) -> None:
        self.rows = tuple(rows)
        self._write(lines(self.rows, self.width, self.measure))

    def fit(self, width: int) -> None:
        """The lines get this much room."""
        if width != self.width:
            self.width = width
            self.show(self.rows)

    def selected(self) -> Optional[int]:
        """Place of the selected row, ``None`` when there is none."""
        position = int(self.control.getSelectedItemPos())
        return position if position >= 0 else None

    def select(self, index: int) -> None:
        """Select this row and bring it into sight, with some of what stands before it."""
        self.control.selectItemPos(index, True)
        self.control.makeVisible(max(0, index - ROWS_BEFORE))

    def _write(self, wanted: Tuple[str, ...]) -> None:
        selected = self.selected()
        if len(wanted) != len(self.shown):
            self.model.StringItemList = wanted
        else:
            self._rewrite(wanted)
        self.shown = wanted
        if selected is not None and selected < len(wanted) and self.selected() != selected:
            self.control.selectItemPos(selected, True)  # a rewritten line is no longer selected

    def _rewrite(self, wanted: Tuple[str, ...]) -> None:
        for index, (new, old) in enumerate(zip(wanted, self.shown)):
            if new != old:
                self.model.setItemText(index, new)


class Ruler:
    """Tells how wide a text is drawn: ``ruler("Đơn vị")`` in pixels.

    The office has fonts to ask, but one that only Python still holds can lock the office for ever when it is let
    go: that happens on another thread, which waits for the window thread while that one waits for Python.
    """

    EDGE = "|"  # at both ends, since a label does not count blanks at its ends

    def __init__(self, label: Any) -> None:
        self.label = label
        self.known: Dict[str, int] = {}
        self.edges = self._width(self.EDGE * 2)

    def __call__(self, text: str) -> int:
        if text not in self.known:
            self.known[text] = self._width(self.EDGE + text + self.EDGE) - self.edges
        return self.known[text]

    def _width(self, text: str) -> int:
        self.label.setText(text)
        return int(self.label.getPreferredSize().Width)
