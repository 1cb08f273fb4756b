"""Reads modules and forms ahead, while the person still looks at the new window: the first panel then opens at once.

They take longer to read than a panel to open. Read while Writer starts they would only make the start longer, so that
waits until the window stands, and is done beside the office's main thread: nothing read here touches a document. A
deck that is opened before waits for it, as one does that stood open when Writer was last closed: the office opens it
again as it starts.
"""

from __future__ import annotations

from typing import Any, Callable, List

import unohelper
from com.sun.star.awt import XCallback

from .log import calm

SECONDS = 0.1  # after the main loop has begun: the window is drawn, and nobody has reached a button yet
NAME = "vanthu-ahead"
_begun = False
_reading = False
_waiting: List[Callable[[], None]] = []


def begin(context: Any) -> None:
    """Once in each office, when it has done what it is about."""
    global _begun, _reading
    if not _begun:
        _begun = True
        reader = _Reader(context)
        _reading = True  # before it starts: it may have read everything before this goes on
        try:
            reader.start()
        except Exception:  # nobody is to wait for a reader that could not be started
            _reading = False
            raise


def is_reading() -> bool:
    """Whether something is still to be read; what takes long should wait for that (``when_read``)."""
    return _reading


def when_read(work: Callable[[], None]) -> None:
    """Do ``work`` on the main thread once everything is read. Asked for there, and while it is being read."""
    _waiting.append(work)


def finish() -> None:
    """Wait no longer, as where a command has read what it needs: all that waits is done now, on the main thread."""
    global _reading
    _reading = False
    while _waiting:
        _waiting.pop(0)()


def read() -> None:
    """What the first panel and the first command would read; whoever asks meanwhile waits for the module in hand.

    What cannot be read is not kept, so it fails again where it is asked for, and is told there.
    """
    try:
        from . import commands, panel, shipped  # noqa: F401

        shipped.shipped_library()
    except Exception:
        return


class _Reader(unohelper.Base, XCallback):
    """Called from the office's main loop twice: after the start, and when everything is read."""

    def __init__(self, context: Any) -> None:
        self.context = context
        self._has_read = False
        # Made here and let go here: what Python lets go on another thread may wait for this one for ever.
        self._main_loop = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)

    def start(self) -> None:
        self._main_loop.addCallback(self, None)

    @calm()
    def notify(self, data: Any) -> None:
        if self._has_read:
            self._main_loop = None
            finish()
            return
        import threading  # late: the office would wait for it when it starts

        reader = threading.Timer(SECONDS, self._read)
        reader.name = NAME
        reader.daemon = True  # an office that ends does not wait for it
        reader.start()

    def _read(self) -> None:
        read()
        self._has_read = True
        self._main_loop.addCallback(self, None)
