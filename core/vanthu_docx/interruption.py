"""Interruption: Ctrl+C and SIGTERM unwind what was begun, so that nothing is left behind."""

from __future__ import annotations

import contextlib
import math
import signal
import threading
import time
from collections.abc import Iterator
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_SECONDS_TO_CLEAN = 3  # in which a second signal is not heeded: people press Ctrl+C several times
_KILLED = 128  # to which shells add the number of the signal


class Interruption(BaseException):
    """Somebody wants the command to end. No ``Exception``: what catches mistakes must let it pass."""

    def __init__(self, number: int) -> None:
        """``number``: of the signal."""
        super().__init__(number)
        self.code = _KILLED + number


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """In the block a signal raises :class:`Interruption`; one soon after does not cut the cleaning up short."""
    heard = -math.inf

    def interrupt(number: int, frame: FrameType | None) -> None:
        nonlocal heard
        if time.monotonic() - heard > _SECONDS_TO_CLEAN:
            heard = time.monotonic()
            raise Interruption(number)

    before = {number: signal.getsignal(number) for number in _SIGNALS} if _in_main_thread() else {}
    heeded = [number for number, handler in before.items() if handler not in (None, signal.SIG_IGN)]
    for number in heeded:
        signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number in heeded:
            signal.signal(number, before[number])


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()  # Python leaves signals to it
