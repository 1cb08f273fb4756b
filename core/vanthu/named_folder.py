"""Folders that somebody named for rules or templates of their own: their files, or one clear error."""

from __future__ import annotations

from pathlib import Path
from typing import Tuple

from . import file_messages
from .data_error import DataError
from .language import tell
from .system_reason import system_reason


def files_in(folder: Path, ending: str) -> Tuple[Path, ...]:
    """The files with this ending, also in capitals, by name. What cannot be listed is a :class:`DataError`.

    A folder on a drive that is away must not read as an empty one: other rules and papers would be used unseen.
    """
    try:
        found = sorted(folder.iterdir())
    except FileNotFoundError:
        raise DataError(str(folder), tell(file_messages.NO_FOLDER)) from None
    except NotADirectoryError:
        raise DataError(str(folder), tell(file_messages.NOT_A_FOLDER)) from None
    except OSError as error:
        raise DataError(str(folder), tell(file_messages.FOLDER_NOT_READ, reason=system_reason(error))) from None
    return tuple(path for path in found if path.suffix.lower() == ending)
