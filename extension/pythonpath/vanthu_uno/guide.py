"""The clerk's guide: opened offline at the section that belongs to a dialog or panel, in the browser or in Writer."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from com.sun.star.awt import XActionListener
from com.sun.star.awt.Key import F1
from com.sun.star.system import SystemShellExecuteException
from com.sun.star.system.SystemShellExecuteFlags import URIS_ONLY

from vanthu import messages
from vanthu.language import tell

from . import log
from .focus_keys import FocusKeys
from .home import file_url, home
from .log import calm
from .opening import desktop_of, load

FOLDER, PAGE = "help", "huong-dan.html"
SHELL = "com.sun.star.system.SystemShellExecute"
WITH_BROWSER, OPENER = ("win32", "darwin"), "xdg-open"
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
    return Help(context, window, section)


class Help(FocusKeys, XActionListener):
    """Opens the guide when it is asked for: by its button, or by F1, which is the office's own key elsewhere."""

    def __init__(self, context: Any, window: Any, section: str) -> None:
        super().__init__(context, window.getControls())
        self.section = section
        if window.getControl(BUTTON) is not None:
            window.getControl(BUTTON).addActionListener(self)

    def heard(self, event: Any) -> bool:
        asked = event.KeyCode == F1 and not event.Modifiers
        if asked:
            show(self.context, self.section)
        return bool(asked)

    @calm()
    def actionPerformed(self, event: Any) -> None:
        show(self.context, self.section)


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
