"""Syntax (cú pháp): what the parsers of TOML and JSON refuse, said as the place and what to look at there.

They speak English to programmers; their words only tell which advice fits.
"""

from __future__ import annotations

import re
from typing import Tuple

from . import file_messages
from .data_error import DataError
from .language import tell

_PLACE = re.compile(r"line (\d+),? column (\d+)")
_CAUSES = (  # name of the advice in the catalog, words of the parsers; the first that fits counts
    ("twice", re.compile("overwrite|twice|immutable|redefine|Duplicate")),
    ("escape", re.compile("Unescaped|Invalid hex|Escaped|escape")),
    ("key", re.compile("property name|after a key|key part|':' delimiter")),
    ("bracket", re.compile(r"Unclosed|Expected '\]|',' delimiter|trailing comma")),
    ("text", re.compile(r"string|character|Expected ['\"]")),
    ("date", re.compile("date")),
    ("value", re.compile("value")),
    ("rest", re.compile("newline|Extra data")),
)
_OTHER = "other"


def syntax_error(language: str, text: str, source: str, error: Exception) -> DataError:
    """The error of a file that is no TOML or JSON; ``error``: what the parser raised over its ``text``."""
    if isinstance(error, RecursionError):
        return DataError(source, tell(file_messages.TOO_DEEP, language=language))
    said = str(error)
    cause = next((name for name, words in _CAUSES if words.search(said)), _OTHER)
    line, column = _place(said, text)
    advice = tell(file_messages.SYNTAX_ADVICE[cause])
    return DataError(source, tell(file_messages.SYNTAX, language=language, line=line, column=column, advice=advice))


def _place(said: str, text: str) -> Tuple[int, int]:
    """Where the parser stopped; it names no line where that is the end."""
    named = _PLACE.findall(said)
    if named:
        line, column = named[-1]
        return int(line), int(column)
    return line_and_column(text, len(text.rstrip()))


def line_and_column(text: str, position: int) -> Tuple[int, int]:
    """A position as editors count, from 1.

    >>> line_and_column("schema = 1\\nform", 11)
    (2, 1)
    """
    before = text[:position]
    return before.count("\n") + 1, position - before.rfind("\n")
