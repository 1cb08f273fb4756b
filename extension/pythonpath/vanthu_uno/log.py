"""The one door between the office and our code: nothing that goes wrong passes it, and nothing is hidden.

Every method the office calls carries ``@calm`` or does nothing. What went wrong is written to ``vanthu.log`` in the
folder of the user's profile, the person reads one quiet sentence, and the office gets a harmless value.

This is loaded while the office starts. What only a failure needs is imported when there is one.
"""

from __future__ import annotations

import functools
import time
import traceback
from pathlib import Path
from typing import Any, Callable, Optional, Set

import uno
import unohelper
from com.sun.star.awt import XCallback

from vanthu import language

from .notice import notice

FILE_NAME = "vanthu.log"
MAXIMUM_BYTES = 500_000
_waiting: Set[str] = set()  # sentences that a box is about to say


def calm(harmless: Any = None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorator for a method the office calls; its object may have ``context`` and ``tell(sentence)``.

    No exception may cross the bridge: some would end the office, others vanish without a trace. ``harmless`` must be
    of the type that the office expects, or its conversion is the next exception.
    """

    def decorate(method: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(method)
        def guarded(self: Any, *arguments: Any) -> Any:
            context = getattr(self, "context", None) or uno.getComponentContext()
            return attempt(context, lambda: method(self, *arguments), harmless, getattr(self, "tell", None))

        return guarded

    return decorate


def attempt(
    context: Any,
    action: Callable[[], Any],
    harmless: Any = None,
    tell: Optional[Callable[[str], None]] = None,
) -> Any:
    """What ``action`` gives; when it fails, the failure is written down, told, and ``harmless`` is given instead.

    ``tell``: where the sentence is said; without one it comes in a box, once the office has returned from its call.
    """
    try:
        return action()
    except Exception as trouble:  # the only other broad ones are its echo below and the reader's in ahead.py
        entry, sentence = traceback.format_exc(), functools.partial(_sentence_of, trouble)
        _at_all_costs(lambda: write(context, entry))
        _at_all_costs(lambda: (tell or functools.partial(tell_later, context))(sentence()))
        return harmless


def tell_later(context: Any, sentence: str) -> None:
    """A box before the window in front, once the office has done what it is about; said once while the box waits."""
    if sentence not in _waiting:
        callback = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)
        callback.addCallback(_Box(context), sentence)
        _waiting.add(sentence)


class _Box(unohelper.Base, XCallback):
    """Says a sentence before the window in front; when even that fails, there is nobody left to tell."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def tell(self, sentence: str) -> None:
        """Stay silent."""

    @calm()
    def notify(self, sentence: str) -> None:
        desktop = self.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)
        try:
            notice(desktop.getCurrentFrame(), sentence)
        finally:
            _waiting.discard(sentence)


def log_file(context: Any) -> Path:
    """The log in the folder of the user's profile."""
    paths = context.ServiceManager.createInstanceWithContext("com.sun.star.util.PathSubstitution", context)
    return Path(uno.fileUrlToSystemPath(paths.substituteVariables("$(user)", True))) / FILE_NAME


def write(context: Any, text: str) -> None:
    """Append a dated entry; a log grown too long is set aside as ``vanthu.log.old``."""
    path = log_file(context)
    if path.exists() and path.stat().st_size > MAXIMUM_BYTES:
        path.replace(path.with_name(FILE_NAME + ".old"))
    with path.open("a", encoding="utf-8") as log:
        log.write(f"--- {time.strftime('%Y-%m-%d %H:%M:%S')}\n{text}\n")


def _sentence_of(trouble: Exception) -> str:
    """A broken file says itself which it is and what is allowed there."""
    from vanthu import messages  # late, see above
    from vanthu.data_error import DataError

    return str(trouble) if isinstance(trouble, DataError) else language.tell(messages.SORRY)


def _at_all_costs(step: Callable[[], None]) -> None:
    try:
        step()
    except Exception:  # a full disk or a window already closed must not become a second failure
        print(traceback.format_exc())
