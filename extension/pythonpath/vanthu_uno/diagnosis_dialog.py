"""The dialog "Chẩn đoán": the report, and a button that copies it."""

from __future__ import annotations

from typing import Any, Optional, Tuple

import uno
import unohelper
from com.sun.star.awt import XActionListener
from com.sun.star.datatransfer import DataFlavor, XTransferable

from vanthu import messages
from vanthu.language import tell

from . import guide
from .choice_dialog import Opened
from .log import calm

CLIPBOARD = "com.sun.star.datatransfer.clipboard.SystemClipboard"
DIALOG = "diagnosis.xdl"
TEXT = "text/plain;charset=utf-16"


def show(context: Any, document: Any, report: str) -> None:
    """Show the report over the document's window until it is closed."""
    with Opened(context, document, DIALOG) as dialog:
        dialog.getControl("report").setText(report)
        dialog.getControl("copy").addActionListener(_Copy(context, dialog, report))
        guide.offer(context, dialog, "diagnosis")
        dialog.getControl("copy").setFocus()
        dialog.execute()


class _Copy(unohelper.Base, XActionListener):
    """Puts the report on the clipboard and says so."""

    def __init__(self, context: Any, dialog: Any, report: str) -> None:
        self.context = context
        self.dialog = dialog
        self.report = report

    @calm()
    def actionPerformed(self, event: Any) -> None:
        clipboard = self.context.ServiceManager.createInstanceWithContext(CLIPBOARD, self.context)
        clipboard.setContents(_Text(self.report), None)
        self.tell(tell(messages.COPIED))

    def tell(self, sentence: str) -> None:
        """Say it beside the button."""
        self.dialog.getControl("said").setText(sentence)

    @calm()
    def disposing(self, event: Any) -> None:
        """The dialog is closed."""
        self.dialog = None


class _Text(unohelper.Base, XTransferable):
    """Plain text for the clipboard."""

    def __init__(self, text: str) -> None:
        self.text = text

    @calm()
    def getTransferData(self, flavor: Any) -> Optional[str]:
        return self.text if flavor.MimeType == TEXT else None  # whoever asks has asked isDataFlavorSupported before

    @calm(())
    def getTransferDataFlavors(self) -> Tuple[Any, ...]:
        return (DataFlavor(TEXT, "Unicode", uno.getTypeByName("string")),)

    @calm(False)
    def isDataFlavorSupported(self, flavor: Any) -> bool:
        return bool(flavor.MimeType == TEXT)
