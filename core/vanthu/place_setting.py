"""Settings of places (lời quanh ô điền): the fixed words of a template before, behind and below each of its places.

Who types over a place in Writer leaves its bookmark on the first letter. Where the typed text ends is told by what
the template has behind it.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Sequence, Tuple
from xml.etree import ElementTree

from . import file_messages
from .data_error import DataError
from .language import tell
from .text import clean

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")


@dataclass(frozen=True)
class PlaceSetting:
    """What stands around one place."""

    before: str  # fixed words in its paragraph, from the place before or from its beginning
    after: str  # fixed words behind it, up to the next place or to the end of the paragraph
    first: bool = True  # whether no other place stands before it in the paragraph
    following: str = ""  # the place that follows in the same paragraph
    below: str = ""  # the fixed text of the paragraph below, blank where that has places
    place_below: str = ""  # the first place of the paragraph below


def place_settings(paragraphs: Sequence[str]) -> Dict[str, PlaceSetting]:
    """The setting of every place in these paragraphs; blank ones among them count for nothing.

    >>> phone = place_settings(["Điện thoại: {{ dien_thoai }} – Email: {{ thu_dien_tu }}"])["dien_thoai"]
    >>> phone.before, phone.after, phone.following
    ('Điện thoại: ', ' – Email: ', 'thu_dien_tu')
    """
    found: Dict[str, PlaceSetting] = {}
    lines = [line for line in paragraphs if line.strip()]
    for line, below in zip(lines, [*lines[1:], ""]):
        found.update(_settings_of(line, below))
    return found


def template_paragraphs(path: Path) -> Tuple[str, ...]:
    """The paragraphs of a .docx, those of its tables too; :class:`DataError` for a file that is none."""
    try:
        with zipfile.ZipFile(path) as packed:
            body = ElementTree.fromstring(packed.read("word/document.xml"))
    except (OSError, KeyError, zipfile.BadZipFile, ElementTree.ParseError):
        raise DataError(path.name, tell(file_messages.NOT_DOCX)) from None
    return tuple(_text(paragraph) for paragraph in body.iter(_WORD + "p"))


def _text(paragraph: ElementTree.Element) -> str:
    return clean("".join(piece.text or "" for piece in paragraph.iter(_WORD + "t")))


def _settings_of(line: str, below: str) -> Dict[str, PlaceSetting]:
    pieces = _PLACE.split(line)  # words, place, words, place, …, words
    names = pieces[1::2]
    first_below = _PLACE.search(below)
    return {
        name: PlaceSetting(
            before=pieces[2 * number],
            after=pieces[2 * number + 2],
            first=number == 0,
            following=names[number + 1] if number + 1 < len(names) else "",
            below="" if first_below else below,
            place_below=first_below.group(1) if first_below else "",
        )
        for number, name in enumerate(names)
    }
