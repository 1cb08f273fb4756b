"""What a template consists of: an ordered list of blocks with their Vietnamese words, read from templates/*.toml."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Callable, Dict, Tuple, Union

from vanthu.strict import StrictTable
from vanthu.toml import read


@dataclass(frozen=True)
class Letterhead:
    """Agencies, national header, number, place and date (ô số 1 to 4)."""


@dataclass(frozen=True)
class Title:
    """Type name and subject line with its rule (ô số 5a)."""


@dataclass(frozen=True)
class Addressees:
    """Kính gửi (ô số 9a)."""


@dataclass(frozen=True)
class Section:
    """A heading of the first level; the builder numbers it I, II, III."""

    title: str


@dataclass(frozen=True)
class Clause:
    """A heading of the second level; the builder numbers it 1, 2, 3 inside its section."""

    title: str


@dataclass(frozen=True)
class Body:
    """A paragraph of the content; a slot in it may bring more paragraphs."""

    text: str


@dataclass(frozen=True)
class Closing:
    """The last paragraph of the content, kept on the page of the signature."""

    text: str


@dataclass(frozen=True)
class Column:
    """One column of a table: its heading, the name of its cells in the slot's rows."""

    heading: str
    name: str
    width_mm: Decimal
    alignment: str  # left or center


@dataclass(frozen=True)
class GrowingTable:
    """A table whose middle rows come from a slot; ``total`` is the text of the cells of the row below them."""

    slot: str
    columns: Tuple[Column, ...]
    group_kind: str  # kind of the rows printed in bold
    total_label: str
    total: Tuple[str, ...]  # the last columns; the label spans those before


@dataclass(frozen=True)
class Signature:
    """Nơi nhận beside position, signature and name (ô số 7a, 7b, 7c, 9b)."""


Block = Union[Letterhead, Title, Addressees, Section, Clause, Body, Closing, GrowingTable, Signature]


@dataclass(frozen=True)
class Description:
    """One template; ``id`` is also its file name."""

    id: str
    title: str
    blocks: Tuple[Block, ...]


def load(path: Path) -> Description:
    """Read a description; raises ``DataError`` naming file, place, what was found and what is allowed."""
    return description_from(read(path), path.name)


def description_from(values: Dict[str, Any], source: str) -> Description:
    """Build the description; ``source`` is the file name used in errors."""
    table = StrictTable(values, source, "", ("schema", "id", "title", "block"))
    if table.integer("schema") != _SCHEMA:
        raise table.error(f"phiên bản tệp chưa được hỗ trợ; được phép: {_SCHEMA}", "schema")
    return Description(
        id=table.line("id"), title=table.line("title"), blocks=table.tables("block", _BLOCK_KEYS, _block)
    )


_SCHEMA = 1
_KEYS: Dict[str, Tuple[str, ...]] = {
    "letterhead": (),
    "title": (),
    "addressees": (),
    "section": ("title",),
    "clause": ("title",),
    "body": ("text",),
    "closing": ("text",),
    "table": ("slot", "columns", "group_kind", "total_label", "total"),
    "signature": (),
}
_BLOCK_KEYS = ("kind", *sorted({key for keys in _KEYS.values() for key in keys}))
_COLUMN_KEYS = ("heading", "name", "width_mm", "alignment")


def _block(table: StrictTable) -> Block:
    kind = table.choice("kind", _KEYS)
    for key in _BLOCK_KEYS[1:]:
        if table.has(key) and key not in _KEYS[kind]:
            raise table.error(f"khối {kind} không có khóa này", key)
    if kind == "table":
        return _table(table)
    if kind in _EMPTY:
        return _EMPTY[kind]
    return _WORDED[kind](table.text(*_KEYS[kind]))


_EMPTY: Dict[str, Block] = {
    "letterhead": Letterhead(),
    "title": Title(),
    "addressees": Addressees(),
    "signature": Signature(),
}
_WORDED: Dict[str, Callable[[str], Block]] = {"section": Section, "clause": Clause, "body": Body, "closing": Closing}


def _table(table: StrictTable) -> GrowingTable:
    return GrowingTable(
        slot=table.line("slot"),
        columns=table.tables("columns", _COLUMN_KEYS, _column),
        group_kind=table.line("group_kind"),
        total_label=table.line("total_label"),
        total=table.lines("total"),
    )


def _column(table: StrictTable) -> Column:
    return Column(
        heading=table.line("heading"),
        name=table.line("name"),
        width_mm=table.score("width_mm"),
        alignment=table.choice("alignment", ("left", "center")),
    )
