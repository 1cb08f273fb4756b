"""Reads modules and forms ahead, while the person still looks at the new window: the first panel then opens at once.

They take longer to read than a panel to open. Read while Writer starts they would only make the start longer, so that
waits until the window stands, and is done beside the office's main thread: nothing read here touches a document.
"""

from __future__ import annotations

from typing import Any

import unohelper
from com.sun.star.awt import XCallback

from .log import calm

SECONDS = 0.1  # after the main loop has begun: the window is drawn, and nobody has reached a button yet
NAME = "vanthu-ahead"
_begun = False


def begin(context: Any) -> None:
    """Once in each office, when it has done what it is about."""
    global _begun
    if _begun:
        return
    _begun = True
    callback = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)
    callback.addCallback(_Drawn(context), None)


def read() -> None:
    """What the first panel and the first command would read; whoever asks meanwhile waits for the module in hand.

    What cannot be read is not kept, so it fails again where it is asked for, and is told there.
    """
    try:
        from . import commands, factory, shipped  # noqa: F401

        shipped.shipped_library()
    except Exception:
        return


class _Drawn(unohelper.Base, XCallback):
    """Called from the office's main loop, so after the start."""

    def __init__(self, context: Any) -> None:
        self.context = context

    @calm()
    def notify(self, data: Any) -> None:
        import threading  # late: the office would wait for it when it starts

        reader = threading.Timer(SECONDS, read)
        reader.name = NAME
        reader.daemon = True  # an office that ends does not wait for it
        reader.start()
