"""What a clerk sees and does in the deck "Văn thư", in a real window, with a real mouse and keyboard."""

from __future__ import annotations

import functools
import shutil
import time
from itertools import combinations
from pathlib import Path
from typing import Any, Iterator, List

import pytest
from window.desktop import PROJECT, Desktop, again_until, missing, until
from window.eyes import Box, Thing, in_deck, look_at_dialogs

pytestmark = pytest.mark.window

SCORE = "Điểm (tối đa"
FILL = "Điền vào văn bản"
KEEP = "Nhớ cho lần sau"
OVERWRITE = "Ghi đè chỗ sửa tay"
SCORES_OF_SEED_001 = ("10", "10", "10", "10", "5", "10", "5", "25", "5", "3")


def test_the_menu_opens_the_deck(desk: Desktop, log: Path) -> None:
    document = desk.open()
    desk.menu(document, "Bảng Văn thư")
    assert desk.see(document, "Hồ sơ", "LABEL")
    assert desk.see(document, "Bộ tiêu chí", "LABEL")
    until(lambda: has_focus(desk, document, SCORE), "the cursor is in the score field")
    desk.keys("Return", "Down", "Up", "Tab")
    assert not document.isModified(), "looking is not changing"
    desk.close_document(document)


def test_a_sidebar_that_is_switched_off_is_switched_on_again(desk: Desktop, report: Any) -> None:
    sidebar = report.getCurrentController().getSidebar()
    desk.raise_window(report)
    desk.keys("ctrl+F5")  # Xem ▸ Thanh bên
    until(lambda: not sidebar.isVisible(), "the sidebar is off")

    desk.keys("ctrl+7")

    until(lambda: has_focus(desk, report, SCORE), "the cursor is in the score field")
    assert sidebar.isVisible()


def test_the_toolbar_makes_a_new_document(desk: Desktop, report: Any) -> None:
    before = desk.documents()
    desk.click(desk.still(report, "Lập văn bản mới…", "PUSH_BUTTON"))
    until(lambda: look_at_dialogs(desk.context), "the dialog")
    desk.keys("Return")
    new = until(lambda: next((d for d in desk.documents() if d not in before), None), "a new document")
    desk.open_profile(new)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in printed(new)
    assert "{{" not in printed(new)
    assert not new.isModified()
    assert not new.hasLocation()
    desk.close_document(new)


def test_the_result_changes_with_every_key(desk: Desktop, report: Any) -> None:
    enter_field(desk, report)
    desk.type("1")
    desk.see(report, "1/100", "LABEL")
    desk.type("0")
    desk.see(report, "10/100", "LABEL")
    desk.see(report, "Đã chấm 1/10", "LABEL")


def test_enter_and_the_arrows_lead_from_criterion_to_criterion(desk: Desktop, report: Any) -> None:
    enter_field(desk, report)
    desk.type("9")
    desk.keys("Return")
    desk.type("8,5")
    desk.keys("Down")
    desk.type("7")
    desk.see(report, "24,5/100", "LABEL")
    desk.keys("Up")
    until(lambda: desk.field(report, SCORE).text == "8,5", "the card shows the criterion before")


def test_a_whole_report_is_scored_with_the_keyboard_alone(desk: Desktop, report: Any) -> None:
    score_everything(desk, report)
    desk.see(report, "93/100", "LABEL")
    desk.see(report, "Đã chấm 10/10", "LABEL")
    desk.see(report, "Tốt", "LABEL")
    until(lambda: "FOCUSED" in desk.button(report, FILL).states, "after the last criterion comes the button")
    desk.keys("space")
    until(lambda: "93" in printed(report), "the total stands in the document")
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "sidebar.png")


def test_a_score_above_the_maximum_is_kept_shown_and_not_counted(desk: Desktop, report: Any) -> None:
    enter_field(desk, report)
    desk.type("31")
    desk.see(report, "31", "LABEL")
    assert desk.see(report, "Đã chấm 0/10", "LABEL")
    assert desk.field(report, SCORE).text == "31"


