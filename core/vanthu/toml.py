"""TOML text to a dict, with whichever reader this Python has.

The office's Python may be 3.8, without ``tomllib``; the extension then carries ``tomli`` under the name
``vanthu_tomli``, so that it never meets another extension's copy.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType
from typing import Any, Dict, Sequence, Type

from . import file_messages
from .data_error import DataError
from .language import tell
from .syntax import syntax_error
from .text_file import read_text

READERS = ("tomllib", "tomli", "vanthu_tomli")


def first_importable(names: Sequence[str]) -> ModuleType:
    """The first of ``names`` that can be imported; ``ImportError`` naming all of them when none can."""
    for name in names:
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    raise ImportError("no TOML reader; one of these is needed: " + ", ".join(names))


_reader = first_importable(READERS)

TOMLDecodeError: Type[ValueError] = _reader.TOMLDecodeError


def loads(text: str) -> Dict[str, Any]:
    """The tables of a TOML text; raises ``TOMLDecodeError`` (a ``ValueError``) naming line and column.

    >>> loads('nguon = "Nghị định 30"')
    {'nguon': 'Nghị định 30'}
    """
    document: Dict[str, Any] = _reader.loads(text)
    return document


def read(path: Path, name: str = "") -> Dict[str, Any]:
    """The tables of a TOML file that people call ``name``; ``DataError`` with one sentence for whatever is wrong."""
    shown = name or path.name or str(path)
    text = read_text(path, shown)
    try:
        return loads(text)
    except (TOMLDecodeError, RecursionError) as error:
        raise syntax_error("TOML", text, shown, error) from None
    except ValueError:  # Python reads no number of thousands of digits
        raise DataError(shown, tell(file_messages.LONG_NUMBER)) from None
