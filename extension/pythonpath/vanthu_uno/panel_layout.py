"""Where the controls of the panel stand. Pure: sizes in, rectangles out; pixels throughout.

A dialog file knows fixed places only; the sidebar is as wide as the clerk draws it and its font as large as the
screen needs, so every place is computed from the width and from the size of a letter.
"""

from __future__ import annotations

from typing import Dict, Mapping, NamedTuple, Sequence, Tuple


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
    """The panel's font: an average letter's width and a line's height; how high the office draws a row and a field."""

    letter: float
    line: float
    row: int = 0  # 0 where there is no list
    least_field: int = 0  # GTK draws no field lower than its theme says, and lets it lie over what stands below
    tight: bool = False  # on a low screen: narrow gaps, and fewer lines for long texts

    @property
    def gap(self) -> int:
        return round(self.line * (0.2 if self.tight else 0.4))

    @property
    def field(self) -> int:
        """Height of a one-line field."""
        return max(round(self.line * 1.7), self.least_field)

    @property
    def button(self) -> int:
        return round(self.line * 2)

    @property
    def low_button(self) -> int:
        """Height of a button that shares a row with a label."""
        return round(self.line * 1.5)

    @property
    def narrowest(self) -> int:
        """Width below which words would be cut."""
        return round(self.letter * 42)

    def lines(self, count: int) -> int:
        """Height of a label of so many lines."""
        return round(self.line * count + self.line * 0.2)

    def letters(self, count: int) -> int:
        return round(self.letter * count)


class Facts(NamedTuple):
    """What of Hồ sơ is shown."""

    typed: bool = False  # units are of types
    folded: bool = False  # only the line that says whose report it is


class Sheet(NamedTuple):
    """What the form of the document asks for."""

    levels: bool = False  # answers in words take a line of their own; there is no total
    evidence: bool = False  # there is a field for proof


OPEN = Facts()
POINTS = Sheet()
PROFILE_ROWS = ("form", "year", "unit_type", "parent", "unit", "short")  # each begins with a label
SECOND = {"short": "place"}  # what shares a row with it
LIST_ROWS = 3  # fewest rows of the list that still show where one is
BORDER = 2
SCROLL_BAR = 24
STATUS_LINES = 3
FINDING_OF_ROW_LINES = 2  # taken from the wording
YEAR_LETTERS = 7
SHORT_LETTERS = 8
SECOND_LABEL_LETTERS = 7
EVIDENCE_LABEL_LETTERS = 10
EVIDENCE_LINES = 2
KEEP_LETTERS = 19  # width of the button that keeps the profile
KEPT_LINES = 2
READ_LETTERS = 17  # width of the button that reads the document
FOLD_LETTERS = 13  # of the button that folds Hồ sơ
ROOM_MADE = 0.8  # of the narrowest width; a deck that scrolls takes less than a tenth away


def least(measures: Measures, sheet: Sheet = POINTS, facts: Facts = OPEN) -> int:
    """Smallest height of a panel in which everything stands."""
    return profile_least(measures, facts) + scores_least(measures, sheet)


def shares(height: int, measures: Measures, sheet: Sheet = POINTS, facts: Facts = OPEN) -> Tuple[int, int]:
    """Heights of Hồ sơ and Chấm điểm in a panel of this height: Hồ sơ is set narrowly first, the list gets the rest."""
    whole = profile_height(measures, facts)
    above = whole if whole + scores_height(measures, sheet) <= height else profile_least(measures, facts)
    return above, height - above


def lowered(boxes: Mapping[str, Box], by: int) -> Dict[str, Box]:
    """The same places, farther down."""
    return {name: box._replace(y=box.y + by) for name, box in boxes.items()}


def profile_height(measures: Measures, facts: Facts = OPEN) -> int:
    """Height in which Hồ sơ stands well, at any width."""
    rows = len(_profile_rows(facts))
    fields = 0 if facts.folded else (rows + 1) * (measures.field + measures.gap)
    return _about_height(measures) + fields + BORDER


