"""Bookmarks of slots that hold several paragraphs: one over the first, a hidden one over the last.

LibreOffice 7.4 loses or shifts a bookmark that spans paragraphs when it reads a .docx (see docs/office-facts.md); two
that keep to one paragraph each come back whole, and the sidebar reads them as one place.
"""

from __future__ import annotations

import copy
from typing import Any

from docx.oxml.ns import qn

LAST_PARAGRAPH = "_"  # before the name of the bookmark over the last paragraph; Word hides such names


def divide(body: Any) -> None:
    """Divide every bookmark of ``body`` that spans paragraphs."""
    ends = {end.get(qn("w:id")): end for end in body.iter(qn("w:bookmarkEnd"))}
    starts = list(body.iter(qn("w:bookmarkStart")))
    highest = max((int(start.get(qn("w:id"))) for start in starts), default=0)
    for start in starts:
        end = ends.get(start.get(qn("w:id")))
        if end is not None and _spans_paragraphs(start, end):
            highest += 1
            _divide(start, end, str(highest))


def _spans_paragraphs(start: Any, end: Any) -> bool:
    first, last = start.getparent(), end.getparent()
    return first is not last and first.tag == last.tag == qn("w:p") and first.getparent() is last.getparent()


def _divide(start: Any, end: Any, new_id: str) -> None:
    last = end.getparent()
    last_start, last_end = copy.copy(start), copy.copy(end)
    last_start.set(qn("w:name"), LAST_PARAGRAPH + start.get(qn("w:name")))
    for mark in (last_start, last_end):
        mark.set(qn("w:id"), new_id)
    end.addnext(last_end)
    properties = last.find(qn("w:pPr"))
    if properties is None:
        last.insert(0, last_start)
    else:
        properties.addnext(last_start)
    start.getparent().append(end)
