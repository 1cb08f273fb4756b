"""The score panels that are open now, so that a command from the menu speaks through the panel of its window."""

from __future__ import annotations

from typing import Any, List

from . import deck
from .notice import notice

_panels: List[Any] = []


def add(panel: Any) -> None:
    """Remember a panel until ``remove``."""
    _panels.append(panel)


def remove(panel: Any) -> None:
    """Forget a panel; one already forgotten is no error, the office may announce its end twice."""
    _panels[:] = [other for other in _panels if other is not panel]


def of(frame: Any) -> Any:
    """The score panel in the window of ``frame``; ``None`` while its deck has not been opened."""
    for panel in _panels:
        if panel.Frame == frame:
            return panel
    return None


def shown(frame: Any) -> Any:
    """The same, ``None`` also while it cannot be seen."""
    return of(frame) if deck.is_shown(frame) else None


def say(frame: Any, sentence: str) -> None:
    """Through the panel of the window, or in a box where none is in sight."""
    panel = shown(frame)
    if panel is not None:
        panel.tell(sentence)
    else:
        notice(frame, sentence)


def say_of(frame: Any, report: Any) -> None:
    """What a fill did, in the same way; the panel offers what follows from it."""
    panel = shown(frame)
    if panel is not None:
        panel.show_report(report)
    else:
        notice(frame, report.sentence)
