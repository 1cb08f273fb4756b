"""The profile as a file in the user's own settings: where it lies, read strictly, written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, Optional

from . import file_messages
from .json_text import json_values
from .kept_file import is_missing, keep
from .language import tell
from .profile import Profile
from .record import OWNERSHIPS, UNIT_TYPES
from .record_file import signer_from, unit_from
from .strict import StrictTable
from .text import clean_line
from .text_file import read_text

SCHEMA = 1
FILE_NAME = "ho-so-don-vi.json"
_KEYS = ("schema", "unit", "unit_type", "ownership", "signer", "document")
_DOCUMENT_KEYS = ("addressees", "recipients", "archive", "field")


def load(path: Path) -> Optional[Profile]:
    """The profile, ``None`` where none was kept yet; :class:`DataError` for a file that cannot be used."""
    if is_missing(path):
        return None
    return _read(read_text(path, str(path)), str(path))


def save(profile: Profile, path: Path) -> None:
    """Keep the profile; an older file that cannot be read is set aside.

    Raises :class:`DataError`, also for a profile that could not be read back: then nothing is written.
    """
    text = json.dumps(_values(profile), ensure_ascii=False, indent=2) + "\n"
    _read(text, tell(file_messages.PROFILE))
    keep(text, path, load)


def _read(text: str, source: str) -> Profile:
    return _profile(StrictTable(json_values(text, source), source, "", _KEYS))


def _profile(table: StrictTable) -> Profile:
    table.check_schema(SCHEMA, file_messages.PROFILE_SCHEMA)
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
