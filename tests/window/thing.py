"""What a look at the screen gives, whichever eyes have looked."""

from __future__ import annotations

from typing import NamedTuple, Tuple

Box = Tuple[int, int, int, int]  # left, top, width, height on the screen

ROLES = (
    *("LABEL", "TEXT", "PUSH_BUTTON", "COMBO_BOX", "LIST", "LIST_ITEM", "TABLE", "MENU", "MENU_ITEM", "PANEL"),
    *("DOCUMENT_TEXT", "CHECK_BOX", "SCROLL_BAR", "SCROLL_PANE", "ALERT", "DIALOG", "TOGGLE_BUTTON"),
    *("BUTTON_DROPDOWN", "STATIC"),
)
STATES = ("SHOWING", "FOCUSED", "ENABLED", "SELECTED")
CLOSED = ("TABLE", "DOCUMENT_TEXT", "COMBO_BOX")  # nobody looks inside


class Thing(NamedTuple):
    """Something on the screen."""

    name: str
    role: str
    box: Box
    states: Tuple[str, ...]
    text: str
