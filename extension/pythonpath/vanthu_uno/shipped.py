"""The rules and templates that came with the extension, together with those of the organisation."""

from __future__ import annotations

import functools
import os
from pathlib import Path

from vanthu.library import Library, load_library
from vanthu.templates import layer_folders, template_folders, template_path

from .own_files import own_settings


def library_folder() -> Path:
    """The folder that holds forms/: the one the batch side names, the unpacked extension, or the project."""
    named = os.environ.get("VANTHU_HOME")
    if named:
        return Path(named)
    here = Path(__file__).resolve()
    return next(folder for folder in here.parents if (folder / "forms").is_dir())


@functools.lru_cache(maxsize=None)
def shipped_library() -> Library:
    """The shipped rules, with the layers of the organisation."""
    return load_library(library_folder() / "forms", layer_folders(os.environ, own_settings()[1]))


def template_of(kind_id: str) -> Path:
    """The template of a kind of document: the organisation's own, else the shipped one.

    Raises ``DataError`` where there is none.
    """
    folder = library_folder() / "templates" / "docx"
    return template_path(kind_id, template_folders(os.environ, own_settings()[1], folder)).resolve()
