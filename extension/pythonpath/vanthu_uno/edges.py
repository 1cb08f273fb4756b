"""Edges of a document (mép văn bản): the almost invisible paragraphs before its first table and behind its last."""

from __future__ import annotations

from typing import Any

from vanthu.layout import BODY_STYLE, EDGE_STYLE

_STANDARD = "Standard"
_READABLE_PT = 5.0  # no letter of a document is smaller
_HEIGHTS = ("CharHeight", "CharHeightAsian", "CharHeightComplex")


def make_readable(document: Any, where: Any) -> None:
    """Give the empty paragraph of a cursor the look of body text, where text in it would be too small to read."""
    if not _is_edge(where):
        return
    known = document.getStyleFamilies().getByName("ParagraphStyles")
    where.setPropertyValue("ParaStyleName", BODY_STYLE if known.hasByName(BODY_STYLE) else _STANDARD)
    for name in _HEIGHTS:
        where.setPropertyToDefault(name)


def _is_edge(where: Any) -> bool:
    paragraph = where.getText().createTextCursorByRange(where.getEnd())
    if not (paragraph.isStartOfParagraph() and paragraph.isEndOfParagraph()):
        return False
    return where.getPropertyValue("ParaStyleName") == EDGE_STYLE or where.getPropertyValue("CharHeight") < _READABLE_PT
