"""Plan: what to write into an open document, from what we last wrote, what stands there now and what is wanted.

Pure: the document is read before and written after. What the clerk typed by hand is never in ``write``.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Collection, Dict, FrozenSet, List, Mapping, Optional, Sequence, Tuple

from .model_rows import can_be_made
from .row_fit import Known
from .slots import Paragraphs, Row, Rule, Slot, Slots, Table, Text, slot_name
from .table_fit import TableFit, fit_table

Written = Mapping[str, Tuple[str, ...]]  # slot or cell -> fingerprints of the texts we wrote there, newest last

_TAG = re.compile(r"\s*\{[{%].*[%}]\}\s*", re.DOTALL)
_LOOP = re.compile(r"\s*\{%.*%\}\s*", re.DOTALL)
_GENERATIONS = 8  # how many Undo steps back a text is still known as ours
_RULE_TOLERANCE_MM = Decimal("0.2")  # what a length loses on its way through .docx and .odt
_PARAGRAPH_MARK = "\x1e"  # between the paragraphs of a flat text
_UNSEEN = " \t\u00a0"
_UNSEEN_BEFORE_BREAK = re.compile("[" + _UNSEEN + "]+(?=[\n" + _PARAGRAPH_MARK + "])")
_BETWEEN_CELLS = " | "


@dataclass(frozen=True)
class Change:
    """One place that will be written: what stands there and what will."""

    place: str
    old: str
    new: str


@dataclass(frozen=True)
class Plan:
    """What a fill will do, and what it will leave alone."""

    write: Mapping[str, Slot]
    changes: Tuple[Change, ...]
    kept: Tuple[Change, ...]  # what the clerk changed by hand, and what would stand there
    lost: Tuple[str, ...]  # slots (columns as "bang_diem//column") that were written once and have no place any more
    written: Written  # the memory of what we wrote, once this plan is carried out
    orders: Mapping[str, Tuple[int, ...]] = field(default_factory=dict)  # tables whose rows the clerk has reordered
    unmade: Tuple[str, ...] = ()  # tables still the template's, in which a model row is missing

    @property
    def hand_edited(self) -> Tuple[str, ...]:
        """Places changed by hand: slots, table cells as "bang_diem/row/column", rows as "bang_diem/row"."""
        return tuple(change.place for change in self.kept)


def plan(
    wanted: Slots,
    standing: Slots,
    written: Written,
    overwrite_hand_edited: bool = False,
    overwrite: Collection[str] = (),
    rows_before: Mapping[str, int] = MappingProxyType({}),
) -> Plan:
    """Compare place by place. Places whose slot nobody wants are not ours and stay untouched.

    ``overwrite``: places changed by hand that may be written over all the same, by the names in ``hand_edited``. Rows
    and columns that the clerk has added to a table stay in any case. ``rows_before``: how many rows of each table we
    left; a table that has another number of them was changed by the clerk.
    """
    work = _Work(written, overwrite_hand_edited, overwrite, rows_before)
    for place, now in standing.items():
        slot = wanted.get(slot_name(place))
        if slot is not None:
            work.add(place, now, slot)
    shown = {slot_name(place) for place in standing}
    lost = sorted({name.split("/", 1)[0] for name in written} - shown)
    return Plan(
        write=work.write,
        changes=tuple(work.changes),
        kept=tuple(work.kept),
        lost=(*lost, *work.lost),
        written=work.memory,
        orders=work.orders,
        unmade=tuple(work.unmade),
    )


def first_written(slots: Slots) -> Written:
    """The memory of a document into which all these slots were just written."""
    work = _Work({}, overwrite=True)
    for name, slot in slots.items():
        work.add(name, Table((), ()) if isinstance(slot, Table) else Text(""), slot)
    return work.memory


def given_up(written: Written, name: str, standing: Slot) -> Written:
    """The memory once the clerk has said that what stands in a place of this slot may be replaced."""
    work = _Work(written, overwrite=True)
    work.add(name, standing, standing)
    return work.memory


def taken_over(written: Written, texts: Mapping[str, str]) -> Written:
    """The memory once what the clerk typed in these slots and cells counts as ours."""
    work = _Work(written, overwrite=True)
    for name, text in texts.items():
        work.remember(name, text)
    return work.memory


def knows(written: Written, name: str, text: str) -> bool:
    """Whether we once wrote this text in this slot or cell."""
    return name in written and fingerprint(text) in written[name]


def untouched(standing: Slots, written: Written) -> FrozenSet[str]:
    """The places of texts in which nobody has typed: those that hold a tag, a text of ours or nothing."""
    texts = {place: flat(slot) for place, slot in standing.items() if isinstance(slot, (Text, Paragraphs))}
    return frozenset(
        place
        for place, text in texts.items()
        if not text.strip() or is_tag(text) or knows(written, slot_name(place), text)
    )


def is_last(written: Written, name: str, text: str) -> bool:
    """Whether it is what we wrote there the last time."""
    return fingerprint(text) in written.get(name, ())[-1:]


def table_fit(name: str, standing: Sequence[Row], wanted: Sequence[Row], written: Written) -> Optional[TableFit]:
    """How the rows that stand in a table answer to those wanted, as far as they can be recognised."""
    return fit_table(standing, wanted, known_in(name, written))


def known_in(name: str, written: Written) -> Known:
    """What we once wrote into a table, to recognise its cells by."""
    columns: Dict[int, Dict[str, List[int]]] = {}

    def rows_of(column: int, text: str) -> Sequence[int]:
        if column not in columns:  # once for a column: a table may have thousands of rows
            columns[column] = _rows_written(written, name, column)
        return columns[column].get(fingerprint(text), ())

    def in_cell(row: int, column: int, text: str) -> bool:
        return knows(written, cell_name(name, row, column), text)

    return Known(in_cell, lambda column, text: bool(rows_of(column, text)), rows_of)


def _rows_written(written: Written, name: str, column: int) -> Dict[str, List[int]]:
    """For each text that we wrote into a column, by its mark, the rows in which we did."""
    begin, end = name + "/", "/{}".format(column)
    rows: Dict[str, List[int]] = {}
    for cell, marks in written.items():
        if cell.startswith(begin) and cell.endswith(end):
            row = int(cell[len(begin) : -len(end)])
            for mark in marks:
                rows.setdefault(mark, []).append(row)
    return rows


def cell_name(name: str, row: int, column: int) -> str:
    """How a cell is called in the memory, and as a place."""
    return "{}/{}/{}".format(name, row, column)


def is_tag(text: str) -> bool:
    """Whether a place or cell still holds a tag of its template."""
    return _TAG.fullmatch(text) is not None


def is_raw(rows: Sequence[Row]) -> bool:
    """Whether a table is still the template's: its loop stands in it."""
    return any(_LOOP.fullmatch(cell) for row in rows for cell in row.cells)


