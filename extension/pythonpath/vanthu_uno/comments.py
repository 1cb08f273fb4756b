"""Comments (nhận xét) that the clerk has put into what is written anew: they stay where they are."""

from __future__ import annotations

from typing import Any, FrozenSet, Iterator

from .ranges import each

_COMMENT = "com.sun.star.text.textfield.Annotation"
_COMMENT_PORTION = "Annotation"


def any_in(document: Any) -> bool:
    """Whether the document has comments at all; mostly it has none, and nobody need look for them."""
    return any(True for _ in anchors(document))


def cells(document: Any, table: Any) -> FrozenSet[str]:
    """Names of the cells of a table in which comments stand."""
    found = (anchor for anchor in anchors(document) if anchor.getPropertyValue("TextTable") == table)
    return frozenset(str(anchor.getPropertyValue("Cell").getPropertyValue("CellName")) for anchor in found)


def stand_in(where: Any) -> bool:
    """Whether a comment stands in a range of one paragraph."""
    paragraphs = list(each(where))
    return len(paragraphs) == 1 and any(one.TextPortionType == _COMMENT_PORTION for one in each(paragraphs[0]))


def put(where: Any, text: str) -> int:
    """Write the text in place of that of a range of one paragraph, around its comments; gives how many there are."""
    portions = list(each(next(each(where))))
    texts = [portion for portion in portions if portion.TextPortionType == "Text"]
    for portion in texts[1:]:
        portion.setString("")
    (texts[0] if texts else where.getStart()).setString(text)
    return sum(portion.TextPortionType == _COMMENT_PORTION for portion in portions)


def anchors(document: Any) -> Iterator[Any]:
    """Where the comments stand."""
    for field in each(document.getTextFields()):
        if field.supportsService(_COMMENT):
            yield field.getAnchor()
