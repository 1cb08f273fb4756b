"""Written grid (lưới dấu): what we wrote into the cells of a table, column by column, as the memory stores it.

Cell by cell each mark would bring its name along, and a table of 10,000 rows take twice as much of its document.
"""

from __future__ import annotations

import re
from typing import Dict, List, Mapping, Sequence, Tuple

from .plan import Written, cell_name

Grids = Mapping[str, Sequence[str]]  # table slot -> its columns; of each the marks row by row

_CELL = re.compile(r"(.+)/(0|[1-9][0-9]*)/(0|[1-9][0-9]*)", re.DOTALL)
_ROWS, _GENERATIONS = " ", ","  # between the marks of two rows, of two generations


def split(written: Written) -> Tuple[Dict[str, List[str]], Dict[str, List[str]]]:
    """The marks by their names, without those of cells; and the cells' own, as grids.

    >>> split({"tong_diem": ("a1",), "bang/0/1": ("b2", "c3"), "bang/2/1": ("d4",)})
    ({'tong_diem': ['a1']}, {'bang': ['', 'b2,c3  d4']})
    """
    named: Dict[str, List[str]] = {}
    tables: Dict[str, Dict[int, Dict[int, str]]] = {}
    for name, marks in written.items():
        cell = _CELL.fullmatch(name)
        if cell is None or not all(map(str.isalnum, marks)):
            named[name] = list(marks)
        else:
            columns = tables.setdefault(cell[1], {})
            columns.setdefault(int(cell[3]), {})[int(cell[2])] = _GENERATIONS.join(marks)
    return named, {name: _filled(columns) for name, columns in tables.items()}


def _filled(columns: Mapping[int, Mapping[int, str]]) -> List[str]:
    every: Sequence[Mapping[int, str]] = [columns.get(column, {}) for column in range(max(columns) + 1)]
    return [_ROWS.join(rows.get(row, "") for row in range(max(rows, default=0) + 1)) for rows in every]


def joined(named: Mapping[str, Sequence[str]], grids: Grids) -> Dict[str, Tuple[str, ...]]:
    """The marks of all names again. Raises :class:`AttributeError` for what is no grid.

    >>> joined({}, {"bang": ["", "b2,c3  d4"]})
    {'bang/0/1': ('b2', 'c3'), 'bang/2/1': ('d4',)}
    """
    written = {name: tuple(marks) for name, marks in named.items()}
    for name, columns in grids.items():
        for column, texts in enumerate(columns):
            for row, marks in enumerate(texts.split(_ROWS)):
                if marks:
                    written[cell_name(name, row, column)] = tuple(marks.split(_GENERATIONS))
    return written
