"""How wide a text is on paper, from the advance widths of the typeface (phông chữ). Pure: no office, no screen."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Tuple

from . import file_messages
from .language import tell
from .strict import StrictTable
from .toml import read

MM_PER_POINT = Decimal("25.4") / 72
FACES = ("regular", "bold", "italic", "bold_italic")


@dataclass(frozen=True)
class Typeface:
    """Advance widths of the four faces, in units of the em; an unknown character is as wide as the average."""

    name: str
    units_per_em: int
    widths: Mapping[str, Mapping[str, int]]  # face -> character -> width
    averages: Mapping[str, int]  # face -> width of an unknown character

    def text_width_mm(self, text: str, size_pt: Decimal, bold: bool = False, italic: bool = False) -> Decimal:
        """Width of a text set on one line, in millimetres, without kerning."""
        face = _face(bold, italic)
        widths, average = self.widths[face], self.averages[face]
        units = sum(widths.get(character, average) for character in unicodedata.normalize("NFC", text))
        return Decimal(units) / self.units_per_em * size_pt * MM_PER_POINT

    def wrapped_lines(
        self, text: str, width_mm: Decimal, size_pt: Decimal, bold: bool = False, italic: bool = False
    ) -> Tuple[str, ...]:
        """The lines of a paragraph: as many words on each as fit, ``"\\n"`` always a new line.

        A line may end at a space or after a hyphen between letters, as Word and Writer break lines; a word wider
        than the line is cut where it stops fitting. Blank text is one blank line.
        """

        def fits(line: str) -> bool:
            return self.text_width_mm(line.rstrip(" "), size_pt, bold, italic) <= width_mm

        lines: List[str] = []
        for hard_line in text.split("\n"):
            lines += _greedy(_BREAKABLE.findall(hard_line), fits)
        return tuple(lines)

    def rule_indent_mm(
        self,
        text: str,
        container_mm: Decimal,
        ratio: Decimal,
        size_pt: Decimal,
        bold: bool = False,
        italic: bool = False,
    ) -> Decimal:
        """Indent on each side that leaves a rule of ``ratio`` times the longest line of ``text``, to 0.01 mm."""
        lines = self.wrapped_lines(text, container_mm, size_pt, bold, italic)
        longest = max(self.text_width_mm(line, size_pt, bold, italic) for line in lines)
        indent = (container_mm - ratio * longest) / 2
        return max(Decimal(0), indent).quantize(Decimal("0.01"), ROUND_HALF_UP)


def load(path: Path) -> Typeface:
    """Read a table of advance widths; raises ``DataError`` naming file, place, what was found and what is allowed."""
    return typeface_from(read(path), path.name)


def typeface_from(values: Dict[str, Any], source: str) -> Typeface:
    """Build the typeface; ``source`` is the file name used in errors."""
    table = StrictTable(values, source, "", ("name", "units_per_em", *FACES))
    widths = {face: _widths(table, face) for face in FACES}
    return Typeface(
        name=table.line("name"),
        units_per_em=table.integer("units_per_em"),
        widths=widths,
        averages={face: sum(characters.values()) // len(characters) for face, characters in widths.items()},
    )


# One word with the spaces after it, a part of a word up to its hyphen, or leading spaces; a no-break space is a letter.
_BREAKABLE = re.compile(r"(?:[^ ]*?\w[-–—](?=[^\W\d])|[^ ]+ *| +)")


def _face(bold: bool, italic: bool) -> str:
    return FACES[int(bold) + 2 * int(italic)]


def _greedy(pieces: List[str], fits: Callable[[str], bool]) -> List[str]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and not fits(lines[-1] + piece):
            lines.append("")
        *whole, rest = _cut(piece, fits) if not lines[-1] else [lines[-1] + piece]
        lines[-1:] = [*whole, rest]
    return [line.rstrip(" ") for line in lines]


def _cut(word: str, fits: Callable[[str], bool]) -> List[str]:
    parts = [""]
    for character in word:
        if parts[-1] and not fits(parts[-1] + character):
            parts.append("")
        parts[-1] += character
    return parts


def _widths(table: StrictTable, face: str) -> Dict[str, int]:
    groups = table.named(face)
    widths = groups.names()
    for width in widths:
        if not width.isascii() or not width.isdigit():
            raise groups.error(tell(file_messages.WIDTH, found=width))
    characters = {character: int(width) for width in widths for character in groups.text(width)}
    if not characters:
        raise table.error(tell(file_messages.NO_CHARACTERS), face)
    return characters
