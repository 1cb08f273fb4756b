"""Tags that somebody typed into a .docx, and text that somebody marked there, become places with a bookmark and a tag.

Word cuts a tag into several runs as it pleases; here it becomes one run again, with the look of its first letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from vanthu.slots import LAST_PARAGRAPH, Paragraphs, Slots, Table, Text, slot_name
from vanthu.tags import PATTERN, TABLE_TAG, asked_for, columns_of, free_place

from . import marked_text

_TAG = re.compile(PATTERN)
_P, _R, _T, _TR = map(qn, ("w:p", "w:r", "w:t", "w:tr"))
_START, _END, _ID, _NAME = map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:id", "w:name"))
_BREAKS = tuple(map(qn, ("w:tab", "w:br", "w:cr")))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box told a second time


class NotATextError(ValueError):
    """A tag that asks for a whole table where only a text can stand; carries the slot's name."""


@dataclass
class _Piece:
    """A part of a paragraph's text: the letters of one ``w:t``, or a break."""

    node: Any
    text: str
    within: frozenset[str]  # the slots whose bookmarks are open here


@dataclass(frozen=True)
class _Tag:
    """A tag and where it stands: between two offsets in the text of a paragraph."""

    text: str
    pieces: Sequence[_Piece]
    start: int
    end: int


def names(stories: Sequence[Any]) -> frozenset[str]:
    """What the tags of a template ask for, as it was typed."""
    return frozenset(asked_for(tag.text for tag in _tags(stories))) - {""}


def columns(stories: Sequence[Any]) -> dict[str, tuple[str, ...]]:
    """The columns that the model rows of each table name, blank for a cell that names none."""
    found = list(_tags(stories))
    loops = zip(found, asked_for(tag.text for tag in found), strict=True)
    return {name: columns_of(_model_rows(tag)) for tag, name in loops if name and tag.text.startswith(TABLE_TAG)}


def rowless(stories: Sequence[Any]) -> tuple[str, ...]:
    """The tables whose loop over rows, ``{%tr for … %}``, has no row to repeat."""
    found = list(_tags(stories))
    loops = zip(found, asked_for(tag.text for tag in found), strict=True)
    return tuple(name for tag, name in loops if name and _ROW_LOOP.match(tag.text) and not _repeats_a_row(tag))


def torn_loops(stories: Sequence[Any]) -> tuple[str, ...]:
    """The loops ``{% for … %}`` that begin in one row of a table and end in another: those rows would stay, blank."""
    found = [tag for tag in _tags(stories) if _LOOP.match(tag.text)]
    return tuple(tag.text for tag in found if _row(tag) is not None and not _ends_in_its_row(tag))


_ROW_LOOP = re.compile(r"\{%-?tr\s+for\b")
_LOOP = re.compile(r"\{%-?\s*for\b")


def _repeats_a_row(tag: _Tag) -> bool:
    rows = any("{%tr" not in "".join(cells) for cells in _model_rows(tag))
    return _row(tag) is None or (not _ends_in_its_row(tag) and rows)


def _ends_in_its_row(tag: _Tag) -> bool:
    row = _row(tag)
    return row is not None and "endfor" in "".join(node.text or "" for node in row.iter(_T))


def _row(tag: _Tag) -> Any:
    """The row of a table in which a tag stands, ``None`` outside of tables."""
    return next(tag.pieces[0].node.iterancestors(_TR), None)


def _model_rows(tag: _Tag) -> Iterator[list[str]]:
    """The cells of the rows that a loop repeats."""
    row = _row(tag)
    for later in () if row is None else row.itersiblings(_TR):
        cells = ["".join(node.text or "" for node in cell.iter(_T)) for cell in later.iter(qn("w:tc"))]
        if any("endfor" in cell for cell in cells):
            return
        yield cells


def places(stories: Sequence[Any]) -> frozenset[str]:
    """The slots that have a bookmark."""
    return frozenset(slot_name(name) for name in _bookmarks(stories))


def make_places(stories: Sequence[Any], slots: Slots) -> None:
    """Change body, headers and footers so that every tag of a slot stands in a bookmark, and every bookmark has a tag.

    Raises :class:`NotATextError`.
    """
    for name, start in _bookmarks(stories).items():
        if isinstance(slots.get(slot_name(name)), (Text, Paragraphs)):
            _put_tag(start, name, _bookmarks(stories))
    found = list(_tags(stories))
    taken = set(_bookmarks(stories))
    marked = []
    for tag, name in zip(found, asked_for(tag.text for tag in found), strict=True):
        if name in slots and _lacks_place(tag, name, slots, taken):
            marked.append((tag, free_place(name, taken)))
            taken.add(marked[-1][1])
    number = _free_number(stories)
    for tag, place in reversed(marked):  # from the end, so that what stands before keeps its offsets
        _mark_heading(tag, place, number) if tag.text.startswith(TABLE_TAG) else _mark(tag, place, number)
        number += 1


def _bookmarks(stories: Sequence[Any]) -> dict[str, Any]:
    return {start.get(_NAME, ""): start for story in stories for start in story.iter(_START)}


def _free_number(stories: Sequence[Any]) -> int:
    numbers = [start.get(_ID, "") for start in _bookmarks(stories).values()]
    return max((int(number) for number in numbers if number.isdigit()), default=0) + 1


