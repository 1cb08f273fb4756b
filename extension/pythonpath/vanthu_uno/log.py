"""The one door between the office and our code: nothing that goes wrong passes it, and nothing is hidden.

Every method the office calls carries ``@calm``. What went wrong is written to ``vanthu.log`` in the folder of
the user's profile, the person reads one quiet sentence, and the office gets a harmless value.
"""

from __future__ import annotations

import functools
import traceback
from datetime import datetime
from pathlib import Path
from typing import Any, Callable

import uno

FILE_NAME = "vanthu.log"
MAXIMUM_BYTES = 500_000
SORRY = "Văn thư gặp trục trặc và chưa làm được việc này. Dữ liệu đã nhập vẫn còn. Chi tiết ở tệp vanthu.log."


def calm(harmless: Any = None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorator for a method the office calls; its object has ``context`` and may have ``tell(sentence)``.

    No exception may cross the bridge: some would end the office, others vanish without a trace.
    """

    def decorate(method: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(method)
        def guarded(self: Any, *arguments: Any) -> Any:
            tell = getattr(self, "tell", _silent)
            return attempt(self.context, lambda: method(self, *arguments), harmless, tell)

        return guarded

    return decorate


def attempt(context: Any, action: Callable[[], Any], harmless: Any = None, tell: Callable[[str], None] = print) -> Any:
    """What ``action`` gives; when it fails, the failure is written down, told, and ``harmless`` is given instead."""
    try:
        return action()
    except Exception:  # the one broad catch of the extension
        _report(context, traceback.format_exc(), tell)
        return harmless


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
        log.write(f"--- {datetime.now():%Y-%m-%d %H:%M:%S}\n{text}\n")


def _silent(sentence: str) -> None:
    """For an object that has nowhere to say it."""


def _report(context: Any, text: str, tell: Callable[[str], None]) -> None:
    try:
        write(context, text)
        tell(SORRY)
    except Exception:  # a full disk or a window already closed must not become a second failure
        print(text)
