"""Recorded changes (theo dõi thay đổi): what a text says once what the clerk has deleted in it is gone.

The office counts a deleted text among the text until somebody accepts the change: "Tốt" made "Khá" reads "TốtKhá".
"""

from __future__ import annotations

from typing import Any, List, Tuple

from vanthu.slots import Paragraphs, Slot, Text

from . import places
from .places import Place
from .ranges import each

_REDLINE, _DELETED, _INSERTED = "Redline", "Delete", "Insert"
_TEXT = "Text"


def any_in(document: Any) -> bool:
    """Whether changes were recorded that nobody has accepted or rejected yet."""
    return bool(document.getRedlines().createEnumeration().hasMoreElements())


def whole(place: Place) -> Place:
    """The place, with what was typed over it: the office puts that behind what it keeps as deleted."""
    if not place.text or any(text and not deleted for text, deleted in _pieces(place.anchor)):
        return place
    within = place.anchor.getText()
    rest = within.createTextCursorByRange(place.anchor.getEnd())
    rest.gotoEndOfParagraph(True)
    length = _inserted_first(rest)
    longer = within.createTextCursorByRange(place.anchor.getEnd())
    longer.goRight(length, False)
    typed_over = within.createTextCursorByRange(place.anchor.getStart())
    typed_over.gotoRange(longer, True)
    return place._replace(anchor=typed_over, text=typed_over.getString()) if length else place


def _inserted_first(rest: Any) -> int:
    """How many letters at the beginning of a range were inserted."""
    length, inserted = 0, False
    for portion in each(next(each(rest))):
        if portion.TextPortionType == _REDLINE and portion.RedlineType == _INSERTED:
            inserted = bool(portion.IsStart)
        elif portion.TextPortionType == _TEXT and portion.getString():
            if not inserted:
                break
            length += len(portion.getString())
    return length


def read(place: Place) -> Slot:
    """What stands in a place. One that is deleted as a whole says what it said: it goes with its sentence."""
    standing = places.read(place)
    left = paragraphs(place.anchor)
    return Text(left[0]) if len(left) == 1 and isinstance(standing, Text) else Paragraphs(left)


def paragraphs(where: Any) -> Tuple[str, ...]:
    """The paragraphs of a range without what was deleted; as they are where nothing would be left."""
    pieces = _pieces(where)
    left = _joined(pieces, everything=False)
    return left if any(text.strip() for text in left) else _joined(pieces, everything=True)


def _joined(pieces: List[Tuple[str, bool]], everything: bool) -> Tuple[str, ...]:
    text = "".join(piece for piece, deleted in pieces if everything or not deleted)
    return tuple(text.split("\r"))


def _pieces(where: Any) -> List[Tuple[str, bool]]:
    """Texts, and whether they are deleted; the end of a paragraph is ``"\\r"``."""
    pieces: List[Tuple[str, bool]] = []
    deleted = False
    for number, paragraph in enumerate(places.each_paragraph(where)):
        if number:
            pieces.append(("\r", deleted))
        for portion in each(paragraph) if paragraph.supportsService("com.sun.star.text.Paragraph") else ():
            if portion.TextPortionType == _REDLINE and portion.RedlineType == _DELETED:
                if not portion.IsStart and not deleted:  # it began before the range
                    pieces = [(text, True) for text, _ in pieces]
                deleted = bool(portion.IsStart)
            else:
                pieces.append((portion.getString(), deleted))
    return pieces