def profile_least(measures: Measures, facts: Facts = OPEN) -> int:
    """Smallest height in which everything of Hồ sơ stands."""
    return profile_height(measures._replace(tight=True), facts)


def profile(
    width: int, height: int, measures: Measures, label: int, facts: Facts = OPEN, checks: Sequence[str] = ()
) -> Dict[str, Box]:
    """Places of Hồ sơ.

    ``label`` is the width of its longest label. ``checks``: the check boxes that it has, which stand beside the year.
    """
    m = measures._replace(tight=height < profile_height(measures, facts))
    about = _headed(_heading_row(width, m), m, ("about", "fold"), FOLD_LETTERS)
    edge = Box(m.gap, height - BORDER, width - 2 * m.gap, BORDER)
    return {**about, **({} if facts.folded else _facts(width, m, label, facts, checks)), "edge": edge}


def _facts(width: int, m: Measures, label: int, facts: Facts, checks: Sequence[str]) -> Dict[str, Box]:
    left, row, first = m.gap, m.field + m.gap, _about_height(m)
    field = left + label + m.gap
    boxes: Dict[str, Box] = {}
    for index, name in enumerate(_profile_rows(facts)):
        top = first + index * row
        boxes[name + "_label"] = Box(left, top + _text_drop(m), label, m.lines(1))
        boxes[name] = Box(field, top, width - field - m.gap, m.field)
    boxes.update(_beside_year(boxes["year"], m, checks))
    boxes.update(_short_and_second(boxes["short"], m))
    boxes.update(_keep(Box(left, first + len(_profile_rows(facts)) * row, width - 2 * m.gap, m.field), m))
    return boxes


def _about_height(m: Measures) -> int:
    """Of the line that says whose report it is, with the gap below it."""
    return m.gap // 2 + m.low_button + m.gap


def _profile_rows(facts: Facts) -> Tuple[str, ...]:
    return tuple(name for name in PROFILE_ROWS if facts.typed or name != "unit_type")


def _beside_year(row: Box, m: Measures, checks: Sequence[str]) -> Dict[str, Box]:
    if not checks:
        return {}
    year = row._replace(width=m.letters(YEAR_LETTERS))
    room = (row.right - year.right) // len(checks)
    top = row.y + _text_drop(m)
    places = [Box(year.right + m.gap + index * room, top, room - m.gap, m.lines(1)) for index in range(len(checks))]
    return {"year": year, **dict(zip(checks, places))}


def _short_and_second(row: Box, m: Measures) -> Dict[str, Box]:
    """Two short facts in one row."""
    short = row._replace(width=m.letters(SHORT_LETTERS))
    second = SECOND["short"]
    label = Box(short.right + m.gap, row.y + _text_drop(m), m.letters(SECOND_LABEL_LETTERS), m.lines(1))
    left = label.right + m.gap
    return {"short": short, second + "_label": label, second: row._replace(x=left, width=row.right - left)}


