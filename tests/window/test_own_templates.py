"""A clerk marks places and types tags in a document of one's own, with a true mouse and keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator

import pytest
from window.desktop import PROJECT, Desktop, until
from window.dialogs import wait_for, wait_until_gone

pytestmark = pytest.mark.window

MARK = "Đánh dấu ô điền…"
FILL = "Điền vào văn bản"


@pytest.fixture
def sheet(desk: Desktop, log: Path) -> Iterator[Any]:
    """A blank document with the deck open."""
    document = desk.open()
    desk.menu(document, "Bảng Văn thư")
    until(lambda: desk.button(document, FILL), "the deck is open")
    yield document
    desk.close_document(document)


def test_the_selected_words_become_the_place_that_was_chosen(desk: Desktop, sheet: Any) -> None:
    sheet.Text.setString("Tối đa: 85 điểm.")
    select(sheet, "85")
    desk.menu(sheet, MARK)
    desk.click(wait_for(desk, "Điểm tối đa", "LIST_ITEM"))
    desk.screenshot(PROJECT / "out" / "mark.png")
    desk.click(wait_for(desk, "Đánh dấu", "PUSH_BUTTON"))
    until(lambda: sheet.getBookmarks().hasByName("diem_toi_da"), "the place is there")
    desk.see(sheet, "Đã đánh dấu ô Điểm tối đa.", "LABEL")
    desk.press(sheet, FILL)
    until(lambda: sheet.Text.getString() == "Tối đa: 100 điểm.", "the place is filled")


def test_cancel_marks_nothing(desk: Desktop, sheet: Any) -> None:
    desk.menu(sheet, MARK)
    desk.click(wait_for(desk, "Hủy", "PUSH_BUTTON"))
    wait_until_gone(desk)
    assert sheet.getBookmarks().getCount() == 0
    assert not sheet.isModified()


def test_the_dialog_is_used_with_the_keyboard_alone(desk: Desktop, sheet: Any) -> None:
    desk.menu(sheet, MARK)
    first = wait_for(desk, "", "LIST_ITEM")
    desk.keys("Down", "Return")
    until(lambda: sheet.getBookmarks().getCount() == 1, "a place at the cursor")
    assert sheet.Text.getString().startswith("{{ ")
    assert first.name not in sheet.Text.getString()
    desk.press(sheet, FILL)
    until(lambda: "{{" not in sheet.Text.getString(), "the place is filled")


def test_typed_tags_are_filled_and_unknown_ones_named(desk: Desktop, sheet: Any) -> None:
    sheet.Text.setString("Nam {{ nam }}, {{ tong_diemm }}")
    desk.press(sheet, FILL)
    desk.see(sheet, "Không có ô điền: tong_diemm (gần giống: tong_diem", "LABEL")
    assert sheet.Text.getString().endswith("{{ tong_diemm }}")
    assert "{{ nam }}" not in sheet.Text.getString()


def select(document: Any, words: str) -> None:
    wanted = document.createSearchDescriptor()
    wanted.SearchString = words
    document.getCurrentController().select(document.findFirst(wanted))
