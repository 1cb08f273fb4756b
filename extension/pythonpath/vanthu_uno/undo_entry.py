"""An entry of ours in the undo list (mục hoàn tác) for a step that changed nothing in the text itself."""

from __future__ import annotations

from typing import Any

import unohelper
from com.sun.star.document import XUndoAction


class UndoEntry(unohelper.Base, XUndoAction):
    """Only a title. What is to go back is the memory, and of that the undo watch sees to as with any step of ours.

    It holds nothing, since the office may keep it for as long as the document lives. The names are UNO's.
    """

    def __init__(self, title: str) -> None:
        self.Title = title

    def undo(self) -> None: ...
    def redo(self) -> None: ...


def add_entry(document: Any, title: str) -> None:
    """Put an entry of this title on top of the undo list."""
    document.getUndoManager().addUndoAction(UndoEntry(title))
