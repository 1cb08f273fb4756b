"""The settings that this user has kept outside of documents, and what they stand for."""

from __future__ import annotations

import os
from typing import Dict, Tuple

from vanthu import settings
from vanthu.data_error import DataError
from vanthu.settings import Settings, with_settings

from .own_folder import settings_path


def own_settings() -> Tuple[str, Settings]:
    """Why the settings cannot be used, and the settings; instead of broken ones those of a first start."""
    try:
        return "", settings.load(settings_path())
    except DataError as error:
        return str(error), Settings()


def environment() -> Dict[str, str]:
    """The environment, and the folders of the settings where it names none."""
    return with_settings(os.environ, own_settings()[1])
