"""The score panels that are open now, so that a command from the menu speaks through the panel of its window."""

from __future__ import annotations

from typing import Any, List

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
