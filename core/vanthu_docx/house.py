"""Where forms and templates lie: beside the package in an installed wheel, or in the project while developing."""

from __future__ import annotations

import os
from pathlib import Path

from vanthu.data_error import DataError, listed
from vanthu.library import Library, load_library

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder ``forms`` or ``templates``."""
    packed = _PACKAGE / "data" / name
    return packed if packed.is_dir() else _PACKAGE.parents[1] / name


def open_library() -> Library:
    """The shipped rules, with the layers of the folders named in VANTHU_LAYERS."""
    names = os.environ.get("VANTHU_LAYERS", "").split(os.pathsep)
    return load_library(folder("forms"), [Path(name) for name in names if name])


def template(kind: str) -> Path:
    """The template of a kind of document; :class:`DataError` naming the shipped ones."""
    shipped = {path.stem: path for path in sorted((folder("templates") / "docx").glob("*.docx"))}
    if kind not in shipped:
        raise DataError("kind", 'không có mẫu "{}"; được phép: {}'.format(kind, listed(shipped)))
    return shipped[kind]
