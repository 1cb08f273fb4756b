"""Settings of places (lời quanh ô điền): the fixed words before, behind and below each place of a document.

Who types over a place in Writer leaves its bookmark on the first letter. Where the typed text ends is told by what
stands behind it: in the template, or in the document when it was last filled.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterable, List, Sequence, Set, Tuple
from xml.etree import ElementTree

from . import file_messages
from .data_error import DataError
from .language import tell
from .tags import free_place
from .text import clean

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")
_BEGINS = "\x01{}\x02"  # a bookmark, among the words
_BOOKMARK = re.compile("\x01[^\x02]*\x02")
_NAMED_TAG = re.compile("\x01(([a-z][a-z0-9_]*?)(?:__[0-9]+)?)\x02" + r"\{\{\s*\2\s*\}\}")


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
    lines = _named(line for line in paragraphs if line.strip())
    for pieces, below in zip(lines, [*lines[1:], [""]]):
        found.update(_settings_of(pieces, below))
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
    """The words; a tag that stands in a bookmark bears its name, which may be that of a slot's second place."""
    text = "".join(map(_piece, paragraph.iter()))
    return clean(_BOOKMARK.sub("", _NAMED_TAG.sub(r"{{ \1 }}", text)))


def _piece(element: ElementTree.Element) -> str:
    if element.tag == _WORD + "bookmarkStart":
        return _BEGINS.format(element.get(_WORD + "name"))
    return (element.text or "") if element.tag == _WORD + "t" else ""


def _named(lines: Iterable[str]) -> List[List[str]]:
    """Each line in pieces: words, place, words, place, …, words. A slot's second place has a name of its own."""
    taken: Set[str] = set()
    found = []
    for line in lines:
        pieces = _PLACE.split(line)
        for number in range(1, len(pieces), 2):
            pieces[number] = free_place(pieces[number], taken)
            taken.add(pieces[number])
        found.append(pieces)
    return found


def _settings_of(pieces: Sequence[str], below: Sequence[str]) -> Dict[str, PlaceSetting]:
    names = pieces[1::2]
    return {
        name: PlaceSetting(
            before=pieces[2 * number],
            after=pieces[2 * number + 2],
            first=number == 0,
            following=names[number + 1] if number + 1 < len(names) else "",
            below=below[0] if len(below) == 1 else "",
            place_below=below[1] if len(below) > 1 else "",
        )
        for number, name in enumerate(names)
    }
