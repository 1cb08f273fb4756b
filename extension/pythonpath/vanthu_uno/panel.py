"""The panel of the deck: one window in the sidebar with two parts, Hồ sơ and Chấm điểm, laid out by pure functions.

One panel for both: where the office draws with GTK each panel of an extension stands in a window of the desktop of its
own, and a second one costs as long as everything that is in it.
"""

from __future__ import annotations

from typing import Any, Tuple

import unohelper
from com.sun.star.awt import XWindowListener
from com.sun.star.awt.PosSize import POSSIZE
from com.sun.star.lang import XComponent
from com.sun.star.ui import LayoutSize, XSidebarPanel, XToolPanel, XUIElement
from com.sun.star.ui.UIElementType import TOOLPANEL

from vanthu import language

from . import guide, panel_layout, window_texts
from .boxes import lowered
from .home import file_url, window_file
from .list_shortcuts import ListShortcuts
from .log import calm
from .open_sessions import session_of
from .profile_part import ProfilePart
from .scores_part import ScoresPart
from .window_measures import least_height, measures_of

PROVIDER = "com.sun.star.awt.ContainerWindowProvider"
DIALOG, SECTION = "panel.xdl", "scores"  # its window, and where the guide tells of it
BUTTON = "com.sun.star.awt.UnoControlButtonModel"
TITLE = 1.9  # height of the deck's title, in lines of text


class Panel(unohelper.Base, XUIElement, XToolPanel, XSidebarPanel, XComponent, XWindowListener):
    """The panel of one window. It holds the document's session only until the sidebar lets it go."""

    def __init__(self, context: Any, frame: Any, parent: Any, url: str, sidebar: Any) -> None:
        self.context = context
        self.Frame: Any = frame
        self.ResourceURL, self.Type = url, TOOLPANEL
        self.sidebar = sidebar
        self.session: Any = session_of(frame.getController().getModel())
        self._file = window_file(context, DIALOG)
        self._language = language.in_use()
        self._placed = (0, 0)  # the size that the controls were last laid out for
        self.Window: Any = window_texts.in_language(self._create_window(parent), self._file)
        self.scores: Any = ScoresPart(self)
        self.profile: Any = ProfilePart(self)
        self.measures = measures_of(self.Window)._replace(
            row=self.scores.list.row_height(), least_field=least_height(self.control("score"))
        )
        self._help: Any = guide.offer(context, self.Window, SECTION)
        self._shortcuts: Any = ListShortcuts(context, self.Window, frame)
        self.Window.addWindowListener(self)
        self.session.subscribe(self.follow)
        self._refresh()
        self.Window.setVisible(True)

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
        self._draw_in(width)
        least = self._least()
        # Asked for less or for a little more than there is, the office would give part of it to nobody. Where the deck
        # has to scroll, it gives all that was asked for.
        return LayoutSize(least, -1, max(least, self._room()))

    @calm(200)
    def getMinimalWidth(self) -> int:
        return self.measures.narrowest

    @calm()
    def windowResized(self, event: Any) -> None:
        self._placed = (0, 0)
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

    # for the parts

    def follow(self) -> None:
        """Show what the session holds now, in the language in use."""
        if self._language is not language.in_use():
            self._language = language.in_use()
            window_texts.show(self.Window, self._file)
            for part in self._parts():
                part.spoken()
            self._refresh()
            self.lay_out_again()
        else:
            self._refresh()

    def place(self, width: int, height: int) -> None:
        """Lay the controls out for a window of this size."""
        if width <= 0 or self.session is None:
            return
        self._placed = width, height
        above, below = panel_layout.shares(height, self.measures, self.scores.sheet, self.profile.facts)
        boxes = {**self.profile.boxes(width, above), **lowered(self.scores.boxes(width, below), above)}
        for name, box in boxes.items():
            self.control(name).setPosSize(box.x, box.y, box.width, box.height, POSSIZE)
        for part in self._parts():
            part.fit()

    def place_again(self) -> None:
        """Lay the controls out for the window as it is, or as the sidebar is about to make it."""
        if self.Window is not None:
            size = self.Window.getPosSize()
            self.place(min(size.Width, self._placed[0] or size.Width), size.Height)

    def lay_out_again(self) -> None:
        """The panel needs another height from now on: the sidebar shares its room out anew."""
        self.place_again()
        if self.sidebar is not None:
            self.sidebar.requestLayout()

    def make_room(self) -> None:
        """Where the screen is too low for both parts, the one that is not worked in is folded.

        Only at a command: who opens Hồ sơ by hand finds it open until the next one.
        """
        if self.scores.is_blank():  # Hồ sơ is where it is said what applies
            self.profile.fold(False)
        elif self._least() > self._room():
            self.profile.fold(True)

    def leave_fields(self) -> None:
        """The keys go to the button that fills, unless a button or the document has them.

        In a field Ctrl+Z takes back what was typed there; on a button it is the document's.
        """
        at_work = self._help.control
        if at_work is not None and not at_work.getModel().supportsService(BUTTON):
            self.control("fill").setFocus()

    def let_go(self) -> None:
        """Hold nothing of the office any more.

        Here, on the window thread: what Python lets go later, it lets go on a thread of its own, and the two may
        wait for each other for ever.
        """
        if self.session is not None:
            self.session.unsubscribe(self.follow)
            self.scores.let_go()
            self._shortcuts.let_go()
        self.session = self.Frame = self.sidebar = self.Window = self._help = self._shortcuts = None

    def control(self, name: str) -> Any:
        return self.Window.getControl(name)

    def _draw_in(self, width: int) -> None:
        """The controls give way to a narrower sidebar when it asks: it makes no window narrower than they reach."""
        if self.measures.makes_room(width) and width < self._placed[0]:
            self.place(width, self._placed[1])

    def _parts(self) -> Tuple[Any, Any]:
        return self.profile, self.scores

    def _refresh(self) -> None:
        for part in self._parts():
            part.refresh()

    def _least(self) -> int:
        """Smallest height in which everything stands that is not folded."""
        return panel_layout.least(self.measures, self.scores.sheet, self.profile.facts)

    def _room(self) -> int:
        """Height that the panel can have; the title of the deck takes the rest."""
        if self.Frame is None:
            return 0
        return int(self.Frame.getComponentWindow().getPosSize().Height) - round(self.measures.line * TITLE)

    def _create_window(self, parent: Any) -> Any:
        provider = self.context.ServiceManager.createInstanceWithContext(PROVIDER, self.context)
        return provider.createContainerWindow(file_url(self._file), "", parent, None)
