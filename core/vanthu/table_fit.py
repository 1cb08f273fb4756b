"""How a table that somebody changed by hand – a row more, a column less – answers to the rows that are wanted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import Optional, Sequence, Tuple

from .row_fit import Columns, Known, fit_rows
from .slots import Row


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

    Rows and columns of the clerk's own may stand among ours, some of ours may be gone, rows may have changed places.
    """
    if not standing or not wanted:
        return None
    width = Counter(len(row.cells) for row in standing).most_common(1)[0][0]
    columns = _columns([row for row in standing if len(row.cells) == width], wanted, known)
    if columns is None:
        return None
    rows = fit_rows(standing, wanted, columns, width, known)
    found = sum(row is not None for row in rows)
    return TableFit(columns, rows, width) if 2 * found >= min(len(standing), len(wanted)) else None


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