def test_a_click_on_the_list_chooses_and_a_digit_begins_the_score(desk: Desktop, report: Any) -> None:
    desk.click(desk.still(report, "b. Đơn vị có các quy định", "LIST_ITEM"))
    desk.see(report, "b. Đơn vị có các quy định cụ thể", "LABEL")
    desk.type("6")
    until(lambda: desk.field(report, SCORE).text == "6", "the digit stands in the field")
    desk.keys("Return")
    desk.type("5")
    desk.see(report, "11/100", "LABEL")


def test_what_was_changed_by_hand_is_overwritten_only_when_asked(desk: Desktop, report: Any) -> None:
    score_everything(desk, report)
    desk.press(report, FILL)
    until(lambda: "Tốt" in printed(report), "the document is filled")
    assert desk.button(report, OVERWRITE) is None
    replace(report, "Tốt", "Khá")
    desk.press(report, FILL)
    desk.press(report, OVERWRITE)
    until(lambda: "Khá" not in printed(report), "the clerk's own word is gone, as asked")


def test_ctrl_z_takes_back_a_fill_that_began_in_a_field_of_the_deck(desk: Desktop, report: Any) -> None:
    enter_field(desk, report)
    desk.type("8")
    desk.open_profile(report)
    for field in (SCORE, "Đơn vị"):
        enter_field(desk, report, field)
        desk.keys("ctrl+9")
        until(lambda: undo_titles(report), "the report is filled")
        desk.see(report, "Đã điền", "LABEL")
        desk.keys("ctrl+z")
        until(lambda: not undo_titles(report), "one Undo takes the fill back")
        desk.see(report, "8/100", "LABEL")


def test_the_keys_of_writer_are_heard_while_the_list_has_the_keys(desk: Desktop, report: Any) -> None:
    enter_field(desk, report)
    desk.type("8")
    desk.click(desk.still(report, "b. Đơn vị có các quy định", "LIST_ITEM"))
    desk.keys("ctrl+9")
    until(lambda: undo_titles(report), "the report is filled")
    assert len(undo_titles(report)) == 1

    desk.click(desk.still(report, "b. Đơn vị có các quy định", "LIST_ITEM"))
    desk.keys("ctrl+z")
    until(lambda: not undo_titles(report), "the fill is taken back")
    assert len(report.getUndoManager().getAllRedoActionTitles()) == 1


def undo_titles(document: Any) -> List[str]:
    return list(document.getUndoManager().getAllUndoActionTitles())


def test_two_windows_keep_their_own_scores(desk: Desktop, report: Any) -> None:
    enter_field(desk, report)
    desk.type("10")
    other = desk.new_report()
    enter_field(desk, other)
    desk.type("4")
    assert desk.see(other, "4/100", "LABEL")
    assert desk.see(report, "10/100", "LABEL")
    desk.close_document(other)
    enter_field(desk, report)
    desk.keys("Return")
    desk.type("3")
    assert desk.see(report, "13/100", "LABEL")


def test_the_profile_goes_into_the_document_as_it_was_typed(desk: Desktop, report: Any) -> None:
    desk.open_profile(report)
    desk.click(desk.field(report, "Địa danh"))
    desk.keys("ctrl+a")
    desk.type("Kon Ray 2 ")
    until(lambda: desk.field(report, "Địa danh").text == "Kon Ray 2 ", "the field holds what was typed")
    desk.press(report, FILL)
    until(lambda: "Kon Ray 2" in printed(report), "the place stands in the document")


def test_tab_leads_through_the_fields_in_the_order_they_stand(desk: Desktop, report: Any) -> None:
    desk.open_profile(report)
    desk.click(desk.field(report, "Năm đánh giá"))
    for label in ("Cơ quan chủ quản", "Đơn vị", "Viết tắt", "Địa danh"):
        desk.keys("Tab")
        until(functools.partial(has_focus, desk, report, label), f"the cursor is in {label}")
    desk.keys("Tab")
    until(lambda: "FOCUSED" in desk.button(report, KEEP).states, "after the last field comes the button")


