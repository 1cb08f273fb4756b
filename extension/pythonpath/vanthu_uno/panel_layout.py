"""Where the controls of the panels stand. Pure: sizes in, rectangles out; pixels throughout.

A dialog file knows fixed places only; the sidebar is as wide as the clerk draws it and its font as large as the
screen needs, so every place is computed from the width and from the size of a letter.
"""

from __future__ import annotations

from typing import Dict, NamedTuple


class Box(NamedTuple):
    """A rectangle inside the panel."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height


class Measures(NamedTuple):
    """The panel's font: an average letter's width and a line's height; how high a list box draws a row."""

    letter: float
    line: float
    row: int = 0  # 0 where there is no list

    @property
    def gap(self) -> int:
        return round(self.line * 0.4)

    @property
    def field(self) -> int:
        """Height of a one-line field."""
        return round(self.line * 1.7)

    @property
    def button(self) -> int:
        return round(self.line * 2)

    @property
    def narrowest(self) -> int:
        """Width below which words would be cut."""
        return round(self.letter * 42)

    def lines(self, count: int) -> int:
        """Height of a label of so many lines."""
        return round(self.line * count + self.line * 0.2)

    def letters(self, count: int) -> int:
        return round(self.letter * count)


PROFILE_FIELDS = ("form", "year", "parent", "unit", "short", "place")
LIST_ROWS = 3  # fewest rows of the list that still show where one is
BORDER = 2
WORDING_LINES = 4
FINDING_LINES = 4
STATUS_LINES = 3
KEEP_LETTERS = 19  # width of the button that keeps the profile
KEPT_LINES = 2


def profile_height(measures: Measures) -> int:
    """Height of the panel Hồ sơ at any width."""
    rows = len(PROFILE_FIELDS)
    return (rows + 1) * measures.field + (rows + 2) * measures.gap


def profile(width: int, measures: Measures, label: int) -> Dict[str, Box]:
    """Places of Hồ sơ; ``label`` is the width of its longest label."""
    m = measures
    left, row = m.gap, m.field + m.gap
    field = left + label + m.gap
    boxes = {}
    for index, name in enumerate(PROFILE_FIELDS):
        top = m.gap + index * row
        boxes[name + "_label"] = Box(left, top + _text_drop(m), label, m.lines(1))
        boxes[name] = Box(field, top, width - field - m.gap, m.field)
    boxes.update(_keep(Box(left, m.gap + len(PROFILE_FIELDS) * row, width - 2 * m.gap, m.field), m))
    return boxes


def _keep(row: Box, m: Measures) -> Dict[str, Box]:
    """The button, and beside it what it has done, in two lines that reach a little into the gaps."""
    button = m.letters(KEEP_LETTERS)
    height = m.lines(KEPT_LINES)
    said = Box(row.x, row.y - (height - row.height) // 2, row.width - button - m.gap, height)
    return {"kept": said, "keep": Box(said.right + m.gap, row.y, button, row.height)}


def scores_height(measures: Measures) -> int:
    """Smallest height in which everything of Chấm điểm stands."""
    return _list_least(measures) + _beside_list(measures)


def scores(width: int, height: int, measures: Measures, overwrite: bool, told: bool) -> Dict[str, Box]:
    """Places of Chấm điểm; the list takes what height the rest leaves.

    ``overwrite``: the second button is shown. ``told``: there is a sentence under the button; without one the
    findings stand there. The list never changes its height while someone types.
    """
    m = measures
    inner = width - 2 * m.gap
    heading = Box(m.gap, m.gap // 2, inner, m.lines(1))
    list_box = Box(m.gap, heading.bottom, inner, _list_height(height - _beside_list(m), m))
    wording = Box(m.gap, list_box.bottom + m.gap, inner, m.lines(WORDING_LINES))
    entry = Box(m.gap, wording.bottom + m.gap, inner, m.field)
    result = Box(m.gap, entry.bottom + m.gap, inner, _result_height(m))
    buttons = Box(m.gap, result.bottom + m.gap, inner, m.button)
    blanks = Box(m.gap, buttons.bottom + m.gap // 2, inner, m.field)
    status = Box(m.gap, blanks.bottom + m.gap, inner, m.lines(STATUS_LINES))
    lines = FINDING_LINES + (0 if told else STATUS_LINES)
    findings = Box(m.gap, (status if told else blanks).bottom + m.gap, inner, m.lines(lines))
    return {
        "list_label": heading,
        "list": list_box,
        "wording": wording,
        **_entry(entry, m),
        **_result(result, m),
        **_buttons(buttons, m, overwrite),
        "blanks": blanks,
        "status": status,
        "findings": findings,
    }


def line_width(width: int, measures: Measures) -> int:
    """Room for a line in a list of this width, beside its border and scroll bar."""
    return width - round(measures.line * 1.5)


def _entry(row: Box, m: Measures) -> Dict[str, Box]:
    field = m.letters(12)
    label = Box(row.x, row.y + _text_drop(m), row.width - field - m.gap, m.lines(1))
    return {"score_label": label, "score": Box(label.right + m.gap, row.y, field, row.height)}


def _result(area: Box, m: Measures) -> Dict[str, Box]:
    big = _big_line(m)
    half = area.width * 45 // 100
    inset = m.letters(1) // 3  # large text stands a little to the right of where its box begins
    under = area.y + big
    progress = m.letters(18)
    return {
        "total": Box(area.x, area.y, half, big),
        "rating": Box(area.x + half, area.y, area.width - half - inset, big),
        "progress": Box(area.x, under, progress, m.lines(1)),
        "distance": Box(area.x, under + m.lines(1), area.width, m.lines(1)),
    }


def _buttons(row: Box, m: Measures, overwrite: bool) -> Dict[str, Box]:
    if not overwrite:
        return {"fill": row, "overwrite": row}
    half = (row.width - m.gap) // 2
    return {"fill": row._replace(width=half), "overwrite": row._replace(x=row.x + half + m.gap, width=half)}


def _beside_list(m: Measures) -> int:
    texts = m.lines(WORDING_LINES) + m.lines(FINDING_LINES) + m.lines(STATUS_LINES)
    texts += m.lines(1)
    return texts + 2 * m.field + _result_height(m) + m.button + 8 * m.gap + m.gap // 2


def _list_least(m: Measures) -> int:
    return (LIST_ROWS) * m.row + 2 * BORDER


def _list_height(room: int, m: Measures) -> int:
    """As many whole rows as there is room for."""
    rows = max(LIST_ROWS, (room - 2 * BORDER) // m.row)
    return rows * m.row + 2 * BORDER


def _result_height(m: Measures) -> int:
    return _big_line(m) + 2 * m.lines(1)


def _big_line(m: Measures) -> int:
    return round(m.line * 2)


def _text_drop(m: Measures) -> int:
    """How far a label is lowered to stand level with the text of the field beside it."""
    return (m.field - m.lines(1)) // 2
