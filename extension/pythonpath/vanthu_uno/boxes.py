"""Rectangles of controls, and the measures that they are made from. Pure: sizes in, rectangles out; pixels throughout.

A dialog file knows fixed places only; the sidebar is as wide as the clerk draws it and its font as large as the
screen needs, so every place is computed from the width and from the size of a letter.
"""

from __future__ import annotations

from typing import Dict, Mapping, NamedTuple, Tuple

BORDER = 2  # of a list
ROOM_MADE = 0.8  # of the narrowest width; a deck that scrolls takes less than a tenth away


class Box(NamedTuple):
    """A rectangle inside the panel."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height


class Measures(NamedTuple):
    """The panel's font: an average letter's width and a line's height; how high the office draws a row and a field."""

    letter: float
    line: float
    row: int = 0  # 0 where there is no list
    least_field: int = 0  # GTK draws no field lower than its theme says, and lets it lie over what stands below
    tight: bool = False  # on a low screen: narrow gaps, and fewer lines for long texts

    @property
    def gap(self) -> int:
        return round(self.line * (0.2 if self.tight else 0.4))

    @property
    def margin(self) -> int:
        """Room at the left and right edge; on a low screen the same, so that both parts of the panel stand in line."""
        return round(self.line * 0.4)

    @property
    def field(self) -> int:
        """Height of a one-line field."""
        return max(round(self.line * 1.7), self.least_field)

    @property
    def button(self) -> int:
        return round(self.line * 2)

    @property
    def low_button(self) -> int:
        """Height of a button that shares a row with a label."""
        return round(self.line * 1.5)

    @property
    def narrowest(self) -> int:
        """Width below which words would be cut."""
        return round(self.letter * 42)

    def makes_room(self, width: int) -> bool:
        """Whether a panel may stay so narrow.

        When a deck is opened the office tries two or three widths first, half to three quarters of what is asked for.
        """
        return width >= ROOM_MADE * self.narrowest

    def inner(self, width: int) -> int:
        """What the margins leave of a width."""
        return width - 2 * self.margin

    def lines(self, count: int) -> int:
        """Height of a label of so many lines."""
        return round(self.line * count + self.line * 0.2)

    def letters(self, count: int) -> int:
        return round(self.letter * count)


def heading_row(width: int, m: Measures) -> Box:
    """The first row of a part."""
    return Box(m.margin, m.gap // 2, m.inner(width), m.low_button)


def headed(row: Box, m: Measures, names: Tuple[str, str], letters: int) -> Dict[str, Box]:
    """What stands below, as close to it as a label stands; at the right a button of so many letters."""
    button = m.letters(letters)
    label = Box(row.x, row.bottom - m.lines(1), row.width - button - m.gap, m.lines(1))
    return {names[0]: label, names[1]: Box(label.right + m.gap, row.y, button, row.height)}


def text_drop(m: Measures) -> int:
    """How far a label is lowered to stand level with the text of the field beside it."""
    return (m.field - m.lines(1)) // 2


def lowered(boxes: Mapping[str, Box], by: int) -> Dict[str, Box]:
    """The same places, farther down."""
    return {name: box._replace(y=box.y + by) for name, box in boxes.items()}
