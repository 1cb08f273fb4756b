"""The parts Chấm điểm that are open now, so that a command from the menu speaks through that of its window."""

from __future__ import annotations

from typing import Any, List

from . import deck
from .notice import notice

_parts: List[Any] = []


def add(part: Any) -> None:
    """Remember a part until ``remove``."""
    _parts.append(part)


def remove(part: Any) -> None:
    """Forget a part; one already forgotten is no error, the office may announce its end twice."""
    _parts[:] = [other for other in _parts if other is not part]


def of(frame: Any) -> Any:
    """The part Chấm điểm in the window of ``frame``; ``None`` while its deck has not been opened."""
    for part in _parts:
        if part.Frame == frame:
            return part
    return None


def shown(frame: Any) -> Any:
    """The same, ``None`` also while it cannot be seen."""
    return of(frame) if deck.is_shown(frame) else None


def say(frame: Any, sentence: str) -> None:
    """Through the panel of the window, or in a box where none is in sight."""
    part = shown(frame)
    if part is not None:
        part.tell(sentence)
    else:
        notice(frame, sentence)


def say_of(frame: Any, report: Any) -> None:
    """What a fill did, in the same way; the panel offers what follows from it."""
    part = shown(frame)
    if part is not None:
        part.show_report(report)
    else:
        notice(frame, report.sentence)
