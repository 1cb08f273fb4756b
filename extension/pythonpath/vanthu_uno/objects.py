"""Objects (vật chèn) that the clerk has put into cells and places: frames, pictures, tables. No text stands for them.

A scanned signature over the signer's title would go with the old title when a new one is written.
"""

from __future__ import annotations

from typing import Any, Dict, FrozenSet, Iterable, Iterator, Set, Tuple

from . import comments
from .places import Place
from .ranges import ends, starts_by

_WITH_LETTERS = ("AS_CHARACTER", "AT_CHARACTER")  # anchored so, it goes with the text around it
_AT_PARAGRAPH = "AT_PARAGRAPH"  # so, with its paragraph: one of several of a place is another one afterwards


def in_places(document: Any, places: Iterable[Place]) -> FrozenSet[str]:
    """Names of the places whose text cannot be written without an object of the clerk, or a comment, going with it."""
    anchors = [*_floating(document), *((anchor, _AT_PARAGRAPH) for anchor in comments.anchors(document))]
    return frozenset(place.name for place in places if any(_goes_with(place, *one) for one in anchors))


def _goes_with(place: Place, anchor: Any, how: str) -> bool:
    inside = starts_by(place.anchor, anchor) and ends(place.anchor, anchor) in (0, -1)
    return inside and (how in _WITH_LETTERS or len(place.bookmarks) > 1 or "\n" in place.text)


def in_cells(document: Any) -> Dict[str, FrozenSet[str]]:
    """Names of the cells that hold objects, by the name of their table."""
    found: Dict[str, Set[str]] = {}
    for anchor in _anchors(document):
        cell = anchor.getPropertyValue("Cell")
        if cell is not None:
            table = anchor.getPropertyValue("TextTable")
            found.setdefault(table.getName(), set()).add(cell.getPropertyValue("CellName"))
    return {table: frozenset(cells) for table, cells in found.items()}


def _floating(document: Any) -> Iterator[Tuple[Any, str]]:
    """Where each stands, and how it is anchored."""
    for several in (document.getTextFrames(), document.getGraphicObjects(), document.getEmbeddedObjects()):
        for number in range(several.getCount()):
            one = several.getByIndex(number)
            yield one.getAnchor(), one.getPropertyValue("AnchorType").value


def _anchors(document: Any) -> Iterator[Any]:
    yield from (anchor for anchor, how in _floating(document) if how in _WITH_LETTERS)
    tables = document.getTextTables()
    for number in range(tables.getCount()):
        yield tables.getByIndex(number).getAnchor()
