"""Blanks (chỗ chưa điền): where a document still shows "…", or nothing where something must stand.

Number and day of a document are left for the pen on purpose: they show no "…" and are no blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator, Mapping, Sequence, Tuple

from . import messages
from .document_kind import DocumentKind
from .document_words import MISSING_VALUE
from .language import tell
from .messages import place_label
from .plan import cell_name
from .slots import Paragraphs, Slot, Table, Text, slot_name

NEVER_EMPTY = ("co_quan_ban_hanh", "ten_nguoi_ky")
_BLANK = re.compile(r"(?<![\w.])" + MISSING_VALUE)  # "sách, báo…" is an ellipsis, "năm …" a blank
_REACH = 28  # characters shown on either side of a blank
_FIXED_SPACE = "\u00a0"
_CUT = ",;: "  # signs that say nothing where a sentence is cut
_EDGES = " .,;:-+/()"  # what a blank alone may have around it


@dataclass(frozen=True)
class Blank:
    """One thing to be filled in: where it is, and how a list names it."""

    place: str
    ellipsis: int  # which "…" of the place it is, from 0; -1 for a place without any text
    name: str


def is_blank(text: str) -> bool:
    """Whether a text still waits for words.

    >>> is_blank("Năm …"), is_blank("sách, báo…")
    (True, False)
    """
    return _BLANK.search(text) is not None


def blanks(kind: DocumentKind, standing: Mapping[str, Slot]) -> Tuple[Blank, ...]:
    """What is still open in the places of a document (name, with its ``__2``, to what stands there), in their order."""
    return tuple(blank for place, slot in standing.items() for blank in _blanks(kind, place, slot))


def _blanks(kind: DocumentKind, place: str, slot: Slot) -> Iterator[Blank]:
    name = slot_name(place)
    texts = _texts(place, slot)
    if texts and not any(text.strip() for _, text in texts):
        if name in (*NEVER_EMPTY, *kind.lists, *kind.tables):
            yield Blank(place, -1, place_label(place))
        return
    seen = 0
    for where, text in texts:
        if MISSING_VALUE not in text:  # nearly all of the cells of a long table
            continue
        blank_at = {match.start() for match in _BLANK.finditer(text)}
        for at in (match.start() for match in re.finditer(MISSING_VALUE, text)):
            if at in blank_at:
                yield Blank(place, seen, _name(place_label(where), text, at))
            seen += 1


def _texts(place: str, slot: Slot) -> Sequence[Tuple[str, str]]:
    """The texts of a place in their order, each with the place or cell that holds it."""
    if isinstance(slot, Text):
        return [(place, slot.text)]
    if isinstance(slot, Paragraphs):
        return [(place, text) for text in slot.paragraphs]
    if isinstance(slot, Table):
        cells = [
            (cell_name(place, row, column), text)
            for row, line in enumerate(slot.rows)
            for column, text in enumerate(line.cells)
        ]
        return cells or [(place, "")]
    return []


def _name(label: str, text: str, at: int) -> str:
    """The label, and the words around the blank where there are others than the label's own."""
    around = text.replace(MISSING_VALUE, "").strip(_EDGES)
    if not around or around == label:
        return label
    return tell(messages.BLANK, label=label, excerpt=_excerpt(text, at))


def _excerpt(text: str, at: int) -> str:
    """The blank, in brackets, between the whole words that stand near it."""
    words = text.replace(_FIXED_SPACE, " ")
    before, after = words[max(at - _REACH, 0) : at], words[at + 1 : at + 1 + _REACH]
    if at > _REACH:
        before = before.partition(" ")[2]
    if len(text) > at + 1 + _REACH:
        after = after.rpartition(" ")[0]
    return " ".join((before + "[" + MISSING_VALUE + "]" + after).split()).rstrip(_CUT)
