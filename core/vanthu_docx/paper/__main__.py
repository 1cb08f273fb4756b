"""Build every shipped template and fragment: ``python -m vanthu_docx.paper [FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path

from vanthu import layout, typeface

from . import description
from .builder import built

ROOT = Path(__file__).resolve().parents[3]
DESCRIPTIONS = ROOT / "templates"
FRAGMENTS = DESCRIPTIONS / "fragments"
LAYOUT = ROOT / "forms" / "layout" / "nghi-dinh-30-2020.toml"
WIDTHS = ROOT / "forms" / "layout" / "times-new-roman.toml"


def build_all(folder: Path) -> None:
    """Write one .docx for every templates/*.toml into ``folder``."""
    _build(DESCRIPTIONS, folder)


def build_fragments(folder: Path) -> None:
    """Write one .docx for every templates/fragments/*.toml, a part to be put into any document."""
    _build(FRAGMENTS, folder)


def _build(descriptions: Path, folder: Path) -> None:
    rules, widths = layout.load(LAYOUT), typeface.load(WIDTHS)
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(descriptions.glob("*.toml")):
        template = description.load(path)
        (folder / f"{template.id}.docx").write_bytes(built(template, rules, widths))


if __name__ == "__main__":
    asked = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    build_all(asked or DESCRIPTIONS / "docx")
    build_fragments(asked / "fragments" if asked else FRAGMENTS / "docx")
