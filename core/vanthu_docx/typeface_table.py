"""Make forms/layout/times-new-roman.toml from fonts as wide as Times New Roman. For developers; needs fontTools.

    python -m vanthu_docx.typeface_table FOLDER forms/layout/times-new-roman.toml

FOLDER holds Liberation Serif 2 or later (``LiberationSerif-Regular.ttf`` …). Version 1 lacks most Vietnamese letters.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Dict, Iterator, List

from fontTools.ttLib import TTFont

FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}

HEAD = """\
# Bề rộng chữ Times New Roman, theo đơn vị của phông chữ ({units} đơn vị = cỡ chữ).
#
# Lấy từ Liberation Serif {version}, phông chữ mở có cùng bề rộng với Times New Roman
# (python -m vanthu_docx.typeface_table). Mỗi dòng: bề rộng = các ký tự có bề rộng đó.

name = "Times New Roman"
units_per_em = {units}
"""


def table(folder: Path) -> str:
    """The text of the table; ``KeyError`` naming a character that a font does not have."""
    fonts = {face: TTFont(folder / f"LiberationSerif-{name}.ttf") for face, name in FACES.items()}
    first = fonts["regular"]
    parts = [HEAD.format(units=first["head"].unitsPerEm, version=_version(first))]
    parts += [_face(face, font) for face, font in fonts.items()]
    return "\n".join(parts)


def characters() -> Iterator[str]:
    """ASCII, Latin letters with every Vietnamese mark (composed), combining marks and the signs of office texts."""
    for first, last in ((0x20, 0x7E), (0xA0, 0x17F), (0x1EA0, 0x1EF9)):
        yield from map(chr, range(first, last + 1))
    yield from "ƠơƯư\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323–—‘’“”„†‡•…‰′″‹›⁄€№™−≈≠≤≥"


def _version(font: TTFont) -> str:
    return str(font["name"].getDebugName(5)).replace("Version ", "")


def _face(face: str, font: TTFont) -> str:
    names, widths = font.getBestCmap(), font["hmtx"]
    groups: Dict[int, List[str]] = {}
    for character in characters():
        groups.setdefault(widths[names[ord(character)]][0], []).append(character)
    lines = [f'"{width}" = "{"".join(map(_quoted, groups[width]))}"' for width in sorted(groups)]
    return "\n".join([f"[{face}]", *lines, ""])


def _quoted(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    return character if character.isprintable() and ord(character) not in _UNSEEN else f"\\u{ord(character):04X}"


_UNSEEN = range(0x300, 0x370)  # combining marks would melt into their neighbour


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(table(Path(sys.argv[1])), encoding="utf-8")
