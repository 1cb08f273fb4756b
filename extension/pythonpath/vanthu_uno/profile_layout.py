"""Where the controls of the part Hồ sơ stand."""

from __future__ import annotations

from typing import Dict, NamedTuple, Sequence, Tuple

from .boxes import BORDER, Box, Measures, headed, heading_row, text_drop

ROWS = ("form", "year", "unit_type", "parent", "unit", "short")  # each begins with a label
SECOND = {"short": "place"}  # what shares a row with it
YEAR_LETTERS = 7
SHORT_LETTERS = 8
SECOND_LABEL_LETTERS = 7
KEEP_LETTERS = 19  # width of the button that keeps the profile
KEPT_LINES = 2
FOLD_LETTERS = 13  # of the button that folds Hồ sơ


class Facts(NamedTuple):
    """What of Hồ sơ is shown."""

    typed: bool = False  # units are of types
    folded: bool = False  # only the line that says whose report it is


OPEN = Facts()


def height_of(measures: Measures, facts: Facts = OPEN) -> int:
    """Height in which Hồ sơ stands well, at any width."""
    rows = len(_rows(facts))
    fields = 0 if facts.folded else (rows + 1) * (measures.field + measures.gap)
    return _about_height(measures) + fields + BORDER


def least_of(measures: Measures, facts: Facts = OPEN) -> int:
    """Smallest height in which everything of Hồ sơ stands."""
    return height_of(measures._replace(tight=True), facts)


def places(
    width: int, height: int, measures: Measures, label: int, facts: Facts = OPEN, checks: Sequence[str] = ()
) -> Dict[str, Box]:
    """Places of Hồ sơ.

    ``label`` is the width of its longest label. ``checks``: the check boxes that it has, which stand beside the year.
    """
    m = measures._replace(tight=height < height_of(measures, facts))
    about = headed(heading_row(width, m), m, ("about", "fold"), FOLD_LETTERS)
    edge = Box(m.margin, height - BORDER, m.inner(width), BORDER)
    return {**about, **({} if facts.folded else _facts(width, m, label, facts, checks)), "edge": edge}


def _facts(width: int, m: Measures, label: int, facts: Facts, checks: Sequence[str]) -> Dict[str, Box]:
    left, row, first = m.margin, m.field + m.gap, _about_height(m)
    field = left + label + m.gap
    boxes: Dict[str, Box] = {}
    for index, name in enumerate(_rows(facts)):
        top = first + index * row
        boxes[name + "_label"] = Box(left, top + text_drop(m), label, m.lines(1))
        boxes[name] = Box(field, top, width - field - m.margin, m.field)
    boxes.update(_beside_year(boxes["year"], m, checks))
    boxes.update(_short_and_second(boxes["short"], m))
    boxes.update(_keep(Box(left, first + len(_rows(facts)) * row, m.inner(width), m.field), m))
    return boxes


def _about_height(m: Measures) -> int:
    """Of the line that says whose report it is, with the gap below it."""
    return m.gap // 2 + m.low_button + m.gap


def _rows(facts: Facts) -> Tuple[str, ...]:
    return tuple(name for name in ROWS if facts.typed or name != "unit_type")


def _beside_year(row: Box, m: Measures, checks: Sequence[str]) -> Dict[str, Box]:
    if not checks:
        return {}
    year = row._replace(width=m.letters(YEAR_LETTERS))
    room = (row.right - year.right) // len(checks)
    top = row.y + text_drop(m)
    beside = [Box(year.right + m.gap + index * room, top, room - m.gap, m.lines(1)) for index in range(len(checks))]
    return {"year": year, **dict(zip(checks, beside))}


def _short_and_second(row: Box, m: Measures) -> Dict[str, Box]:
    """Two short facts in one row."""
    short = row._replace(width=m.letters(SHORT_LETTERS))
    second = SECOND["short"]
    label = Box(short.right + m.gap, row.y + text_drop(m), m.letters(SECOND_LABEL_LETTERS), m.lines(1))
    left = label.right + m.gap
    return {"short": short, second + "_label": label, second: row._replace(x=left, width=row.right - left)}


def _keep(row: Box, m: Measures) -> Dict[str, Box]:
    """The button, and beside it what it has done, in two lines that reach a little into the gaps."""
    button = m.letters(KEEP_LETTERS)
    height = min(m.lines(KEPT_LINES), row.height + 2 * m.gap)
    said = Box(row.x, row.y - (height - row.height) // 2, row.width - button - m.gap, height)
    return {"kept": said, "keep": Box(said.right + m.gap, row.y, button, row.height)}
