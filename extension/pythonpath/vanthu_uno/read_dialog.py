"""The dialog "Đọc từ văn bản": where the document and the sidebar differ, and which of them counts."""

from __future__ import annotations

from typing import Any, FrozenSet, Optional

from com.sun.star.awt import XActionListener

from vanthu.read_back import ReadBack, ReadLine

from .log import calm
from .places_dialog import PlacesDialog

ALL, NONE = "all", "none"


class ReadDialog(PlacesDialog, XActionListener):
    """The places that differ; a mark lets the document count. Two buttons set or take away all marks."""

    dialog = "read.xdl"
    mark = "take"
    section = "read"

    def __init__(self, context: Any, document: Any, found: ReadBack, session: Any) -> None:
        super().__init__(context, document, found.differing, session.show)
        self.found = found
        self.marked = set(found.proposed())

    def markable(self, line: ReadLine) -> bool:
        return True

    def prepare(self) -> None:
        self.control("sentence").setText(self.found.sentence())
        for name in (ALL, NONE):
            self.control(name).setActionCommand(name)
            self.control(name).addActionListener(self)

    def refresh(self) -> None:
        """The marks are all there is to see."""

    @calm()
    def actionPerformed(self, event: Any) -> None:
        if self.window is not None:
            self.mark_all(event.ActionCommand == ALL)


def ask(context: Any, document: Any, found: ReadBack, session: Any) -> Optional[FrozenSet[str]]:
    """Show what differs over the document's window, and wait: the places in which the document counts.

    ``None`` when the clerk closed it without a word: then nothing is read.
    """
    return ReadDialog(context, document, found, session).chosen()
