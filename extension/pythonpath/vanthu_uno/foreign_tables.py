"""Tables of any document, as rows of cells that can be read and marked; merged cells are blank where they are hidden.

Lines of text with tabs count as rows too, and a table that a blank line cuts in two is also offered as one.
"""

from __future__ import annotations

import re
import string
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

from .ranges import each, plain

_CELL = re.compile(r"([A-Za-z]+)(\d+)\Z")
_LETTERS = string.ascii_uppercase + string.ascii_lowercase  # after column Z comes a
_PLAIN = ("Text", "Bookmark", "SoftPageBreak", "ReferenceMark")


class Cell(NamedTuple):
    """A text and where it stands: the text of a table's cell, or part of a paragraph; ``None``: hidden by a merge."""

    text: str
    within: Any
    start: Any = None  # of the paragraph; None in a table
    offset: int = 0  # letters from there


class ForeignTable(NamedTuple):
    """Rows of cells, the lines of text before them, and the office's tables that they come from."""

    rows: Tuple[Tuple[Cell, ...], ...]
    above: Tuple[str, ...]
    tables: Tuple[Any, ...]

    def texts(self) -> List[List[str]]:
        """What stands in each cell."""
        return [[cell.text for cell in row] for row in self.rows]


class Line(NamedTuple):
    """A paragraph of the body outside tables."""

    text: str
    within: Any
    start: Any


def read(document: Any) -> Tuple[List[ForeignTable], List[Line]]:
    """Everything that may be a table, single ones first, and the lines of the body."""
    lines: List[Line] = []
    runs: List[List[ForeignTable]] = [[]]
    for part in each(document.getText()):
        if part.supportsService("com.sun.star.text.TextTable"):
            runs[-1].append(_table(part, lines))
            continue
        line = Line(part.getString(), document.getText(), part.getStart())
        if "\t" in line.text.strip():
            runs[-1].append(ForeignTable((_tabbed(line),), tuple(before.text for before in lines), ()))
        elif line.text.strip():
            runs.append([])
        lines.append(line)
    singles = [table for run in runs for table in run if table.tables]
    return [*singles, *_elsewhere(document, singles, lines), *(_joined(run) for run in runs if len(run) > 1)], lines


def span(cell: Cell) -> Optional[Any]:
    """The letters of a cell without the blanks around them, as a range; ``None`` where they are not plain text.

    A footnote, a field or a recorded change in it would be lost with the next number.
    """
    text = cell.text.strip()
    blanks = len(cell.text) - len(cell.text.lstrip()) if text else 0
    cursor = cell.within.createTextCursorByRange(cell.within.getStart() if cell.start is None else cell.start)
    cursor.goRight(cell.offset + blanks, False)
    cursor.goRight(len(text), True)
    return cursor if plain(cursor.getString()) == text and _is_plain(cursor) else None


def _is_plain(cursor: Any) -> bool:
    return cursor.isCollapsed() or all(
        portion.TextPortionType in _PLAIN for paragraph in each(cursor) for portion in each(paragraph)
    )


def _table(table: Any, lines: Sequence[Line]) -> ForeignTable:
    named: List[Dict[int, Cell]] = [{} for _ in range(table.getRows().getCount())]
    for name in table.getCellNames():
        place = _CELL.match(name)
        if place:
            cell = table.getCellByName(name)
            text = plain(cell.getString())
            named[int(place.group(2)) - 1][_column(place.group(1))] = Cell(text, cell)
    rows = (_row(cells, _count(table, number)) for number, cells in enumerate(named))
    return ForeignTable(tuple(rows), tuple(line.text for line in lines), (table,))


def _row(cells: Dict[int, Cell], count: int) -> Tuple[Cell, ...]:
    return tuple(cells.get(column, Cell("", None)) for column in range(max([count, *(known + 1 for known in cells)])))


def _count(table: Any, row: int) -> int:
    """How many cells a row has, those included that a merge with the row above hides: no name tells of them."""
    return len(table.getRows().getByIndex(row).TableColumnSeparators) + 1


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * len(_LETTERS) + _LETTERS.index(letter) + 1
    return number - 1


def _tabbed(line: Line) -> Tuple[Cell, ...]:
    cells, offset = [], 0
    for text in line.text.split("\t"):
        cells.append(Cell(text, line.within, line.start, offset))
        offset += len(text) + 1
    return tuple(cells)


def _joined(run: Sequence[ForeignTable]) -> ForeignTable:
    rows = tuple(row for table in run for row in table.rows)
    return ForeignTable(rows, run[0].above, tuple(one for table in run for one in table.tables))


def _elsewhere(document: Any, known: Sequence[ForeignTable], lines: Sequence[Line]) -> Iterator[ForeignTable]:
    """Tables in other tables, in frames and in headers; all lines of the body count as standing above them."""
    names = {found.getName() for table in known for found in table.tables}
    every = document.getTextTables()
    tables = (every.getByIndex(number) for number in range(every.getCount()))
    return (_table(table, lines) for table in tables if table.getName() not in names)
