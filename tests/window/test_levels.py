"""A clerk judges indicators of a form of levels, with a true mouse and keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator

import pytest
from window.desktop import PROJECT, Desktop, again_until, missing, until
from window.eyes import Thing
from window.test_sidebar import assert_all_in_sight, has_focus, printed

from vanthu.record import Record
from vanthu.unit_choice import unit_choices
from vanthu_docx.house import open_library
from vanthu_docx.render import render

pytestmark = pytest.mark.window

ANSWER = "Kết quả ("
PROOF = "Minh chứng:"
FILL = "Điền vào văn bản"
SCHOOL = "Trường trung học cơ sở"


@pytest.fixture
def units(desk: Desktop, log: Path, tmp_path: Path) -> Iterator[Any]:
    """A blank report about a Đơn vị học tập with the deck open."""
    document = open_report(desk, tmp_path, "bao-cao-don-vi-hoc-tap", "dvht-2023")
    yield document
    desk.close_document(document)


def test_three_indicators_are_judged_with_the_keyboard_and_stand_in_the_document(desk: Desktop, units: Any) -> None:
    assert desk.see(units, "Hãy chọn “Loại đơn vị”", "LABEL")
    choose(desk, units, SCHOOL)
    desk.see(units, "Đã chấm 0/14 mục", "LABEL")
    enter(desk, units)
    desk.type("d")
    desk.see(units, "đạt", "LIST_ITEM")
    assert desk.find(units, "không hiểu") is None
    desk.keys("Tab")
    until(lambda: "FOCUSED" in proof_field(desk, units).states, "Tab leads to the proof")
    desk.type("Ke hoach so 5/KH-THCS")
    desk.keys("Return")
    desk.type("Bien ban hop")
    desk.keys("Return", "Return")
    until(lambda: has_focus(desk, units, ANSWER), "a blank line of proof leads on")
    desk.type("k")
    desk.keys("Return")
    desk.type("a")
    desk.keys("Return")
    until(lambda: desk.field(units, ANSWER).text == "không áp dụng: ", "the reason is asked for")
    desk.type("don vi moi lap")
    desk.keys("Return")
    desk.see(units, "Đã chấm 3/14 mục", "LABEL")
    desk.press(units, FILL)
    until(lambda: "không áp dụng: don vi moi lap" in printed(units), "the answers stand in the document")
    rows = {cells[0]: cells for cells in table(units)}
    assert rows["1.1"][2:] == ("đạt", "Mức độ 2")
    assert rows["1.2"][2:] == ("không đạt", "Không đạt")
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "levels.png")
    assert_all_in_sight(desk, units)


def test_on_the_list_one_key_is_a_whole_answer(desk: Desktop, units: Any) -> None:
    choose(desk, units, SCHOOL)
    click_on_list(desk, units, "1.2. Thực hiện đầy đủ")
    desk.type("k")
    desk.see(units, "không đạt", "LIST_ITEM")
    desk.type("D")
    until(lambda: desk.field(units, ANSWER).text == "đạt", "another key, another answer")
    desk.see(units, "Mục 1.2 chưa có minh chứng", "LABEL")
    desk.keys("Down")
    desk.type("a")
    until(lambda: has_focus(desk, units, ANSWER), "the reason is typed in the field")
    desk.type("moi lap")
    until(lambda: desk.field(units, ANSWER).text == "không áp dụng: moi lap", "it goes on from there")


def test_a_count_shows_what_it_comes_to_while_it_is_typed(desk: Desktop, units: Any) -> None:
    choose(desk, units, SCHOOL)
    enter(desk, units)
    desk.keys("Down", "Down", "Down", "Down", "Down")
    desk.see(units, "Kết quả (như 19/20, cần 90%–95%)", "LABEL")
    desk.type("17/19")
    desk.see(units, "Kết quả (89,47%, cần 90%–95%)", "LABEL")
    desk.see(units, "17/19\u2007không", "LIST_ITEM")


def test_another_type_of_unit_has_other_indicators_and_private_ones_fewer(desk: Desktop, units: Any) -> None:
    choose(desk, units, "Cơ quan (cấp tỉnh)")
    desk.see(units, "/13 mục", "LABEL")
    choose(desk, units, "Trường trung học phổ thông")
    desk.see(units, "Đã chấm 0/14 mục", "LABEL")
    tick_private(desk, units, "Đã chấm 0/13 mục")


def tick_private(desk: Desktop, document: Any, progress: str) -> None:
    """The list of types takes a click that comes while it closes."""

    def tick() -> None:
        desk.tick(desk.still(document, "Ngoài công lập", "CHECK_BOX"))

    again_until(tick, lambda: desk.find(document, progress, "LABEL"), progress)


def test_a_form_without_evidence_has_no_field_for_it(desk: Desktop, log: Path, tmp_path: Path) -> None:
    document = open_report(desk, tmp_path, "bao-cao-cong-dong-muc-do", "cdht-2023")
    choose(desk, document, "Xã", "cdht-2023")
    assert desk.find(document, PROOF) is None
    desk.tick(desk.still(document, "Vùng khó khăn", "CHECK_BOX"))
    click_on_list(desk, document, "1.1. ")
    desk.type("d")
    desk.see(document, "đạt\u2007mức 2", "LIST_ITEM")
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "levels-of-a-commune.png")
    assert_all_in_sight(desk, document)
    enter(desk, document)
    desk.close_document(document)


def test_nothing_is_cut_on_a_screen_at_twice_the_size(tmp_path: Path) -> None:
    if missing():
        pytest.skip(f"a window test needs {', '.join(missing())}")
    (tmp_path / "desk").mkdir()
    with Desktop(tmp_path / "desk", dpi=192, screen="2732x1536x24") as desk:
        document = open_report(desk, tmp_path, "bao-cao-don-vi-hoc-tap", "dvht-2023")
        choose(desk, document, SCHOOL)
        enter(desk, document)
        desk.type("d")
        desk.press(document, FILL)
        assert_all_in_sight(desk, document)


def proof_field(desk: Desktop, document: Any) -> Thing:
    """A field of several lines: a pane that scrolls in 7.4, a text in 25.2."""
    fields = (thing for thing in desk.things(document) if PROOF in thing.name and thing.role in ("SCROLL_PANE", "TEXT"))
    return next(fields)


def open_report(desk: Desktop, folder: Path, kind: str, form: str) -> Any:
    path = folder / (kind + ".docx")
    render(open_library(), kind, Record(form, 2025, kind=kind), path)
    document = desk.open(path)
    desk.menu(document, "Bảng Văn thư")
    desk.field(document, "Năm đánh giá")
    return document


def choose(desk: Desktop, document: Any, title: str, form: str = "dvht-2023") -> None:
    """Choose a type of unit from the list that drops down, with the keys that one has for it."""
    titles = [choice.title for choice in unit_choices(open_library().form(form))]
    desk.click(desk.still(document, "Loại đơn vị", "COMBO_BOX"))
    desk.keys("Home", *["Down"] * titles.index(title), "Return")
    until(lambda: desk.find(document, "1.1. ", "LIST_ITEM"), "the indicators of this type")


def click_on_list(desk: Desktop, document: Any, wording: str) -> None:
    """Choose an indicator; its card shows it once the list has the keys."""
    desk.menu(document, "Bảng Văn thư")  # where the screen is low, this folds Hồ sơ
    desk.click(desk.still(document, wording, "LIST_ITEM"))
    until(lambda: "SELECTED" in desk.see(document, wording, "LIST_ITEM").states, "the line is selected")
    desk.see(document, wording, "LABEL")


def enter(desk: Desktop, document: Any) -> None:
    desk.menu(document, "Bảng Văn thư")  # where the screen is low, this folds Hồ sơ
    desk.click(desk.field(document, ANSWER))
    until(lambda: has_focus(desk, document, ANSWER), "the cursor is in the field")


def table(document: Any) -> list:
    """The rows of the table of levels."""
    anchor = document.getBookmarks().getByName("bang_muc_do").getAnchor()
    return [tuple(str(cell) for cell in row) for row in anchor.TextTable.getDataArray()]
