"""A file of the user's own settings: where such files lie, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Callable, Mapping

from .data_error import DataError
from .language import tell

SETTINGS = "thiet-lap.toml"  # named here: one can look for it before loading all that reads it
_UNREADABLE = "{} (không đọc được {}){}"


def settings_folder(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """The folder of Văn thư's settings; ``platform`` as in ``sys.platform``. ``VANTHU_SETTINGS`` names another.

    >>> settings_folder({}, "linux", Path("/home/lan")).as_posix()
    '/home/lan/.config/vanthu'
    """
    if environ.get("VANTHU_SETTINGS"):
        return Path(environ["VANTHU_SETTINGS"])
    if platform == "win32":
        return Path(environ.get("APPDATA") or home / "AppData" / "Roaming") / "vanthu"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "vanthu"
    configured = environ.get("XDG_CONFIG_HOME", "")  # the standard says: a relative one counts as none
    return Path(configured if configured.startswith("/") else home / ".config") / "vanthu"


def is_missing(path: Path) -> bool:
    """Whether nothing was kept there yet; something that cannot be read is not missing."""
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:  # something is there; reading says what is wrong with it
        return False
    return False


def keep(text: str, path: Path, load: Callable[[Path], object]) -> None:
    """Write the file; an older one that ``load`` cannot read is set aside. Raises :class:`DataError`."""
    beside = path.with_name(".{}{}".format(os.urandom(16).hex(), path.suffix))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(beside, text)
        _set_aside_unreadable(path, load)
        beside.replace(path)
    except OSError as error:
        from . import file_messages  # late: the office asks for this module when it starts
        from .system_reason import system_reason

        raise DataError(str(path), tell(file_messages.NOT_WRITTEN, reason=system_reason(error))) from None
    finally:
        _remove(beside)


def _write(path: Path, text: str) -> None:
    """Down to the disk: a power cut after the renaming must not leave an empty file."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _set_aside_unreadable(path: Path, load: Callable[[Path], object]) -> None:
    """A newer Văn thư, or a person with an editor, may still make sense of it."""
    try:
        load(path)
    except DataError:
        number = 1
        while _unreadable(path, number).exists():
            number += 1
        path.rename(_unreadable(path, number))


def _unreadable(path: Path, number: int) -> Path:
    return path.with_name(_UNREADABLE.format(path.stem, number, path.suffix))


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
