"""The folder of this user's own files. The office asks for it when it starts, so nothing is loaded that reads them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from vanthu.kept_file import SETTINGS, is_missing, settings_folder


def has_settings() -> bool:
    """Whether settings were kept, be they readable or not."""
    return not is_missing(settings_path())


def settings_path() -> Path:
    """Where the settings lie, once they are kept."""
    return kept_folder() / SETTINGS


def kept_folder() -> Path:
    """The folder of this user's own files; it need not be there yet."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  (Path.home() fails for a user without one)
    return settings_folder(os.environ, sys.platform, home)