def test_the_organisation_is_asked_once(desk: Desktop, report: Any, no_profile: None) -> None:
    desk.open_profile(report)
    desk.click(desk.field(report, "Đơn vị"))
    desk.type("Phong GDDT Kon Ray")
    desk.press(report, KEEP)
    desk.see(report, "Đã nhớ hồ sơ đơn vị; văn bản mới sẽ có sẵn.", "LABEL")
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "profile.png")
    new = desk.new_report()
    desk.open_profile(new)
    assert desk.field(new, "Đơn vị").text == "Phong GDDT Kon Ray"
    assert "PHONG GDDT KON RAY" in printed(new)
    assert not new.isModified()
    desk.close_document(new)


def test_nothing_is_kept_before_the_unit_has_a_name(desk: Desktop, report: Any, no_profile: None) -> None:
    desk.open_profile(report)
    desk.press(report, KEEP)
    desk.see(report, "Chưa có tên đơn vị nên chưa nhớ được.", "LABEL")
    assert not (desk.folder / "settings").exists()
    desk.click(desk.field(report, "Đơn vị"))
    desk.type("A")
    until(lambda: desk.find(report, "Chưa có tên đơn vị") is None, "the sentence has gone")


@pytest.mark.parametrize("shift", [0, 200], ids=["narrow", "wide"])
def test_everything_is_in_sight_and_nothing_lies_over_another(desk: Desktop, report: Any, shift: int) -> None:
    score_everything(desk, report)
    desk.press(report, FILL)
    widen(desk, report, shift)
    assert_all_in_sight(desk, report)


def test_a_sidebar_made_wider_can_be_made_narrow_again(desk: Desktop, report: Any) -> None:
    widen(desk, report, 150)
    width = desk.see(report, "Văn thư", "PANEL").box[2]

    again_until(
        lambda: drag_edge(desk, report, 150),
        lambda: desk.see(report, "Văn thư", "PANEL").box[2] < width - 100,
        "a narrower sidebar",
    )

    until(lambda: not is_scrolled_across(desk, report), "nothing to be scrolled")
    desk.steady(lambda: desk.button(report, FILL), FILL)
    assert_all_in_sight(desk, report)


def test_after_a_wide_sidebar_the_next_first_window_has_everything_in_sight(desk: Desktop, log: Path) -> None:
    document = desk.new_report()
    widen(desk, document, 100)
    for one in desk.documents():  # then the Start Center stands there, and what was wide begins narrow
        desk.close_document(one)

    document = desk.new_report()

    until(lambda: not is_scrolled_across(desk, document), "nothing to be scrolled")
    desk.steady(lambda: desk.button(document, FILL), FILL)
    assert_all_in_sight(desk, document)
    desk.close_document(document)


def test_nothing_is_cut_on_a_screen_at_twice_the_size(tmp_path: Path) -> None:
    if missing():
        pytest.skip(f"a window test needs {', '.join(missing())}")
    with Desktop(tmp_path, dpi=192, screen="2732x1536x24") as desk:
        document = desk.new_report()
        score_everything(desk, document)
        desk.press(document, FILL)
        assert_all_in_sight(desk, document)


def test_a_saved_document_brings_its_scores_back(desk: Desktop, log: Path, tmp_path: Path) -> None:
    document = desk.new_report()
    enter_field(desk, document)
    desk.type("7,5")
    desk.keys("Return")
    saved = tmp_path / "bao-cao.docx"
    until(document.isModified, "the score is kept in the document")
    desk.save(document, saved)
    desk.close_document(document)
    document = desk.open(saved)
    desk.menu(document, "Bảng Văn thư")
    assert desk.see(document, "7,5/100", "LABEL")
    assert desk.field(document, SCORE).text == "7,5"
    desk.close_document(document)


def test_a_closed_document_leaves_a_working_deck_behind(desk: Desktop, log: Path) -> None:
    for score in ("1", "2", "3"):
        document = desk.new_report()
        enter_field(desk, document)
        desk.type(score)
        assert desk.see(document, f"{score}/100", "LABEL")
        desk.close_document(document)


