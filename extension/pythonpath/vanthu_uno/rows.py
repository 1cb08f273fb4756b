"""Growing rows of a table: reading them, and making them as many, of the kinds and with the texts that are wanted.

Growing are the rows from below the heading that holds the table's bookmark down to the next row that holds another
place, or to the end. Which bookmarks are places is for the caller to say: one of the clerk's own ends nothing. In a
template as its author left it they are docxtpl's tag rows and one model row for each kind.
"""

from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType
from typing import Any, Collection, Dict, FrozenSet, Iterable, List, Mapping, Optional, Sequence, Tuple

from com.sun.star.uno import RuntimeException

from vanthu.model_rows import is_tag_row, model_for, models_of
from vanthu.slots import Row, Table, slot_name
from vanthu.tags import columns_of
from vanthu.text import OBJECT

from . import comments, tracked
from .looks import Look, dress, look_of, soften
from .places import Place
from .ranges import plain
from .row_models import (
    Texts,
    from_models,
    from_standing,
    kinds_standing,
    loops_over,
    steps,
    usual_kind,
)
from .table_exchange import exchange
from .table_file import FileRow

# New rows from which on a table is exchanged whole. Measured in a window, cell by cell and whole: 500 rows 0.15 and
# 0.3 s, 1,000 rows 0.45 and 0.5 s, 3,000 rows 6.3 and 1.4 s; to undo 0.11 and 0.02 s, 0.22 and 0.02 s, 1.4 and 0.05 s.
MANY = 400
_FORMULA = "FORMULA"  # the type of a cell whose number is computed
_AT_ONCE = 50  # rows; a range that gives out its cells searches all that it has given out before
_CELL = re.compile(r"[A-Za-z]+(\d+)\Z")


