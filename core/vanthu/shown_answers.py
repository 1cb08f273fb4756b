"""Shown answers (chỗ ghi điểm): which cell or place of a document shows which line of the form, and what stands in it.

Pure: what stands in the document comes in as slots. A table in which the clerk has added a row or a column is
recognised as a fill recognises it; one that is changed beyond that is named and left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from .answer import parse_answer
from .assessment import Assessment
from .document_kind import DocumentKind, TablePattern
from .finding import FindingCode
from .form import Criterion, Mode
from .plan import Written, cell_name, flat, is_raw, known_in
from .row_fit import Known
from .score import parse_score
from .score_places import as_typed, line_of_place
from .slots import Slots, Table, Text, slot_name
from .stated import RATING, TOTAL
from .table_fit import TableFit, fit_table

ANSWER, EVIDENCE = "answer", "evidence"
_COLUMNS = {"diem": ANSWER, "ket_qua": ANSWER, "minh_chung": EVIDENCE}
_RESULTS = {"tong_diem": TOTAL, "xep_loai": RATING}


@dataclass(frozen=True)
class ShownAnswer:
    """One of them. ``name`` is the place or cell as the memory calls it, ``place`` as the document does."""

    place: str
    name: str
    what: str  # ANSWER or EVIDENCE
    line: str  # id of the criterion, "total" or "rating"
    text: str


@dataclass(frozen=True)
class ShownAnswers:
    """All of a document, in its order, and the tables that could not be recognised."""

    answers: Tuple[ShownAnswer, ...]
    unread: Tuple[str, ...] = ()


def shown_answers(
    kind: DocumentKind, assessment: Assessment, wanted: Slots, standing: Slots, written: Written
) -> ShownAnswers:
    """What the document shows. ``wanted``: its slots, each table with the columns that this document has."""
    answers: List[ShownAnswer] = []
    unread: List[str] = []
    for place, now in standing.items():
        slot = slot_name(place)
        line = _RESULTS.get(slot) or line_of_place(slot, assessment)
        if line and isinstance(now, Text):
            answers.append(ShownAnswer(place, slot, ANSWER, line, flat(now)))
        table, pattern = wanted.get(slot), kind.tables.get(slot)
        if isinstance(now, Table) and isinstance(table, Table) and pattern is not None:
            found = _Reader(pattern, assessment, table, written).read(place, now)
            answers.extend(found or ())
            unread.extend([] if found is not None else [place])
    return ShownAnswers(tuple(answers), (*unread, *_gone(kind, wanted, standing, written)))


def _gone(kind: DocumentKind, wanted: Slots, standing: Slots, written: Written) -> Iterator[str]:
    """Tables of answers that were written once and whose place went, with their first column say."""
    shown, once = set(map(slot_name, standing)), {name.partition("/")[0] for name in written if "/" in name}
    for name, pattern in kind.tables.items():
        if name in once and name in wanted and name not in shown and not _COLUMNS.keys().isdisjoint(pattern.columns):
            yield name


class _Reader:
    """Reads one growing table whose rows are lines of the form."""

    def __init__(self, pattern: TablePattern, assessment: Assessment, wanted: Table, written: Written) -> None:
        self._assessment = assessment
        self._wanted = wanted
        self._written = written
        self._lines = _lines(pattern, assessment)
        self._columns = {at: _COLUMNS[name] for at, name in enumerate(wanted.columns) if name in _COLUMNS}

    def read(self, place: str, standing: Table) -> Optional[List[ShownAnswer]]:
        """The cells; none where there is nothing to read, ``None`` where the table cannot be recognised."""
        if not self._lines or not self._columns or not standing.rows or is_raw(standing.rows):
            return []
        fit = fit_table(standing.rows, self._wanted.rows, self._known(slot_name(place)))
        return None if fit is None else list(self._cells(place, standing, fit))

    def _known(self, name: str) -> Known:
        """What we wrote there once; a usable answer in a column of answers, for the clerk has just typed it."""
        ours = known_in(name, self._written)

        def in_cell(row: int, column: int, text: str) -> bool:
            return ours.in_cell(row, column, text) or self._just_typed(self._lines[row], column, text)

        def in_column(column: int, text: str) -> bool:
            return ours.in_column(column, text) or any(self._just_typed(line, column, text) for line in self._lines)

        return Known(in_cell, in_column, ours.rows_of)

    def _just_typed(self, line: Criterion, column: int, text: str) -> bool:
        return self._columns.get(column) == ANSWER and _is_usable(line, text, self._assessment)

    def _cells(self, place: str, standing: Table, fit: TableFit) -> Iterator[ShownAnswer]:
        name = slot_name(place)
        for number, (row, target) in enumerate(zip(standing.rows, fit.rows)):
            if target is None or len(row.cells) != fit.width:
                continue
            for column, what in self._columns.items():
                there = fit.columns[column]
                if there is not None:
                    known_as, stands_at = cell_name(name, target, column), cell_name(place, number, there)
                    yield ShownAnswer(stands_at, known_as, what, self._lines[target].id, row.cells[there])


def _lines(pattern: TablePattern, assessment: Assessment) -> Sequence[Criterion]:
    """The line of the form in each row; none in a table that runs over something else."""
    rows: Mapping[str, Sequence[Criterion]] = {
        "criteria": assessment.form.criteria,
        "indicators": assessment.form.counted(),
    }
    return rows.get(pattern.over, ())


def _is_usable(line: Criterion, text: str, assessment: Assessment) -> bool:
    typed = as_typed(text, assessment, line.id)
    if assessment.form.mode is not Mode.LEVELS:
        return parse_score(typed) is not None
    return line.measure is not None and not isinstance(parse_answer(line, typed), FindingCode)


def is_sum(line: str, typed: Mapping[str, str], assessment: Assessment) -> bool:
    """Whether a line is computed: total, class, a group, a criterion whose parts are scored and that is not itself.

    ``typed``: what is typed for each line, in the record or in the document.
    """
    result = assessment.results.get(line)
    if result is None:
        return True
    parts = assessment.children(line)
    if result.criterion.level == 1:
        return bool(parts)
    return not result.typed and any(typed.get(part.criterion.id) for part in parts)


def typed_answers(answers: Sequence[ShownAnswer], assessment: Assessment) -> Dict[str, str]:
    """What is typed for each line, in the record or else in the document."""
    shown = {one.line: as_typed(one.text, assessment, one.line) for one in answers if one.what == ANSWER}
    return {**shown, **{name: result.typed for name, result in assessment.results.items() if result.typed}}
