"""Tags (thẻ điền) that somebody typed into an open document: where they stand, and the bookmarks that they become."""

from __future__ import annotations

import re
from typing import Any, Collection, Dict, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from vanthu.slots import Slot, Text, slot_name
from vanthu.tags import PATTERN, TABLE_TAG, asked_for, free_place, statements

from . import place_text
from .places import Place
from .ranges import ends, starts_by
from .rows import growing_rows, table_around

_ROW = re.compile(r"A(\d+)\Z")


class TypedTag(NamedTuple):
    """A tag without a bookmark that asks for a slot: the text it stands in place of, or the heading of its table."""

    where: Any
    slot: Slot  # what stands there now


class TypedTags(NamedTuple):
    """The tags of a document that stand in no place."""

    places: Mapping[str, TypedTag]  # name of the place that each becomes
    unknown: Tuple[str, ...] = ()  # what the others ask for
    statements: Tuple[str, ...] = ()  # conditions and the like, which only the batch side carries out
    in_fields: Tuple[str, ...] = ()  # those in a field, whose text the office would store several times over
    bare_tables: Tuple[str, ...] = ()  # loops without a model row


def find(document: Any, listed: Sequence[Place], slots: Collection[str], tables: Collection[str]) -> TypedTags:
    """Search the document; ``listed`` are its places, ``slots`` the names that may be filled, ``tables`` among them."""
    found = list(_search(document))
    search = _Search(listed, slots, tables)
    named = zip(found, asked_for(text for text, _ in found), statements(text for text, _ in found))
    for (text, where), name, is_statement in named:
        if (name or is_statement) and not search.stands_in_a_place(text, where):
            search.add(text, where, name)
    return search.result()


class _Search:
    """What was found so far, tag by tag."""

    def __init__(self, listed: Sequence[Place], slots: Collection[str], tables: Collection[str]) -> None:
        self._listed, self._slots, self._tables = listed, slots, tables
        self._taken = {place.name for place in listed}
        self._marked = [place for place in listed if slot_name(place.name) in slots]
        self._places: Dict[str, TypedTag] = {}
        self._left: Dict[str, List[str]] = {"unknown": [], "statements": [], "in_fields": [], "bare_tables": []}

    def stands_in_a_place(self, text: str, where: Any) -> bool:
        """Whether it is part of a place, or of a row of a table, that we have written: typed as a score, say."""
        return _stands_in(self._marked, text, where) or bool(table_around(where, self._marked, self._tables))

    def add(self, text: str, where: Any, name: str) -> None:
        """A tag that stands by itself; ``name``: the slot that it asks for, blank for a statement."""
        begins_table, is_table = text.startswith(TABLE_TAG), name in self._tables
        if not name:
            self._left["statements"].append(text)
        elif _is_in_field(where):
            self._left["in_fields"].append(name)
        elif begins_table and is_table:
            self._add_table(name, where)
        elif is_table or name not in self._slots:
            self._left["unknown"].append(name)
        elif not begins_table:
            self._places[free_place(name, {*self._taken, *self._places})] = TypedTag(where, Text(text))

    def result(self) -> TypedTags:
        """Everything found, each name once."""
        return TypedTags(self._places, **{kind: tuple(dict.fromkeys(names)) for kind, names in self._left.items()})

    def _add_table(self, name: str, where: Any) -> None:
        heading = _heading(where)
        rows = heading and growing_rows(Place(name, (), heading, ""), self._marked, self._tables)
        if rows and rows.has_models():
            self._places[free_place(name, {*self._taken, *self._places})] = TypedTag(heading, rows.read())
        elif rows:
            self._left["bare_tables"].append(name)


def mark(document: Any, places: Mapping[str, TypedTag]) -> None:
    """Put the bookmarks over the tags. Undo belongs to ``one_step``."""
    for name, tag in places.items():
        place_text.mark(document, name, tag.where.getText(), tag.where)


def _search(document: Any) -> Iterator[Tuple[str, Any]]:
    """The tags in the order of the document; the office looks in tables, frames, headers and footers too."""
    wanted = document.createSearchDescriptor()
    wanted.SearchRegularExpression = True
    wanted.SearchString = PATTERN
    ranges = document.findAll(wanted)
    for number in range(ranges.getCount()):
        where = ranges.getByIndex(number)
        yield where.getString(), where


def _is_in_field(where: Any) -> bool:
    """Whether it stands in what 7.4 makes of Word's content controls; newer offices have those themselves."""
    return where.getText().createTextCursorByRange(where).getPropertyValue("TextField") is not None


def _stands_in(places: Sequence[Place], text: str, where: Any) -> bool:
    return any(text in place.text and _covers(place.anchor, where) for place in places)


def _covers(outer: Any, inner: Any) -> bool:
    return starts_by(outer, inner) and ends(outer, inner) != 1


def _heading(where: Any) -> Optional[Any]:
    """The first paragraph of the row above a table's loop; ``None`` where there is none."""
    cell = where.getPropertyValue("Cell")
    row = _ROW.match(cell.getPropertyValue("CellName")) if cell else None
    above = where.getPropertyValue("TextTable").getCellByName("A{}".format(int(row.group(1)) - 1)) if row else None
    if above is None:
        return None
    paragraph = above.createTextCursor()
    paragraph.gotoStart(False)
    paragraph.gotoEndOfParagraph(True)
    return paragraph
