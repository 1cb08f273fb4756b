"""The zip of a finished document, made the same on every day and machine."""

from __future__ import annotations

import zipfile
from io import BytesIO

from .paper.package import zipped


def repacked(document: bytes) -> bytes:
    """The same parts with a fixed time and order, compressed."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts, zipfile.ZIP_DEFLATED)
