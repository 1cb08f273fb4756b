"""Recognising a score table in any document (nhận ra bảng điểm): which row is which criterion, what stands in it.

Pure: rows of cell texts in, criteria out. Rows are matched by their words, in the order of the form; what does not
match is left alone, and a table in which too little matches is none of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Collection, Dict, FrozenSet, Iterable, List, Mapping, Optional, Sequence, Tuple

from .answer import bare_answer
from .answer_column import answer_column
from .form import Criterion, Form, Mode
from .score_column import Rows, from_right, plain_words, score_column, score_in
from .stated import TOTAL
from .total_row import total_row

_ENOUGH = 0.6  # share of the form's lines that must be found
_ALIKE = 0.75  # how alike two wordings must be, letter by letter
_MOST_ROWS = {Mode.LEVELS: 300}  # a longer table is a list of something; each type of unit would search it in vain
_SHARED = 0.4  # share of their words that must be the same before letters are compared


@dataclass(frozen=True)
class RecognisedTable:
    """A score table: its form, the column of scores, and what stands in each row that is a line of the form."""

    form_id: str
    score_column: int  # counted from the right, from 1
    lines: Mapping[int, str]  # row -> criterion id, or "total"
    typed: Tuple[Tuple[str, str], ...]  # criteria that are scored by themselves
    stated: Tuple[Tuple[str, str], ...]  # sums and the total as the document prints them
    criteria: Tuple[Criterion, ...] = ()  # of a table of levels: the lines that its type of unit has
    missing: Tuple[str, ...] = ()  # criteria that are scored by themselves and have no score yet

    def score_rows(self) -> Dict[int, str]:
        """The rows whose cell in the score column is a place.

        A sum that a finished table leaves blank stays blank; its total never does.
        """
        shown = {id for id, _ in self.typed + self.stated} | {TOTAL}
        return {row: id for row, id in self.lines.items() if self.missing or id in shown}


def for_recognition(form: Form, ownership: str) -> Tuple[Form, ...]:
    """The form as each type of unit has it, each set of lines once; a form of points is one for all."""
    if form.mode is not Mode.LEVELS:
        return (form,)
    narrowed = (form.for_unit(scope, kind, ownership) for scope in form.scopes for kind in scope.unit_types)
    return tuple({one.criteria: one for one in narrowed}.values())


def unit_types_of(form: Form, table: RecognisedTable, ownership: str) -> Tuple[str, ...]:
    """The types of unit whose lines are those of a table of levels; none for a form of points."""
    found = (
        kind
        for scope in form.scopes
        for kind in scope.unit_types
        if table.criteria and table.criteria == form.for_unit(scope, kind, ownership).criteria
    )
    return tuple(dict.fromkeys(found))


def recognised(forms: Iterable[Form], rows: Rows) -> Optional[RecognisedTable]:
    """The table as that form's which explains most of it, with fewest lines left over; ``None`` when no form does.

    Forms that do so alike: the one whose very words stand there.
    """
    words = {plain_words(cell) for row in rows for cell in row}
    found = [(table, form) for form in forms for table in [_as_table_of(form, rows)] if table is not None]
    best = max(found, key=lambda pair: (len(pair[0].lines), *_likeness(pair[1], words)), default=None)
    return None if best is None else best[0]


def _likeness(form: Form, words: Collection[str]) -> Tuple[int, int]:
    return -len(form.criteria), sum(plain_words(line.label) in words for line in form.criteria)


def _as_table_of(form: Form, rows: Rows) -> Optional[RecognisedTable]:
    if form.mode is Mode.LIST or not form.criteria or len(rows) > _MOST_ROWS.get(form.mode, len(rows)):
        return None
    lines = _matched(form, [_labels(row, form.mode) for row in rows])
    if len(lines) < _ENOUGH * len(form.criteria):
        return None
    return _of_levels(form, rows, lines) if form.mode is Mode.LEVELS else _of_points(form, rows, lines)


def _of_levels(form: Form, rows: Rows, lines: Mapping[int, str]) -> Optional[RecognisedTable]:
    """A table of answers: an indicator in each row, its answer in one of the columns."""
    judged = {line.id: line for line in form.counted()}
    named = {number: id for number, id in lines.items() if id in judged}
    column = answer_column(judged, rows, lines, named)
    if column is None:
        return None
    cells = [(id, bare_answer(from_right(rows, number, column))) for number, id in named.items()]
    return RecognisedTable(
        form_id=form.id,
        score_column=column,
        lines=named,
        typed=tuple((id, text) for id, text in cells if text),
        stated=(),
        criteria=form.criteria,
        missing=tuple(id for id, text in cells if not text),
    )


def _of_points(form: Form, rows: Rows, lines: Mapping[int, str]) -> Optional[RecognisedTable]:
    total = total_row(form, rows, after=max(lines))
    named = {**lines, **({} if total is None else {total: TOTAL})}
    column = score_column(form, rows, lines)
    if column is None:
        return None
    cells = [(id, score_in(rows, number, column, form.most_points(id))) for number, id in named.items()]
    scored = _scored(form, dict(cells))
    return RecognisedTable(
        form_id=form.id,
        score_column=column,
        lines=named,
        typed=tuple((id, text) for id, text in cells if text and id in scored),
        stated=tuple((id, text) for id, text in cells if text and id not in scored),
        missing=tuple(id for id, text in cells if not text and id in scored),
    )


def _matched(form: Form, labels: Sequence[Sequence[str]]) -> Dict[int, str]:
    """Row → criterion id; rows and criteria only ever go forward together."""
    found: Dict[int, str] = {}
    start = 0
    for number, cells in enumerate(labels):
        positions = (_position(form.criteria, start, cell) for cell in cells)
        position = next((one for one in positions if one is not None), None)
        if position is not None:
            found[number] = form.criteria[position].id
            start = position + 1
    return found


def _position(criteria: Sequence[Criterion], start: int, label: str) -> Optional[int]:
    words = plain_words(label)
    for position in range(start, len(criteria)):
        if words and _alike(words, criteria[position]):
            return position
    return None


def _alike(words: str, criterion: Criterion) -> bool:
    wordings = {plain_words(criterion.label), plain_words(criterion.words_of_law or criterion.label)}
    return any(_ratio(words, wording) >= _ALIKE for wording in wordings)


def _ratio(one: str, other: str) -> float:
    """How alike two wordings are; 0 where they share too few words, or as soon as the cheaper bounds say so."""
    some, others = _word_set(one), _word_set(other)
    if len(some & others) < _SHARED * max(len(some), len(others)):
        return 0
    return _letter_ratio(one, other)


@lru_cache(maxsize=4096)
def _letter_ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0
    return matcher.ratio()


@lru_cache(maxsize=4096)
def _word_set(words: str) -> FrozenSet[str]:
    return frozenset(words.split())


def _labels(row: Sequence[str], mode: Mode) -> List[str]:
    """Where the wording of a line may stand: the longest cell; beside answers proofs may be longer."""
    longest = sorted(row, key=len, reverse=True)
    return longest[: 3 if mode is Mode.LEVELS else 1]


def _scored(form: Form, cells: Mapping[str, str]) -> Tuple[str, ...]:
    """Lines that are typed: those without lines below them, and criteria whose parts are not scored here."""
    parts = {line.parent: line for line in form.criteria if line.level > 2 and _is_scored_part(line, cells)}
    groups = {line.id for line in form.criteria if line.level == 1 and form.children(line.id)}
    unused = {
        line.id for line in form.criteria if line.level > 2 and line.parent not in parts and not cells.get(line.id)
    }
    return tuple(line.id for line in form.criteria if line.id not in {*parts, *groups, *unused})


def _is_scored_part(line: Criterion, cells: Mapping[str, str]) -> bool:
    return line.max_score is not None and bool(cells.get(line.id) or not cells.get(line.parent))
