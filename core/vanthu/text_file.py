"""Text files from outside: UTF-8, or one clear error."""

from __future__ import annotations

from pathlib import Path
from typing import Union

from . import file_messages
from .data_error import DataError
from .language import tell
from .system_reason import system_reason


def read_text(path: Path, name: str) -> str:
    """The text of a UTF-8 file that people call ``name``.

    A missing file, a folder, an empty file, another encoding: :class:`DataError` with one sentence.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DataError(name, tell(file_messages.NO_FILE)) from None
    except UnicodeDecodeError as error:
        raise DataError(name, tell(file_messages.NOT_UTF_8, byte=error.start)) from None
    except (OSError, ValueError) as error:
        raise DataError(name, _reason(path, error)) from None
    if not text.strip():
        raise DataError(name, tell(file_messages.EMPTY))
    return text


def _reason(path: Path, error: Union[OSError, ValueError]) -> str:
    # Windows refuses to open a folder with "permission denied", which would send the clerk the wrong way.
    try:
        if path.is_dir():
            return tell(file_messages.A_FOLDER)
    except (OSError, ValueError):
        pass
    return tell(file_messages.NOT_READ, reason=system_reason(error))
