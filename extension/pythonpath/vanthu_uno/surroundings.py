"""Surroundings of places (lời quanh ô điền) in a document that was made from no template: the words as they stand."""

from __future__ import annotations

from typing import Any, Collection, Dict, List, Optional, Sequence, Tuple

from vanthu.place_setting import PlaceSetting

from .places import Place
from .ranges import holds

_MOST_BLANK = 5  # paragraphs between a place and the one below it


def surroundings(
    listed: Sequence[Place], names: Collection[str], untouched: Collection[str]
) -> Dict[str, PlaceSetting]:
    """What stands around these places.

    ``untouched``: the places in which nobody has typed. Where one was typed over, nobody can tell which words beside
    its bookmark belong to it; so nothing is said of the place behind it.
    """
    ours: List[Optional[Place]] = [None, *(place for place in listed if place.is_ours), None]
    found = {}
    for before, place, behind in zip(ours, ours[1:], ours[2:]):
        if place is not None and place.name in names and place.name in untouched:
            words, previous = _before(place, before)
            if previous is None or previous.name in untouched:
                found[place.name] = _setting(place, words, previous is None, behind, listed)
    return found


def _setting(place: Place, before: str, first: bool, behind: Optional[Place], listed: Sequence[Place]) -> PlaceSetting:
    after, following = _behind(place, behind)
    below, place_below = ("", "") if after or following else _below(place, listed)
    return PlaceSetting(before, after, first, following, below, place_below)


def _before(place: Place, previous: Optional[Place]) -> Tuple[str, Optional[Place]]:
    """The words before it, and the place from which on, if that stands in the same paragraph."""
    words = place.anchor.getText().createTextCursorByRange(place.anchor.getStart())
    words.gotoStartOfParagraph(True)
    if previous is None or not holds(words, previous.anchor.getEnd()):
        return words.getString(), None
    return _between(previous.anchor.getEnd(), place.anchor.getStart()), previous


def _behind(place: Place, following: Optional[Place]) -> Tuple[str, str]:
    """The words behind it, and the name of the place up to which, if that stands in the same paragraph."""
    words = place.anchor.getText().createTextCursorByRange(place.anchor.getEnd())
    words.gotoEndOfParagraph(True)
    if following is None or not holds(words, following.anchor.getStart()):
        return words.getString(), ""
    return _between(place.anchor.getEnd(), following.anchor.getStart()), following.name


def _below(place: Place, listed: Sequence[Place]) -> Tuple[str, str]:
    """The text of the paragraph below that has one, or the first place in it."""
    cursor = place.anchor.getText().createTextCursorByRange(place.anchor.getEnd())
    for _ in range(_MOST_BLANK):
        if not cursor.gotoNextParagraph(False):
            break
        cursor.gotoEndOfParagraph(True)
        inside = next((one.name for one in listed if one.is_ours and holds(cursor, one.anchor.getStart())), "")
        if inside or cursor.getString().strip():
            return ("", inside) if inside else (cursor.getString(), "")
        cursor.collapseToEnd()
    return "", ""


def _between(begin: Any, end: Any) -> str:
    words = begin.getText().createTextCursorByRange(begin)
    words.gotoRange(end, True)
    return str(words.getString())
