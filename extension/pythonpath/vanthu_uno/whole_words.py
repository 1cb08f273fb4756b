"""Whole words (trọn chữ): a place takes in the rest of a word or number of which its bookmark has the beginning.

Who types "88" over a place leaves its bookmark on the first "8"; who types a digit behind a number, in front of that.
What we write there never ends inside a word, unless the document's own words go on at once; so the rest was typed, and
to write over the first letter alone makes "958".
"""

from __future__ import annotations

from typing import Any, Callable, Mapping, Sequence

from vanthu.place_setting import PlaceSetting
from vanthu.word_end import rest_of_word

from .places import Place, each_paragraph
from .ranges import each, starts, starts_by

Settings = Callable[[], Mapping[str, PlaceSetting]]  # asked for where a word goes on, which is rare

_AHEAD = 2  # characters that tell whether a word goes on: "8" and ",5"
_DIGITS = "0123456789"
_PLAIN = ("Text", "Bookmark", "SoftPageBreak")


def whole(place: Place, listed: Sequence[Place], settings: Settings) -> Place:
    """The place, with what is left of its last word, up to the next of the places ``listed``, and digits before it."""
    if place.text[:1].isdigit():
        place = _with_digits_before(place, listed, settings)
    if not (place.text[-1:].isdigit() or (len(place.text) == 1 and place.text.isalpha())):  # every place takes 4 ms
        return place
    behind = place.anchor.getText().createTextCursorByRange(place.anchor.getEnd())
    behind.goRight(_AHEAD, True)
    if not rest_of_word(place.text, behind.getString()):
        return place
    return _longer(place, listed, settings().get(place.name))


def _with_digits_before(place: Place, listed: Sequence[Place], settings: Settings) -> Place:
    longer = place.anchor.getText().createTextCursorByRange(place.anchor.getStart())
    if not longer.goLeft(1, True) or not longer.getString().isdigit():
        return place
    longer.gotoStartOfParagraph(True)
    words, setting = longer.getString(), settings().get(place.name)
    of_template = setting is not None and bool(setting.before) and words.endswith(setting.before)
    if of_template or any(_ends_at(other, place) for other in listed):
        return place
    longer.gotoRange(place.anchor.getStart(), False)
    longer.goLeft(len(words) - len(words.rstrip(_DIGITS)), False)
    longer.gotoRange(place.anchor.getEnd(), True)
    return place._replace(anchor=longer, text=longer.getString())


def _ends_at(other: Place, place: Place) -> bool:
    """Whether another place ends where this one begins: then what stands before is that one's text."""
    ours = other.is_ours and other.name != place.name and bool(other.text)
    return ours and starts(other.anchor.getEnd(), place.anchor.getStart()) == 0


def _longer(place: Place, listed: Sequence[Place], setting: Any) -> Place:
    within = place.anchor.getText()
    rest = within.createTextCursorByRange(place.anchor.getEnd())
    rest.gotoEndOfParagraph(True)
    text = rest.getString()
    if setting is not None and setting.after and text.startswith(setting.after):
        return place
    rest.gotoRange(place.anchor.getEnd(), False)
    rest.goRight(len(rest_of_word(place.text, text)), True)
    for other in listed:
        if other.is_ours and other.name != place.name and _begins_in(other, rest):
            rest.gotoRange(place.anchor.getEnd(), False)
            rest.gotoRange(other.anchor.getStart(), True)
    if not _is_plain(rest):
        return place
    longer = within.createTextCursorByRange(place.anchor.getStart())
    longer.gotoRange(rest.getEnd(), True)
    return place._replace(anchor=longer, text=longer.getString())


def _begins_in(place: Place, where: Any) -> bool:
    begin = place.anchor.getStart()
    return starts_by(where.getStart(), begin) and starts(begin, where.getEnd()) == 1


def _is_plain(where: Any) -> bool:
    """Whether only letters stand there: the number of a footnote or a field is no part of a word."""
    return all(portion.TextPortionType in _PLAIN for part in each_paragraph(where) for portion in each(part))
