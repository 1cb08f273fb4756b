"""How a table that somebody changed by hand – a row more, a column less – answers to the rows that are wanted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import Callable, List, NamedTuple, Optional, Sequence, Tuple

from .slots import Row

Columns = Tuple[Optional[int], ...]


class Known(NamedTuple):
    """Whether we once wrote a text into a table."""

    in_cell: Callable[[int, int, str], bool]  # row wanted, column wanted, text
    in_column: Callable[[int, str], bool]  # column wanted, text: in whichever row


@dataclass(frozen=True)
class TableFit:
    """Which standing row and column is which of those wanted. What is nobody's is the clerk's own."""

    columns: Columns  # for each wanted column, where it stands; None: the clerk took it away
    rows: Columns  # for each standing row, which wanted row it is; None: the clerk's own
    width: int  # cells of an ordinary standing row; a row of another width has merged cells

    @property
    def order(self) -> Optional[Tuple[int, ...]]:
        """The wanted rows in the order in which the clerk has put them; ``None`` while they stand in ours."""
        found = tuple(row for row in self.rows if row is not None)
        return None if list(found) == sorted(found) else found

    @property
    def lost_columns(self) -> Tuple[int, ...]:
        """Wanted columns that stand nowhere."""
        return tuple(number for number, place in enumerate(self.columns) if place is None)

    def lost_rows(self, wanted: int) -> Tuple[int, ...]:
        """Those of so many wanted rows that stand nowhere."""
        return tuple(sorted(set(range(wanted)) - set(self.rows)))


def fit_table(standing: Sequence[Row], wanted: Sequence[Row], known: Known) -> Optional[TableFit]:
    """The fit, ``None`` where too little is recognised to be sure.

    Rows of the same number and width are taken one by one, in whatever order the clerk has put them. Else she has added
    rows or taken some away, not both.
    """
    if not standing or not wanted:
        return None
    width = Counter(len(row.cells) for row in standing).most_common(1)[0][0]
    across = len(wanted[0].cells)
    if len(standing) == len(wanted) and all(len(row.cells) == across for row in standing):
        return TableFit(tuple(range(across)), _reordered(standing, wanted), across)
    columns = _columns([row for row in standing if len(row.cells) == width], wanted, known)
    rows = None if columns is None else _Likeness(columns, width, known).rows(standing, wanted)
    return None if columns is None or rows is None else TableFit(columns, rows, width)


def _reordered(standing: Sequence[Row], wanted: Sequence[Row]) -> Tuple[int, ...]:
    """For each standing row the wanted one of its words; the one of its place where nobody has these words.

    The words are those of the column that tells rows apart best.
    """
    columns = tuple(zip(*(row.cells for row in wanted)))
    column = max(range(len(columns)), key=lambda at: (len(set(columns[at])), sum(map(len, columns[at]))))
    words = columns[column]
    count = Counter(words)
    known = {text: number for number, text in enumerate(words) if count[text] == 1}
    in_place = tuple(range(len(wanted)))
    found = tuple(
        number if row.cells[column] == words[number] else known.get(row.cells[column], number)
        for number, row in zip(in_place, standing)
    )
    return found if len(set(found)) == len(found) else in_place


def _columns(standing: Sequence[Row], wanted: Sequence[Row], known: Known) -> Optional[Columns]:
    """Where each wanted column stands, in the same order: where most of its texts are; in doubt further left."""
    width, across = len(standing[0].cells), len(wanted[0].cells)
    if width == across:
        return tuple(range(across))
    hits = [[_hits(standing, there, wanted, column, known) for there in range(width)] for column in range(across)]
    smaller = min(width, across)
    choices = [
        tuple(zip(columns, places))
        for columns in combinations(range(across), smaller)
        for places in combinations(range(width), smaller)
    ]
    best = max(choices, key=lambda pairs: sum(hits[column][there] for column, there in pairs))
    if not sum(hits[column][there] for column, there in best):
        return None
    return tuple(dict(best).get(column) for column in range(across))


def _hits(standing: Sequence[Row], there: int, wanted: Sequence[Row], column: int, known: Known) -> int:
    """How many standing cells hold a text that belongs into the column, in whichever row."""
    texts = {row.cells[column] for row in wanted}
    return sum(
        bool(text.strip()) and (text in texts or known.in_column(column, text))
        for text in (row.cells[there] for row in standing)
    )


class _Likeness:
    """Tells whether a standing row is a wanted one, changed perhaps."""

    def __init__(self, columns: Columns, width: int, known: Known) -> None:
        self._columns = columns
        self._width = width
        self._known = known

    def rows(self, standing: Sequence[Row], wanted: Sequence[Row]) -> Optional[Columns]:
        """For each standing row the wanted one; ``None`` where neither all of these nor all of those are found."""
        found = _embedded(len(wanted), len(standing), lambda number, place: self._like(standing[place], wanted, number))
        if found is not None:
            by_place = {place: number for number, place in enumerate(found)}
            return tuple(by_place.get(place) for place in range(len(standing)))
        left = _embedded(len(standing), len(wanted), lambda place, number: self._like(standing[place], wanted, number))
        return None if left is None else tuple(left)

    def _like(self, row: Row, wanted: Sequence[Row], number: int) -> bool:
        """Most of the wanted texts stand in the row. In a row with merged cells they may stand in any cell."""
        texts = [(column, text) for column, text in enumerate(wanted[number].cells) if text.strip()]
        if len(row.cells) != self._width:
            pieces = {piece for cell in row.cells for piece in (cell, *cell.split("\n"))}
            found = sum(
                any(piece == text or self._known.in_cell(number, at, piece) for piece in pieces) for at, text in texts
            )
            return 2 * found > len(texts)
        places = [(self._columns[at], at, text) for at, text in texts]
        there = [(row.cells[place], at, text) for place, at, text in places if place is not None]
        found = sum(self._is(number, at, old, text) for old, at, text in there)
        return 2 * found > len(there)

    def _is(self, row: int, column: int, old: str, new: str) -> bool:
        return old == new or self._known.in_cell(row, column, old)


def _embedded(inner: int, outer: int, same: Callable[[int, int], bool]) -> Optional[List[int]]:
    """For each of the inner things its place among the outer ones, in order; ``None`` where one has no place."""
    places: List[int] = []
    start = 0
    for one in range(inner):
        place = next((place for place in range(start, outer) if same(one, place)), None)
        if place is None:
            return None
        places.append(place)
        start = place + 1
    return places
