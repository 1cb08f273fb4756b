"""Marking a place (đánh dấu ô điền): what the clerk has selected becomes the place of a slot."""

from __future__ import annotations

from typing import Any, Optional

from vanthu import messages
from vanthu.language import tell
from vanthu.slots import Slot
from vanthu.tags import free_place

from . import place_text, places
from .edges import make_readable
from .one_step import OneStep, Quiet
from .places import Place
from .protection import is_protected
from .ranges import overlap, starts


def mark(document: Any, slot: str, title: str) -> Optional[Slot]:
    """Put a bookmark of the slot's name over the selection, or a tag of it at the cursor, as one undo step.

    A place that stood there gives way. Gives what stands in the new place, or ``None`` where nothing can be marked:
    several pieces of text, several cells, a picture.
    """
    selected = selected_text(document)
    if selected is None:
        return None
    with Quiet(document), OneStep(document, title):
        name = _mark(document, slot, selected)
    document.setModified(True)
    return next(places.read(place) for place in places.listed(document) if place.name == name)


def unmarkable(document: Any) -> str:
    """Why what is selected cannot become a place; blank where it can."""
    selected = selected_text(document)
    if selected is None:
        return tell(messages.NOT_MARKABLE)
    return tell(messages.PROTECTED_TEXT) if is_protected(_whole_paragraphs(selected.getText(), selected)) else ""


def place_around(document: Any, where: Any) -> str:
    """The place of ours inside which the range stands, by its name; blank where it stands in none."""
    ours = (place for place in places.listed(document) if place.is_ours)
    return next((place.name for place in ours if _overlap(place, where)), "")


def selected_text(document: Any) -> Optional[Any]:
    """The text that is selected, or where the cursor stands; ``None`` for several pieces, cells, a picture, a frame."""
    selection = document.getCurrentController().getSelection()
    if not hasattr(selection, "supportsService") or not selection.supportsService("com.sun.star.text.TextRanges"):
        return None
    if selection.getCount() != 1:
        return None
    selected = selection.getByIndex(0)
    tables = [part for part in places.each_paragraph(selected) if part.supportsService("com.sun.star.text.TextTable")]
    return None if tables else selected


def _mark(document: Any, slot: str, selected: Any) -> str:
    within = selected.getText()
    where = _whole_paragraphs(within, selected)
    listed = places.listed(document)
    there = [place for place in listed if place.is_ours and _overlap(place, where)]
    for place in there:
        for bookmark in place.bookmarks:
            bookmark.dispose()
    if where.isCollapsed():
        make_readable(document, where)
        where.setString("{{ " + slot + " }}")
    name = free_place(slot, {place.name for place in listed} - {place.name for place in there})
    several = len(list(places.each_paragraph(where))) > 1
    place_text.attach(document, Place(name, (), where, where.getString()), within, where, several)
    return name


def _whole_paragraphs(within: Any, selected: Any) -> Any:
    """The selection without the ends of lines at its edges: Shift+Down takes one along, and marks nothing below."""
    begin = within.createTextCursorByRange(selected.getStart())
    end = within.createTextCursorByRange(selected.getEnd())
    if end.isStartOfParagraph() and within.compareRegionStarts(begin, end) > 0:
        end.goLeft(1, False)
    if begin.isEndOfParagraph() and within.compareRegionStarts(begin, end) > 0:
        begin.goRight(1, False)
    begin.gotoRange(end, True)
    return begin


def _overlap(place: Place, where: Any) -> bool:
    """Whether the two share a letter, or the cursor stands in an empty place."""
    if not where.isCollapsed():
        return overlap(place.anchor, where)
    begins, ends = starts(place.anchor.getStart(), where.getEnd()), starts(where.getStart(), place.anchor.getEnd())
    if begins is None or ends is None:
        return False
    return begins >= 0 and ends >= 0 and (begins > 0 < ends or not place.text)
