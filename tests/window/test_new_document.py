"""A clerk begins a new document and goes to what is still open in it, with a true mouse and keyboard."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path
from typing import Any, Iterator, List

import pytest
from window.desktop import DECK, PROJECT, Desktop, until
from window.dialogs import chosen, thing, wait_for, wait_until_gone
from window.eyes import Thing, in_deck, look_at_dialogs

pytestmark = pytest.mark.window

NEW = "Lập văn bản mới…"
SUBMISSION = "   Tờ trình đề nghị công nhận Đơn vị học tập"
OLD_REPORT = "   Báo cáo tự đánh giá (theo Thông tư 22/2020)"
UNIT = "Truong THCS Kon Ray"


@pytest.fixture
def sheet(desk: Desktop, log: Path) -> Iterator[Any]:
    """A blank document, and no profile before or after."""
    document = desk.open()
    yield document
    desk.close_document(document)
    shutil.rmtree(desk.folder / "settings", ignore_errors=True)


@pytest.fixture
def before(desk: Desktop, sheet: Any) -> List[Any]:
    """The dialog for a new document is open; the documents that were open before."""
    desk.menu(sheet, NEW)
    wait_for(desk, "Lập văn bản", "PUSH_BUTTON")
    return desk.documents()


def test_a_submission_is_begun_with_the_mouse_and_an_open_place_is_filled(desk: Desktop, before: List[Any]) -> None:
    desk.click(wait_for(desk, SUBMISSION, "LIST_ITEM"))
    desk.click(wait_for(desk, "Năm đánh giá:", "TEXT"))
    desk.keys("ctrl+a")
    desk.type("2025")
    desk.click(wait_for(desk, "Tên đơn vị:", "TEXT"))
    desk.type(UNIT)
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "new-document.png")
    desk.click(wait_for(desk, "Lập văn bản", "PUSH_BUTTON"))

    document = new_document(desk, before)
    text = printed(document)
    assert "TỜ TRÌNH" in text
    assert f"{UNIT} kính đề nghị" in text
    assert "năm 2025" in text
    assert not document.isModified()
    assert not document.getUndoManager().isUndoPossible()

    open_list(desk, document, "Còn")
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "open-places.png")
    desk.click(wait_for(desk, "Kính gửi", "LIST_ITEM"))
    desk.click(wait_for(desk, "Đến chỗ này", "PUSH_BUTTON"))
    wait_until_gone(desk)
    until(lambda: selected(document) == "…", "the blank is selected")
    desk.type("So GDDT")
    until(lambda: "Kính gửi: So GDDT" in printed(document), "what was typed stands in its place")
    desk.close_document(document)


def test_typing_finds_a_document_and_the_form_follows_the_year(desk: Desktop, before: List[Any]) -> None:
    desk.type("bao cao tu danh gia")
    until(lambda: thing(desk, SUBMISSION, "LIST_ITEM") is None, "the list is narrowed")
    assert seen(desk, "Thông tư số 24/2023/TT-BGDĐT có hiệu lực từ 26/01/2024.")
    desk.keys("Down")
    assert seen(desk, "Thông tư số 22/2020/TT-BGDĐT đã hết hiệu lực từ 26/01/2024.")
    desk.keys("alt+n", "ctrl+a")
    desk.type("2023")
    assert seen(desk, "Thông tư số 22/2020/TT-BGDĐT có hiệu lực từ 21/09/2020.")
    desk.keys("BackSpace")
    assert seen(desk, "Hãy nhập năm")
    assert "ENABLED" not in wait_for(desk, "Lập văn bản", "PUSH_BUTTON").states
    desk.type("3")
    seen(desk, "có hiệu lực từ 21/09/2020.")
    desk.keys("Return")
    document = new_document(desk, before)
    assert "Thông tư số 22/2020/TT-BGDĐT" in printed(document)
    desk.close_document(document)


def test_headings_are_never_chosen(desk: Desktop, before: List[Any]) -> None:
    desk.click(wait_for(desk, "CỘNG ĐỒNG HỌC TẬP", "LIST_ITEM"))
    until(lambda: "SELECTED" not in wait_for(desk, "CỘNG ĐỒNG HỌC TẬP", "LIST_ITEM").states, "the heading is left")
    assert seen(desk, "Thông tư số 25/2023/TT-BGDĐT có hiệu lực")
    desk.keys("Up")
    until(lambda: chosen(desk).startswith("   Kế hoạch kiểm tra"), "the document above the heading")
    desk.type("g")
    until(lambda: wait_for(desk, "Tìm văn bản:", "TEXT").text == "g", "a letter goes on in the search field")
    desk.keys("Escape")
    wait_until_gone(desk)
    assert desk.documents() == before


def test_the_unit_is_asked_once(desk: Desktop, before: List[Any]) -> None:
    desk.type("cong van")
    desk.click(wait_for(desk, "Tên đơn vị:", "TEXT"))
    desk.type(UNIT)
    desk.keys("Return")
    document = new_document(desk, before)
    desk.menu(document, NEW)
    assert wait_for(desk, "Tên đơn vị:", "TEXT").text == UNIT
    desk.keys("Escape")
    wait_until_gone(desk)
    desk.close_document(document)


def new_document(desk: Desktop, before: List[Any]) -> Any:
    document = until(lambda: next((d for d in desk.documents() if d not in before), None), "a new document")
    desk.enlarge(document)
    desk.open_profile(document)
    return document


def open_list(desk: Desktop, document: Any, beginning: str) -> None:
    """Press the button that says how much is open; where a low screen leaves it no room there is the menu."""
    things = in_deck(desk.things(document), DECK)
    names = [thing.name for thing in things if thing.role == "PUSH_BUTTON" and thing.name.startswith(beginning)]
    if names:
        shown = functools.partial(thing, desk, "Đến chỗ này", "PUSH_BUTTON")
        desk.press_until(document, names[0], shown, "the list of blanks")
    else:
        desk.menu(document, "Chỗ chưa điền")


def selected(document: Any) -> str:
    selection = document.getCurrentController().getSelection()
    return selection.getByIndex(0).getString() if selection.getCount() else ""


def printed(document: Any) -> str:
    texts = [document.getText().getString()]
    for table in document.getTextTables():
        texts += [table.getCellByName(name).getString() for name in table.getCellNames()]
    return "\n".join(texts)


def seen(desk: Desktop, words: str) -> Thing:
    """The label of the dialog that holds these words, once it is there."""
    return until(lambda: next((t for t in look_at_dialogs(desk.context) if words in t.name), None), words)
