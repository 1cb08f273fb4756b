"""Extents of places (phạm vi ô điền): how far what a clerk typed over a place reaches.

Writer leaves the bookmark of a place on the first letter of what is typed over it, so its text would be cut; a fill
over it would leave the rest standing. What stands behind a place is told by the template, or remembered since the
document was filled.
"""

from __future__ import annotations

from typing import Any, Dict, Iterable, Mapping, Optional, Sequence

from vanthu.place_setting import PlaceSetting
from vanthu.slots import slot_name

from . import place_text
from .one_step import OneStep, Quiet
from .places import Place, each_paragraph
from .ranges import holds, overlap, starts_by

_MOST_PARAGRAPHS = 60  # of one place; whoever has typed more has lost its end
_OF_TEMPLATE = 0.8  # share of the template's places that a document made from it still has


def of_template(places: Iterable[str], settings: Mapping[str, PlaceSetting]) -> Mapping[str, PlaceSetting]:
    """The settings of a template; none for a document of these places that was not made from it."""
    known = len(set(settings).intersection(places))
    return settings if known >= _OF_TEMPLATE * len(settings) else {}


def extents(listed: Sequence[Place], settings: Mapping[str, PlaceSetting]) -> Dict[str, Any]:
    """The ranges that the texts of places take, by their names; of a place whose surroundings have changed none.

    So it is too where the next place would be taken in, as when two paragraphs were joined.
    """
    ours = [place for place in listed if place.is_ours]
    found = {}
    for before, place, behind in zip([None, *ours], ours, [*ours[1:], None]):
        where = _extent(place, settings[place.name], listed) if place.name in settings else None
        beside = [other.anchor for other in (before, behind) if other is not None]
        if where is not None and not any(overlap(where, other) for other in beside):
            found[place.name] = where
    return found


def _extent(place: Place, setting: PlaceSetting, listed: Sequence[Place]) -> Optional[Any]:
    found = _begin(place, setting)
    if found is None:
        return None
    following = _following(place, setting, listed)
    if following is not None:
        found.gotoRange(following, True)
    else:
        found.gotoEndOfParagraph(True)
    if not found.getString().endswith(setting.after):
        return None
    if setting.after:
        found.goLeft(len(setting.after), True)
    return found if setting.after or setting.following else _with_paragraphs_below(place, found, setting, listed)


def _begin(place: Place, setting: PlaceSetting) -> Optional[Any]:
    """A cursor where the text begins: behind the template's words, for letters may be typed before the bookmark."""
    within = place.anchor.getText()
    before = within.createTextCursorByRange(place.anchor.getStart())
    before.gotoStartOfParagraph(True)
    words = before.getString()
    if not (words.startswith(setting.before) if setting.first else words.endswith(setting.before)):
        return None
    found = within.createTextCursorByRange(place.anchor.getStart())
    if setting.first:
        found.gotoStartOfParagraph(False)
        found.goRight(len(setting.before), False)
    return found


def mark(document: Any, listed: Sequence[Place], wanted: Mapping[str, Any], title: str) -> None:
    """Put the bookmarks of these places over their ranges, in one undo step."""
    if not wanted:
        return
    with Quiet(document), OneStep(document, title):
        for place in listed:
            if place.name in wanted:
                _mark(document, place, wanted[place.name])
    document.setModified(True)


def _mark(document: Any, place: Place, where: Any) -> None:
    for bookmark in reversed(place.bookmarks):
        bookmark.dispose()
    several = len(list(each_paragraph(where))) > 1
    place_text.attach(document, place, where.getText(), where, several)


def _following(place: Place, setting: PlaceSetting, listed: Sequence[Place]) -> Optional[Any]:
    """Where the place behind it begins, if that still stands in the same paragraph."""
    end = place.anchor.getText().createTextCursorByRange(place.anchor.getStart())
    end.gotoEndOfParagraph(False)
    for other in listed:
        if other.name == setting.following and starts_by(other.anchor.getStart(), end):
            return other.anchor.getStart()
    return None


def _with_paragraphs_below(place: Place, found: Any, setting: PlaceSetting, listed: Sequence[Place]) -> Optional[Any]:
    """On to the paragraph that the template has below. Where that is not met, one paragraph, if it was never more."""
    within = found.getText()
    below = [other for other in listed if slot_name(other.name) == slot_name(setting.place_below)]
    cursor = within.createTextCursorByRange(found.getEnd())
    longer = within.createTextCursorByRange(found)
    for _ in range(_MOST_PARAGRAPHS):
        if not cursor.gotoNextParagraph(False):
            break
        cursor.gotoEndOfParagraph(True)
        text = cursor.getString()
        if (setting.below and text == setting.below) or any(holds(cursor, other.anchor) for other in below):
            return longer
        if text.strip():
            longer.gotoRange(cursor.getEnd(), True)
        cursor.collapseToEnd()
    return found if len(place.bookmarks) == 1 else None
