"""Where forms and templates lie: beside the package in an installed wheel, or in the project while developing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from vanthu import settings
from vanthu.kept_file import settings_folder
from vanthu.library import Library, load_library
from vanthu.profile import Profile
from vanthu.profile_file import FILE_NAME
from vanthu.profile_file import load as load_profile
from vanthu.templates import layer_folders, template_folders, template_path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder ``forms`` or ``templates``."""
    packed = _PACKAGE / "data" / name
    return packed if packed.is_dir() else _PACKAGE.parents[1] / name


def open_library() -> Library:
    """The shipped rules, with the layers of the organisation."""
    return load_library(folder("forms"), own_layers())


def shipped_templates() -> Path:
    """The folder of the templates that come with the program."""
    return folder("templates") / "docx"


def own_templates() -> tuple[Path, ...]:
    """The folders of the organisation's templates; the last one wins, and all win over the shipped ones."""
    return _template_folders()[1:]


def own_layers() -> tuple[Path, ...]:
    """The folders of the organisation's layers."""
    return layer_folders(os.environ, _settings())


def kept_profile() -> Profile | None:
    """The profile of this user's organisation, ``None`` where none was kept yet."""
    return load_profile(profile_file())


def profile_file() -> Path:
    """Where the profile of this user's organisation lies, once it is kept."""
    return _settings_folder() / FILE_NAME


def log_file() -> Path:
    """Where what went wrong is told in detail: in a folder that is this user's own."""
    return _settings_folder() / "vanthu.log"


def template(kind: str) -> Path:
    """The template of a kind of document; :class:`DataError` naming those there are."""
    return template_path(kind, _template_folders())


def _template_folders() -> tuple[Path, ...]:
    return template_folders(os.environ, _settings(), shipped_templates())


def _settings() -> settings.Settings:
    """What this user has chosen."""
    return settings.load(_settings_folder() / settings.FILE_NAME)


def _settings_folder() -> Path:
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  (Path.home() fails for a user without one)
    return settings_folder(os.environ, sys.platform, home)
