"""A dialog with one list to choose from: which slot a place is, what is put in at the cursor."""

from __future__ import annotations

from typing import Any, NamedTuple, Sequence

import unohelper
from com.sun.star.awt import XActionListener

from . import guide
from .home import file_url, window_file
from .log import calm
from .window_texts import in_language

PROVIDER = "com.sun.star.awt.DialogProvider2"
DIALOG = "choice.xdl"
OK = 1  # what a dialog's execute() gives; 0 is Cancel


class Words(NamedTuple):
    """What the dialog says: its title, what the list is for, the button, and what the mouse over the list shows."""

    title: str
    prompt: str
    button: str
    help: str


def choose(context: Any, document: Any, labels: Sequence[str], words: Words, section: str, first: int = 0) -> int:
    """Show the labels over the document's window, and wait; the number of the chosen one, -1 for none.

    ``section``: of the guide, for whoever asks for help.
    """
    with Opened(context, document, DIALOG) as dialog:
        dialog.setTitle(words.title)
        dialog.getControl("prompt").setText(words.prompt)
        dialog.getControl("ok").setLabel(words.button)
        choices = dialog.getControl("choices")
        choices.getModel().HelpText = words.help
        choices.addItems(tuple(labels), 0)
        choices.selectItemPos(first, True)
        choices.addActionListener(_Accept(context, dialog))
        guide.offer(context, dialog, section)
        choices.setFocus()
        return int(choices.getSelectedItemPos()) if dialog.execute() == OK else -1


class Opened:
    """The dialog of a file while a block lasts, over the document's window; over the one in front without a document.

    However the block ends, the dialog ends with it: one that is left over lies in the way of the whole office.
    """

    def __init__(self, context: Any, document: Any, file: str) -> None:
        over = () if document is None else (document,)
        provider = context.ServiceManager.createInstanceWithArgumentsAndContext(PROVIDER, over, context)
        path = window_file(context, file)
        self._dialog = in_language(provider.createDialog(file_url(path)), path)

    def __enter__(self) -> Any:
        return self._dialog

    def __exit__(self, *raised: object) -> None:
        self._dialog.dispose()


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
