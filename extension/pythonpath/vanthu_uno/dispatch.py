"""The commands ``vnd.vanthu:…`` of menu, toolbar and one's own buttons.

The office asks for them while it draws its first window. So only their names stand here; what they do, with all that
needs, is imported when the first of them is carried out.
"""

from __future__ import annotations

from typing import Any, Tuple
from urllib.parse import parse_qsl

import unohelper
from com.sun.star.frame import FeatureStateEvent, XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization, XServiceInfo

from .log import calm
from .notice import notice
from .titles import title

PROTOCOL = "vnd.vanthu:"
NEW, KIND = "new", "kind"
NAMES = (
    *("new", "fill", "preview", "mark", "blanks", "insert", "bind", "read", "panel", "next"),
    *("settings", "help", "diagnose", "about"),
)
NAME = "vn.vanthu.ProtocolHandler"


class ProtocolHandler(unohelper.Base, XDispatchProvider, XDispatch, XInitialization, XServiceInfo):
    """Made by the office for one frame; carries a command to ``commands``."""

    def __init__(self, context: Any, *arguments: Any) -> None:
        self.context = context
        self.frame: Any = arguments[0] if arguments else None

    @calm()
    def initialize(self, arguments: Tuple[Any, ...]) -> None:
        if arguments:
            self.frame = arguments[0]

    @calm()
    def queryDispatch(self, url: Any, target: str, flags: int) -> Any:
        return self._known(url)

    @calm(())
    def queryDispatches(self, requests: Tuple[Any, ...]) -> Tuple[Any, ...]:
        return tuple(self._known(request.FeatureURL) for request in requests)

    @calm()
    def dispatch(self, url: Any, arguments: Tuple[Any, ...]) -> None:
        from . import ahead, commands  # late, see above

        ahead.finish()
        kind = _asked_kind(url, arguments)
        if _command(url) == NEW and kind:
            commands.new_of_kind(self.context, self.frame, kind)
        else:
            commands.COMMANDS[_command(url)](self.context, self.frame)

    @calm()
    def addStatusListener(self, listener: Any, url: Any) -> None:
        shown = title(self.context, url.Complete) or None  # a text becomes the title of the menu entry and the button
        listener.statusChanged(FeatureStateEvent(self, url, "", True, False, shown))

    def removeStatusListener(self, listener: Any, url: Any) -> None:
        """The commands are always enabled, so nobody is told anything later."""

    def tell(self, sentence: str) -> None:
        """Say what went wrong, before the window the command came from."""
        notice(self.frame, sentence)

    @calm(NAME)
    def getImplementationName(self) -> str:
        return NAME

    @calm(False)
    def supportsService(self, name: str) -> bool:
        return name in self.getSupportedServiceNames()

    @calm(())
    def getSupportedServiceNames(self) -> Tuple[str, ...]:
        return ("com.sun.star.frame.ProtocolHandler",)

    def _known(self, url: Any) -> Any:
        return self if _command(url) in NAMES else None


def _command(url: Any) -> str:
    """``vnd.vanthu:fill`` is the command ``fill``; what stands behind a ``?`` belongs to the command."""
    text = str(url.Complete)
    return text[len(PROTOCOL) :].partition("?")[0] if text.startswith(PROTOCOL) else ""


def _asked_kind(url: Any, arguments: Tuple[Any, ...]) -> str:
    """``vnd.vanthu:new?kind=cong-van``, or an argument ``kind`` of the dispatch; blank for none."""
    pairs = dict(parse_qsl(str(url.Complete).partition("?")[2]))
    given = {str(argument.Name): str(argument.Value) for argument in arguments}
    return given.get(KIND) or pairs.get(KIND, "")
