"""The first page of every template, filled, on one sheet: ``python docs/make_contact_sheet.py PICTURE [FOLDER]``.

With a folder every page of every document is kept there as a picture, to be looked at one by one.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from samples import library, sample_document, template_ids  # noqa: E402  (the samples of the tests serve as examples)

from vanthu_docx.office import convert  # noqa: E402

COLUMNS, WIDTH, LOOK_DPI = 7, 330, 70
LETTERS = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"


def main(arguments: list[str]) -> None:
    """Make the sheet, and the pages where a folder for them is named."""
    sheet, *folders = map(Path, arguments)
    with tempfile.TemporaryDirectory() as name:
        pages = Path(name)
        for template in template_ids():
            printed = _printed(template, pages)
            _picture(printed, pages / f"{template}-first", "-f", "1", "-l", "1", "-singlefile")
            for folder in folders:
                folder.mkdir(parents=True, exist_ok=True)
                _picture(printed, folder / template)
        _montage(pages, sheet)


def _printed(template: str, folder: Path) -> Path:
    document = sample_document(template, folder)
    printed = document.with_suffix(".pdf")
    convert(document, printed, printed.name)
    return printed


def _picture(printed: Path, target: Path, *which: str) -> None:
    subprocess.run(["pdftoppm", "-png", "-r", str(LOOK_DPI), *which, printed, target], check=True, timeout=60)


def _montage(pages: Path, sheet: Path) -> None:
    titles = {template: library().kind(template).title for template in template_ids()}
    labelled = [word for template in titles for word in ("-label", titles[template], f"{pages / template}-first.png")]
    look = ["-font", LETTERS, "-pointsize", "11", "-tile", f"{COLUMNS}x", "-geometry", f"{WIDTH}x467+6+6"]
    shade = ["-background", "#e8e8e8", "-depth", "8", "-colors", "24", "-define", "png:compression-level=9"]
    subprocess.run(["montage", *labelled, *look, *shade, f"PNG8:{sheet}"], check=True, timeout=120)


if __name__ == "__main__":
    main(sys.argv[1:])
