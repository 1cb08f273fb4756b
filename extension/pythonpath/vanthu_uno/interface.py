"""The language that this office's Văn thư speaks: taken from the settings when it starts and when they change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vanthu import language

from .home import home
from .own_folder import has_settings
from .titles import name_panels

CATALOG = ("LC_MESSAGES", "vanthu.mo")
_begun = False


def begin(context: Any) -> None:
    """Once in each office, before anything is said."""
    global _begun
    if not _begun:
        _begun = True
        if has_settings():  # as a rule there are none, and a start is to be quick
            speak(context, _chosen())
        if language.in_use() is not language.VIETNAMESE:
            name_panels(context)


def speak(context: Any, name: str) -> None:
    """Speak this language from now on. Raises ``OSError`` where its catalog cannot be read."""
    if name == language.LANGUAGES[0]:
        language.use()
    else:
        language.use(language.translations(Path(home(context)).joinpath("locale", name, *CATALOG)))


def take_up(context: Any) -> None:
    """Speak as the settings now say, in every open window of Writer."""
    speak(context, _chosen())
    name_panels(context)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    frames = desktop.getFrames()
    for index in range(frames.getCount()):
        frames.getByIndex(index).contextChanged()  # menu and toolbar ask for the states of their commands again


def _chosen() -> str:
    from .own_files import own_settings  # late: loading it takes longer than all else that a start needs

    return own_settings()[1].language
