"""Where the controls of the part Chấm điểm stand."""

from __future__ import annotations

from typing import Dict, NamedTuple, Tuple

from .boxes import BORDER, Box, Measures, headed, heading_row, text_drop

LIST_ROWS = 3  # fewest rows of the list that still show where one is
SCROLL_BAR = 24
STATUS_LINES = 3
FINDING_OF_ROW_LINES = 2  # taken from the wording
EVIDENCE_LABEL_LETTERS = 10
EVIDENCE_LINES = 2
READ_LETTERS = 17  # width of the button that reads the document


class Sheet(NamedTuple):
    """What the form of the document asks for."""

    levels: bool = False  # answers in words take a line of their own; there is no total
    evidence: bool = False  # there is a field for proof


POINTS = Sheet()


def height_of(measures: Measures, sheet: Sheet = POINTS) -> int:
    """Height from which on everything of Chấm điểm stands well, and more goes to the list."""
    return _list_least(measures) + _beside_list(measures, sheet)


def least_of(measures: Measures, sheet: Sheet = POINTS) -> int:
    """Smallest height in which everything of Chấm điểm stands."""
    return height_of(measures._replace(tight=True), sheet)


def places(
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
    m = measures._replace(tight=height < height_of(measures, sheet))
    inner = m.inner(width)
    heading = heading_row(width, m)
    list_box = Box(m.margin, heading.bottom, inner, _list_height(height - _beside_list(m, sheet), m))
    card = Box(m.margin, list_box.bottom + m.gap // 2, inner, m.lines(_wording_lines(m)))
    entry = Box(m.margin, card.bottom + m.gap, inner, _entry_height(m, sheet))
    result = Box(m.margin, entry.bottom + m.gap, inner, _result_height(m, sheet))
    buttons = Box(m.margin, result.bottom + m.gap, inner, m.button)
    return {
        **headed(heading, m, ("list_label", "read"), READ_LETTERS),
        "list": list_box,
        **_card(card, m, found),
        **_entry(entry, m, sheet),
        **_result(result, m, sheet),
        **_buttons(buttons, m, overwrite),
        **_below(buttons._replace(y=buttons.bottom + m.gap), m, sheet, told, told_lines),
    }


def line_width(width: int, measures: Measures) -> int:
    """Room for a line in a list of this width, beside its border and scroll bar; that bar is never narrower.

    0, so that no line is cut, in a list as narrow as a panel is only until the office has made room for it: to cut all
    lines to each width that it tries takes as long as everything else here.
    """
    bar = max(round(measures.line * 1.5), SCROLL_BAR)
    return width - bar if measures.makes_room(width) else 0


def lines_of(text: str, width: int, measures: Measures) -> int:
    """How many lines a label of this width needs at most for a sentence."""
    return 1 + round(measures.letter * len(text)) // max(1, measures.inner(width))


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
        label = Box(area.x, area.y + text_drop(m), area.width - field - m.gap, m.lines(1))
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
