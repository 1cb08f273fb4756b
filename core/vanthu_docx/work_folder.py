"""The folder for files in the making: private, and gone afterwards however the work ends."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from vanthu.data_error import DataError
from vanthu.system_reason import system_reason

from . import batch_messages

_VARIABLE = "TMPDIR"  # names the place where the system keeps such folders


@contextlib.contextmanager
def work_folder() -> Iterator[Path]:
    """A new folder where the system keeps such; what cannot be written there becomes a :class:`DataError`.

    Whoever writes elsewhere meanwhile says so with a :class:`DataError` of its own.
    """
    try:
        # A file that an office on Windows still holds is no reason to lose the document that was made.
        with tempfile.TemporaryDirectory(prefix="vanthu-", ignore_cleanup_errors=True) as name:
            yield Path(name)
    except OSError as error:
        words = batch_messages.NO_WORK_FOLDER.format(reason=system_reason(error), variable=_VARIABLE)
        raise DataError(tempfile.tempdir or _VARIABLE, words) from error