def _keep(row: Box, m: Measures) -> Dict[str, Box]:
    """The button, and beside it what it has done, in two lines that reach a little into the gaps."""
    button = m.letters(KEEP_LETTERS)
    height = min(m.lines(KEPT_LINES), row.height + 2 * m.gap)
    said = Box(row.x, row.y - (height - row.height) // 2, row.width - button - m.gap, height)
    return {"kept": said, "keep": Box(said.right + m.gap, row.y, button, row.height)}


def scores_height(measures: Measures, sheet: Sheet = POINTS) -> int:
    """Height from which on everything of Chấm điểm stands well, and more goes to the list."""
    return _list_least(measures) + _beside_list(measures, sheet)


def scores_least(measures: Measures, sheet: Sheet = POINTS) -> int:
    """Smallest height in which everything of Chấm điểm stands."""
    return scores_height(measures._replace(tight=True), sheet)


def scores(
    width: int,
    height: int,
    measures: Measures,
    overwrite: bool,
    told: bool,
    found: bool = False,
    sheet: Sheet = POINTS,
    told_lines: int = STATUS_LINES,
) -> Dict[str, Box]:
    """Places of Chấm điểm; the list takes what height the rest leaves.

    ``overwrite``: the second button is shown. ``told``: there is a sentence under the button; without one the
    findings stand there, and a short one of ``told_lines`` leaves them its room. ``found``: there is something to say
    about the selected row. The list never changes its height while someone types.
    """
    m = measures._replace(tight=height < scores_height(measures, sheet))
    inner = width - 2 * m.gap
    heading = _heading_row(width, m)
    list_box = Box(m.gap, heading.bottom, inner, _list_height(height - _beside_list(m, sheet), m))
    card = Box(m.gap, list_box.bottom + m.gap // 2, inner, m.lines(_wording_lines(m)))
    entry = Box(m.gap, card.bottom + m.gap, inner, _entry_height(m, sheet))
    result = Box(m.gap, entry.bottom + m.gap, inner, _result_height(m, sheet))
    buttons = Box(m.gap, result.bottom + m.gap, inner, m.button)
    return {
        **_headed(heading, m, ("list_label", "read"), READ_LETTERS),
        "list": list_box,
        **_card(card, m, found),
        **_entry(entry, m, sheet),
        **_result(result, m, sheet),
        **_buttons(buttons, m, overwrite),
        **_below(buttons._replace(y=buttons.bottom + m.gap), m, sheet, told, told_lines),
    }


def _heading_row(width: int, m: Measures) -> Box:
    return Box(m.gap, m.gap // 2, width - 2 * m.gap, m.low_button)


def _headed(row: Box, m: Measures, names: Tuple[str, str], letters: int) -> Dict[str, Box]:
    """What stands below, as close to it as a label stands; at the right a button of so many letters."""
    button = m.letters(letters)
    label = Box(row.x, row.bottom - m.lines(1), row.width - button - m.gap, m.lines(1))
    return {names[0]: label, names[1]: Box(label.right + m.gap, row.y, button, row.height)}


def line_width(width: int, measures: Measures) -> int:
    """Room for a line in a list of this width, beside its border and scroll bar; that bar is never narrower.

    0, so that no line is cut, in a list as narrow as a panel is only until the office has made room for it. It tries
    two or three such widths when a deck is opened, half to three quarters of what the panel asks for, and to cut all
    lines to each takes as long as everything else here.
    """
    bar = max(round(measures.line * 1.5), SCROLL_BAR)
    return width - bar if width >= ROOM_MADE * measures.narrowest else 0


def _card(area: Box, m: Measures, found: bool) -> Dict[str, Box]:
    """The wording, and what is found about the row: in its lower half, or nowhere."""
    if not found:
        return {"wording": area}
    finding = m.lines(FINDING_OF_ROW_LINES)
    wording = area._replace(height=area.height - finding)
    return {"wording": wording, "finding": wording._replace(y=wording.bottom, height=finding)}


def _entry(area: Box, m: Measures, sheet: Sheet) -> Dict[str, Box]:
    """What is typed for the row: points beside their label, an answer below it, the proof last."""
    if sheet.levels:
        label = area._replace(height=m.lines(1))
        score = Box(area.x, label.bottom, area.width, m.field)
    else:
        field = m.letters(12)
        label = Box(area.x, area.y + _text_drop(m), area.width - field - m.gap, m.lines(1))
        score = Box(label.right + m.gap, area.y, field, m.field)
    boxes = {"score_label": label, "score": score}
    if sheet.evidence:
        boxes.update(_evidence(area._replace(y=score.bottom + m.gap // 2), m))
    return boxes


def _evidence(area: Box, m: Measures) -> Dict[str, Box]:
    label = Box(area.x, area.y, m.letters(EVIDENCE_LABEL_LETTERS), m.lines(1))
    below = area.y + _evidence_height(m) - label.bottom
    return {
        "evidence_label": label,
        "file": Box(label.x, label.bottom, label.width - m.gap, below),
        "evidence": Box(label.right, area.y, area.width - label.width, _evidence_height(m)),
    }


def _result(area: Box, m: Measures, sheet: Sheet) -> Dict[str, Box]:
    big = _big_line(m, sheet)
    half = area.width * 45 // 100
    inset = m.letters(1) // 3  # large text stands a little to the right of where its box begins
    under = area.y + big
    rating = Box(area.x + half, area.y, area.width - half - inset, big)
    if sheet.levels:
        progress = Box(area.x, area.y + (big - m.lines(1)) // 2, half, m.lines(1))
        return {"rating": rating, "progress": progress, "distance": Box(area.x, under, area.width, 2 * m.lines(1))}
    return {
        "total": Box(area.x, area.y, half, big),
        "rating": rating,
        "progress": Box(area.x, under, m.letters(18), m.lines(1)),
        "distance": Box(area.x, under + m.lines(1), area.width, m.lines(1)),
    }


def lines_of(text: str, width: int, measures: Measures) -> int:
    """How many lines a label of this width needs at most for a sentence."""
    return 1 + round(measures.letter * len(text)) // max(1, width - 2 * measures.gap)


def _below(area: Box, m: Measures, sheet: Sheet, told: bool, told_lines: int) -> Dict[str, Box]:
    """The status and the findings; the findings have all the room while there is no status."""
    status_lines, finding_lines = _lines_below(m, sheet)
    status = area._replace(height=m.lines(min(status_lines, told_lines)))
    if told:
        bottom = area.y + m.lines(status_lines) + m.gap + m.lines(finding_lines)
        top = status.bottom + m.gap
        return {"status": status, "findings": area._replace(y=top, height=bottom - top)}
    return {"status": status, "findings": area._replace(height=m.lines(finding_lines + status_lines))}


def _wording_lines(m: Measures) -> int:
    return 3 if m.tight else 4


def _lines_below(m: Measures, sheet: Sheet) -> Tuple[int, int]:
    """Of the status, and of the findings; the proof and an answer's label, which has a line of its own, take some."""
    if m.tight:
        return 1, 2 - sheet.evidence
    if sheet.evidence:
        return 2, 2
    return STATUS_LINES, 4 - sheet.levels


def _buttons(row: Box, m: Measures, overwrite: bool) -> Dict[str, Box]:
    if not overwrite:
        return {"fill": row, "overwrite": row}
    half = (row.width - m.gap) // 2
    return {"fill": row._replace(width=half), "overwrite": row._replace(x=row.x + half + m.gap, width=half)}


def _beside_list(m: Measures, sheet: Sheet) -> int:
    texts = m.low_button + m.lines(_wording_lines(m)) + sum(m.lines(count) for count in _lines_below(m, sheet))
    gaps = 6 * m.gap + 2 * (m.gap // 2)
    return texts + _entry_height(m, sheet) + _result_height(m, sheet) + m.button + gaps


def _entry_height(m: Measures, sheet: Sheet) -> int:
    evidence = m.gap // 2 + _evidence_height(m) if sheet.evidence else 0
    return m.field + (m.lines(1) if sheet.levels else 0) + evidence


def _evidence_height(m: Measures) -> int:
    return m.field + round(m.line * (EVIDENCE_LINES - 1))


def _list_least(m: Measures) -> int:
    return LIST_ROWS * m.row + 2 * BORDER


def _list_height(room: int, m: Measures) -> int:
    """As many whole rows as there is room for."""
    rows = max(LIST_ROWS, (room - 2 * BORDER) // m.row)
    return rows * m.row + 2 * BORDER


def _result_height(m: Measures, sheet: Sheet) -> int:
    return _big_line(m, sheet) + 2 * m.lines(1)


def _big_line(m: Measures, sheet: Sheet) -> int:
    """Height of the total, or of a level, which is set a little smaller."""
    return round(m.line * (1.7 if sheet.levels else 2))


def _text_drop(m: Measures) -> int:
    """How far a label is lowered to stand level with the text of the field beside it."""
    return (m.field - m.lines(1)) // 2
