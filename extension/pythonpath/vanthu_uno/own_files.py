"""What this user has kept outside of documents: the organisation's profile and the settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Dict, Optional, Tuple

from vanthu import profile_file, settings
from vanthu.data_error import DataError
from vanthu.kept_file import settings_folder
from vanthu.profile import Profile
from vanthu.settings import Settings, with_settings


def profile_path() -> Path:
    """Where the profile of this user's organisation lies, once it is kept."""
    return _folder() / profile_file.FILE_NAME


def settings_path() -> Path:
    """Where the settings lie, once they are kept."""
    return _folder() / settings.FILE_NAME


def own_profile() -> Tuple[str, Optional[Profile]]:
    """Why the profile cannot be used, and the profile; a clerk with a broken one still works, with blank fields."""
    try:
        return "", profile_file.load(profile_path())
    except DataError as error:
        return str(error), None


def own_settings() -> Tuple[str, Settings]:
    """Why the settings cannot be used, and the settings; instead of broken ones those of a first start."""
    try:
        return "", settings.load(settings_path())
    except DataError as error:
        return str(error), Settings()


def environment() -> Dict[str, str]:
    """The environment, and the folders of the settings where it names none."""
    return with_settings(os.environ, own_settings()[1])


def _folder() -> Path:
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  (Path.home() fails for a user without one)
    return settings_folder(os.environ, sys.platform, home)
