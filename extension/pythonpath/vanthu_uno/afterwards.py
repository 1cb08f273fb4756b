"""Work for after the office has returned from the call it is in: its undo manager cannot be asked from a listener."""

from __future__ import annotations

from typing import Any, Callable

import uno
import unohelper
from com.sun.star.awt import XCallback

from .log import calm


def afterwards(work: Callable[[], None]) -> None:
    """Do ``work`` from the office's main loop, before whatever the person does next.

    Where there is none, as for a script that only talks to an office, nobody works on the document by hand either.
    """
    context = uno.getComponentContext()
    callback = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)
    if callback is not None:
        callback.addCallback(_Work(work), None)


class _Work(unohelper.Base, XCallback):
    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work

    @calm()
    def notify(self, data: Any) -> None:
        self._work()
