"""Slots (ô điền): names with their finished contents, all that a writer ever sees.

A writer puts a slot on paper as it is. It never adds, rounds, formats or chooses.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, Mapping, Tuple, Union


@dataclass(frozen=True)
class Text:
    """A run of text inside one paragraph; ``"\\n"`` is a line break, ``"\\t"`` a tab."""

    text: str


@dataclass(frozen=True)
class Paragraphs:
    """One or more paragraphs; they share the look of the paragraph they stand in, or name a style each."""

    paragraphs: Tuple[str, ...]
    styles: Tuple[str, ...] = ()  # names of paragraph styles, as many as paragraphs; blank: all look alike


@dataclass(frozen=True)
class Row:
    """One row of a growing table; ``kind`` picks the model row that lends it its look."""

    kind: str
    cells: Tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The rows between the heading and the fixed rows of a table (bảng)."""

    columns: Tuple[str, ...]
    rows: Tuple[Row, ...]


@dataclass(frozen=True)
class Rule:
    """A drawn line (đường kẻ): how far its paragraph is indented on each side, in millimetres."""

    indent_mm: Decimal


LAST_PARAGRAPH = "_"  # before the name of the bookmark over the last paragraph of several; Word hides such names

Slot = Union[Text, Paragraphs, Table, Rule]
Slots = Mapping[str, Slot]


def arranged(slots: Slots, columns: Mapping[str, Tuple[str, ...]]) -> Dict[str, Slot]:
    """The slots, each table with the columns that a document has for it; what the table does not know stays blank.

    >>> whole = Table(("ten", "diem"), (Row("", ("a", "9")),))
    >>> arranged({"bang": whole}, {"bang": ("diem", "", "ten")})["bang"].rows
    (Row(kind='', cells=('9', '', 'a')),)
    >>> arranged({"bang": whole}, {"bang": whole.columns})["bang"] is whole  # thousands of rows are not made anew
    True
    """
    return {
        name: _with_columns(slot, columns[name]) if isinstance(slot, Table) and columns.get(name) else slot
        for name, slot in slots.items()
    }


def _with_columns(table: Table, columns: Tuple[str, ...]) -> Table:
    if columns == table.columns:
        return table
    rows = (dict(zip(table.columns, row.cells)) for row in table.rows)
    cells = (tuple(row.get(column, "") for column in columns) for row in rows)
    return Table(columns, tuple(Row(row.kind, texts) for row, texts in zip(table.rows, cells)))


def slot_name(place: str) -> str:
    """The slot that a place (bookmark) shows: a slot used twice has places ``tong_diem``, ``tong_diem__2``.

    >>> slot_name("tong_diem__2")
    'tong_diem'
    """
    return place.split("__", 1)[0]


def texts_of(slot: Slot) -> Tuple[str, ...]:
    """Every text of a slot: itself, its paragraphs or its cells; none of a rule.

    >>> texts_of(Table(("a",), (Row("", ("x", "y")),)))
    ('x', 'y')
    """
    if isinstance(slot, Text):
        return (slot.text,)
    if isinstance(slot, Paragraphs):
        return slot.paragraphs
    return tuple(cell for row in slot.rows for cell in row.cells) if isinstance(slot, Table) else ()
