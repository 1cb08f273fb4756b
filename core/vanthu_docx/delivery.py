"""Delivery of output files: all of them whole or none at all, and never over a file that is already there."""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from vanthu import file_messages
from vanthu.data_error import DataError
from vanthu.language import tell
from vanthu.system_reason import system_reason

from . import batch_messages
from .sameness import same_content


def deliver(made: Path, target: Path) -> Path | None:
    """Put a finished file in its place; returns where an older, different file of that name was kept.

    Raises :class:`DataError` where the folder is missing or cannot be written.
    """
    return next(iter(_deliver_all([(made, target)])), None)


def deliver_into(folder: Path, made: Sequence[Path]) -> tuple[Path, ...]:
    """Put finished files into a folder, which may be new, all or none; returns where older, different ones were kept.

    Raises :class:`DataError`, and then the folder is as it was: what was set aside stands in its place again.
    """
    with contextlib.ExitStack() as undo:
        _make_folder(folder, undo)
        kept = _deliver_all([(path, folder / path.name) for path in made])
        undo.pop_all()
    return kept


def _make_folder(folder: Path, undo: contextlib.ExitStack) -> None:
    if folder.is_dir():
        return
    undo.callback(_quietly, folder.rmdir)
    try:
        folder.mkdir()
    except OSError as error:
        reason = system_reason(error)
        raise DataError(str(folder), batch_messages.FOLDER_NOT_MADE.format(reason=reason)) from None


def _deliver_all(pairs: Sequence[tuple[Path, Path]]) -> tuple[Path, ...]:
    """Every file is copied beside its place first: a full disk shows before anything there has changed."""
    with contextlib.ExitStack() as undo:
        changed = [(made, target) for made, target in pairs if not same_content(made, target)]
        copies = [(_copied_beside(made, target, undo), target) for made, target in changed]
        kept = [_put_in_place(beside, target, undo) for beside, target in copies]
        undo.pop_all()
    return tuple(older for older in kept if older)


def _copied_beside(made: Path, target: Path, undo: contextlib.ExitStack) -> Path:
    beside = target.with_name(".{}{}".format(uuid.uuid4().hex, target.suffix))
    undo.callback(_quietly, beside.unlink)
    with _naming(target):
        shutil.copyfile(made, beside)
    return beside


def _put_in_place(beside: Path, target: Path, undo: contextlib.ExitStack) -> Path | None:
    with _naming(target):
        if not os.path.lexists(target):
            undo.callback(_quietly, target.unlink)
            beside.replace(target)
            return None
        kept = _free_name(target)
        undo.callback(_quietly, lambda: kept.replace(target))
        target.rename(kept)
        beside.replace(target)
        return kept


def _free_name(target: Path) -> Path:
    number = 1
    while os.path.lexists(kept := target.with_name("{} (bản cũ {}){}".format(target.stem, number, target.suffix))):
        number += 1
    return kept


@contextlib.contextmanager
def _naming(target: Path) -> Iterator[None]:
    """What the system refuses here is told with the name that the person gave."""
    try:
        yield
    except OSError as error:
        raise DataError(target.name, tell(file_messages.NOT_WRITTEN, reason=system_reason(error))) from None


def _quietly(step: Callable[[], object]) -> None:
    """A step back that may have nothing to do: it is noted before the step that it takes back."""
    with contextlib.suppress(OSError):
        step()
