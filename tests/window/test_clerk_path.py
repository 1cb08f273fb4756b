"""From an open Writer to the complete report of Kon Rẫy: walked with true keys and counted.

The counts stand in the clerk's guide; a path that grows longer fails here.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional
from xml.etree import ElementTree

import pytest
from window import dialogs
from window.desktop import PROJECT, Desktop, until
from window.eyes import Thing
from window.test_sidebar import FILL, printed

from vanthu.profile import profile_of
from vanthu.profile_file import FILE_NAME, save
from vanthu.record_file import load

pytestmark = pytest.mark.window

EXAMPLE = load(PROJECT / "forms" / "examples" / "001.toml")
GUIDE = PROJECT / "docs" / "huong-dan.md"
# In the order of the list; nothing at 3.a, whose eight parts follow.
SCORES = ("10", "10", "10", "10", "5", "10", "5", "", *["3"] * 7, "4", "5", "3")
WORDS = {"Ưu điểm": "tot", "Tồn tại": "it", "Kiến nghị, đề xuất": "khong", "Phương hướng": "tiep"}
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"


class Hands:
    """A clerk's hands, and how often they pressed what."""

    def __init__(self, desk: Desktop) -> None:
        self.desk = desk
        self.counts: Dict[str, int] = {"keys": 0, "letters": 0, "clicks": 0}

    def keys(self, *names: str) -> None:
        """Keys that command; those held down together count as one."""
        self.counts["keys"] += len(names)
        self.desk.keys(*names)

    def type(self, text: str) -> None:
        """Letters and digits that are the clerk's own words and scores."""
        self.counts["letters"] += len(text)
        self.desk.type(text)

    def click(self, thing: Thing) -> None:
        self.counts["clicks"] += 1
        self.desk.click(thing)

    def double_click(self, thing: Thing) -> None:
        """Chooses the whole of what stands in a field."""
        self.counts["clicks"] += 2
        self.desk.double_click(thing)


@pytest.fixture
def practised(desk: Desktop, log: Path) -> Iterator[Any]:
    """A blank window of a clerk whose unit is known already."""
    settings = desk.folder / "settings"
    settings.mkdir(exist_ok=True)
    save(profile_of(EXAMPLE), settings / FILE_NAME)
    document = desk.open()
    yield document
    desk.close_document(document)
    shutil.rmtree(settings)


def test_the_whole_report_is_written_with_the_keyboard_alone(desk: Desktop, practised: Any, tmp_path: Path) -> None:
    hands, before = Hands(desk), desk.documents()

    hands.keys("ctrl+6")
    dialogs.wait_for_keys(desk, "Lập văn bản mới")
    hands.keys("alt+n")
    hands.type("2023")
    until(lambda: "theo Thông tư 22/2020" in dialogs.chosen(desk), "the report of that year is offered")
    hands.keys("Return")
    report = new_document(desk, before)
    for score in SCORES:
        hands.type(score)
        hands.keys("Return")
    until(lambda: "FOCUSED" in desk.button(report, FILL).states, "after the last criterion comes the button")
    desk.see(report, "93/100", "LABEL")
    hands.keys("space")
    until(lambda: "- Tổng điểm đạt được: 93 điểm." in printed(report), "the report is filled")
    for place, words in WORDS.items():
        hands.keys("ctrl+alt+9")
        dialogs.wait_for_keys(desk, "Chỗ chưa điền")
        assert dialogs.chosen(desk) == place
        hands.keys("Return")
        dialogs.wait_until_gone(desk)
        until(lambda: selected(report) == "…", "the blank is selected")
        hands.type(words)
        until(lambda words=words: words in printed(report), "what was typed stands there")
    saved = tmp_path / "bao-cao.odt"
    hands.keys("ctrl+s")
    dialogs.wait_for_keys(desk, "Lưu mới")
    name_file(desk, saved)
    hands.keys("Return")
    until(lambda: saved.exists() and not report.isModified(), "the report is saved")
    desk.screenshot(PROJECT / "out" / "clerk-path.png")

    assert_complete(paragraphs(saved))
    assert hands.counts["clicks"] == 0
    assert counted("Chỉ bàn phím") == [hands.counts["keys"], hands.counts["letters"] - sum(map(len, WORDS.values()))]
    assert (hands.counts["keys"], len(SCORES)) == (32, 18)
    close_saved(desk, report)