def fingerprint(text: str) -> str:
    """A short mark of a text, enough to recognise it again."""
    return hashlib.sha256(_seen(text).encode("utf-8")).hexdigest()[:10]


def _seen(text: str) -> str:
    """A text in its composed form (NFC), without the blanks that end its lines.

    Nobody sees or types them, and newer offices drop them from the cells of a .docx: a line of blanks for the pen,
    "năm      ", would look changed by hand.
    """
    text = unicodedata.normalize("NFC", text).rstrip(_UNSEEN)
    several = "\n" in text or _PARAGRAPH_MARK in text
    return _UNSEEN_BEFORE_BREAK.sub("", text) if several else text


def _differ(old: str, new: str) -> bool:
    return old != new and _seen(old) != _seen(new)


def flat(slot: Slot) -> str:
    """The text of a slot other than a table, as compared and shown."""
    if isinstance(slot, Paragraphs):
        return _PARAGRAPH_MARK.join(slot.paragraphs)
    if isinstance(slot, Rule):
        return str(slot.indent_mm)
    assert isinstance(slot, Text)
    return slot.text


def in_lines(text: str) -> str:
    """A flat text as people read it, each paragraph a line."""
    return text.replace(_PARAGRAPH_MARK, "\n")


class _Work:
    """A plan in the making."""

    def __init__(
        self,
        written: Written,
        overwrite: bool,
        places: Collection[str] = (),
        rows_before: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        self.write: Dict[str, Slot] = {}
        self.changes: List[Change] = []
        self.kept: List[Change] = []
        self.lost: List[str] = []
        self.unmade: List[str] = []
        self.orders: Dict[str, Tuple[int, ...]] = {}
        self.memory: Dict[str, Tuple[str, ...]] = dict(written)
        self._written = written
        self._overwrite = overwrite
        self._places = frozenset(places)
        self._rows_before = rows_before

    def add(self, place: str, now: Slot, slot: Slot) -> None:
        """Decide about one place."""
        if isinstance(slot, Table):
            self._add_table(place, now.rows if isinstance(now, Table) else (), slot)
        elif isinstance(slot, Rule):
            self._add_rule(place, now, slot)
        else:
            self._add_text(place, flat(now) if not isinstance(now, Table) else "", slot)

    def remember(self, name: str, text: str) -> None:
        """This text of a slot or cell is ours."""
        mark = fingerprint(text)
        known = self.memory.get(name)
        older = [one for one in known if one != mark] if known else ()  # a new table has thousands of cells
        self.memory[name] = (*older, mark)[-_GENERATIONS:]

    def _add_text(self, place: str, old: str, slot: Slot) -> None:
        new = flat(slot)
        if _differ(old, new) and not self._may_write(slot_name(place), old, place):
            self.kept.append(_change(place, old, new))
            return
        self.remember(slot_name(place), new)
        if _differ(old, new):
            self.write[place] = slot
            self.changes.append(_change(place, old, new))

    def _add_rule(self, place: str, now: Slot, slot: Rule) -> None:
        """A rule follows the line above it; its length is nothing that anybody types.

        Where no rule stands any more, in a line that was joined with another or whose border a format has lost, there
        is nothing that has a length.
        """
        if isinstance(now, Rule) and abs(now.indent_mm - slot.indent_mm) > _RULE_TOLERANCE_MM:
            self.write[place] = slot

    def _add_table(self, place: str, rows: Sequence[Row], wanted: Table) -> None:
        if is_raw(rows):
            self._make(place, rows, wanted)
            return
        fit = table_fit(slot_name(place), rows, wanted.rows, self._written)
        misfit = bool(rows or wanted.rows) and (fit is None or self._has_misfits(place, rows, wanted, fit))
        if misfit and self._may_reshape(place, rows, wanted):
            self._replace(place, rows, wanted)
            return
        if misfit:
            self.kept.append(Change(place, _table_text(rows), _table_text(wanted.rows)))
        if fit is not None:
            self._merge(place, rows, wanted, fit)

    def _make(self, place: str, rows: Sequence[Row], wanted: Table) -> None:
        if can_be_made([row.cells for row in rows], wanted.rows):
            self._replace(place, rows, wanted)
        else:
            self.unmade.append(place)

    def _has_misfits(self, place: str, rows: Sequence[Row], wanted: Table, fit: TableFit) -> bool:
        """Whether a row is wanted that does not stand, or one of ours stands that is not wanted any more."""
        own = [number for number, target in enumerate(fit.rows) if target is None]
        return bool(fit.lost_rows(len(wanted.rows))) or any(
            self._was_ours(slot_name(place), number, rows[number]) for number in own
        )

    def _was_ours(self, name: str, number: int, row: Row) -> bool:
        """Whether most of a row is what we once wrote there: a row of the clerk may share a number with it."""
        cells = [(cell_name(name, number, column), cell) for column, cell in enumerate(row.cells) if cell.strip()]
        return 2 * sum(knows(self._written, *cell) for cell in cells) > len(cells)

    def _may_reshape(self, place: str, rows: Sequence[Row], wanted: Table) -> bool:
        """Rows come or go, in the columns wanted, where all that stands is ours or the clerk gives the table up."""
        if any(len(row.cells) != len(wanted.columns) for row in rows):
            return False
        if self._overwrite or place in self._places:
            return True
        if len(rows) == len(wanted.rows):
            return False
        name = slot_name(place)
        as_left = len(rows) == self._rows_before.get(name, len(rows))  # else she took rows away, or parted the table
        return as_left and all(self._is_ours(cell_id, cell) for cell_id, cell in _cells(name, rows))

    def _replace(self, place: str, rows: Sequence[Row], wanted: Table) -> None:
        for name, cell in _cells(slot_name(place), wanted.rows):
            self.remember(name, cell)
        self._write_table(place, wanted, [Change(place, _table_text(rows), _table_text(wanted.rows))])

    def _merge(self, place: str, rows: Sequence[Row], wanted: Table, fit: TableFit) -> None:
        """Each cell by itself; one changed by hand keeps what stands in it, and so do rows and columns of the clerk."""
        if fit.order is not None:
            self.orders[place] = fit.order
        changes: List[Change] = []
        merged = []
        for number, (row, target) in enumerate(zip(rows, fit.rows)):
            if target is None:
                merged.append(Row("", row.cells))
            elif len(row.cells) != fit.width:
                merged.append(self._with_merged_cells(place, number, row, wanted.rows[target]))
            else:
                cells = self._cells_of(place, number, row, wanted.rows[target], target, fit, changes)
                merged.append(Row(wanted.rows[target].kind, cells))
        self.lost.extend("{}//{}".format(slot_name(place), column) for column in fit.lost_columns)
        if changes:
            self._write_table(place, Table(wanted.columns, tuple(merged)), changes)

    def _with_merged_cells(self, place: str, number: int, row: Row, target: Row) -> Row:
        """Nobody can tell which cell is which, so the row stays, with a word where it is not as wanted."""
        if _pieces(target) - _pieces(row):
            self.kept.append(Change("{}/{}".format(place, number), _row_text(row), _row_text(target)))
        return Row(target.kind, row.cells)

    def _cells_of(
        self, place: str, number: int, row: Row, target: Row, index: int, fit: TableFit, changes: List[Change]
    ) -> Tuple[str, ...]:
        cells = list(row.cells)
        for column, (there, new) in enumerate(zip(fit.columns, target.cells)):
            if there is not None:
                name = cell_name(slot_name(place), index, column)
                cells[there] = self._cell(name, Change(cell_name(place, number, there), cells[there], new), changes)
        return tuple(cells)

    def _cell(self, name: str, change: Change, changes: List[Change]) -> str:
        if _differ(change.old, change.new) and not self._may_write(name, change.old, change.place):
            self.kept.append(change)
            return change.old
        self.remember(name, change.new)
        if _differ(change.old, change.new):
            changes.append(change)
        return change.new

    def _write_table(self, place: str, table: Table, changes: List[Change]) -> None:
        self.write[place] = table
        self.changes.extend(changes)

    def _may_write(self, name: str, old: str, place: str) -> bool:
        return self._overwrite or place in self._places or self._is_ours(name, old)

    def _is_ours(self, name: str, old: str) -> bool:
        """Blank places, template tags and our own texts may be replaced; anything else is the clerk's."""
        return not old.strip() or is_tag(old) or knows(self._written, name, old)


def _change(place: str, old: str, new: str) -> Change:
    return Change(place, in_lines(old), in_lines(new))


def _cells(name: str, rows: Sequence[Row]) -> List[Tuple[str, str]]:
    return [
        (cell_name(name, number, column), cell)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row.cells)
    ]


def _pieces(row: Row) -> Counter[str]:
    """The lines of a row: merged cells keep those of each."""
    return Counter(line for cell in row.cells for line in cell.split("\n") if line.strip())


def _table_text(rows: Sequence[Row]) -> str:
    return "\n".join(map(_row_text, rows))


def _row_text(row: Row) -> str:
    return _BETWEEN_CELLS.join(row.cells)


def row_kinds(slot: Optional[Slot]) -> Tuple[str, ...]:
    """The kinds of a table's rows, remembered because a page does not show them."""
    return tuple(row.kind for row in slot.rows) if isinstance(slot, Table) else ()
