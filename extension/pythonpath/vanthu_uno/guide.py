"""The clerk's guide: opened offline at the section that belongs to a dialog or panel, in the browser or in Writer."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import unohelper
from com.sun.star.awt import XActionListener, XFocusListener, XKeyHandler
from com.sun.star.awt.Key import F1
from com.sun.star.system import SystemShellExecuteException
from com.sun.star.system.SystemShellExecuteFlags import URIS_ONLY

from vanthu import messages
from vanthu.language import tell

from . import log
from .home import file_url, home
from .log import calm
from .opening import desktop_of, load

FOLDER, PAGE = "help", "huong-dan.html"
SHELL = "com.sun.star.system.SystemShellExecute"
WITH_BROWSER, OPENER = ("win32", "darwin"), "xdg-open"
TOOLKIT = "com.sun.star.awt.Toolkit"
BUTTON = "help"
SECTIONS = {  # of a dialog or panel: the section of docs/huong-dan.md, as its page is called
    "": "",
    "new": "lap-bao-cao-tu-danh-gia-trong-hai-phut",
    "scores": "lap-bao-cao-tu-danh-gia-trong-hai-phut",
    "review": "nhung-dieu-nen-biet",
    "read": "go-thang-vao-van-ban",
    "blanks": "nhung-dieu-nen-biet",
    "insert": "chen-bang-khoi-vao-van-ban-dang-soan",
    "mark": "dung-mau-cua-don-vi-minh",
    "settings": "thiet-lap",
    "profile": "thiet-lap",
    "diagnosis": "khi-co-truc-trac",
}


def show(context: Any, section: str = "") -> None:
    """Open the guide at a section, or at its beginning."""
    folder = Path(home(context)) / FOLDER
    page = folder / (SECTIONS[section] + ".html" if SECTIONS[section] else PAGE)
    if not page.is_file():
        log.tell_later(context, tell(messages.NO_GUIDE))
        return
    if not _shown_in_browser(context, file_url(page)):
        _show_in_writer(context, file_url(folder / PAGE) + "#" + SECTIONS[section])


def offer(context: Any, window: Any, section: str) -> Help:
    """F1 in the window, and its button for help if it has one, open the guide at a section."""
    help_ = Help(context, section)
    if window.getControl(BUTTON) is not None:
        window.getControl(BUTTON).addActionListener(help_)
    for control in window.getControls():
        control.addFocusListener(help_)
    return help_


class Help(unohelper.Base, XActionListener, XFocusListener, XKeyHandler):
    """Opens the guide when it is asked for.

    F1 is the office's own key; it is ours only as long as a control of the window has the keys.
    """

    def __init__(self, context: Any, section: str) -> None:
        self.context = context
        self.section = section
        self._toolkit: Any = None  # while it hands us the keys
        self.control: Any = None  # the one that has the keys

    @calm()
    def actionPerformed(self, event: Any) -> None:
        show(self.context, self.section)

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
        """Whether the key has been dealt with, so that the office does nothing more about it."""
        asked = event.KeyCode == F1 and not event.Modifiers
        if asked:
            show(self.context, self.section)
        return bool(asked)

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


def _shown_in_browser(context: Any, url: str) -> bool:
    """Whether the system took it; without its opener, Linux would say nothing and do nothing."""
    if sys.platform not in WITH_BROWSER and shutil.which(OPENER) is None:
        return False
    shell = context.ServiceManager.createInstanceWithContext(SHELL, context)
    try:
        shell.execute(url, "", URIS_ONLY)
    except SystemShellExecuteException:
        return False
    return True


def _show_in_writer(context: Any, url: str) -> None:
    load(desktop_of(context), url, "ReadOnly")
