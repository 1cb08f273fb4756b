"""Quotes (trích): what was typed or stands in a file, short enough for a sentence, and as its author wrote it."""

from __future__ import annotations

from datetime import date, time
from typing import Any, Mapping

from . import file_messages
from .language import tell
from .text import clean

_LONGEST = 60  # characters
_LONG_NUMBER = 10**_LONGEST  # Python refuses to write out numbers of thousands of digits


def quoted(text: str) -> str:
    """A text in one line, cut where it is too long for a sentence.

    >>> quoted("Kế hoạch\\n số 5")
    'Kế hoạch số 5'
    """
    line = " ".join(clean(text).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def as_written(value: Any) -> str:
    """A value of TOML or JSON in the words of the file, a list or table by its name.

    >>> as_written(True), as_written("8,5"), as_written(date(2023, 1, 1)), as_written({"a": 1})
    ('true', '"8,5"', '2023-01-01', 'một bảng')
    """
    if isinstance(value, str):
        return '"{}"'.format(quoted(value))
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return tell(file_messages.FOUND_TABLE)
    if isinstance(value, list):
        return tell(file_messages.FOUND_LIST)
    if isinstance(value, int) and abs(value) >= _LONG_NUMBER:
        return tell(file_messages.FOUND_LONG_NUMBER)
    return str(value)
