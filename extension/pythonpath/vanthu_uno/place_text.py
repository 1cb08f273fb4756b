"""The text of places: putting new text where their bookmarks stand, so that the bookmarks outlive undo.

Nothing here decides what to write; undo and locking belong to ``one_step``.
"""

from __future__ import annotations

from typing import Any, List, Mapping, Sequence, Tuple

from vanthu.slots import LAST_PARAGRAPH

from . import comments
from .looks import CHARACTER
from .places import Place
from .ranges import each, ends, starts

Chain = Tuple[Place, ...]

_STEPS = 30_000  # a cursor counts its steps in 16 bits


def write(document: Any, places: Sequence[Place], wanted: Mapping[str, str]) -> None:
    """Put the texts (place → text, ``"\\r"`` between paragraphs) where their bookmarks stand.

    7.4.7 loses a bookmark for good when its whole text is replaced and the step is undone. So no bookmark is ever
    present while its text changes: it is taken away, the text is replaced, a new bookmark of the same name is put
    over the new text. Each of the three is undone and redone by itself, at exactly the place where it was, because
    at that moment the document is exactly as it was. Nothing extra has to stand in the text for this.
    """
    commented = comments.any_in(document)
    for chain in _chains(places, wanted):
        if len(chain) == 1:
            _replace(document, chain[0], wanted[chain[0].name], commented)
        else:
            _replace_chain(document, chain, wanted)


def attach(document: Any, place: Place, within: Any, where: Any, in_several: bool) -> None:
    """Put the bookmarks of a place over a range of the text ``within``."""
    if not (in_several and place.is_ours):
        mark(document, place.name, within, where)
        return
    first = within.createTextCursorByRange(where.getStart())
    first.gotoEndOfParagraph(True)
    last = within.createTextCursorByRange(where.getEnd())
    last.gotoStartOfParagraph(True)
    mark(document, place.name, within, first)
    mark(document, LAST_PARAGRAPH + place.name, within, last)


def mark(document: Any, name: str, within: Any, where: Any) -> None:
    """Put a bookmark of this name over a range of the text ``within``."""
    bookmark = document.createInstance("com.sun.star.text.Bookmark")
    bookmark.setName(name)
    within.insertTextContent(where, bookmark, True)


def _replace(document: Any, place: Place, text: str, commented: bool) -> None:
    within = place.anchor.getText()
    written = within.createTextCursorByRange(place.anchor)  # in a protected section an anchor loses what it wrote
    _detach(place)
    if commented and "\r" not in text and comments.stand_in(written):
        steps = len(text) + comments.put(written, text)
        written.gotoRange(written.getEnd(), False)  # what was written at its beginning has pushed that along
        written.goLeft(steps, True)
        attach(document, place, within, written, in_several=False)
        return
    written.setString(text)
    covered = _covered(within, written, text)
    if text and not place.text:
        _take_up_resting_look(within, covered, text)
    attach(document, place, within, covered, "\r" in text)


def _covered(within: Any, written: Any, text: str) -> Any:
    # setString looks for the beginning of what it wrote by stepping back once for each UTF-16 unit, but a character
    # outside the BMP is one step: the range begins too early.
    if not text or max(text) < "\U00010000":
        return written
    cursor = within.createTextCursorByRange(written.getEnd())
    for begin in range(0, len(text), _STEPS):
        cursor.goLeft(min(_STEPS, len(text) - begin), True)
    return cursor


def _take_up_resting_look(within: Any, written: Any, text: str) -> None:
    """In a .docx an empty paragraph keeps its look in its mark; Writer leaves it there when text comes in."""
    last = list(each(within.createTextCursorByRange(written)))[-1]
    if last.getString() != text.split("\r")[-1]:
        return
    for portion in each(last):
        if portion.TextPortionType == "Text" and not portion.getString():
            _look_like(written, portion)


def _look_like(written: Any, model: Any) -> None:
    # By value: the states of a portion without text say "default" whatever is set there.
    for name in CHARACTER:
        value = model.getPropertyValue(name)
        if value != written.getPropertyValue(name):
            written.setPropertyValue(name, value)


def _detach(place: Place) -> None:
    for bookmark in reversed(place.bookmarks):
        bookmark.dispose()


def _chains(places: Sequence[Place], wanted: Mapping[str, str]) -> List[Chain]:
    """What must be written together: neighbours that touch while one of them is, or becomes, empty.

    An empty bookmark at the edge of a text that is replaced is deleted with it, and one that touches the spot where
    text is inserted may grow. Two that touch while both hold text do not disturb each other.
    """
    chains: List[List[Place]] = []
    for place in _empty_first(places):
        if chains and _disturb(chains[-1][-1], place, wanted):
            chains[-1].append(place)
        else:
            chains.append([place])
    return [tuple(chain) for chain in chains if any(place.name in wanted for place in chain)]


def _empty_first(places: Sequence[Place]) -> List[Place]:
    """At one and the same spot an empty bookmark goes before the text that starts there."""
    ordered: List[Place] = []
    for place in places:
        at = len(ordered)
        while not place.text and at and ordered[at - 1].text and starts(ordered[at - 1].anchor, place.anchor) == 0:
            at -= 1
        ordered.insert(at, place)
    return ordered


def _disturb(before: Place, after: Place, wanted: Mapping[str, str]) -> bool:
    if all(place.text and wanted.get(place.name, place.text) for place in (before, after)):
        return False
    return ends(before.anchor, after.anchor.getStart()) == 0


def _replace_chain(document: Any, chain: Chain, wanted: Mapping[str, str]) -> None:
    within = chain[0].anchor.getText()
    pieces = [within.createTextCursorByRange(place.anchor) for place in chain]
    # At one spot order is all they have, and there a new bookmark goes before those that stand. So they are put in
    # last first, and taken away first first: undo, going backwards, then puts them back last first too.
    for place in chain:
        _detach(place)
    for index, place in enumerate(chain):
        if place.name in wanted:
            pieces[index].setString(wanted[place.name])
            pieces[index] = _covered(within, pieces[index], wanted[place.name])
    _part(within, pieces, [wanted.get(place.name, place.text) for place in chain])
    for place, piece in reversed(tuple(zip(chain, pieces))):
        in_several = "\r" in wanted[place.name] if place.name in wanted else len(place.bookmarks) > 1
        attach(document, place, within, piece, in_several)


def _part(within: Any, pieces: List[Any], texts: Sequence[str]) -> None:
    """Each piece ends where the next begins: writing a later one may have pushed the end of an earlier one."""
    for index in reversed(range(len(pieces) - 1)):
        border = pieces[index + 1].getStart()
        piece = within.createTextCursorByRange(pieces[index].getStart() if texts[index] else border)
        piece.gotoRange(border, True)
        pieces[index] = piece
