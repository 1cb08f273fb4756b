"""Pictures of Writer with Văn thư: ``python docs/make_screenshots.py DOCUMENT PNG``, or ``--guide docs/pictures``.

Needs Xvfb, openbox, xdotool and ImageMagick. A copy of the document is opened.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from office.foreign_report import typed
from samples import sample_document
from window.desktop import Desktop, missing, until
from window.eyes import look_at_dialogs

DECK, FILL = "Bảng Văn thư", "Điền vào văn bản"


def picture(document: Path, png: Path) -> Path:
    """The screen of a clerk who has opened the document and the deck."""
    with tempfile.TemporaryDirectory(prefix="vanthu-picture-") as folder, Desktop(Path(folder)) as desk:
        return _with_deck(desk, Path(folder), document, png)


def guide(pictures: Path) -> None:
    """All pictures of the clerk's guide, made in a real Writer."""
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="vanthu-pictures-") as name, Desktop(Path(name)) as desk:
        folder = Path(name)
        for kind, png in (("bao-cao-tu-danh-gia", "sidebar.png"), ("bao-cao-don-vi-hoc-tap", "muc-do.png")):
            _with_deck(desk, folder, sample_document(kind, folder), pictures / png)
        report = typed(desk.open(), "001.txt")
        desk.menu(report, "Nhận bảng điểm của văn bản")
        until(lambda: desk.button(report, FILL), "the deck")
        report.getCurrentController().getViewCursor().jumpToFirstPage()
        desk.rest_pointer()
        desk.screenshot(pictures / "nhan-bang-diem.png")
        for item, button, png in (
            ("Lập văn bản mới", "Lập văn bản", "van-ban-moi.png"),
            ("Chèn bảng, khối", "Chèn", "chen.png"),
            ("Thiết lập", "Đồng ý", "thiet-lap.png"),
            ("Chẩn đoán", "Sao chép", "chan-doan.png"),
        ):
            _dialog(desk, report, item, button, pictures / png)
        _dialog(desk, _typed_in(desk, folder), "Đọc từ văn bản", "Đọc và điền lại", pictures / "doc-tu-van-ban.png")


def _typed_in(desk: Desktop, folder: Path) -> Any:
    """A report in which the clerk has typed other scores than those of the sidebar."""
    opened = desk.open(Path(shutil.copy(sample_document("bao-cao-tu-danh-gia", folder), folder / "gõ thẳng.docx")))
    desk.menu(opened, DECK)
    until(lambda: desk.button(opened, FILL), "the deck")
    desk.press(opened, FILL)
    table = opened.Bookmarks.getByName("bang_diem").getAnchor().TextTable
    for cell, score in (("D3", "9"), ("D8", "4"), ("D21", "10")):
        table.getCellByName(cell).setString(score)
    return opened


def _with_deck(desk: Desktop, folder: Path, document: Path, png: Path) -> Path:
    # A copy: the office locks what it opens, and a lock left behind would greet the next one with a question.
    opened = desk.open(Path(shutil.copy(document, folder / f"mở {document.name}")))
    desk.menu(opened, DECK)
    until(lambda: desk.button(opened, FILL), "the deck")
    desk.rest_pointer()
    made = desk.screenshot(png)
    desk.close_document(opened)
    return made


def _dialog(desk: Desktop, document: Any, item: str, button: str, png: Path) -> None:
    def stands() -> bool:
        return any(thing.name.startswith(button) for thing in look_at_dialogs(desk.context))

    desk.menu(document, item)
    until(stands, f"the dialog {item}")
    desk.rest_pointer()
    desk.screenshot(png)
    desk.keys("Escape")
    until(lambda: not stands(), "the dialog has gone")


if __name__ == "__main__":
    if missing():
        sys.exit(f"missing: {', '.join(missing())}")
    if len(sys.argv) == 3 and sys.argv[1] == "--guide":
        guide(Path(sys.argv[2]))
    elif len(sys.argv) == 3:
        print(picture(Path(sys.argv[1]), Path(sys.argv[2])))
    else:
        sys.exit("usage: python docs/make_screenshots.py DOCUMENT PNG, or --guide FOLDER")
