"""A dialog with one list to choose from: which slot a place is, what is put in at the cursor."""

from __future__ import annotations

from typing import Any, NamedTuple, Sequence

from .home import file_url

PROVIDER = "com.sun.star.awt.DialogProvider2"
DIALOG = "choice.xdl"
OK = 1  # what a dialog's execute() gives; 0 is Cancel


class Words(NamedTuple):
    """What the dialog says: its title, what the list is for, the button, and what the mouse over the list shows."""

    title: str
    prompt: str
    button: str
    help: str


def choose(context: Any, document: Any, labels: Sequence[str], words: Words) -> int:
    """Show the labels over the document's window, and wait; the number of the chosen one, -1 for none."""
    provider = context.ServiceManager.createInstanceWithArgumentsAndContext(PROVIDER, (document,), context)
    dialog = provider.createDialog(file_url(context, "dialogs", DIALOG))
    try:
        dialog.setTitle(words.title)
        dialog.getControl("prompt").setText(words.prompt)
        dialog.getControl("ok").setLabel(words.button)
        choices = dialog.getControl("choices")
        choices.getModel().HelpText = words.help
        choices.addItems(tuple(labels), 0)
        choices.selectItemPos(0, True)
        choices.setFocus()
        return int(choices.getSelectedItemPos()) if dialog.execute() == OK else -1
    finally:
        dialog.dispose()
