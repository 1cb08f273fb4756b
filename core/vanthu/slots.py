"""Slots (ô điền): names with their finished contents, all that a writer ever sees.

A writer puts a slot on paper as it is. It never adds, rounds, formats or chooses.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Mapping, Tuple, Union


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


Slot = Union[Text, Paragraphs, Table, Rule]
Slots = Mapping[str, Slot]


def slot_name(place: str) -> str:
    """The slot that a place (bookmark) shows: a slot used twice has places ``tong_diem``, ``tong_diem__2``.

    >>> slot_name("tong_diem__2")
    'tong_diem'
    """
    return place.split("__", 1)[0]
