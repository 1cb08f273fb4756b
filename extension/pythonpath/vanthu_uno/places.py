"""Places (ô điền) of an open Writer document: the bookmarks that hold slots, and what stands in them."""

from __future__ import annotations

import re
from typing import Any, Iterator, Mapping, NamedTuple, Tuple

from vanthu.slots import LAST_PARAGRAPH, Paragraphs, Slot, Text

from .ranges import each, starts

_OURS = re.compile(r"[a-z][a-z0-9_]*\Z")


class Place(NamedTuple):
    """A bookmark and what it held when it was listed. Anybody's bookmark, not only ours.

    A slot that holds several paragraphs has two: its own over the first, and a hidden one, ``_`` before the name,
    over the last. 7.4.7 writes a bookmark that spans paragraphs into a .docx so that it comes back over the last
    paragraph alone; two that keep to one paragraph each come back whole.
    """

    name: str
    bookmarks: Tuple[Any, ...]
    anchor: Any
    text: str

    @property
    def is_ours(self) -> bool:
        """Slot names are lower-case ASCII words; ``_GoBack`` or ``Hình_1`` are somebody else's."""
        return _is_ours(self.name)


def listed(document: Any) -> Tuple[Place, ...]:
    """All bookmarks in the order of the document."""
    bookmarks = document.getBookmarks()
    named = {mark.getName(): mark for mark in (bookmarks.getByIndex(i) for i in range(bookmarks.getCount()))}
    return tuple(_place(name, mark, named) for name, mark in named.items() if not _ends_another(name, named))


def _is_ours(name: str) -> bool:
    return _OURS.match(name) is not None


def _ends_another(name: str, named: Mapping[str, Any]) -> bool:
    return name.startswith(LAST_PARAGRAPH) and _is_ours(name[1:]) and name[1:] in named


def _takes_in_others(name: str, named: Mapping[str, Any]) -> bool:
    """Whether a place begins between the two bookmarks of another one: its last paragraph was moved below that."""
    names = list(named)
    first, last = names.index(name), names.index(LAST_PARAGRAPH + name)
    return any(map(_is_ours, names[first + 1 : last]))


def _place(name: str, bookmark: Any, named: Mapping[str, Any]) -> Place:
    anchor = bookmark.getAnchor()
    last = named.get(LAST_PARAGRAPH + name) if _is_ours(name) else None
    if last is None:
        return Place(name, (bookmark,), anchor, anchor.getString())
    span = anchor if _takes_in_others(name, named) else _span(anchor, last.getAnchor())
    return Place(name, (bookmark, last), span, span.getString())


def _span(first: Any, last: Any) -> Any:
    """From the first to the last paragraph; the first alone when somebody moved the last elsewhere."""
    if starts(first, last) != 1:
        return first
    within = first.getText()
    span = within.createTextCursorByRange(first.getStart())
    span.gotoRange(last.getEnd(), True)
    return span


def read(place: Place) -> Slot:
    """Text when the place stays inside one paragraph, else Paragraphs."""
    if "\n" not in place.text and "\r" not in place.text:
        return Text(place.text)
    # A line break and the end of a paragraph look the same in getString.
    paragraphs = tuple(_paragraphs(place.anchor))
    return Text(paragraphs[0]) if len(paragraphs) == 1 else Paragraphs(paragraphs)


def _paragraphs(anchor: Any) -> Iterator[str]:
    """The parts of a range, paragraph by paragraph."""
    within = anchor.getText()
    cursor = within.createTextCursorByRange(anchor.getStart())
    cursor.gotoEndOfParagraph(True)
    while within.compareRegionEnds(cursor, anchor) > 0:  # the paragraph ends before the range does
        yield cursor.getString()
        cursor.gotoNextParagraph(False)
        cursor.gotoEndOfParagraph(True)
    cursor.gotoRange(cursor.getStart(), False)
    cursor.gotoRange(anchor.getEnd(), True)
    yield cursor.getString()


def each_paragraph(anchor: Any) -> Iterator[Any]:
    """The paragraphs that a range touches."""
    return each(anchor.getText().createTextCursorByRange(anchor))


def holds_notes(anchor: Any) -> bool:
    """Whether a footnote or endnote stands in a range."""
    portions = (portion for paragraph in each_paragraph(anchor) for portion in each(paragraph))
    return any(portion.TextPortionType == "Footnote" for portion in portions)
