"""A panel that the office asks for before everything it needs is read (bảng sẽ mở): blank until it can be made."""

from __future__ import annotations

from typing import Any, Callable

import unohelper
from com.sun.star.lang import XComponent
from com.sun.star.ui import LayoutSize, XSidebarPanel, XToolPanel, XUIElement
from com.sun.star.ui.UIElementType import TOOLPANEL

from . import ahead
from .log import calm
from .window_measures import measures_of

ANY_HEIGHT = LayoutSize(0, -1, 0)


class PanelToCome(unohelper.Base, XUIElement, XToolPanel, XSidebarPanel, XComponent):
    """Stands in the sidebar for the panel that ``make`` gives later, and passes everything on to it then."""

    def __init__(self, make: Callable[..., Any], context: Any, frame: Any, parent: Any, url: str, sidebar: Any) -> None:
        self.context = context
        self.Frame: Any = frame
        self.ResourceURL, self.Type = url, TOOLPANEL
        self._narrowest = measures_of(parent).narrowest
        self._make: Any = lambda: make(context, frame, parent, url, sidebar)
        self._sidebar: Any = sidebar
        self._panel: Any = None
        ahead.when_read(self.arrive)

    @calm()
    def arrive(self) -> None:
        """Make the panel, unless the window was closed meanwhile."""
        make, self._make = self._make, None
        if make is not None:
            self._panel = make()
            if self._sidebar is not None:
                self._sidebar.requestLayout()

    @property
    def Window(self) -> Any:
        """The window of the panel, and none as long as there is no panel."""
        return None if self._panel is None else self._panel.Window

    @calm()
    def getRealInterface(self) -> Any:
        return self

    @calm()
    def createAccessible(self, parent: Any) -> Any:
        return None if self._panel is None else self._panel.createAccessible(parent)

    @calm(ANY_HEIGHT)
    def getHeightForWidth(self, width: int) -> LayoutSize:
        return ANY_HEIGHT if self._panel is None else self._panel.getHeightForWidth(width)

    @calm(200)
    def getMinimalWidth(self) -> int:
        return self._narrowest if self._panel is None else self._panel.getMinimalWidth()

    @calm()
    def dispose(self) -> None:
        panel, self._panel = self._panel, None
        self._make = self._sidebar = self.Frame = None
        if panel is not None:
            panel.dispose()

    def addEventListener(self, listener: Any) -> None:
        """The sidebar owns the panel; nobody else waits for its end."""

    def removeEventListener(self, listener: Any) -> None:
        """See ``addEventListener``."""
