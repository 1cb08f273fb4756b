"""Tags (thẻ điền) that somebody typed into an open document: where they stand, and the bookmarks that they become."""

from __future__ import annotations

import re
from typing import Any, Collection, Dict, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from vanthu.slots import Slot, Text, slot_name
from vanthu.tags import PATTERN, TABLE_TAG, asked_for, free_place, statements

from . import place_text
from .places import Place
from .ranges import ends, starts_by
from .rows import growing_rows

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
    taken = {place.name for place in listed}
    marked = [place for place in listed if slot_name(place.name) in slots]
    places: Dict[str, TypedTag] = {}
    unknown: List[str] = []
    in_fields: List[str] = []
    bare: List[str] = []
    for (text, where), name in zip(found, asked_for(text for text, _ in found)):
        if not name or _stands_in(marked, text, where) or _stands_in_rows(listed, tables, where):
            continue
        if _is_in_field(where):
            in_fields.append(name)
        elif name in tables and text.startswith(TABLE_TAG):
            heading = _heading(where) if name not in taken else None
            rows = heading and growing_rows(Place(name, (), heading, ""), listed, tables)
            if rows and rows.has_models():
                places[name] = TypedTag(heading, rows.read())
            elif rows:
                bare.append(name)
        elif name in slots and name not in tables:
            if not text.startswith(TABLE_TAG):
                places[free_place(name, {*taken, *places})] = TypedTag(where, Text(text))
        else:
            unknown.append(name)
    carried_out = statements(text for text, _ in found)
    conditions = [text for text, where in found if text in carried_out and not _stands_in(marked, text, where)]
    return TypedTags(places, *(tuple(dict.fromkeys(names)) for names in (unknown, conditions, in_fields, bare)))


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


def _stands_in_rows(listed: Sequence[Place], tables: Collection[str], where: Any) -> bool:
    """Whether it is what somebody typed as a score, say, and so stands in a row that we have written."""
    if not where.getPropertyValue("Cell"):
        return False
    growing = (growing_rows(place, listed, tables) for place in listed if place.name in tables)
    return any(rows.holds(where) for rows in growing if rows is not None)


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
