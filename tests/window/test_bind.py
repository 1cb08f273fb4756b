"""A clerk opens a report that is not ours and lets its score table be recognised, with a true mouse."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator

import pytest
from office.foreign_report import shown, typed
from window.desktop import PROJECT, Desktop, until
from window.eyes import look_at_dialogs

pytestmark = pytest.mark.window

BIND = "Nhận bảng điểm của văn bản"
FILL = "Điền vào văn bản"
SAID = "Đã nhận bảng điểm: 22 dòng; tổng ghi 98, tính lại 93."


@pytest.fixture
def foreign(desk: Desktop, log: Path) -> Iterator[Any]:
    """The published report of Kon Rẫy, with the deck closed."""
    document = typed(desk.open(), "001.txt")
    yield document
    desk.close_document(document)


def test_the_menu_reads_the_table_and_the_deck_shows_what_is_wrong(desk: Desktop, foreign: Any) -> None:
    before = shown(foreign)
    desk.menu(foreign, BIND)
    until(lambda: desk.button(foreign, FILL), "the deck is open")
    for words in (SAID, "93/100", "Tốt", "Mục 3: tổng các mục con là 25 + 5 + 3 = 33, nhưng văn bản ghi 38"):
        desk.see(foreign, words, "LABEL")
    foreign.getCurrentController().getViewCursor().jumpToFirstPage()
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "bind.png")
    assert shown(foreign) == before

    desk.press(foreign, FILL)
    desk.see(foreign, "Đã điền 3 chỗ vào văn bản.", "LABEL")
    until(lambda: desk.find(foreign, "nhưng văn bản ghi", "LABEL") is None, "nothing is wrong any more")
    assert [new for old, new in zip(before, shown(foreign)) if old != new][1:] == ["33", "93"]


def test_where_other_scores_were_typed_the_clerk_is_asked(desk: Desktop, foreign: Any) -> None:
    desk.menu(foreign, "Bảng Văn thư")
    until(lambda: "FOCUSED" in desk.field(foreign, "Điểm (tối đa").states, "the cursor is in the score field")
    desk.type("7")
    desk.see(foreign, "7/100", "LABEL")
    desk.menu(foreign, BIND)
    yes = desk.steady(lambda: answer(desk, "Có"), "the question")
    desk.screenshot(PROJECT / "out" / "bind-question.png")
    desk.click(yes)
    desk.see(foreign, "93/100", "LABEL")
    desk.see(foreign, SAID, "LABEL")
    assert desk.field(foreign, "Năm đánh giá").text == "2023"


def test_a_document_without_a_table_is_told_so(desk: Desktop, log: Path) -> None:
    document = typed(desk.open(), "000.txt")
    desk.menu(document, BIND)
    desk.see(document, "Không tìm thấy bảng điểm hay bảng mức độ nào", "LABEL")
    desk.close_document(document)


def answer(desk: Desktop, name: str) -> Any:
    things = look_at_dialogs(desk.context)
    return next((thing for thing in things if thing.role == "PUSH_BUTTON" and thing.name == name), None)
