"""A sentence in a box before its own window; a box without a parent would look like a frozen office."""

from __future__ import annotations

from typing import Any

from com.sun.star.awt.MessageBoxButtons import BUTTONS_OK, BUTTONS_YES_NO
from com.sun.star.awt.MessageBoxResults import CANCEL, YES
from com.sun.star.awt.MessageBoxType import INFOBOX, QUERYBOX

TITLE = "Văn thư"


def notice(frame: Any, sentence: str) -> None:
    """Show the sentence and wait for OK. Without a visible window it stays unsaid."""
    _answer(frame, INFOBOX, BUTTONS_OK, sentence)


def agreed(frame: Any, sentence: str) -> bool:
    """Ask, and wait for yes or no. Without a visible window the answer is no."""
    return _answer(frame, QUERYBOX, BUTTONS_YES_NO, sentence) == YES


def _answer(frame: Any, kind: Any, buttons: int, sentence: str) -> int:
    window = frame.getContainerWindow() if frame is not None else None
    if window is None or not window.isVisible():
        return CANCEL
    box = window.getToolkit().createMessageBox(window, kind, buttons, TITLE, sentence)
    try:
        return int(box.execute())
    finally:
        box.dispose()
