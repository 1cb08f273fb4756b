"""Elements of WordprocessingML (ECMA-376 part 1): tags, attributes and the lengths its attributes are written in."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import Dict, Union
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ElementTree.register_namespace("w", W)
ElementTree.register_namespace("r", R)

Value = Union[str, int]


def w(tag: str, *children: Element, **attributes: Value) -> Element:
    """An element ``w:tag``; attributes are of the same namespace, ``None`` children are not allowed.

    >>> ElementTree.tostring(w("jc", val="center")).decode().split(" ", 1)[0]
    '<w:jc'
    """
    return element(W, tag, *children, **{f"{{{W}}}{name}": value for name, value in attributes.items()})


def element(namespace: str, tag: str, *children: Element, **attributes: Value) -> Element:
    """An element of any namespace; attribute names are complete (``{namespace}name`` or bare)."""
    written: Dict[str, str] = {name: str(value) for name, value in attributes.items()}
    made = Element(f"{{{namespace}}}{tag}", written)
    made.extend(children)
    return made


def text_element(namespace: str, tag: str, text: str, **attributes: Value) -> Element:
    """An element that holds only text."""
    made = element(namespace, tag, **attributes)
    made.text = text
    return made


def part(root: Element) -> bytes:
    """An XML part as Word expects it: UTF-8, declared standalone."""
    body: str = ElementTree.tostring(root, encoding="unicode")
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + body).encode("utf-8")


def twips(length_mm: Decimal) -> int:
    """Twentieths of a point, the unit of lengths."""
    return _whole(length_mm * 1440 / Decimal("25.4"))


def margin_twips(length_mm: Decimal) -> int:
    """The same for a margin, whose least length is the law's: rounded up, never a hair below it."""
    return int((length_mm * 1440 / Decimal("25.4")).to_integral_value(ROUND_CEILING))


def twips_of_points(points: Decimal) -> int:
    """Twentieths of a point, from points."""
    return _whole(points * 20)


def half_points(points: Decimal) -> int:
    """The unit of type sizes."""
    return _whole(points * 2)


def eighths(points: Decimal) -> int:
    """The unit of border weights."""
    return _whole(points * 8)


def line_units(lines: Decimal) -> int:
    """240ths of a line, the unit of distances between lines."""
    return _whole(lines * 240)


def _whole(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_HALF_UP))
