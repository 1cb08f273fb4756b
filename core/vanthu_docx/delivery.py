"""Delivery of output files: whole or not at all, and never over a file that is already there."""

from __future__ import annotations

import filecmp
import shutil
import uuid
from pathlib import Path

from vanthu import file_messages
from vanthu.data_error import DataError
from vanthu.language import tell


def deliver(made: Path, target: Path) -> Path | None:
    """Put a finished file in its place; returns where an older, different file of that name was kept.

    Raises :class:`DataError` where the folder is missing or cannot be written.
    """
    beside = target.with_name(".{}{}".format(uuid.uuid4().hex, target.suffix))
    try:
        shutil.copyfile(made, beside)
        kept = _keep_older(made, target)
        beside.replace(target)
    except OSError as error:
        raise DataError(target.name, tell(file_messages.NOT_WRITTEN, reason=error.strerror)) from None
    finally:
        beside.unlink(missing_ok=True)
    return kept


def _keep_older(made: Path, target: Path) -> Path | None:
    if not target.exists() or filecmp.cmp(made, target, shallow=False):
        return None
    number = 1
    while (kept := target.with_name("{} (bản cũ {}){}".format(target.stem, number, target.suffix))).exists():
        number += 1
    return target.rename(kept)
