"""Plan: what to write into an open document, from what we last wrote, what stands there now and what is wanted.

Pure: the document is read before and written after. What the clerk typed by hand is never in ``write``.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from .slots import Paragraphs, Row, Rule, Slot, Slots, Table, Text, slot_name

Written = Mapping[str, Tuple[str, ...]]  # slot or cell -> fingerprints of the texts we wrote there, newest last

_TAG = re.compile(r"\s*\{[{%].*[%}]\}\s*", re.DOTALL)
_GENERATIONS = 8  # how many Undo steps back a text is still known as ours
_RULE_TOLERANCE_MM = Decimal("0.2")  # what a length loses on its way through .docx and .odt
_PARAGRAPH_MARK = "\x1e"


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
    hand_edited: Tuple[str, ...]  # places, or table cells as "bang_diem/row/column"
    lost: Tuple[str, ...]  # slots that were written once and have no place any more
    written: Written  # the memory of what we wrote, once this plan is carried out


def plan(wanted: Slots, standing: Slots, written: Written, overwrite_hand_edited: bool = False) -> Plan:
    """Compare place by place. Places whose slot nobody wants are not ours and stay untouched."""
    work = _Work(written, overwrite_hand_edited)
    for place, now in standing.items():
        slot = wanted.get(slot_name(place))
        if slot is not None:
            work.add(place, now, slot)
    shown = {slot_name(place) for place in standing}
    lost = sorted({name.split("/", 1)[0] for name in written} - shown)
    return Plan(work.write, tuple(work.changes), tuple(work.hand_edited), tuple(lost), work.memory)


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


def fingerprint(text: str) -> str:
    """A short mark of a text, enough to recognise it again."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:10]


def flat(slot: Slot) -> str:
    """The text of a slot other than a table, as compared and shown."""
    if isinstance(slot, Paragraphs):
        return _PARAGRAPH_MARK.join(slot.paragraphs)
    if isinstance(slot, Rule):
        return str(slot.indent_mm)
    assert isinstance(slot, Text)
    return slot.text


class _Work:
    """A plan in the making."""

    def __init__(self, written: Written, overwrite: bool) -> None:
        self.write: Dict[str, Slot] = {}
        self.changes: List[Change] = []
        self.hand_edited: List[str] = []
        self.memory: Dict[str, Tuple[str, ...]] = dict(written)
        self._written = written
        self._overwrite = overwrite

    def add(self, place: str, now: Slot, slot: Slot) -> None:
        """Decide about one place."""
        if isinstance(slot, Table):
            self._add_table(place, now, slot)
        elif isinstance(slot, Rule):
            self._add_rule(place, now, slot)
        else:
            self._add_text(place, flat(now) if not isinstance(now, Table) else "", slot)

    def _add_text(self, place: str, old: str, slot: Slot) -> None:
        new = flat(slot)
        if old != new and not self._may_write(slot_name(place), old):
            self.hand_edited.append(place)
            return
        self._remember(slot_name(place), new)
        if old != new:
            self.write[place] = slot
            self.changes.append(_change(place, old, new))

    def _add_rule(self, place: str, now: Slot, slot: Rule) -> None:
        """A rule follows the line above it; its length is nothing that anybody types."""
        if isinstance(now, Rule) and abs(now.indent_mm - slot.indent_mm) <= _RULE_TOLERANCE_MM:
            return
        self.write[place] = slot

    def _add_table(self, place: str, now: Slot, wanted: Table) -> None:
        rows = now.rows if isinstance(now, Table) else ()
        if any(_TAG.fullmatch(cell) for row in rows for cell in row.cells):
            self._replace(place, rows, wanted)
        elif len(rows) != len(wanted.rows):
            self._reshape(place, rows, wanted)
        else:
            self._merge(place, rows, wanted)

    def _reshape(self, place: str, rows: Sequence[Row], wanted: Table) -> None:
        """Rows come or go: possible without loss only where every standing cell is ours."""
        foreign = [name for name, cell in _cells(slot_name(place), rows) if not self._may_write(name, cell)]
        if foreign:
            self.hand_edited.extend(foreign)
        else:
            self._replace(place, rows, wanted)

    def _replace(self, place: str, rows: Sequence[Row], wanted: Table) -> None:
        for name, cell in _cells(slot_name(place), wanted.rows):
            self._remember(name, cell)
        self._write_table(place, wanted, [Change(place, str(len(rows)), str(len(wanted.rows)))])

    def _merge(self, place: str, rows: Sequence[Row], wanted: Table) -> None:
        """Same rows: each cell by itself; a cell changed by hand keeps what stands in it."""
        changes: List[Change] = []
        merged = []
        for number, (row, target) in enumerate(zip(rows, wanted.rows)):
            cells = [
                self._cell("{}/{}/{}".format(slot_name(place), number, column), old, new, changes)
                for column, (old, new) in enumerate(zip(row.cells, target.cells))
            ]
            merged.append(Row(target.kind, tuple(cells)))
        if changes:
            self._write_table(place, Table(wanted.columns, tuple(merged)), changes)

    def _cell(self, name: str, old: str, new: str, changes: List[Change]) -> str:
        if old != new and not self._may_write(name, old):
            self.hand_edited.append(name)
            return old
        self._remember(name, new)
        if old != new:
            changes.append(Change(name, old, new))
        return new

    def _write_table(self, place: str, table: Table, changes: List[Change]) -> None:
        self.write[place] = table
        self.changes.extend(changes)

    def _remember(self, name: str, text: str) -> None:
        mark = fingerprint(text)
        older = tuple(known for known in self.memory.get(name, ()) if known != mark)
        self.memory[name] = (*older, mark)[-_GENERATIONS:]

    def _may_write(self, name: str, old: str) -> bool:
        """Blank places, template tags and our own texts may be replaced; anything else is the clerk's."""
        if self._overwrite or not old.strip() or _TAG.fullmatch(old):
            return True
        return fingerprint(old) in self._written.get(name, ())


def _change(place: str, old: str, new: str) -> Change:
    return Change(place, old.replace(_PARAGRAPH_MARK, "\n"), new.replace(_PARAGRAPH_MARK, "\n"))


def _cells(name: str, rows: Sequence[Row]) -> List[Tuple[str, str]]:
    return [
        ("{}/{}/{}".format(name, number, column), cell)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row.cells)
    ]


def row_kinds(slot: Optional[Slot]) -> Tuple[str, ...]:
    """The kinds of a table's rows, remembered because a page does not show them."""
    return tuple(row.kind for row in slot.rows) if isinstance(slot, Table) else ()
