"""A clerk changes the settings with a true mouse and keyboard: the interface follows, and so does the way to help."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path
from typing import Any, Iterator, List

import pytest
from window import dialogs
from window.desktop import PROJECT, Desktop, is_blind, until
from window.eyes import look_at_dialogs, order

pytestmark = pytest.mark.window


@pytest.fixture(scope="module")
def opened_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a browser was asked to open, one address a line: it stands first on the path of this desk's office."""
    return tmp_path_factory.mktemp("browser") / "opened.txt"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, opened_pages: Path) -> Iterator[Desktop]:
    """A desk of its own: its office speaks English for a while, and has a browser."""
    from window.desktop import missing

    lacking = missing()
    if lacking:
        pytest.skip(f"a window test needs {', '.join(lacking)}")
    browser = opened_pages.with_name("xdg-open")
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{opened_pages}"\n', encoding="utf-8")
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{browser.parent}{os.pathsep}{os.environ['PATH']}")
        with Desktop(tmp_path_factory.mktemp("desk")) as desk:
            yield desk


@pytest.fixture
def sheet(desk: Desktop, log: Path) -> Iterator[Any]:
    document = desk.new_report()
    yield document
    desk.close_document(document)
    shutil.rmtree(desk.folder / "settings", ignore_errors=True)


def test_english_is_chosen_and_vietnamese_again(desk: Desktop, sheet: Any) -> None:
    dialogs.choose_language(desk, sheet, "Thiết lập…", "Down", "Đồng ý")

    until(lambda: desk.button(sheet, "Fill the document"), "the panel speaks English")
    until(lambda: desk.find(sheet, "New document…", "PUSH_BUTTON"), "the toolbar speaks English")
    assert desk.find(sheet, "Score (maximum 10):")
    assert desk.find(sheet, "Superior body")
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "english-panel.png")
    desk.click(desk.still(sheet, "Văn thư", "MENU"))
    assert desk.see(sheet, "Preview of filling…", "MENU_ITEM")
    desk.screenshot(PROJECT / "out" / "english-menu.png")
    desk.keys("Escape")

    other = desk.open()
    order(desk.context, other, "vnd.vanthu:panel")
    until(lambda: desk.button(other, "Fold") and desk.find(other, "Set of criteria"), "a new window speaks English")
    desk.close_document(other)

    dialogs.open_from_menu(desk, sheet, "Open places…", "Go to this place")
    desk.keys("Escape")
    dialogs.wait_until_gone(desk)

    dialogs.choose_language(desk, sheet, "Settings…", "Up", "OK")

    until(lambda: desk.button(sheet, "Điền vào văn bản"), "the panel speaks Vietnamese again")
    until(lambda: desk.find(sheet, "Lập văn bản mới…", "PUSH_BUTTON"), "the toolbar speaks Vietnamese again")
    assert desk.find(sheet, "Điểm (tối đa 10):")
    desk.click(desk.still(sheet, "Văn thư", "MENU"))
    assert desk.see(sheet, "Xem trước khi điền…", "MENU_ITEM")
    desk.keys("Escape")


def test_the_profile_is_changed_in_full_and_kept(desk: Desktop, sheet: Any) -> None:
    dialogs.open_from_menu(desk, sheet, "Thiết lập…", "Đồng ý")
    desk.click(dialogs.wait_for(desk, "Hồ sơ đơn vị…", "PUSH_BUTTON"))
    field = dialogs.wait_for(desk, "Tên đơn vị:", "TEXT")
    desk.click(field)
    desk.type("Truong THCS Kon Ray")
    desk.click(dialogs.wait_for(desk, "Họ tên:", "TEXT"))
    desk.type("Nguyen Van A")
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "profile-dialog.png")
    desk.click(dialogs.wait_for(desk, "Nhớ hồ sơ", "PUSH_BUTTON"))
    until(lambda: dialogs.thing(desk, "Nhớ hồ sơ", "PUSH_BUTTON") is None, "the profile is closed")
    desk.click(dialogs.wait_for(desk, "Thôi", "PUSH_BUTTON"))
    dialogs.wait_until_gone(desk)

    kept = (desk.folder / "settings" / "ho-so-don-vi.json").read_text(encoding="utf-8")
    assert "Truong THCS Kon Ray" in kept
    assert "Nguyen Van A" in kept
    assert not (desk.folder / "settings" / "thiet-lap.toml").exists()


def test_the_help_button_and_f1_open_the_section_of_the_dialog(desk: Desktop, sheet: Any, opened_pages: Path) -> None:
    opened_pages.unlink(missing_ok=True)
    dialogs.open_from_menu(desk, sheet, "Thiết lập…", "Đồng ý")
    desk.click(dialogs.wait_for(desk, "Trợ giúp", "PUSH_BUTTON"))
    until(lambda: pages(opened_pages) == ["thiet-lap.html"], "the browser was asked once")
    desk.keys("F1")
    until(lambda: pages(opened_pages) == ["thiet-lap.html"] * 2, "the browser was asked again")
    desk.screenshot(PROJECT / "out" / "settings-after-f1.png")
    assert dialogs.thing(desk, "Đồng ý", "PUSH_BUTTON")
    desk.keys("Escape")
    dialogs.wait_until_gone(desk)

    desk.menu(sheet, "Hướng dẫn")
    until(lambda: pages(opened_pages)[2:] == ["huong-dan.html"], "the whole guide")


def test_f1_in_the_panel_opens_its_section(desk: Desktop, sheet: Any, opened_pages: Path) -> None:
    if is_blind():  # the same versions keep this key for themselves
        pytest.skip("26.8 gives F1 in a sidebar to its own help before any extension")
    opened_pages.unlink(missing_ok=True)
    desk.click(desk.field(sheet, "Điểm (tối đa"))
    until(lambda: "FOCUSED" in desk.field(sheet, "Điểm (tối đa").states, "the field has the keys")

    desk.keys("F1")

    until(lambda: pages(opened_pages), "the browser was asked from the panel")
    desk.screenshot(PROJECT / "out" / "panel-after-f1.png")
    assert pages(opened_pages) == ["lap-bao-cao-tu-danh-gia-trong-hai-phut.html"]
    assert look_at_dialogs(desk.context) == []


def pages(opened: Path) -> List[str]:
    written = opened.read_text(encoding="utf-8") if opened.exists() else ""
    return [line.rsplit("/", 1)[1] for line in written.splitlines()]
