"""Sameness of two documents: whether they differ in more than the moment at which an office wrote them."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

# What LibreOffice (7.4) writes anew each time: a date, the seconds it took, a number drawn by lot, sums over these.
_MOMENT = re.compile(
    rb"/CreationDate\(D:\d{14}[^)]{0,8}\)"
    rb"|/ID \[ <[0-9A-F]{32}>\s<[0-9A-F]{32}> \]"
    rb"|/DocChecksum /[0-9A-F]{32}"
    rb"|<(?:dc:date|dcterms:modified[^>]*|meta:editing-duration|TotalTime)>[^<]*<"
    rb'|config:name="Rsid(?:Root)?"[^<]*<'
)


def same_content(made: Path, other: Path) -> bool:
    """Whether ``other`` is a file that holds what ``made`` holds; one that cannot be read is another."""
    try:
        return other.is_file() and _content(made) == _content(other)
    except _UNREADABLE:
        return False


_UNREADABLE = (OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error)


def _content(path: Path) -> object:
    """The parts of a zip, else the bytes, without what tells of the moment."""
    if not zipfile.is_zipfile(path):
        return _MOMENT.sub(b"", path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        return {name: _MOMENT.sub(b"", archive.read(name)) for name in archive.namelist()}
