"""The blanks (chỗ chưa điền) of an open document: which of them are still open, and the way there."""

from __future__ import annotations

from typing import Any, Iterable, Tuple

from vanthu import document_words
from vanthu.blanks import Blank


def go_to(document: Any, blank: Blank) -> None:
    """Select the blank, so that typing replaces it, and put the cursor there; a place that has gone is passed over."""
    if not document.getBookmarks().hasByName(blank.place):
        return
    controller = document.getCurrentController()
    controller.select(_range(document, blank))
    controller.getFrame().getComponentWindow().setFocus()


def still_open(document: Any, blanks: Iterable[Blank]) -> Tuple[Blank, ...]:
    """Without those beside whose empty place somebody has typed: what is typed there falls outside the bookmark."""
    return tuple(blank for blank in blanks if blank.ellipsis >= 0 or not _typed_beside(document, blank))


def _range(document: Any, blank: Blank) -> Any:
    """The "…" itself; the whole place where it has gone meanwhile, or where nothing stands."""
    anchor = document.getBookmarks().getByName(blank.place).getAnchor()
    search = document.createSearchDescriptor()
    search.SearchString = document_words.MISSING_VALUE
    where, found = anchor.getStart(), None
    for _ in range(blank.ellipsis + 1):
        found = document.findNext(where, search)
        if found is None:
            return anchor
        where = found.getEnd()
    return found or anchor


def _typed_beside(document: Any, blank: Blank) -> bool:
    if not document.getBookmarks().hasByName(blank.place):
        return False
    anchor = document.getBookmarks().getByName(blank.place).getAnchor()
    if anchor.getString():  # the heading of a table
        return False
    paragraph = anchor.getText().createTextCursorByRange(anchor.getStart())
    paragraph.gotoStartOfParagraph(False)
    paragraph.gotoEndOfParagraph(True)
    return bool(paragraph.getString().strip())