class GrowingRows:
    """The growing rows of one table; ``first`` counts from 0. ``recorded``: what was deleted may still stand there.

    ``held``: the cells that hold objects of the clerk, each read as a letter of its own behind the text.
    """

    def __init__(self, table: Any, first: int, count: int, recorded: bool = False, held: Collection[str] = ()) -> None:
        self._table = table
        self._recorded = recorded
        self._held = held
        self._rows = table.getRows()
        self._first = first
        names = _names_by_row(table)
        self._names = names[first : first + count]
        self.cells = sum(map(len, names))  # of the whole table

    def read(self) -> Table:
        """What stands there. A document does not store kinds (``""``), and columns only while its tags stand."""
        texts = self.texts()
        return Table(columns_of(texts), tuple(Row("", cells) for cells in texts))

    def has_models(self) -> bool:
        """Whether rows can be made from what stands there: a loop may hold none."""
        return bool(models_of(self.texts())[0])

    def write(self, document: Any, wanted: Sequence[Row], kinds: Optional[Sequence[str]], whole: bool = True) -> bool:
        """Make the rows ``wanted``; ``kinds`` are those of the rows that stand, None when nobody remembers.

        ``whole``: where very many rows are new the table may be exchanged. Gives whether it was; this object is of no
        use any more then.
        """
        texts = self.texts()
        raw = any(map(is_tag_row, texts))
        standing = () if raw else kinds_standing(texts, wanted, kinds)
        if whole and len(wanted) - len(texts) >= MANY and self._exchange(document, texts, standing, wanted):
            return True
        if raw:
            self._build(texts, wanted)
            texts = tuple(("",) * len(names) for names in self._names)
        elif self._reshape(standing, [row.kind for row in wanted]):
            texts = self.texts()
        self._put(texts, [row.cells for row in wanted], comments.cells(document, self._table))
        return False

    def _exchange(self, document: Any, texts: Texts, standing: Sequence[str], wanted: Sequence[Row]) -> bool:
        if self._recorded:
            return False
        rows, count = from_standing(texts, standing, wanted) if standing else from_models(texts, wanted)
        shifted = [FileRow(self._first + row.source, row.texts) for row in rows]
        return exchange(document, self._table, self._first, count, shifted)

    def holds(self, where: Any) -> bool:
        """Whether a range of text stands in one of these rows."""
        row = _row(where.getPropertyValue("Cell"))
        in_reach = row is not None and self._first <= row < self._first + len(self._names)
        return bool(in_reach and where.getPropertyValue("TextTable") == self._table)

    def texts(self) -> Texts:
        """The texts of all cells, row by row."""
        found: List[Tuple[str, ...]] = []
        for start in range(0, len(self._names), _AT_ONCE):
            found.extend(self._texts(start, min(start + _AT_ONCE, len(self._names))))
        return tuple(map(self._with_objects, self._names, found)) if self._held else tuple(found)

    def _with_objects(self, names: Sequence[str], texts: Sequence[str]) -> Tuple[str, ...]:
        return tuple(text + OBJECT * (name in self._held) for name, text in zip(names, texts))

    def _texts(self, start: int, stop: int) -> Iterable[Tuple[str, ...]]:
        block = None if self._recorded else self._block(start, stop)
        if block is None:
            return [tuple(map(self._text, self._cells(row))) for row in range(start, stop)]
        # A cell that Writer took for a number comes as a float: its text is only to be had from the cell.
        return [
            tuple(
                plain(value) if isinstance(value, str) else self._shown(self._table.getCellByName(name))
                for name, value in zip(names, values)
            )
            for names, values in zip(self._names[start:stop], block.getDataArray())
        ]

    def _block(self, start: int, stop: int) -> Any:
        """The rows as one cell range; None when there is none: no rows, or merged cells somewhere in the table."""
        if start == stop or len({len(names) for names in self._names[start:stop]}) != 1:
            return None
        try:
            return self._table.getCellRangeByName(self._names[start][0] + ":" + self._names[stop - 1][-1])
        except RuntimeException:
            return None

    def _text(self, cell: Any) -> str:
        return "\n".join(tracked.paragraphs(_all_of(cell))) if self._recorded else self._shown(cell)

    def _shown(self, cell: Any) -> str:
        """The text that a cell shows; a formula is the clerk's, like a picture."""
        computed = cell.getType().value == _FORMULA
        return plain(cell.getString()) + OBJECT * computed

    def cell_text(self, row: int, column: int) -> Any:
        """A cursor over all the text of a cell, None where there is no such cell."""
        if row >= len(self._names) or column >= len(self._names[row]):
            return None
        return _all_of(self._table.getCellByName(self._names[row][column]))

    def _cells(self, row: int) -> List[Any]:
        return [self._table.getCellByName(name) for name in self._names[row]]

    def _look(self, row: int) -> Look:
        return look_of(self._rows.getByIndex(self._first + row), self._cells(row))

    def _dress(self, row: int, look: Look, cloned: Look) -> None:
        dress(self._table, self._rows.getByIndex(self._first + row), self._names[row], look, cloned)

    def _insert(self, row: int, count: int) -> None:
        """New rows before ``row``, cloned from it."""
        if count > 0:
            self._rows.insertByIndex(self._first + row, count)
            self._recount(count)

    def _remove(self, row: int, count: int) -> None:
        if count > 0:
            self._rows.removeByIndex(self._first + row, count)
            self._recount(-count)

    def _recount(self, more: int) -> None:
        count = len(self._names) + more
        self._names = _names_by_row(self._table)[self._first : self._first + count]

    def _build(self, texts: Texts, wanted: Sequence[Row]) -> None:
        """From tags and model rows to empty rows with the looks that are wanted."""
        models, end = models_of(texts)
        chosen = [model_for(models, row.kind) for row in wanted]
        # The commonest look is cloned, the others are made from the clones: fewest calls.
        base = Counter(chosen).most_common(1)[0][0] if chosen else -1
        looks = {row: self._look(row) for row in set(chosen)}
        if chosen:
            soften(self._cells(base), looks[base])
        self._remove(base + 1, end - base - 1)
        self._remove(0, max(base, 0))
        self._insert(0, len(chosen) - 1)
        for row, model in enumerate(chosen):
            if model != base:
                self._dress(row, looks[model], looks[base])

    def _reshape(self, standing: Sequence[str], kinds: Sequence[str]) -> bool:
        """Take away and add rows until the kinds are those wanted; rows that fit stay as they are.

        Gives whether anything had to be done.
        """
        changes = [step for step in steps(standing, kinds) if step[0] != "equal"]
        looks = self._looks(standing, kinds) if changes else {}
        for _, start, stop, new_start, new_stop in reversed(changes):
            self._add(stop, kinds[new_start:new_stop], standing, looks)
            self._remove(start, stop - start)
        return bool(changes)

    def _looks(self, standing: Sequence[str], kinds: Sequence[str]) -> Dict[str, Look]:
        """The looks of the wanted kinds; a kind that has no row yet looks like the commonest (groups come first)."""
        if not standing:
            return {}
        usual = usual_kind(standing)
        models = {kind: kind if kind in standing else usual for kind in kinds}
        found = {kind: self._look(standing.index(kind)) for kind in {usual, *models.values()}}
        return {**found, **{kind: found[model] for kind, model in models.items()}}

    def _add(self, row: int, kinds: Sequence[str], standing: Sequence[str], looks: Dict[str, Look]) -> None:
        """Put rows of these kinds before ``row``."""
        if kinds and standing and row == len(standing):
            self._append(kinds, looks)
        elif kinds:
            cloned = self._look(row) if standing else None
            self._insert(row, len(kinds))
            self._dress_all(row, [looks[kind] for kind in kinds if cloned], cloned)

    def _append(self, kinds: Sequence[str], looks: Dict[str, Look]) -> None:
        # Below the last row there is none of ours to clone. So the last one is cloned above itself, once more than
        # needed; the clones take its place and the original goes.
        last = len(self._names) - 1
        cloned = self._look(last)
        self._insert(last, len(kinds) + 1)
        self._remove(last + len(kinds) + 1, 1)
        self._dress_all(last, [cloned, *(looks[kind] for kind in kinds)], cloned)

    def _dress_all(self, row: int, looks: Sequence[Look], cloned: Optional[Look]) -> None:
        for index, look in enumerate(looks, row):
            if cloned is not None:
                self._dress(index, look, cloned)

    def _put(self, standing: Texts, wanted: Sequence[Tuple[str, ...]], commented: FrozenSet[str]) -> None:
        """Write the cells that differ; whole rows that differ go together, it is twice as fast.

        ``commented``: the cells that hold comments, which go one by one.
        """
        changed = [_different(old, new) for old, new in zip(standing, wanted)]
        row = 0
        while row < len(changed):
            stop, limit = row, min(row + _AT_ONCE, len(changed))
            while stop < limit and self._goes_whole(stop, changed[stop], wanted[stop], commented):
                stop += 1
            block = self._block(row, stop)
            if block is None:
                self._put_row(row, changed[row], wanted[row], commented)
                row += 1
            else:
                block.setDataArray(tuple(wanted[row:stop]))
                row = stop

    def _goes_whole(self, row: int, columns: Sequence[int], cells: Sequence[str], commented: FrozenSet[str]) -> bool:
        names = self._names[row]
        return len(columns) == len(cells) == len(names) and commented.isdisjoint(names)

    def _put_row(self, row: int, columns: Sequence[int], cells: Sequence[str], commented: FrozenSet[str]) -> None:
        if len(cells) != len(self._names[row]):
            raise ValueError("table row {}: {} cells, {} wanted".format(row, len(self._names[row]), len(cells)))
        for column in columns:
            cell = self._table.getCellByName(self._names[row][column])
            if self._names[row][column] in commented and comments.stand_in(cell) and "\n" not in cells[column]:
                comments.put(cell, cells[column])
            else:
                cell.setString(cells[column])


