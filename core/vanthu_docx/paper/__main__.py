"""Build every shipped template and fragment: ``python -m vanthu_docx.paper [FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path

from vanthu import layout, typeface

from ..safety_net import caught
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
    """Every one is built before the first is written: a mistake in a description leaves the folder as it was."""
    rules, widths = layout.load(LAYOUT), typeface.load(WIDTHS)
    templates = [description.load(path) for path in sorted(descriptions.glob("*.toml"))]
    made = {f"{template.id}.docx": built(template, rules, widths) for template in templates}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (folder / name).write_bytes(content)


def main() -> int:
    """Build into the folder that the command names, or where the program looks for them."""
    asked = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    build_all(asked or DESCRIPTIONS / "docx")
    build_fragments(asked / "fragments" if asked else FRAGMENTS / "docx")
    return 0


if __name__ == "__main__":
    sys.exit(caught(main))
