"""How high a line of text is at least (chiều cao dòng), from a document's styles as flat XML. No office here."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Iterator, List, Optional, Sequence, Tuple
from xml.etree.ElementTree import Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_FAMILY, _NAME, _PARENT = _STYLE + "family", _STYLE + "name", _STYLE + "parent-style-name"
_PARAGRAPH, _SPAN = "paragraph", "text"
_SIZE = _STYLE + "text-properties", _FO + "font-size"
_SPACING = _STYLE + "paragraph-properties", _FO + "line-height"
_LENGTH = re.compile(r"[0-9.]+(pt|cm|mm|in)\Z")
_POINTS, _SHARE = re.compile(r"([0-9.]+)pt\Z"), re.compile(r"([0-9]+)%\Z")
_LEAST = "5pt"  # where the size of the letters is not said in points


class LineHeights:
    """Lines of a document, by the styles of their paragraph and letters."""

    def __init__(self, document: Element) -> None:
        """``document``: the whole document as flat XML; it is not changed."""
        parts = [document.find(_OFFICE + name) for name in ("styles", "automatic-styles")]
        every = [style for part in parts if part is not None for style in part]
        self._styles = {(style.get(_FAMILY, ""), style.get(_NAME, "")): style for style in every}

    def least(self, looks: Sequence[str]) -> str:
        """With its unit. ``looks``: the styles of a paragraph and, from outside in, of the spans around a letter.

        No less than the letters are high: lines that are not pressed together take a seventh more.
        """
        paragraph, *spans = looks or ("",)
        lines = list(self._line_of(_PARAGRAPH, paragraph))
        letters = [style for span in reversed(spans) for style in self._line_of(_SPAN, span)]
        spacing, size = _said(lines, _SPACING), _POINTS.match(_said([*letters, *lines], _SIZE))
        if _LENGTH.match(spacing):
            return spacing
        if size is None:
            return _LEAST
        share = _SHARE.match(spacing)
        pressed = min(Decimal(share.group(1)), Decimal(100)) if share else Decimal(100)
        return "{:f}pt".format(Decimal(size.group(1)) * pressed / 100)

    def _line_of(self, family: str, name: str) -> Iterator[Element]:
        """A style, those that it is made from, and the default of paragraphs, which has no name."""
        style: Optional[Element] = self._styles.get((family, name))
        while style is not None and style.get(_NAME):
            yield style
            style = self._styles.get((family, style.get(_PARENT, "")))
        default = self._styles.get((_PARAGRAPH, ""))
        if family == _PARAGRAPH and default is not None:
            yield default


def _said(styles: List[Element], what: Tuple[str, str]) -> str:
    """What the first of the styles that says anything of it says; blank where none does."""
    part, attribute = what
    said = (look.get(attribute) for style in styles for look in style.findall(part))
    return next(filter(None, said), "")
