"""The log of the batch side: details for whoever mends it, which are nothing for the clerk."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from pathlib import Path

from . import batch_messages, house

_MAXIMUM_BYTES = 500_000
_ENTRY = "--- {}\n{}\n"


def with_details(sentence: str, details: str) -> str:
    """The sentence, with the place where the details were written for it."""
    log = _written(details)
    return batch_messages.DETAILS.format(sentence=sentence, log=log) if log else sentence


def _written(details: str) -> Path | None:
    """Beside the user's settings, else in a new temporary file: where all may write, a known name may be a trap."""
    entry = _ENTRY.format(time.strftime("%Y-%m-%d %H:%M:%S"), details).encode("utf-8", "backslashreplace")
    with contextlib.suppress(OSError):
        return _added(entry, house.log_file())
    with contextlib.suppress(OSError):
        descriptor, name = tempfile.mkstemp(prefix="vanthu-", suffix=".log")
        with os.fdopen(descriptor, "wb") as log:
            log.write(entry)
        return Path(name)
    return None


def _added(entry: bytes, path: Path) -> Path:
    """The log with this entry; one grown too long begins anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    grown = path.exists() and path.stat().st_size > _MAXIMUM_BYTES
    with path.open("wb" if grown else "ab") as log:
        log.write(entry)
    return path
