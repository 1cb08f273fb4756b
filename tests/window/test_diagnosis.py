"""What a clerk sends to whoever helps: the dialog Chẩn đoán."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from window.desktop import Desktop
from window.dialogs import wait_for, wait_until_gone

pytestmark = pytest.mark.window

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def sheet(desk: Desktop):
    document = desk.open()
    yield document
    desk.close_document(document)


def clipboard(desk: Desktop) -> str:
    contents = desk.service("com.sun.star.datatransfer.clipboard.SystemClipboard").getContents()
    plain = next(f for f in contents.getTransferDataFlavors() if f.MimeType.startswith("text/plain;charset=utf-16"))
    return str(contents.getTransferData(plain))


def test_the_report_is_copied_with_one_press(desk: Desktop, sheet: Any) -> None:
    desk.menu(sheet, "Chẩn đoán")
    copy = wait_for(desk, "Sao chép", "PUSH_BUTTON")
    desk.screenshot(PROJECT / "out" / "diagnosis.png")

    desk.click(copy)

    wait_for(desk, "Đã sao chép", "LABEL")
    report = clipboard(desk)
    assert "LibreOffice: " in report
    assert "dvht-2020, " in report or ", dvht-2020" in report
    assert "Lỗi gần nhất: chưa ghi lỗi nào" in report
    desk.click(wait_for(desk, "Đóng", "PUSH_BUTTON"))
    wait_until_gone(desk)
