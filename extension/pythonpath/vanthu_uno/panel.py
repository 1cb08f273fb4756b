"""What the two panels have in common: a window in the sidebar, laid out by a pure function of its size."""

from __future__ import annotations

from typing import Any, Mapping

import unohelper
from com.sun.star.awt import XWindowListener
from com.sun.star.awt.PosSize import POSSIZE
from com.sun.star.lang import XComponent
from com.sun.star.ui import LayoutSize, XSidebarPanel, XToolPanel, XUIElement
from com.sun.star.ui.UIElementType import TOOLPANEL

from vanthu import language

from . import guide, window_texts
from .home import file_url, window_file
from .log import calm
from .open_sessions import session_of
from .panel_layout import Box
from .window_measures import measures_of

PROVIDER = "com.sun.star.awt.ContainerWindowProvider"


class Panel(unohelper.Base, XUIElement, XToolPanel, XSidebarPanel, XComponent, XWindowListener):
    """One panel of one window. It holds the document's session only until the sidebar lets it go."""

    dialog = ""  # file name of its .xdl
    section = ""  # of the guide

    def __init__(self, context: Any, frame: Any, parent: Any, url: str, sidebar: Any) -> None:
        self.context = context
        self.Frame: Any = frame
        self.ResourceURL, self.Type = url, TOOLPANEL
        self.sidebar = sidebar
        self.unkept = False  # typed, and not yet stored in the document
        self.session: Any = session_of(frame.getController().getModel())
        self._file = window_file(context, self.dialog)
        self._language = language.in_use()
        self.Window: Any = window_texts.in_language(self._create_window(parent), self._file)
        self.measures = measures_of(self.Window)
        self.prepare()
        guide.offer(context, self.Window, self.section)
        self.Window.addWindowListener(self)
        self.session.subscribe(self.follow)
        self.refresh()
        self.Window.setVisible(True)

    # what each panel brings

    def prepare(self) -> None:
        """Fill and connect the controls, once."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what the session holds now; cheap when nothing changed."""
        raise NotImplementedError

    def spoken(self) -> None:
        """The texts of the window are in another language now: show again what else was said in the old one."""
        raise NotImplementedError

    def boxes(self, width: int, height: int) -> Mapping[str, Box]:
        """Where each control stands in a window of this size."""
        raise NotImplementedError

    def heights(self) -> LayoutSize:
        """Smallest, largest (-1: any) and preferred height."""
        raise NotImplementedError

    # what the sidebar asks

    @calm()
    def getRealInterface(self) -> Any:
        return self

    @calm()
    def createAccessible(self, parent: Any) -> Any:
        # From 26.8 on a window keeps its accessible object from extensions, and the office finds it by itself.
        return self.Window.getAccessibleContext() if hasattr(self.Window, "getAccessibleContext") else None

    @calm(LayoutSize(100, -1, 100))
    def getHeightForWidth(self, width: int) -> LayoutSize:
        return self.heights()

    @calm(200)
    def getMinimalWidth(self) -> int:
        return self.measures.narrowest

    @calm()
    def windowResized(self, event: Any) -> None:
        self.place_again()

    def windowMoved(self, event: Any) -> None:
        """Nothing to do."""

    def windowShown(self, event: Any) -> None:
        """Nothing to do."""

    def windowHidden(self, event: Any) -> None:
        """Nothing to do."""

    # the end

    @calm()
    def dispose(self) -> None:
        """The panel made its window and ends it."""
        window = self.Window
        self.let_go()
        if window is not None:
            window.dispose()

    @calm()
    def disposing(self, event: Any) -> None:
        self.let_go()

    def addEventListener(self, listener: Any) -> None:
        """The sidebar owns the panel; nobody else waits for its end."""

    def removeEventListener(self, listener: Any) -> None:
        """See ``addEventListener``."""

    # for the panels

    def follow(self) -> None:
        """Show what the session holds now, in the language in use."""
        if self._language is not language.in_use():
            self._language = language.in_use()
            window_texts.show(self.Window, self._file)
            self.spoken()
            self.refresh()
            self.lay_out_again()
        else:
            self.refresh()

    def place(self, width: int, height: int) -> None:
        """Lay the controls out for a window of this size."""
        if width <= 0 or self.session is None:
            return
        for name, box in self.boxes(width, height).items():
            self.control(name).setPosSize(box.x, box.y, box.width, box.height, POSSIZE)

    def place_again(self) -> None:
        """Lay the controls out for the window as it is."""
        if self.Window is not None:
            size = self.Window.getPosSize()
            self.place(size.Width, size.Height)

    def lay_out_again(self) -> None:
        """The panel needs another height from now on: the sidebar shares its room out anew."""
        self.place_again()
        if self.sidebar is not None:
            self.sidebar.requestLayout()

    def keep(self) -> None:
        """Store what was typed here; a document in which nothing was typed is not touched."""
        if self.unkept and self.session is not None:
            self.session.keep()
            self.unkept = False

    def let_go(self) -> None:
        """Hold nothing of the office any more.

        Here, on the window thread: what Python lets go later, it lets go on a thread of its own, and the two may
        wait for each other for ever.
        """
        if self.session is not None:
            self.session.unsubscribe(self.follow)
        self.session = self.Frame = self.sidebar = self.Window = None

    def control(self, name: str) -> Any:
        return self.Window.getControl(name)

    def _create_window(self, parent: Any) -> Any:
        provider = self.context.ServiceManager.createInstanceWithContext(PROVIDER, self.context)
        return provider.createContainerWindow(file_url(self._file), "", parent, None)


def show_text(control: Any, text: str) -> None:
    """Only when it differs: setting the text moves the cursor of someone who is typing."""
    if control.getText() != text:
        control.setText(text)
