"""The profile of this user's organisation, kept outside of documents."""

from __future__ import annotations

from pathlib import Path
from typing import Optional, Tuple

from vanthu import profile_file
from vanthu.data_error import DataError
from vanthu.profile import Profile

from .own_folder import kept_folder


def profile_path() -> Path:
    """Where the profile of this user's organisation lies, once it is kept."""
    return kept_folder() / profile_file.FILE_NAME


def own_profile() -> Tuple[str, Optional[Profile]]:
    """Why the profile cannot be used, and the profile; a clerk with a broken one still works, with blank fields."""
    try:
        return "", profile_file.load(profile_path())
    except DataError as error:
        return str(error), None