def growing_rows(
    place: Place,
    places: Sequence[Place],
    tables: Collection[str],
    recorded: bool = False,
    held: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Optional[GrowingRows]:
    """The growing rows below ``place``; None when it is not the bookmark of a table, one of ``tables``.

    ``recorded``: the document holds recorded changes, so that cells may hold text that is deleted already. ``held``:
    the cells with objects of the clerk, by table.
    """
    cell = place.anchor.getPropertyValue("Cell")
    heading = _row(cell)
    if heading is None:
        return None
    table = place.anchor.getPropertyValue("TextTable")
    if slot_name(place.name) not in tables and not _loops_over(table, heading + 1, slot_name(place.name)):
        return None
    repeated = table.getPropertyValue("HeaderRowCount") if table.getPropertyValue("RepeatHeadline") else 0
    first = max(heading + 1, repeated)
    of_table = held.get(table.getName(), ()) if held else ()
    return GrowingRows(table, first, _stop(table, first, places) - first, recorded, of_table)


def table_around(where: Any, places: Sequence[Place], tables: Collection[str]) -> str:
    """The place of the table in whose growing rows a range of text stands, by its name; blank elsewhere."""
    if not where.getPropertyValue("Cell"):
        return ""
    named = ((place.name, growing_rows(place, places, tables)) for place in places if slot_name(place.name) in tables)
    return next((name for name, rows in named if rows is not None and rows.holds(where)), "")


def _row(cell: Any) -> Optional[int]:
    name = _CELL.match(cell.getPropertyValue("CellName")) if cell else None
    return int(name.group(1)) - 1 if name else None


def _all_of(cell: Any) -> Any:
    cursor = cell.createTextCursor()
    cursor.gotoStart(False)
    cursor.gotoEnd(True)
    return cursor


def _loops_over(table: Any, row: int, name: str) -> bool:
    below = table.getCellByName("A{}".format(row + 1))
    return below is not None and loops_over(below.getString(), name)


def _stop(table: Any, first: int, places: Sequence[Place]) -> int:
    rows = [(place, _row(place.anchor.getPropertyValue("Cell"))) for place in places]
    later = [
        row
        for place, row in rows
        if row is not None and row >= first and place.anchor.getPropertyValue("TextTable") == table
    ]
    return min(later) if later else int(table.getRows().getCount())


def _names_by_row(table: Any) -> List[List[str]]:
    # Only names tell which cells there are: a merged row has fewer.
    rows: List[List[str]] = [[] for _ in range(table.getRows().getCount())]
    for name in table.getCellNames():
        cell = _CELL.match(name)
        if cell:
            rows[int(cell.group(1)) - 1].append(name)
    return rows


def _different(old: Sequence[str], new: Sequence[str]) -> Tuple[int, ...]:
    return tuple(column for column, text in enumerate(new) if column >= len(old) or old[column] != text)
