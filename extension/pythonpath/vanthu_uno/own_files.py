"""What this user has kept outside of documents: where it lies, and the settings.

The office needs these when it starts, so nothing is imported here that only documents need.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Dict, Tuple

from vanthu import settings
from vanthu.data_error import DataError
from vanthu.kept_file import settings_folder
from vanthu.settings import Settings, with_settings


def settings_path() -> Path:
    """Where the settings lie, once they are kept."""
    return kept_folder() / settings.FILE_NAME


def own_settings() -> Tuple[str, Settings]:
    """Why the settings cannot be used, and the settings; instead of broken ones those of a first start."""
    try:
        return "", settings.load(settings_path())
    except DataError as error:
        return str(error), Settings()


def environment() -> Dict[str, str]:
    """The environment, and the folders of the settings where it names none."""
    return with_settings(os.environ, own_settings()[1])


def kept_folder() -> Path:
    """The folder of this user's own files; it need not be there yet."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  (Path.home() fails for a user without one)
    return settings_folder(os.environ, sys.platform, home)
