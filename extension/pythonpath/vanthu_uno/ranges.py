"""Ranges of text (vùng chữ): how two of them lie to each other, and what the office's collections hold."""

from __future__ import annotations

from typing import Any, Iterator, Optional

from com.sun.star.lang import IllegalArgumentException


def starts(one: Any, other: Any) -> Optional[int]:
    """1 where one starts before the other, 0 where both start together; ``None`` in two texts: the body and a cell."""
    try:
        return int(other.getText().compareRegionStarts(one, other))
    except IllegalArgumentException:
        return None


def ends(one: Any, other: Any) -> Optional[int]:
    """1 where one ends before the other, 0 where both end together; ``None`` in two texts."""
    try:
        return int(other.getText().compareRegionEnds(one, other))
    except IllegalArgumentException:
        return None


def starts_by(one: Any, other: Any) -> bool:
    """Whether one starts no later than the other; not in another text."""
    order = starts(one, other)
    return order is not None and order >= 0


def overlap(one: Any, other: Any) -> bool:
    """Whether the two share a letter."""
    return starts(one.getStart(), other.getEnd()) == 1 and starts(other.getStart(), one.getEnd()) == 1


def holds(outer: Any, inner: Any) -> bool:
    """Whether one begins inside the other, or at its edge."""
    return starts_by(outer.getStart(), inner) and starts_by(inner.getStart(), outer.getEnd())


def plain(text: str) -> str:
    """A text of the office as slots have it: on Windows a paragraph ends with two letters, and a field may with one."""
    return text.replace("\r", "") if "\r" in text else text


def each(enumerable: Any) -> Iterator[Any]:
    """What a collection of the office holds: paragraphs, portions, rows."""
    enumeration = enumerable.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()
