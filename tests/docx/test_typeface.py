"""The shipped table of widths is what the fonts say."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from vanthu_docx import house
from vanthu_docx.typeface_table import FACES, table

COMMITTED = house.folder("forms") / "layout" / "times-new-roman.toml"
LETTER = "\u1ed9"  # ộ, missing from version 1 of the fonts


def font_folder() -> Path:
    """Where Liberation Serif 2 lies; skipped where it is not installed."""
    try:
        command = ["fc-list", ":family=Liberation Serif", "file"]
        found = subprocess.run(command, capture_output=True, text=True, check=True)
    except FileNotFoundError:
        pytest.skip("cần fontconfig")
    files = [Path(line.split(":")[0]) for line in found.stdout.splitlines()]
    for folder in sorted({file.parent for file in files if file.name.endswith("-Regular.ttf")}):
        if ord(LETTER) in TTFont(folder / "LiberationSerif-Regular.ttf").getBestCmap():
            return folder
    pytest.skip("cần Liberation Serif 2 trở lên")


def test_making_the_table_again_gives_the_committed_widths():
    made = table(font_folder()).split("name = ", 1)[1]  # the comment above it names the fonts' version

    assert made == COMMITTED.read_text(encoding="utf-8").split("name = ", 1)[1]
    assert all(f"[{face}]" in made for face in FACES)
