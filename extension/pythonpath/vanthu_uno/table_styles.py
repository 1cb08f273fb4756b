"""The styles of a table's small .odt (kiểu của tệp bảng), chosen from the document's own. No office here."""

from __future__ import annotations

import copy
from typing import Dict, Iterator, List, Optional, Tuple
from xml.etree.ElementTree import Element, SubElement

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NAME, _FAMILY, _PARENT = _STYLE + "name", _STYLE + "family", _STYLE + "parent-style-name"
_CELL, _PARAGRAPH, _ROW = "table-cell", "paragraph", "table-row"
_ROW_LOOK = _STYLE + "table-row-properties"
_ROW_HEIGHT, _LEAST_ROW_HEIGHT = _STYLE + "row-height", _STYLE + "min-row-height"
# A paragraph of a style that counts takes other ways of the office when it is read as a paragraph.
_COUNTING = (_STYLE + "list-style-name", _STYLE + "default-outline-level")


class TableStyles:
    """The styles that a table uses, and pairs of a cell's and a paragraph's look under one name."""

    def __init__(self, document: Element) -> None:
        """``document``: the whole document as flat XML; it is not changed."""
        self._named = _styles_in(document, "styles")
        self._automatic = _styles_in(document, "automatic-styles")
        self._pairs: Dict[Tuple[str, str], List[Element]] = {}
        self._high: Dict[str, Element] = {}

    def pair(self, cell: str, paragraph: str) -> Optional[str]:
        """The name of a cell's style and a paragraph's style made one; ``None`` where that would not be the same.

        A text that is a cell's value gets the paragraph style that has the name of the cell's own.
        """
        if (cell, paragraph) not in self._pairs:
            self._pairs[cell, paragraph] = self._made_one(cell, paragraph)
        made = self._pairs[cell, paragraph]
        return made[0].get(_NAME) if made else None

    def high(self, row: str, least: str) -> str:
        """The name of a row's style made so high at least; its own where that says how high the row is.

        ``row``: blank for a row without a style. ``least``: with its unit.
        """
        standing = self._automatic.get((_ROW, row), Element(_STYLE + "style", {_FAMILY: _ROW}))
        if any({_ROW_HEIGHT, _LEAST_ROW_HEIGHT} & set(look.attrib) for look in standing.iter(_ROW_LOOK)):
            return row
        name = "{}.{}".format(row, least)
        if name not in self._high:
            self._high[name] = _under(name, standing)
            look = self._high[name].find(_ROW_LOOK)
            (SubElement(self._high[name], _ROW_LOOK) if look is None else look).set(_LEAST_ROW_HEIGHT, least)
        return name

    def automatic(self, table: Element) -> Element:
        """Those that the table uses: the others would only be read and forgotten."""
        styles, used = Element(_OFFICE + "automatic-styles"), _names_in(table)
        made = [*(style for pair in self._pairs.values() for style in pair), *self._high.values()]
        styles.extend([style for style in (*self._automatic.values(), *made) if style.get(_NAME) in used])
        return styles

    def named(self, table: Element) -> Element:
        """The styles that the table's own are made from. The document has them all, and keeps its own."""
        styles, by_name = Element(_OFFICE + "styles"), {name: style for (_, name), style in self._named.items()}
        parents = [style.get(_PARENT) for style in self.automatic(table)]
        waiting = [name for name in dict.fromkeys([*parents, *_names_in(table)]) if name in by_name]
        for name in waiting:
            styles.append(by_name[name])
            parent = by_name[name].get(_PARENT)
            if parent in by_name and parent not in waiting:
                waiting.append(parent)
        return styles

    def _made_one(self, cell: str, paragraph: str) -> List[Element]:
        name = "{}.{}".format(cell, paragraph)
        known = [taken for _, taken in (*self._named, *self._automatic)]
        cell_style, paragraph_style = self._automatic.get((_CELL, cell)), self._paragraph_style(paragraph)
        if cell_style is None or paragraph_style is None or name in known:
            return []
        return [_under(name, cell_style), _under(name, paragraph_style)]

    def _paragraph_style(self, name: str) -> Optional[Element]:
        """An automatic style with the look of that one, ``None`` where it is more than a look."""
        style = self._automatic.get((_PARAGRAPH, name))
        if style is None and (_PARAGRAPH, name) in self._named:
            style = Element(_STYLE + "style", {_NAME: "", _FAMILY: _PARAGRAPH, _PARENT: name})
        if style is None or set(style.attrib) - {_NAME, _FAMILY, _PARENT}:
            return None  # with a list, a page or a condition in it
        counts = any(one.get(counting) for one in self._line_of(style) for counting in _COUNTING)
        return None if counts else style

    def _line_of(self, style: Optional[Element]) -> Iterator[Element]:
        while style is not None:
            yield style
            style = self._named.get((_PARAGRAPH, style.get(_PARENT, "")))


def _styles_in(document: Element, part: str) -> Dict[Tuple[str, str], Element]:
    """By family and name."""
    return {
        (style.get(_FAMILY, ""), style.get(_NAME, "")): style
        for style in document.iterfind("{}{}/{}style".format(_OFFICE, part, _STYLE))
    }


def _under(name: str, style: Element) -> Element:
    renamed = copy.deepcopy(style)
    renamed.set(_NAME, name)
    return renamed


def _names_in(table: Element) -> Dict[str, None]:
    found = (value for one in table.iter() for name, value in one.attrib.items() if name.endswith("style-name"))
    return dict.fromkeys(found)
