"""Fragments (mảnh văn bản): finished parts of a document that are put in at the cursor and filled at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Collection, Dict, NamedTuple, Tuple

from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

from vanthu import messages

from . import place_text, places
from .one_step import OneStep
from .session import Session, library_folder


class Fragment(NamedTuple):
    """A part; ``slot`` is what it shows, blank where every document has it."""

    id: str
    slot: str


FRAGMENTS = (
    Fragment("bang-diem", "bang_diem"),
    Fragment("bang-muc-do", "bang_muc_do"),
    Fragment("bang-phan-cong", "bang_phan_cong"),
    Fragment("dau-van-ban", ""),
    Fragment("khoi-chu-ky", ""),
)
ENDING = ".docx"
_TAG = re.compile(r"\{\{ \w+ \}\}")


def offered(session: Session) -> Tuple[Fragment, ...]:
    """The fragments that this document has data for."""
    composed = session.slots()
    return tuple(fragment for fragment in FRAGMENTS if not fragment.slot or fragment.slot in composed)


def labels(fragments: Tuple[Fragment, ...]) -> Tuple[str, ...]:
    """What people call them."""
    named: Dict[str, str] = messages.FRAGMENT_LABELS
    return tuple(named[fragment.id] for fragment in fragments)


def insert(document: Any, session: Session, fragment: Fragment) -> str:
    """Put the fragment in at the cursor and fill it, as one undo step; gives the sentence that says so.

    Only in the running text: in a cell, a frame or a header there is no room for a part of the page.
    """
    where = document.getCurrentController().getViewCursor()
    body = document.getText()
    if where.getText() != body:
        return messages.NO_ROOM_FOR_FRAGMENT
    with OneStep(document, messages.UNDO_INSERT):
        cursor = body.createTextCursorByRange(where.getEnd())
        cursor.gotoEndOfParagraph(False)
        body.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        known = frozenset(document.getBookmarks().getElementNames())
        cursor.insertDocumentFromURL((_folder() / (fragment.id + ENDING)).resolve().as_uri(), ())
        _settle(document, known)
        session.fill()
    return messages.INSERTED.format(name=messages.FRAGMENT_LABELS[fragment.id])


def _folder() -> Path:
    return library_folder() / "templates" / "fragments" / "docx"


def _settle(document: Any, known: Collection[str]) -> None:
    """Let every new bookmark end in the paragraph in which it begins.

    7.4 puts their ends at the end of the text when a .docx is put in anywhere but there. Each of a fragment covers a
    tag, or a paragraph without one.
    """
    for place in places.listed(document):
        if place.name not in known and "\n" in place.text:
            within = place.anchor.getText()
            where = within.createTextCursorByRange(place.anchor.getStart())
            where.gotoEndOfParagraph(True)
            tag = _TAG.match(where.getString())
            if tag is not None:
                where.gotoRange(where.getStart(), False)
                where.goRight(tag.end(), True)
            for bookmark in place.bookmarks:
                bookmark.dispose()
            place_text.attach(document, place, within, where, False)