def test_with_the_mouse_seven_clicks_are_enough_beside_the_scores(
    desk: Desktop, practised: Any, tmp_path: Path
) -> None:
    hands, before = Hands(desk), desk.documents()

    hands.click(desk.still(practised, "Lập văn bản mới…", "PUSH_BUTTON"))
    dialogs.wait_for_keys(desk, "Lập văn bản mới")
    hands.double_click(dialogs.wait_for(desk, "Năm đánh giá:", "TEXT"))
    desk.type("2023")
    until(lambda: "theo Thông tư 22/2020" in dialogs.chosen(desk), "the report of that year is offered")
    hands.click(dialogs.wait_for(desk, "Lập văn bản", "PUSH_BUTTON"))
    report = new_document(desk, before)
    for score in SCORES:
        desk.type(score)
        desk.keys("Return")
    desk.see(report, "93/100", "LABEL")
    hands.click(desk.steady(lambda: desk.button(report, FILL), FILL))
    until(lambda: "- Tổng điểm đạt được: 93 điểm." in printed(report), "the report is filled")
    saved = tmp_path / "bao-cao-chuot.odt"
    hands.click(until(lambda: saving(desk, report), "the button that saves"))
    dialogs.wait_for_keys(desk, "Lưu mới")
    name_file(desk, saved)
    hands.click(dialogs.wait_for(desk, "Lưu", "PUSH_BUTTON"))
    until(lambda: saved.exists() and not report.isModified(), "the report is saved")

    assert "- Tổng điểm đạt được: 93 điểm." in paragraphs(saved)
    assert counted("Chuột") == [hands.counts["clicks"]] == [7]
    close_saved(desk, report)


def saving(desk: Desktop, document: Any) -> Optional[Thing]:
    """The button of the toolbar with an arrow beside it, which GTK calls a plain button."""
    return desk.find(document, "Lưu", "BUTTON_DROPDOWN") or desk.find(document, "Lưu", "PUSH_BUTTON")


def close_saved(desk: Desktop, document: Any) -> None:
    """The window has the keys, but 7.4 does not say so once its dialog for files was open."""
    assert document.Title in desk.in_front()
    desk.keys("ctrl+w")
    until(lambda: document not in desk.documents(), "the document is closed")


def name_file(desk: Desktop, path: Path) -> None:
    """Not counted: how long the name is, is the clerk's own affair, and other systems have it chosen already."""
    desk.keys("ctrl+a")
    desk.type(str(path))


def assert_complete(lines: List[str]) -> None:
    """Every figure and word of the report is there, and nothing is open."""
    assert {"- Tổng điểm đạt được: 93 điểm.", "- Xếp loại: Tốt."} <= set(lines)
    assert {"33", "25", "4", "93"} <= set(lines)
    assert "KT. TRƯỞNG PHÒNG" in lines
    assert not [line for line in lines if "…" in line or "{{" in line]


def paragraphs(path: Path) -> List[str]:
    """The paragraphs of a saved document, those in tables with them."""
    with zipfile.ZipFile(path) as package:
        content = ElementTree.fromstring(package.read("content.xml"))
    return ["".join(paragraph.itertext()) for paragraph in content.iter(TEXT)]


def counted(way: str) -> List[int]:
    """The bold numbers that the guide gives for this way."""
    items = re.split(r"^- |\n\n", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = next(item for item in items if item.startswith(f"**{way}"))
    return [int(number) for number in re.findall(r"\*\*(\d+)\*\*", told)]


def new_document(desk: Desktop, before: List[Any]) -> Any:
    document = until(lambda: next((d for d in desk.documents() if d not in before), None), "a new document")
    desk.enlarge(document)
    until(lambda: any("FOCUSED" in thing.states and thing.role == "TEXT" for thing in desk.things(document)), "keys")
    return document


def selected(document: Any) -> str:
    selection = document.getCurrentController().getSelection()
    return selection.getByIndex(0).getString() if selection.getCount() else ""
