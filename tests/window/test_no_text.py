"""Commands sent where there is no text to write in: in the Start Center, by a macro of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from window import dialogs
from window.desktop import Desktop, until
from window.eyes import order

from vanthu import messages

pytestmark = pytest.mark.window


def test_in_the_start_center_a_command_says_to_open_a_document(desk: Desktop, log: Path) -> None:
    desk.close_document(desk.open())
    until(lambda: "LibreOffice" in desk.in_front(), "the Start Center")
    for command in ("fill", "bind", "mark", "panel", "next"):
        send(desk, None, command)
        until(lambda: messages.NO_DOCUMENT in dialogs.said(desk), "what to do")
        dialogs.answer_ok(desk)


def send(desk: Desktop, document: Any, command: str) -> None:
    order(desk.context, document, "vnd.vanthu:" + command)