def _lacks_place(tag: _Tag, name: str, slots: Slots, taken: set[str]) -> bool:
    if isinstance(slots[name], Table):
        if not tag.text.startswith(TABLE_TAG):
            raise NotATextError(name)
        return name not in taken and _heading(tag) is not None
    return not tag.text.startswith(TABLE_TAG) and not _piece_at(tag, tag.start).within & set(slots)


def _tags(stories: Sequence[Any]) -> Iterator[_Tag]:
    for story in stories:
        for pieces in _paragraphs(story):
            text = "".join(piece.text for piece in pieces)
            for found in _TAG.finditer(text) if "{" in text else ():
                yield _Tag(found.group(), pieces, found.start(), found.end())


def _paragraphs(story: Any) -> list[list[_Piece]]:
    """The text of each paragraph, in pieces; that of a text box belongs to the box's own paragraphs."""
    paragraphs: dict[Any, list[_Piece]] = {}
    open_marks: dict[str, str] = {}
    for node in story.iter(_P, _T, *_BREAKS, _START, _END):
        if node.tag == _P:
            paragraphs[node] = []
        elif node.tag == _START:
            open_marks[node.get(_ID, "")] = slot_name(node.get(_NAME, ""))
        elif node.tag == _END:
            open_marks.pop(node.get(_ID, ""), None)
        elif node.getparent().tag == _R and next(node.iterancestors(_FALLBACK), None) is None:
            text = (node.text or "") if node.tag == _T else "\n"
            paragraphs[next(node.iterancestors(_P))].append(_Piece(node, text, frozenset(open_marks.values())))
    return list(paragraphs.values())


def _piece_at(tag: _Tag, offset: int) -> _Piece:
    return tag.pieces[_locate(tag.pieces, offset)[0]]


def _locate(pieces: Sequence[_Piece], offset: int) -> tuple[int, int]:
    """The piece that holds the letter at ``offset``, and the letter's place in it."""
    for number, piece in enumerate(pieces):
        if offset < len(piece.text):
            return number, offset
        offset -= len(piece.text)
    raise IndexError(offset)


def _mark(tag: _Tag, place: str, number: int) -> None:
    """Make the tag one run and put a bookmark around it."""
    last, end = _locate(tag.pieces, tag.end - 1)
    first, start = _locate(tag.pieces, tag.start)
    _cut(tag.pieces[last], end + 1)
    begun = tag.pieces[first]
    node = _cut(begun, start) if start or _begins_late(begun.node) else begun.node
    for piece in tag.pieces[first + 1 : last + 1]:
        _drop(piece.node)
    node.text = tag.text
    _surround(node.getparent(), node.getparent(), place, number)


def _begins_late(node: Any) -> bool:
    before = node.getprevious()
    return before is not None and before.tag != qn("w:rPr")


def _cut(piece: _Piece, offset: int) -> Any:
    """End the run before ``offset``; the rest goes on in a run of the same look, whose text node is given."""
    node, run = piece.node, piece.node.getparent()
    rest = OxmlElement("w:r")
    if run.rPr is not None:
        rest.append(deepcopy(run.rPr))
    rest_node = OxmlElement("w:t")
    rest_node.text, node.text = piece.text[offset:], piece.text[:offset]
    for text_node in (node, rest_node):
        text_node.set(_SPACE, "preserve")
    rest.append(rest_node)
    for later in list(node.itersiblings()):
        rest.append(later)
    run.addnext(rest)
    if not rest_node.text and len(rest) == (1 if run.rPr is None else 2):
        run.getparent().remove(rest)
    piece.text = node.text
    return rest_node


def _drop(node: Any) -> None:
    run = node.getparent()
    run.remove(node)
    if all(child.tag == qn("w:rPr") for child in run):
        run.getparent().remove(run)


def _surround(first: Any, last: Any, place: str, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(_ID, str(number))
    start.set(_NAME, place)
    end.set(_ID, str(number))
    first.addprevious(start)
    last.addnext(end)


def _heading(tag: _Tag) -> Any:
    """The paragraph above a table's loop that can carry the table's bookmark; ``None`` where no row stands there."""
    row = next(tag.pieces[0].node.iterancestors(_TR), None)
    above = None if row is None else next(row.itersiblings(_TR, preceding=True), None)
    return None if above is None else next(above.iter(_P), None)


def _mark_heading(tag: _Tag, place: str, number: int) -> None:
    paragraph = _heading(tag)
    blank = OxmlElement("w:r")
    inside = [child for child in paragraph if child.tag != qn("w:pPr")]
    if not inside:
        paragraph.append(blank)
        inside = [blank]
    _surround(inside[0], inside[-1], place, number)


def _put_tag(start: Any, name: str, bookmarks: dict[str, Any]) -> None:
    """Put the slot's tag in place of the text that somebody marked; a place that holds a tag already stays."""
    partner = bookmarks.get(LAST_PARAGRAPH + name)
    paragraphs = marked_text.paragraphs_of(start, partner)
    if paragraphs and not _TAG.search(marked_text.text_of(paragraphs, start, partner)):
        marked_text.put("{{ " + slot_name(name) + " }}", paragraphs, start, partner)
