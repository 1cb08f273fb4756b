"""A picture of Writer with the deck Văn thư beside a document: ``python docs/make_screenshots.py DOCUMENT PNG``.

Needs Xvfb, openbox, xdotool and ImageMagick. A copy of the document is opened.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from window.desktop import Desktop, missing, until


def picture(document: Path, png: Path) -> Path:
    """The screen of a clerk who has opened the document and the deck."""
    with tempfile.TemporaryDirectory(prefix="vanthu-picture-") as folder, Desktop(Path(folder)) as desk:
        # A copy: the office locks what it opens, and a lock left behind would greet the next one with a question.
        opened = desk.open(Path(shutil.copy(document, folder)))
        desk.menu(opened, "Bảng Văn thư")
        until(lambda: desk.button(opened, "Điền vào văn bản"), "the deck")
        desk.rest_pointer()
        return desk.screenshot(png)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python docs/make_screenshots.py DOCUMENT PNG")
    if missing():
        sys.exit(f"missing: {', '.join(missing())}")
    print(picture(Path(sys.argv[1]), Path(sys.argv[2])))
