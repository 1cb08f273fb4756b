"""Commands sent where there is no text to write in: in the Start Center, by a macro of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from window import dialogs
from window.desktop import Desktop, until
from window.eyes import order
from window.test_read import scores
from window.test_sidebar import printed

from vanthu import messages

pytestmark = pytest.mark.window

PREVIEW = ".uno:PrintPreview"


def test_in_the_start_center_a_command_says_to_open_a_document(desk: Desktop, log: Path) -> None:
    desk.open()
    for document in desk.documents():  # also those that other tests have left
        desk.close_document(document)
    until(lambda: "LibreOffice" in desk.in_front() and "Writer" not in desk.in_front(), "the Start Center")
    for command in ("fill", "bind", "mark", "panel", "next"):
        send(desk, None, command)
        until(lambda: messages.NO_DOCUMENT in dialogs.said(desk), "what to do")
        dialogs.answer_ok(desk)


def test_in_print_preview_a_command_says_to_close_it_and_nothing_is_done(desk: Desktop, report: Any) -> None:
    scores(report).getCellByName("D3").setString("7")
    before = printed(report), report.getUndoManager().getAllUndoActionTitles()
    order(desk.context, report, PREVIEW)
    until(lambda: not can_write(report), "pages are shown as printed")

    for command in ("fill", "preview", "read", "bind", "blanks", "panel"):
        send(desk, report, command)
        until(lambda: messages.IN_PREVIEW in dialogs.said(desk), "what to do")
        dialogs.answer_ok(desk)

    assert (printed(report), report.getUndoManager().getAllUndoActionTitles()) == before
    order(desk.context, report, PREVIEW)
    until(lambda: can_write(report), "the text again")


def can_write(document: Any) -> bool:
    return hasattr(document.getCurrentController(), "getViewCursor")


def send(desk: Desktop, document: Any, command: str) -> None:
    order(desk.context, document, "vnd.vanthu:" + command)
