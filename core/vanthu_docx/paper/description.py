"""What a template consists of: an ordered list of blocks with their Vietnamese words, read from templates/*.toml."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Callable, Dict, Tuple, Union

from vanthu.strict import StrictTable
from vanthu.toml import read

from .. import batch_messages


@dataclass(frozen=True)
class Letterhead:
    """Agencies, national header, number, place and date (ô số 1 to 4), below the number "V/v" of a công văn (ô 5b)."""

    number: bool  # a sheet that belongs to another document has none of its own
    date: bool  # minutes carry no place and date
    subject: bool


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
class Worded:
    """A paragraph that is any component of the layout: legal bases, the word "QUYẾT ĐỊNH:"."""

    component: str
    text: str


@dataclass(frozen=True)
class Article:
    """Điều; the builder numbers it. The last one is kept on the page of the signature."""

    text: str
    closing: bool


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
    group_kind: str  # kind of the rows printed in bold; blank: all rows look alike
    total_label: str  # blank: no row of totals
    total: Tuple[str, ...]  # the last columns; the label spans those before


@dataclass(frozen=True)
class Signature:
    """Nơi nhận beside position, signature and name (ô số 7a, 7b, 7c, 9b); a part to be put in may want one of them."""

    recipients: bool
    signer: bool


@dataclass(frozen=True)
class Signatures:
    """Two who sign side by side (biên bản), each under a word, and Nơi nhận below."""

    left: str  # the word over the left one: "THƯ KÝ"
    left_name: str  # the slot of the name
    right: str
    right_name: str


@dataclass(frozen=True)
class Annex:
    """Phụ lục: begins on a page of its own, with page numbers of its own (Mục III, khoản 1)."""

    title: str
    landscape: bool
    numbered: bool  # one of several, which carry Roman numbers


Block = Union[
    Letterhead,
    Title,
    Addressees,
    Section,
    Clause,
    Body,
    Worded,
    Article,
    Closing,
    GrowingTable,
    Signature,
    Signatures,
    Annex,
]


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
    table.check_schema(_SCHEMA)
    return Description(
        id=table.line("id"), title=table.line("title"), blocks=table.tables("block", _BLOCK_KEYS, _block)
    )


_SCHEMA = 1
_KEYS: Dict[str, Tuple[str, ...]] = {
    "letterhead": ("number", "date", "subject"),
    "title": (),
    "addressees": (),
    "section": ("title",),
    "clause": ("title",),
    "body": ("text",),
    "text": ("component", "text"),
    "article": ("text", "closing"),
    "closing": ("text",),
    "table": ("slot", "columns", "group_kind", "total_label", "total"),
    "signature": ("recipients", "signer"),
    "signatures": ("left", "left_name", "right", "right_name"),
    "annex": ("title", "landscape", "numbered"),
}
_BLOCK_KEYS = ("kind", *sorted({key for keys in _KEYS.values() for key in keys}))
_COLUMN_KEYS = ("heading", "name", "width_mm", "alignment")


def _block(table: StrictTable) -> Block:
    kind = table.choice("kind", _KEYS)
    for key in _BLOCK_KEYS[1:]:
        if table.has(key) and key not in _KEYS[kind]:
            raise table.error(batch_messages.UNKNOWN_BLOCK_KEY.format(kind=kind), key)
    return _READERS[kind](table)


def _worded(block: Callable[[str], Block], key: str) -> Callable[[StrictTable], Block]:
    return lambda table: block(table.text(key))


def _table(table: StrictTable) -> GrowingTable:
    return GrowingTable(
        slot=table.line("slot"),
        columns=table.tables("columns", _COLUMN_KEYS, _column),
        group_kind=table.line("group_kind", ""),
        total_label=table.line("total_label", ""),
        total=table.lines("total"),
    )


def _column(table: StrictTable) -> Column:
    return Column(
        heading=table.line("heading"),
        name=table.line("name"),
        width_mm=table.score("width_mm"),
        alignment=table.choice("alignment", ("left", "center")),
    )


def _signatures(table: StrictTable) -> Signatures:
    return Signatures(**{key: table.line(key) for key in _KEYS["signatures"]})


_READERS: Dict[str, Callable[[StrictTable], Block]] = {
    "letterhead": lambda table: Letterhead(table.flag("number", True), table.flag("date", True), table.flag("subject")),
    "title": lambda table: Title(),
    "addressees": lambda table: Addressees(),
    "section": _worded(Section, "title"),
    "clause": _worded(Clause, "title"),
    "body": _worded(Body, "text"),
    "text": lambda table: Worded(table.line("component"), table.text("text")),
    "article": lambda table: Article(table.text("text"), table.flag("closing")),
    "closing": _worded(Closing, "text"),
    "table": _table,
    "signature": lambda table: Signature(table.flag("recipients", True), table.flag("signer", True)),
    "signatures": _signatures,
    "annex": lambda table: Annex(table.line("title"), table.flag("landscape"), table.flag("numbered")),
}
