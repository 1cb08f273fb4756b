"""Words with slots in them: runs, and a bookmark around every ``{{ slot }}``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import Iterator, List, Set
from xml.etree.ElementTree import Element

from vanthu.slots import slot_name

from .names import checked_bookmark, style_id
from .ooxml import XML_SPACE, W, text_element, w

_PLACE = re.compile(r"\{\{ *(\w+) *\}\}")


@dataclass
class Places:
    """The bookmarks of one document: ids count up, a name stands once."""

    _ids: Iterator[int] = field(default_factory=lambda: count(1))
    _names: Set[str] = field(default_factory=set)

    def around(self, place: str, *content: Element) -> List[Element]:
        """``content`` inside the bookmark ``place``; ``ValueError`` when the name is taken or not allowed."""
        if place in self._names:
            raise ValueError(f'bookmark "{place}" stands twice; write "{{{{ {place}__2 }}}}" at the second place')
        self._names.add(checked_bookmark(place))
        id = next(self._ids)
        return [w("bookmarkStart", id=id, name=place), *content, w("bookmarkEnd", id=id)]


def paragraph(style: str, *content: Element, **indents: int) -> Element:
    """A paragraph of a style; ``indents`` only where the length of a rule asks for them."""
    direct = [w("ind", **indents)] if indents else []
    return w("p", w("pPr", w("pStyle", val=style_id(style)), *direct), *content)


def words(text: str, places: Places) -> List[Element]:
    """Runs for ``text``; ``{{ tong_diem__2 }}`` is the slot ``tong_diem`` at its second place."""
    pieces = _PLACE.split(text)
    content: List[Element] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            content += places.around(piece, run(f"{{{{ {slot_name(piece)} }}}}"))
        elif piece:
            content.append(run(piece))
    return content


def upper(text: str) -> str:
    """Capital letters (in hoa) for the words, not for the slots between them.

    >>> upper("Phương hướng năm {{ nam_sau }}")
    'PHƯƠNG HƯỚNG NĂM {{ nam_sau }}'
    """
    pieces = _PLACE.split(text)
    return "".join(f"{{{{ {piece} }}}}" if index % 2 else piece.upper() for index, piece in enumerate(pieces))


def run(text: str, style: str = "") -> Element:
    """A run, formatted by a character style or not at all."""
    written = text_element(W, "t", text)
    written.set(XML_SPACE, "preserve")
    look = [w("rPr", w("rStyle", val=style_id(style)))] if style else []
    return w("r", *look, written)
