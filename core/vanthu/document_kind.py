"""What a kind of document (loại văn bản) is called and says where the clerk has written nothing yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Mapping, Tuple

from . import file_messages
from .items import SOURCES
from .language import tell
from .strict import StrictTable
from .text import clean

_SCHEMA = 1
_KIND_KEYS = (
    *("schema", "id", "title", "group", "forms", "type_name", "abbreviation", "to_superior", "first_recipient"),
    *("subject", "text", "lists", "tables"),
)
OVER = (*SOURCES, "rows")
_PATTERNS = ("group", "first", "line", "last", "with_parts", "part", "last_part")
_TABLE_KEYS = ("over", "columns")


@dataclass(frozen=True)
class ListPattern:
    """How a list of paragraphs is worded: sentences with ``{fields}`` for each kind of item it runs over."""

    over: str
    group: Tuple[str, ...]
    first: Tuple[str, ...]  # blank: as ``line``
    line: Tuple[str, ...]
    last: Tuple[str, ...]  # blank: as ``line``
    with_parts: Tuple[str, ...]  # an item with parts below it; blank: as ``line``
    part: Tuple[str, ...]
    last_part: Tuple[str, ...]  # blank: as ``part``


@dataclass(frozen=True)
class TablePattern:
    """What a table shows: the items it runs over, and the field in each column."""

    over: str
    columns: Tuple[str, ...]


@dataclass(frozen=True)
class DocumentKind:
    """One document of the dossier; its ``id`` is also the name of its template."""

    id: str
    title: str  # what the clerk calls it: "Báo cáo tự đánh giá"
    form_ids: Tuple[str, ...]  # blank: any form
    type_name: str  # tên loại: "BÁO CÁO"; blank for a công văn
    abbreviation: str  # of the type, for số, ký hiệu: "BC"
    to_superior: bool  # a report to a superior carries "Kính gửi" and "Như trên"
    subject: str  # trích yếu
    text: Mapping[str, Tuple[str, ...]]  # default paragraphs by slot
    lists: Mapping[str, ListPattern]
    tables: Mapping[str, TablePattern]
    first_recipient: str = ""  # of Nơi nhận: "Như Điều 3" in a decision
    group: str = ""  # under which heading it is offered; blank: among the others

    @property
    def is_letter(self) -> bool:
        """Whether this is a công văn, which has no name of a type."""
        return not self.type_name

    def serves(self, form_id: str) -> bool:
        """Whether this document is drawn up for that form."""
        return not self.form_ids or form_id in self.form_ids


def kind_from(values: Dict[str, Any], source: str) -> DocumentKind:
    """Build the kind; ``source`` is the file name used in errors."""
    table = StrictTable(values, source, "", _KIND_KEYS)
    table.check_schema(_SCHEMA)
    defaults, lists, tables = (table.named(key) for key in ("text", "lists", "tables"))
    return DocumentKind(
        id=table.words("id"),
        title=table.words("title"),
        form_ids=table.lines("forms"),
        type_name=table.line("type_name", ""),
        abbreviation=table.line("abbreviation", ""),
        to_superior=table.flag("to_superior"),
        subject=table.line("subject"),
        text={clean(name): defaults.lines(name) for name in defaults.names()},
        lists={clean(name): _list_pattern(lists.table(name, ("over", *_PATTERNS))) for name in lists.names()},
        tables={clean(name): _table_pattern(tables.table(name, _TABLE_KEYS)) for name in tables.names()},
        first_recipient=table.line("first_recipient", ""),
        group=table.line("group", ""),
    )


def _list_pattern(table: StrictTable) -> ListPattern:
    return ListPattern(over=table.choice("over", OVER), **{key: table.lines(key) for key in _PATTERNS})


def _table_pattern(table: StrictTable) -> TablePattern:
    columns = table.lines("columns")
    if not columns:
        raise table.error(tell(file_messages.NO_COLUMN), "columns")
    return TablePattern(table.choice("over", OVER), columns)
