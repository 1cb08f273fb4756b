"""The profile as a file in the user's own settings: where it lies, read strictly, written whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from pathlib import Path
from typing import Any, Dict, Mapping, Optional

from .data_error import DataError
from .profile import Profile
from .record import OWNERSHIPS, UNIT_TYPES
from .record_file import json_values, signer_from, unit_from
from .strict import StrictTable
from .text import clean_line
from .text_file import read_text

SCHEMA = 1
FILE_NAME = "ho-so-don-vi.json"
UNREADABLE_NAME = "ho-so-don-vi (không đọc được {}).json"
_KEYS = ("schema", "unit", "unit_type", "ownership", "signer", "document")
_DOCUMENT_KEYS = ("addressees", "recipients", "archive", "field")


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


def load(path: Path) -> Optional[Profile]:
    """The profile, ``None`` where none was kept yet; :class:`DataError` for a file that cannot be used."""
    if _is_missing(path):
        return None
    return _profile(StrictTable(json_values(read_text(path, str(path)), str(path)), str(path), "", _KEYS))


def save(profile: Profile, path: Path) -> None:
    """Keep the profile; an older file that cannot be read is set aside. Raises :class:`DataError`."""
    beside = path.with_name(".{}.json".format(uuid.uuid4().hex))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(beside, json.dumps(_values(profile), ensure_ascii=False, indent=2) + "\n")
        _set_aside_unreadable(path)
        beside.replace(path)
    except OSError as error:
        raise DataError(str(path), "không ghi được tệp ({})".format(error.strerror)) from None
    finally:
        _remove(beside)


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:  # something is there; reading says what is wrong with it
        return False
    return False


def _profile(table: StrictTable) -> Profile:
    if table.integer("schema") != SCHEMA:
        raise table.error("phiên bản hồ sơ chưa được hỗ trợ; được phép: {}".format(SCHEMA), "schema")
    document = table.table("document", _DOCUMENT_KEYS)
    return Profile(
        unit=unit_from(table),
        unit_type=table.choice("unit_type", ("", *UNIT_TYPES), ""),
        ownership=table.choice("ownership", OWNERSHIPS, OWNERSHIPS[0]),
        signer=signer_from(table),
        addressees=tuple(clean_line(line) for line in document.lines("addressees")),
        recipients=tuple(clean_line(line) for line in document.lines("recipients")),
        archive=document.line("archive", ""),
        field=document.line("field", ""),
    )


def _values(profile: Profile) -> Dict[str, Any]:
    return {
        "schema": SCHEMA,
        "unit": vars(profile.unit),
        "unit_type": profile.unit_type,
        "ownership": profile.ownership,
        "signer": vars(profile.signer),
        "document": {key: getattr(profile, key) for key in _DOCUMENT_KEYS},
    }


def _write(path: Path, text: str) -> None:
    """Down to the disk: a power cut after the renaming must not leave an empty file."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _set_aside_unreadable(path: Path) -> None:
    """A newer Văn thư, or a person with an editor, may still make sense of it."""
    try:
        load(path)
    except DataError:
        number = 1
        while path.with_name(UNREADABLE_NAME.format(number)).exists():
            number += 1
        path.rename(path.with_name(UNREADABLE_NAME.format(number)))


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
