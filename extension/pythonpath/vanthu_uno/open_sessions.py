"""The sessions of the documents that are open: one for each, forgotten when it is closed."""

from __future__ import annotations

from typing import Any, Dict

import unohelper
from com.sun.star.util import XCloseListener

from .log import calm
from .session import Session
from .shipped import shipped_library

_sessions: Dict[str, Session] = {}


def session_of(document: Any) -> Session:
    """The session of an open document: the same one until the document is closed."""
    name = document.RuntimeUID
    if name not in _sessions:
        _sessions[name] = Session(document, shipped_library())
        document.addCloseListener(_Forget(name))
    return _sessions[name]


def take_up_settings() -> None:
    """The settings have changed: every open document is judged by the rules that count now, and shown anew."""
    shipped_library.cache_clear()
    for session in tuple(_sessions.values()):
        session.begin_anew(shipped_library())


class _Forget(unohelper.Base, XCloseListener):
    """Drops the session of a closed document, so that no office object outlives it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def queryClosing(self, source: Any, ownership: bool) -> None:
        """Closing is never refused: what was typed is in the document already."""

    @calm()
    def notifyClosing(self, source: Any) -> None:
        """The document closes."""
        self._forget()

    @calm()
    def disposing(self, source: Any) -> None:
        """The document is gone."""
        self._forget()

    def _forget(self) -> None:
        session = _sessions.pop(self._name, None)
        if session is not None:
            session.end()