def test_a_window_closed_by_a_program_while_the_list_has_the_keys_says_nothing(desk: Desktop, log: Path) -> None:
    document = desk.new_report()
    desk.click(desk.still(document, "b. Đơn vị có các quy định", "LIST_ITEM"))
    desk.see(document, "b. Đơn vị có các quy định cụ thể", "LABEL")
    document.close(True)
    until(lambda: document not in desk.documents(), "the document is closed")


@pytest.fixture
def no_profile(desk: Desktop) -> Iterator[None]:
    """What a test keeps is not there for the next one."""
    yield
    shutil.rmtree(desk.folder / "settings", ignore_errors=True)


def enter_field(desk: Desktop, document: Any, label: str = SCORE) -> None:
    desk.raise_window(document)
    until(lambda: clicked_into(desk, document, label), "the cursor is in the score field", 30)


def clicked_into(desk: Desktop, document: Any, label: str) -> bool:
    """A click may still meet the window that is just closing; then a person clicks again."""
    desk.click(desk.field(document, label))
    end = time.monotonic() + 3
    while time.monotonic() < end:
        if has_focus(desk, document, label):
            return True
    return False


def has_focus(desk: Desktop, document: Any, label: str) -> bool:
    return "FOCUSED" in desk.field(document, label).states


def score_everything(desk: Desktop, document: Any) -> None:
    enter_field(desk, document)
    for score in SCORES_OF_SEED_001:
        desk.type(score)
        desk.keys("Return")


def printed(document: Any) -> str:
    """The text of the document, with its tables and frames, in no particular order."""
    texts = [document.getText().getString()]
    for table in document.getTextTables():
        texts += [table.getCellByName(name).getString() for name in table.getCellNames()]
    return "\n".join(texts)


def replace(document: Any, old: str, new: str) -> None:
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString, search.SearchCaseSensitive = old, new, True
    assert document.replaceAll(search) > 0


def assert_all_in_sight(desk: Desktop, document: Any) -> None:
    width, height = (int(number) for number in desk.screen.split("x")[:2])
    boxes = [(thing.name, thing.box) for thing in controls(desk, document)]
    assert len(boxes) > 12
    assert [name for name, box in boxes if not within(box, (0, 0, width, height))] == []
    assert [(a[0], b[0]) for a, b in combinations(boxes, 2) if overlap(a[1], b[1])] == []


def controls(desk: Desktop, document: Any) -> List[Thing]:
    """What is shown inside the deck: labels, fields, buttons and the list."""
    kinds = ("LABEL", "TEXT", "PUSH_BUTTON", "COMBO_BOX", "LIST")
    return [thing for thing in in_deck(desk.things(document), "Văn thư") if thing.role in kinds]


def is_scrolled_across(desk: Desktop, document: Any) -> bool:
    bars = [thing.box for thing in in_deck(desk.things(document), "Văn thư") if thing.role == "SCROLL_BAR"]
    return any(width > height for _, _, width, height in bars)


def widen(desk: Desktop, document: Any, by: int) -> None:
    """Draw the sidebar's edge to the left with the mouse."""
    width = desk.see(document, "Văn thư", "PANEL").box[2]
    if by:
        drag_edge(desk, document, -by)
        until(lambda: desk.see(document, "Văn thư", "PANEL").box[2] > width + by // 3, "a wider sidebar")


def drag_edge(desk: Desktop, document: Any, by: int) -> None:
    """So far to the right; 26.8 follows the mouse half the way only when it is that quick."""
    left, top, _, height = desk.see(document, "Văn thư", "PANEL").box
    desk.drag((left - 5, top + height // 3), (left - 5 + by, top + height // 3))
    time.sleep(1)  # it lays its windows out when it has nothing else to do, and whoever looks on keeps it busy


def within(box: Box, outer: Box) -> bool:
    left, top, width, height = box
    return left >= outer[0] and top >= outer[1] and left + width <= outer[2] and top + height <= outer[3]


def overlap(one: Box, other: Box) -> bool:
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return across and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]
