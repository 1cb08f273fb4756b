"""Pages of a PDF as a person with a ruler sees them: letters, lines of letters, drawn horizontal lines, in points."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pdfplumber

POINTS_PER_MM = 72 / 25.4
METRICS = ("LiberationSerif", "TimesNewRoman")  # fonts as wide as Times New Roman, with Vietnamese letters
BLACK = ((0,), (0, 0, 0), (0, 0, 0, 1))
THICKEST = 2  # what is drawn higher than that is no line
COLUMN_GAP = 0.8  # of a letter's size; a wider gap divides two cells of a row


@dataclass(frozen=True)
class Letter:
    """One printed letter, a ligature as one; ``y`` of its baseline, from the upper edge of the paper."""

    page: int
    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str
    black: bool

    @property
    def bold(self) -> bool:
        return "Bold" in self.font

    @property
    def italic(self) -> bool:
        return "Ital" in self.font


@dataclass(frozen=True)
class Line:
    """Letters on one baseline; its look is that of the first letter."""

    letters: tuple[Letter, ...]
    text: str
    blank_to: float  # where no-break blanks behind the last letter end

    @property
    def page(self) -> int:
        return self.letters[0].page

    @property
    def x0(self) -> float:
        return self.letters[0].x0

    @property
    def x1(self) -> float:
        return self.letters[-1].x1

    @property
    def y(self) -> float:
        return self.letters[0].y

    @property
    def size(self) -> float:
        return self.letters[0].size

    @property
    def font(self) -> str:
        return self.letters[0].font

    @property
    def bold(self) -> bool:
        return self.letters[0].bold

    @property
    def italic(self) -> bool:
        return self.letters[0].italic

    @property
    def centre(self) -> float:
        """Halfway between the ends; blanks left for a number or a day to be written count."""
        return (self.x0 + max(self.x1, self.blank_to)) / 2


@dataclass(frozen=True)
class Page:
    """A page: every letter and blank in the order of printing, and its drawn horizontal lines (x0, x1, y)."""

    width: float
    height: float
    characters: tuple[Letter, ...]
    rules: tuple[tuple[float, float, float], ...]
    office: str  # what printed it: "LibreOffice 25.2"

    @property
    def letters(self) -> list[Letter]:
        """What leaves ink."""
        return [letter for letter in self.characters if not letter.text.isspace()]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(_lines(self.characters))

    def starting(self, text: str) -> Line:
        return next(line for line in self.lines if line.text.startswith(text))

    def rules_below(self, line: Line, distance: float = 12) -> list[tuple[float, float, float]]:
        """The drawn lines that pass close under a line of letters."""
        return [rule for rule in self.rules if 0 < rule[2] - line.y < distance and rule[0] < line.centre < rule[1]]

    def rule_below(self, line: Line) -> tuple[float, float, float]:
        below = self.rules_below(line)
        assert len(below) == 1
        return below[0]


def pages(path: Path) -> list[Page]:
    """The pages of a PDF."""
    with pdfplumber.open(path) as document:
        office = str(document.metadata.get("Producer", ""))
        return [_page(page, number, office) for number, page in enumerate(document.pages)]


def _page(page: Any, number: int, office: str) -> Page:
    drawn = [shape for shape in (*page.lines, *page.rects, *page.curves) if shape["bottom"] - shape["top"] < THICKEST]
    return Page(
        width=page.width,
        height=page.height,
        characters=tuple(_letter(char, page.height, number) for char in page.chars),
        rules=tuple({(shape["x0"], shape["x1"], shape["top"]) for shape in drawn}),
        office=office,
    )


def _letter(char: dict[str, Any], height: float, number: int) -> Letter:
    color = char["non_stroking_color"]
    return Letter(
        page=number,
        text=unicodedata.normalize("NFC", char["text"]),
        x0=char["x0"],
        x1=char["x1"],
        y=height - char["matrix"][5],
        size=round(char["size"], 3),
        font=char["fontname"].rpartition("+")[2],  # without the mark of a subset
        black=color is None or tuple(color if isinstance(color, (tuple, list)) else (color,)) in BLACK,
    )


def _lines(characters: Iterable[Letter]) -> Iterator[Line]:
    standing: list[Letter] = []
    for letter in characters:
        if standing and not _goes_on(standing[-1], letter):
            yield from _line(standing)
            standing = []
        standing.append(letter)
    yield from _line(standing)


def _goes_on(last: Letter, letter: Letter) -> bool:
    return abs(last.y - letter.y) < 1 and -1 < letter.x0 - last.x1 < COLUMN_GAP * letter.size


def _line(characters: list[Letter]) -> Iterator[Line]:
    letters = tuple(letter for letter in characters if not letter.text.isspace())
    if letters:
        blank_to = max(character.x1 for character in characters if character.text != " ")
        yield Line(letters, "".join(letter.text for letter in characters).strip(), blank_to)
