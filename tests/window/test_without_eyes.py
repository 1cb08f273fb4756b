"""What can be told of a real window without looking at it: this runs in offices that let no macro look, too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from window.desktop import Desktop, until

pytestmark = pytest.mark.window

DECK = "VanthuDeck"


def test_a_new_report_opens_its_deck_and_one_command_fills_it(desk: Desktop, log: Path) -> None:
    first = desk.open()
    send(desk, first, "new")
    report = until(lambda: next((d for d in desk.documents() if d != first), None), "a new document")
    until(lambda: deck_of(report).isActive(), "the deck of the new document")
    desk.enlarge(report)

    send(desk, report, "fill")

    until(lambda: "{{" not in report.getText().getString(), "the report is filled")
    desk.close_document(report)
    desk.close_document(first)


def send(desk: Desktop, document: Any, command: str) -> None:
    helper = desk.service("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(document.getCurrentController().getFrame(), "vnd.vanthu:" + command, "", 0, ())


def deck_of(document: Any) -> Any:
    return document.getCurrentController().getSidebar().getDecks().getByName(DECK)
