"""One fill (lần điền) of a document: what it will write where, and what the document remembers afterwards. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Collection, Dict, FrozenSet, Mapping, Tuple

from .assessment import Assessment
from .document_kind import DocumentKind
from .memory import Memory
from .plan import plan, row_kinds
from .read_back import mended
from .record import Record
from .score_places import as_meant
from .shown_answers import shown_answers
from .slots import Paragraphs, Slot, Table, Text, arranged, slot_name

_TEXTS = (Text, Paragraphs)


class OneFill:
    """The slots that are wanted against what stands in the places, in the columns that this document's tables have."""

    def __init__(
        self,
        wanted: Dict[str, Slot],
        standing: Dict[str, Slot],
        memory: Memory,
        assessment: Assessment,
        overwrite_hand_edited: bool = False,
        overwrite: Collection[str] = (),
    ) -> None:
        self.wanted = wanted
        self.columns = {**memory.columns, **_columns(standing)}
        self._standing, self._memory, self._assessment = standing, memory, assessment
        self._fitting = arranged(wanted, self.columns)
        meant = as_meant(standing, self._fitting, assessment)
        rows = {name: len(kinds) for name, kinds in memory.kinds.items()}
        self.plan = plan(self._fitting, meant, memory.written, overwrite_hand_edited, overwrite, rows)

    @property
    def has_places(self) -> bool:
        """Whether the document has a place for anything that is wanted."""
        return any(slot_name(place) in self.wanted for place in self._standing)

    @property
    def kinds_before(self) -> Dict[str, Tuple[str, ...]]:
        """The kinds of the rows that stand in the tables that will be written."""
        known = self._memory.kinds
        written = [place for place in self.plan.write if slot_name(place) in known]
        return {place: self._in_order(place, known[slot_name(place)]) for place in written}

    @property
    def now(self) -> Dict[str, Slot]:
        """What stands in the places once the plan is carried out."""
        return {**self._standing, **self.plan.write}

    @property
    def untouched(self) -> FrozenSet[str]:
        """The places of texts in which then stands what is wanted, and nothing that was typed by hand."""
        texts = (place for place, slot in self.now.items() if isinstance(slot, _TEXTS))
        wanted = (place for place in texts if isinstance(self.wanted.get(slot_name(place)), _TEXTS))
        return frozenset(wanted) - {*self.plan.hand_edited}

    def memory(self) -> Memory:
        """What the document remembers once the plan is carried out."""
        shown = {name: self.wanted[name] for name in map(slot_name, self._standing) if name in self.wanted}
        own = {name: found for name, found in sorted(self.columns.items()) if self._is_arranged(name)}
        return replace(self._memory, written=self.plan.written, kinds=_kinds(shown), columns=own)

    def record(self, kind: DocumentKind) -> Record:
        """The record without what the document stated wrongly before."""
        record = self._memory.record
        if not record.stated:
            return record
        shown = shown_answers(kind, self._assessment, self._fitting, self.now, self.plan.written)
        return mended(record, shown.answers, self._assessment)

    def _in_order(self, place: str, kinds: Tuple[str, ...]) -> Tuple[str, ...]:
        """In the order in which the clerk has put the rows."""
        order = self.plan.orders.get(place, ())
        return tuple(kinds[row] for row in order) if len(order) == len(kinds) else kinds

    def _is_arranged(self, name: str) -> bool:
        return self._fitting.get(name) != self.wanted.get(name)


def _columns(standing: Mapping[str, Slot]) -> Dict[str, Tuple[str, ...]]:
    """The columns that the model rows of tables name, while they stand."""
    tables = {slot_name(place): slot for place, slot in standing.items() if isinstance(slot, Table)}
    return {name: table.columns for name, table in tables.items() if table.columns}


def _kinds(wanted: Mapping[str, Slot]) -> Dict[str, Tuple[str, ...]]:
    return {name: row_kinds(slot) for name, slot in wanted.items() if isinstance(slot, Table)}
