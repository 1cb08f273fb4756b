"""Recognising a score table in any document (nhận ra bảng điểm): which row is which criterion, what stands in it.

Pure: rows of cell texts in, criteria out. Rows are matched by their words, in the order of the form; what does not
match is left alone, and a table in which too little matches is none of ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from .form import Criterion, Form, Mode
from .score import parse_score
from .text import clean_line

Rows = Sequence[Sequence[str]]

TOTAL = "total"  # as a record's [stated] calls it
_ENOUGH = 0.6  # share of the form's lines that must be found
_ALIKE = 0.75  # how alike two wordings must be
_TOTAL_WORDS = ("tổng cộng", "tổng điểm", "tổng số điểm", "cộng")
_NOT_WORDS = re.compile(r"[^\w%]+")


@dataclass(frozen=True)
class RecognisedTable:
    """A score table: its form, the column of scores, and what stands in each row that is a line of the form."""

    form_id: str
    score_column: int
    lines: Mapping[int, str]  # row -> criterion id, or "total"
    typed: Tuple[Tuple[str, str], ...]  # criteria that are scored by themselves
    stated: Tuple[Tuple[str, str], ...]  # sums and the total as the document prints them


def recognised(forms: Iterable[Form], rows: Rows) -> Optional[RecognisedTable]:
    """The table as that form's which explains most of it; ``None`` when no form does."""
    found = [table for table in (_as_table_of(form, rows) for form in forms) if table is not None]
    return max(found, key=lambda table: len(table.lines), default=None)


def _as_table_of(form: Form, rows: Rows) -> Optional[RecognisedTable]:
    if form.mode is not Mode.POINTS or not form.criteria:
        return None
    lines = _matched(form, [_longest(row) for row in rows])
    if len(lines) < _ENOUGH * len(form.criteria):
        return None
    total = next((number for number, row in enumerate(rows) if number > max(lines) and _is_total(row)), None)
    named = {**lines, **({} if total is None else {total: TOTAL})}
    column = _score_column(form, rows, lines)
    if column is None:
        return None
    scored = _scored(form)
    cells = [(id, _from_right(rows, number, column)) for number, id in named.items()]
    return RecognisedTable(
        form_id=form.id,
        score_column=column,
        lines=named,
        typed=tuple((id, text) for id, text in cells if text and id in scored),
        stated=tuple((id, text) for id, text in cells if text and id not in scored),
    )


def _matched(form: Form, labels: Sequence[str]) -> Dict[int, str]:
    """Row → criterion id; rows and criteria only ever go forward together."""
    found: Dict[int, str] = {}
    start = 0
    for number, label in enumerate(labels):
        position = _position(form.criteria, start, label)
        if position is not None:
            found[number] = form.criteria[position].id
            start = position + 1
    return found


def _position(criteria: Sequence[Criterion], start: int, label: str) -> Optional[int]:
    words = _words(label)
    for position in range(start, len(criteria)):
        if words and _alike(words, criteria[position]):
            return position
    return None


def _alike(words: str, criterion: Criterion) -> bool:
    wordings = {_words(criterion.label), _words(criterion.words_of_law or criterion.label)}
    return any(_ratio(words, wording) >= _ALIKE for wording in wordings)


def _ratio(one: str, other: str) -> float:
    """How alike two wordings are; 0 as soon as the cheaper bounds say that they are not."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0
    return matcher.ratio()


def _words(text: str) -> str:
    return " ".join(_NOT_WORDS.sub(" ", clean_line(text).casefold()).split())


def _longest(row: Sequence[str]) -> str:
    return max(row, key=len, default="")


def _is_total(row: Sequence[str]) -> bool:
    return any(_words(cell).startswith(_TOTAL_WORDS) for cell in row)


def _score_column(form: Form, rows: Rows, lines: Mapping[int, str]) -> Optional[int]:
    """Counted from the right, since merged cells stand at the left: the column of numbers that is not the maxima."""
    numbers: List[int] = []
    for column in range(1, max(map(len, rows)) + 1):
        cells = {id: _from_right(rows, number, column) for number, id in lines.items()}
        if sum(parse_score(cell) is not None for cell in cells.values()) > len(cells) // 2:
            numbers.append(column)
    others = [column for column in numbers if not _are_maxima(form, rows, lines, column)]
    return next(iter(others or numbers), None)


def _are_maxima(form: Form, rows: Rows, lines: Mapping[int, str], column: int) -> bool:
    maxima = {line.id: line.max_score for line in form.criteria if line.max_score is not None}
    known = [(maxima[id], number) for number, id in lines.items() if id in maxima]
    return bool(known) and all(parse_score(_from_right(rows, number, column)) == most for most, number in known)


def _from_right(rows: Rows, number: int, column: int) -> str:
    row = rows[number]
    return clean_line(row[-column]) if column <= len(row) else ""


def _scored(form: Form) -> Tuple[str, ...]:
    """Lines that are typed: those without lines below them, and criteria whose parts have no points."""
    parents = {line.parent for line in form.criteria if line.max_score is not None and line.level > 2}
    groups = {line.id for line in form.criteria if line.level == 1 and form.children(line.id)}
    return tuple(line.id for line in form.criteria if line.id not in parents and line.id not in groups)
