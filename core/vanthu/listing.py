"""Lists and tables of a kind of document, from its patterns and the items they run over."""

from __future__ import annotations

import re
from typing import Iterator, List, Mapping, Match, Tuple

from . import document_words
from .assessment import Assessment
from .document_kind import ListPattern, TablePattern
from .items import GROUP, PART, Fields, Item, items
from .record import Record
from .slots import Row, Table

NUMBER = "stt"  # the column that counts the rows
PLACEHOLDER = re.compile(r"\{([a-z_0-9]+)\}")  # a fact, a list or a field; {0}: the first cell of a row typed by hand


def listed_lines(pattern: ListPattern, name: str, record: Record, assessment: Assessment) -> Tuple[str, ...]:
    """The paragraphs of a list, their marks still in front."""
    found = items(pattern.over, name, record, assessment)
    return tuple(line for item in found for line in _item_lines(pattern, item))


def table_slot(pattern: TablePattern, name: str, record: Record, assessment: Assessment) -> Table:
    """A table: a row for every item, counted where its first column is ``stt``."""
    columns = pattern.columns
    own = tuple(column for column in columns if column != NUMBER)
    whole = str(len(own))  # a row typed with its own number in front has this cell too
    rows = (
        _row(columns, columns if whole in item.fields else own, number, item)
        for number, item in enumerate(items(pattern.over, name, record, assessment), start=1)
    )
    return Table(columns, tuple(rows))


def _row(columns: Tuple[str, ...], own: Tuple[str, ...], number: int, item: Item) -> Row:
    """``own``: the columns that the item fills, in its order."""
    cells = {NUMBER: str(number)}
    for position, column in enumerate(own):
        cells[column] = "\n".join(item.fields.get(column) or item.fields.get(str(position)) or ("",))
    return Row(item.kind, tuple([cells[column] for column in columns]))


def _item_lines(pattern: ListPattern, item: Item) -> Iterator[str]:
    for line in _pattern_of(pattern, item):
        yield from filled_lines(line, item.fields)


def _pattern_of(pattern: ListPattern, item: Item) -> Tuple[str, ...]:
    """The sentences for this kind of item; the first and the last one of a group may have their own."""
    if item.kind == GROUP:
        return pattern.group
    if item.kind == PART:
        return (item.last and pattern.last_part) or pattern.part
    if item.has_parts and pattern.with_parts:
        return pattern.with_parts
    return (item.last and pattern.last) or (item.first and pattern.first) or pattern.line


def filled_lines(line: str, fields: Fields) -> List[str]:
    """A sentence with its ``{fields}``; a line that is one field alone becomes all its paragraphs."""
    alone = PLACEHOLDER.fullmatch(line)
    if alone:
        return list(fields.get(alone.group(1), (document_words.MISSING_VALUE,)))
    missing = document_words.MISSING_VALUE
    return [PLACEHOLDER.sub(lambda match: _words(match, fields), line).replace(missing + ".", missing)]


def _words(match: Match[str], fields: Mapping[str, Tuple[str, ...]]) -> str:
    """The field's text, "…" while there is none; a brace that names no field stays as it is."""
    name = match.group(1)
    return "; ".join(fields[name]) or document_words.MISSING_VALUE if name in fields else match.group(0)
