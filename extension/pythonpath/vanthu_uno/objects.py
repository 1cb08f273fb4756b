"""Objects (vật chèn) that the clerk has put into cells, frames, pictures, tables: no text can stand for them."""

from __future__ import annotations

from typing import Any, Dict, FrozenSet, Iterator, Set

_WITH_LETTERS = ("AS_CHARACTER", "AT_CHARACTER")  # anchored so, it goes with the text of its cell


def in_cells(document: Any) -> Dict[str, FrozenSet[str]]:
    """Names of the cells that hold objects, by the name of their table."""
    found: Dict[str, Set[str]] = {}
    for anchor in _anchors(document):
        cell = anchor.getPropertyValue("Cell")
        if cell is not None:
            table = anchor.getPropertyValue("TextTable")
            found.setdefault(table.getName(), set()).add(cell.getPropertyValue("CellName"))
    return {table: frozenset(cells) for table, cells in found.items()}


def _anchors(document: Any) -> Iterator[Any]:
    for several in (document.getTextFrames(), document.getGraphicObjects(), document.getEmbeddedObjects()):
        for number in range(several.getCount()):
            one = several.getByIndex(number)
            if one.getPropertyValue("AnchorType").value in _WITH_LETTERS:
                yield one.getAnchor()
    tables = document.getTextTables()
    for number in range(tables.getCount()):
        yield tables.getByIndex(number).getAnchor()
