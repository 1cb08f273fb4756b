"""Templates (mẫu văn bản): which file is the template of a kind of document, and where an organisation keeps its own.

The folders of an organisation are named in the environment, as in a list of paths, or else in the settings, where one
is chosen. Of several the last one wins.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Dict, Mapping, Sequence, Tuple

from . import file_messages
from .data_error import DataError, listed
from .language import tell
from .named_folder import files_in
from .quote import quoted
from .settings import Settings

LAYERS, TEMPLATES = "VANTHU_LAYERS", "VANTHU_TEMPLATES"
ENDING = ".docx"
_NOT_TEMPLATES = ("~$", ".")  # the beginnings of files that Word and Writer lay beside an open document


def layer_folders(environment: Mapping[str, str], settings: Settings) -> Tuple[Path, ...]:
    """The folders whose layers replace the shipped ones."""
    return _folders(environment.get(LAYERS, ""), settings.layers)


def template_folders(environment: Mapping[str, str], settings: Settings, shipped: Path) -> Tuple[Path, ...]:
    """Where templates lie: the shipped ones, then those of the organisation, which win."""
    return (shipped, *_folders(environment.get(TEMPLATES, ""), settings.templates))


def templates(folders: Sequence[Path]) -> Dict[str, Path]:
    """Each kind of document that has a template, and its file; a file in a later folder wins.

    Raises :class:`DataError` for a folder that cannot be read.
    """
    found: Dict[str, Path] = {}
    for folder in folders:
        files = files_in(folder, ENDING)
        found.update({path.stem: path for path in files if not path.name.startswith(_NOT_TEMPLATES)})
    return dict(sorted(found.items()))


def template_path(kind_id: str, folders: Sequence[Path]) -> Path:
    """The template of a kind of document; :class:`DataError` naming those there are."""
    known = templates(folders)
    if kind_id not in known:
        raise DataError("kind", tell(file_messages.NO_SUCH_TEMPLATE, found=quoted(kind_id), allowed=listed(known)))
    return known[kind_id]


def _folders(names: str, chosen: str) -> Tuple[Path, ...]:
    """Those that the environment names; else the one chosen in the settings, whatever signs its name has."""
    paths = names.split(os.pathsep) if names else [chosen]
    return tuple(Path(path) for path in paths if path)
