"""The language that this office's Văn thư speaks: taken from the settings when it starts and when they change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vanthu import language

from .home import home
from .own_folder import has_settings

CATALOG = ("LC_MESSAGES", "vanthu.mo")
MENU_BAR = "private:resource/menubar/menubar"
_begun = False


def begin(context: Any) -> None:
    """Once in each office, before anything is said."""
    global _begun
    if not _begun:
        _begun = True
        if has_settings():  # as a rule there are none, and a start is to be quick
            speak(context, _chosen())


def speak(context: Any, name: str) -> None:
    """Speak this language from now on. Raises ``OSError`` where its catalog cannot be read."""
    if name == language.LANGUAGES[0]:
        language.use()
    else:
        language.use(language.translations(Path(home(context)).joinpath("locale", name, *CATALOG)))


def take_up(context: Any) -> None:
    """Speak as the settings now say, in every open window of Writer."""
    before = language.in_use()
    speak(context, _chosen())
    changed = language.in_use() is not before
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    frames = desktop.getFrames()
    for index in range(frames.getCount()):
        frames.getByIndex(index).contextChanged()  # menu and toolbar ask for the states of their commands again
        if changed:
            _make_menu_bar_anew(frames.getByIndex(index))


def _make_menu_bar_anew(frame: Any) -> None:
    """Made anew, the menu bar shows the new titles also where LibreOffice 25.2 lets GTK draw it.

    There an entry keeps the title it was made with: even "Undo" of the office never says what would be undone.
    """
    layout = getattr(frame, "LayoutManager", None)  # a frame of another extension may have none
    menu_bar = layout.getElement(MENU_BAR) if layout is not None else None
    if menu_bar is not None:
        menu_bar.updateSettings()


def _chosen() -> str:
    from .own_files import own_settings  # late: loading it takes longer than all else that a start needs

    return own_settings()[1].language
