"""A sentence in a box before its own window; a box without a parent would look like a frozen office."""

from __future__ import annotations

from typing import Any

from com.sun.star.awt.MessageBoxButtons import BUTTONS_OK
from com.sun.star.awt.MessageBoxType import INFOBOX

TITLE = "Văn thư"


def notice(frame: Any, sentence: str) -> None:
    """Show the sentence and wait for OK. Without a visible window it stays unsaid."""
    window = frame.getContainerWindow() if frame is not None else None
    if window is None or not window.isVisible():
        return
    box = window.getToolkit().createMessageBox(window, INFOBOX, BUTTONS_OK, TITLE, sentence)
    box.execute()
    box.dispose()
