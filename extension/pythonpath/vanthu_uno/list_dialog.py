"""A dialog with a list to choose from: "Đánh dấu ô điền", "Chỗ chưa điền"."""

from __future__ import annotations

from typing import Any, Sequence

import unohelper
from com.sun.star.awt import XActionListener

from .home import file_url
from .log import calm

PROVIDER = "com.sun.star.awt.DialogProvider2"
OK = 1  # what a dialog's execute() gives; 0 is Cancel


def choose(context: Any, document: Any, file: str, labels: Sequence[str], chosen: int = 0) -> int:
    """Show the labels over the document's window, and wait; the number of the chosen one, -1 for none."""
    dialog = opened(context, document, file)
    try:
        choices = dialog.getControl("list")
        choices.addItems(tuple(labels), 0)
        choices.selectItemPos(chosen, True)
        choices.addActionListener(_Accept(context, dialog))
        choices.setFocus()
        return int(choices.getSelectedItemPos()) if dialog.execute() == OK else -1
    finally:
        dialog.dispose()


def opened(context: Any, document: Any, file: str) -> Any:
    """The dialog of that file, over the document's window; over the one in front where there is no document."""
    over = () if document is None else (document,)
    provider = context.ServiceManager.createInstanceWithArgumentsAndContext(PROVIDER, over, context)
    return provider.createDialog(file_url(context, "dialogs", file))


class _Accept(unohelper.Base, XActionListener):
    """A double click on a line is the same as OK."""

    def __init__(self, context: Any, dialog: Any) -> None:
        self.context = context
        self.dialog = dialog

    @calm()
    def actionPerformed(self, event: Any) -> None:
        self.dialog.endDialog(OK)

    @calm()
    def disposing(self, event: Any) -> None:
        self.dialog = None
