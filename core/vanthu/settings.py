"""Settings (thiết lập): what a clerk chose for all documents."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Tuple

from . import file_messages
from .kept_file import SETTINGS, is_missing, keep
from .language import LANGUAGES
from .strict import StrictTable
from .toml import read

SCHEMA = 1
FILE_NAME = SETTINGS


@dataclass(frozen=True)
class Settings:
    """The choices of one user."""

    language: str = LANGUAGES[0]  # of menus, dialogs and sentences; documents are Vietnamese
    layers: str = ""  # folder of the organisation's layers; blank: the shipped ones
    templates: str = ""  # folder of the organisation's templates; blank: the shipped ones
    kind: str = ""  # the kind of document that a new one is by default; blank: the usual one


def load(path: Path) -> Settings:
    """The settings; those of a first start where none were kept, :class:`DataError` for a file that cannot be used."""
    if is_missing(path):
        return Settings()
    table = StrictTable(read(path, str(path)), str(path), "", ("schema", *_names()))
    table.check_schema(SCHEMA, file_messages.SETTINGS_SCHEMA)
    return Settings(
        language=table.choice("language", LANGUAGES, LANGUAGES[0]),
        layers=table.text("layers", ""),
        templates=table.text("templates", ""),
        kind=table.line("kind", ""),
    )


def save(settings: Settings, path: Path) -> None:
    """Keep the settings; an older file that cannot be read is set aside. Raises :class:`DataError`."""
    # A text of JSON is a text of TOML, with one exception that no line of ours holds: the control character DEL.
    lines = ["{} = {}".format(name, json.dumps(getattr(settings, name), ensure_ascii=False)) for name in _names()]
    keep("\n".join(["schema = {}".format(SCHEMA), *lines, ""]), path, load)


def _names() -> Tuple[str, ...]:
    return tuple(one.name for one in fields(Settings))
