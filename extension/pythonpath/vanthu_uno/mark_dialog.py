"""The dialog "Đánh dấu ô điền": a list of slots to choose from."""

from __future__ import annotations

from typing import Any, Sequence

from .home import file_url

PROVIDER = "com.sun.star.awt.DialogProvider2"
DIALOG = "mark.xdl"
OK = 1  # what a dialog's execute() gives; 0 is Cancel


def choose(context: Any, document: Any, labels: Sequence[str]) -> int:
    """Show the labels over the document's window, and wait; the number of the chosen one, -1 for none."""
    provider = context.ServiceManager.createInstanceWithArgumentsAndContext(PROVIDER, (document,), context)
    dialog = provider.createDialog(file_url(context, "dialogs", DIALOG))
    try:
        slots = dialog.getControl("slot")
        slots.addItems(tuple(labels), 0)
        slots.selectItemPos(0, True)
        slots.setFocus()
        return int(slots.getSelectedItemPos()) if dialog.execute() == OK else -1
    finally:
        dialog.dispose()
