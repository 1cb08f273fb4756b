"""The settings that this user has kept outside of documents."""

from __future__ import annotations

from typing import Tuple

from vanthu import settings
from vanthu.data_error import DataError
from vanthu.settings import Settings

from .own_folder import settings_path


def own_settings() -> Tuple[str, Settings]:
    """Why the settings cannot be used, and the settings; instead of broken ones those of a first start."""
    try:
        return "", settings.load(settings_path())
    except DataError as error:
        return str(error), Settings()
