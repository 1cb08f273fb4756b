"""Fragments (mảnh văn bản): finished parts of a document that are put in at the cursor and filled at once."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any, Collection, NamedTuple, Tuple

from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

from vanthu import messages
from vanthu.form import Mode
from vanthu.language import tell
from vanthu.tags import free_place

from .home import file_url
from .marking import mark, place_around, selected_text
from .one_step import OneStep, Unrecorded
from .opening import desktop_of, load
from .protection import is_protected
from .session import Session
from .shipped import library_folder


class Shape(Enum):
    """How a part comes into the text."""

    PAGE = "page"  # a file with a look of its own, below the cursor's paragraph
    LINE = "line"  # a few words where the cursor stands
    PARAGRAPHS = "paragraphs"  # below the cursor's paragraph, looking as it does


class Fragment(NamedTuple):
    """A part; ``slot`` is what it shows, blank where every document has it; ``modes``: forms that have a use for it."""

    id: str
    slot: str
    shape: Shape = Shape.PAGE
    modes: Tuple[Mode, ...] = tuple(Mode)


_POINTS, _JUDGED = (Mode.POINTS,), (Mode.POINTS, Mode.LEVELS)
FRAGMENTS = (
    Fragment("bang-diem", "bang_diem"),
    Fragment("bang-muc-do", "bang_muc_do"),
    Fragment("bang-phan-cong", "bang_phan_cong"),
    Fragment("cac-tieu-chi", "cac_tieu_chi", Shape.PARAGRAPHS),
    Fragment("tong-diem", "tong_diem", Shape.LINE, _POINTS),
    Fragment("tong-diem-bang-chu", "tong_diem_bang_chu", Shape.LINE, _POINTS),
    Fragment("xep-loai", "xep_loai", Shape.LINE, _JUDGED),
    Fragment("ngay-thang", "dia_danh_thoi_gian", Shape.LINE),
    Fragment("dau-van-ban", ""),
    Fragment("khoi-chu-ky", ""),
    Fragment("chu-ky", ""),
    Fragment("noi-nhan", ""),
)
ENDING = ".docx"


def offered(session: Session) -> Tuple[Fragment, ...]:
    """The fragments that this document has data for."""
    composed, mode = session.slots(), session.form.mode
    return tuple(part for part in FRAGMENTS if mode in part.modes and (not part.slot or part.slot in composed))


def labels(fragments: Tuple[Fragment, ...]) -> Tuple[str, ...]:
    """What people call them."""
    return tuple(tell(messages.FRAGMENT_LABELS[fragment.id]) for fragment in fragments)


def insert(context: Any, document: Any, session: Session, fragment: Fragment) -> str:
    """Put the fragment in where the cursor stands and fill it, as one undo step.

    Gives a sentence where that is not possible: a document that cannot be written; a part of a page where only the
    running text has room for it; a place of ours, whose text the next fill would write anew.
    """
    refusal = session.unwritable() or _refusal(document, fragment) or session.no_room()
    if refusal:
        return refusal
    where = document.getCurrentController().getViewCursor()
    title = tell(messages.UNDO_INSERT)
    with OneStep(document, title), Unrecorded(document):
        if fragment.shape is Shape.PAGE:
            _below(where, document.getText())
            standing = set(document.getBookmarks().getElementNames())
            _paste(context, document, library_folder() / "templates" / "fragments" / "docx" / (fragment.id + ENDING))
            _name_anew(document, standing, session.slots())
        else:
            _put_place(document, where, fragment)
        session.fill(title=title)
    return ""


def _refusal(document: Any, fragment: Fragment) -> str:
    selected = selected_text(document)
    if selected is None:
        return tell(messages.NO_CURSOR)
    if is_protected(selected):
        return tell(messages.PROTECTED_TEXT)
    where = document.getCurrentController().getViewCursor()
    if fragment.shape is Shape.PAGE and where.getText() != document.getText():
        return tell(messages.NO_ROOM_FOR_FRAGMENT)
    place = place_around(document, where)
    return tell(messages.NO_ROOM_IN_PLACE, label=messages.place_label(place)) if place else ""


def _below(where: Any, within: Any) -> None:
    """To the end of the cursor's paragraph."""
    end = within.createTextCursorByRange(where.getEnd())
    end.gotoEndOfParagraph(False)
    where.gotoRange(end, False)


def _put_place(document: Any, where: Any, fragment: Fragment) -> None:
    """A place of the slot at the cursor, or in a paragraph of its own."""
    within = where.getText()
    if fragment.shape is Shape.PARAGRAPHS:
        _below(where, within)
        if _paragraph_of(within, where):
            within.insertControlCharacter(where.getEnd(), PARAGRAPH_BREAK, False)
    else:
        where.collapseToEnd()
    mark(document, fragment.slot, tell(messages.UNDO_INSERT))


def _name_anew(document: Any, standing: Collection[str], slots: Collection[str]) -> None:
    """A second table is called "bang_diem Copy 1" by the office, which would make it a place of nobody."""
    bookmarks = document.getBookmarks()
    taken = set(standing)
    for name in sorted(set(bookmarks.getElementNames()) - taken):
        meant = max((slot for slot in slots if name.startswith(slot)), key=len, default="")
        free = free_place(meant, taken) if meant else name
        if free != name:
            bookmarks.getByName(name).setName(free)
        taken.add(free)


def _paragraph_of(within: Any, where: Any) -> str:
    cursor = within.createTextCursorByRange(where.getEnd())
    cursor.gotoStartOfParagraph(True)
    return str(cursor.getString())


def _paste(context: Any, document: Any, path: Path) -> None:
    """Copy the whole of a file to the cursor.

    As the clipboard does it: a .docx that is inserted as a document brings its defaults and settings with it in 7.4,
    and changes the typeface of text that was there before.
    """
    source = load(desktop_of(context), file_url(path.resolve()), "Hidden", "ReadOnly")
    try:
        everything = source.getCurrentController().getViewCursor()
        everything.gotoStart(False)
        everything.gotoEnd(True)
        everything.gotoEnd(True)  # once ends with the cell in which a text begins that starts with a table
        copied = source.getCurrentController().getTransferable()
        document.getCurrentController().insertTransferable(copied)
    finally:
        source.close(True)
