"""Bookmarks of slots that hold several paragraphs: one over the first, a hidden one over the last.

LibreOffice 7.4 loses or shifts a bookmark that spans paragraphs when it reads a .docx (see docs/office-facts.md); two
that keep to one paragraph each come back whole, and the sidebar reads them as one place.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from docx.oxml.ns import qn

from vanthu.slots import LAST_PARAGRAPH, slot_name


def divide(body: Any, slots: Collection[str]) -> None:
    """Divide the bookmarks of ``slots`` that span paragraphs; other people's stay as they are."""
    ends = {end.get(qn("w:id")): end for end in body.iter(qn("w:bookmarkEnd"))}
    starts = list(body.iter(qn("w:bookmarkStart")))
    free = _free_ids(starts)
    for start in starts:
        end = ends.get(start.get(qn("w:id")))
        ours = slot_name(start.get(qn("w:name"), "")) in slots
        if ours and end is not None and _spans_paragraphs(start, end):
            _divide(start, end, next(free))


def _free_ids(starts: Iterable[Any]) -> Iterator[str]:
    """Numbers above those in use; what is no number is in nobody's way."""
    used = [int(id) for id in (start.get(qn("w:id"), "") for start in starts) if id.isdecimal()]
    return map(str, itertools.count(max(used, default=0) + 1))


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
