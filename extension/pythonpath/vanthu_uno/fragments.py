"""Fragments (mảnh văn bản): finished parts of a document that are put in at the cursor and filled at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple, Tuple

from com.sun.star.beans import PropertyValue

from vanthu import messages
from vanthu.language import tell

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


def offered(session: Session) -> Tuple[Fragment, ...]:
    """The fragments that this document has data for."""
    composed = session.slots()
    return tuple(fragment for fragment in FRAGMENTS if not fragment.slot or fragment.slot in composed)


def labels(fragments: Tuple[Fragment, ...]) -> Tuple[str, ...]:
    """What people call them."""
    return tuple(tell(messages.FRAGMENT_LABELS[fragment.id]) for fragment in fragments)


def insert(context: Any, document: Any, session: Session, fragment: Fragment) -> str:
    """Put the fragment in below the cursor's paragraph and fill it, as one undo step.

    Gives a sentence where that is not possible: only the running text has room for a part of a page.
    """
    where = document.getCurrentController().getViewCursor()
    body = document.getText()
    if where.getText() != body:
        return tell(messages.NO_ROOM_FOR_FRAGMENT)
    end = body.createTextCursorByRange(where.getEnd())
    end.gotoEndOfParagraph(False)
    where.gotoRange(end, False)
    with OneStep(document, tell(messages.UNDO_INSERT)):
        _paste(context, document, library_folder() / "templates" / "fragments" / "docx" / (fragment.id + ENDING))
        session.fill()
    return ""


def _paste(context: Any, document: Any, path: Path) -> None:
    """Copy the whole of a file to the cursor.

    As the clipboard does it: a .docx that is inserted as a document brings its defaults and settings with it in 7.4,
    and changes the typeface of text that was there before.
    """
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = tuple(PropertyValue(Name=name, Value=True) for name in ("Hidden", "ReadOnly"))
    source = desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, hidden)
    try:
        everything = source.getCurrentController().getViewCursor()
        everything.gotoStart(False)
        everything.gotoEnd(True)
        everything.gotoEnd(True)  # once ends with the cell in which a text begins that starts with a table
        copied = source.getCurrentController().getTransferable()
        document.getCurrentController().insertTransferable(copied)
    finally:
        source.close(True)
