"""Templates (mẫu văn bản): which file is the template of a kind of document, and where an organisation keeps its own.

The folders of an organisation are named in the environment, as in a list of paths; of several the last one wins.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Dict, Mapping, Sequence, Tuple

from . import file_messages
from .data_error import DataError, listed
from .language import tell

LAYERS, TEMPLATES = "VANTHU_LAYERS", "VANTHU_TEMPLATES"
ENDING = ".docx"
_NOT_TEMPLATES = ("~$", ".")  # the beginnings of files that Word and Writer lay beside an open document


def layer_folders(environment: Mapping[str, str]) -> Tuple[Path, ...]:
    """The folders whose layers replace the shipped ones."""
    return _folders(environment.get(LAYERS, ""))


def template_folders(environment: Mapping[str, str], shipped: Path) -> Tuple[Path, ...]:
    """Where templates lie: the shipped ones, then those of the organisation, which win."""
    return (shipped, *_folders(environment.get(TEMPLATES, "")))


def templates(folders: Sequence[Path]) -> Dict[str, Path]:
    """Each kind of document that has a template, and its file; a file in a later folder wins."""
    found: Dict[str, Path] = {}
    for folder in folders:
        files = sorted(folder.glob("*" + ENDING))
        found.update({path.stem: path for path in files if not path.name.startswith(_NOT_TEMPLATES)})
    return dict(sorted(found.items()))


def template_path(kind_id: str, folders: Sequence[Path]) -> Path:
    """The template of a kind of document; :class:`DataError` naming those there are."""
    known = templates(folders)
    if kind_id not in known:
        raise DataError("kind", tell(file_messages.NO_SUCH_TEMPLATE, found=kind_id, allowed=listed(known)))
    return known[kind_id]


def _folders(names: str) -> Tuple[Path, ...]:
    return tuple(Path(name) for name in names.split(os.pathsep) if name)
