"""What a clerk sends to whoever helps: the dialog Chẩn đoán."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

import pytest
from window.desktop import Desktop, until
from window.eyes import Thing, look_at_dialogs

pytestmark = pytest.mark.window

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def sheet(desk: Desktop):
    document = desk.open()
    yield document
    desk.close_document(document)


def in_dialog(desk: Desktop, name: str, role: str) -> Thing:
    return desk.steady(lambda: standing(desk, name, role), f"“{name}” in the dialog")


def standing(desk: Desktop, name: str, role: str) -> Optional[Thing]:
    return next((t for t in look_at_dialogs(desk.context) if t.role == role and t.name.startswith(name)), None)


def clipboard(desk: Desktop) -> str:
    contents = desk.service("com.sun.star.datatransfer.clipboard.SystemClipboard").getContents()
    plain = next(f for f in contents.getTransferDataFlavors() if f.MimeType.startswith("text/plain;charset=utf-16"))
    return str(contents.getTransferData(plain))


def test_the_report_is_copied_with_one_press(desk: Desktop, sheet: Any) -> None:
    desk.menu(sheet, "Chẩn đoán")
    copy = in_dialog(desk, "Sao chép", "PUSH_BUTTON")
    desk.screenshot(PROJECT / "out" / "diagnosis.png")

    desk.click(copy)

    in_dialog(desk, "Đã sao chép", "LABEL")
    report = clipboard(desk)
    assert "LibreOffice: " in report
    assert "dvht-2020, " in report or ", dvht-2020" in report
    assert "Lỗi gần nhất: chưa ghi lỗi nào" in report
    desk.click(in_dialog(desk, "Đóng", "PUSH_BUTTON"))
    until(lambda: standing(desk, "Đóng", "PUSH_BUTTON") is None, "the dialog has gone")
