"""Keys that a window of ours hears before the office does, as long as one of its controls has them."""

from __future__ import annotations

from typing import Any, Iterable

import unohelper
from com.sun.star.awt import XFocusListener, XKeyHandler

from .log import calm

TOOLKIT = "com.sun.star.awt.Toolkit"


class FocusKeys(unohelper.Base, XFocusListener, XKeyHandler):
    """A key listener cannot keep a key from the office. A key handler of the toolkit can, but hears all windows.

    So it is one only while a control has the keys. That it listens to the controls all the time keeps it alive on the
    office's side, or it could not be added a second time.
    """

    def __init__(self, context: Any, controls: Iterable[Any]) -> None:
        self.context = context
        self._toolkit: Any = None  # while it hands us the keys
        self.control: Any = None  # the one that has the keys
        for control in controls:
            control.addFocusListener(self)

    def heard(self, event: Any) -> bool:
        """Whether the key has been dealt with, so that the office does nothing more about it."""
        raise NotImplementedError

    @calm()
    def focusGained(self, event: Any) -> None:
        self._let_go()
        self.control = event.Source
        self._toolkit = self.context.ServiceManager.createInstanceWithContext(TOOLKIT, self.context)
        self._toolkit.addKeyHandler(self)

    @calm()
    def focusLost(self, event: Any) -> None:
        if event.Source == self.control:  # GTK tells of the one that has lost them last
            self._let_go()

    @calm(False)
    def keyPressed(self, event: Any) -> bool:
        return self.heard(event)

    @calm(False)
    def keyReleased(self, event: Any) -> bool:
        return False

    @calm()
    def disposing(self, event: Any) -> None:
        """The window is gone, perhaps with the keys still in it."""
        self._let_go()

    def _let_go(self) -> None:
        toolkit, self._toolkit, self.control = self._toolkit, None, None
        if toolkit is not None:
            toolkit.removeKeyHandler(self)
