"""Names inside the file: style ids from Vietnamese style names, and the rule for bookmark names."""

from __future__ import annotations

import re
import unicodedata

_BOOKMARK = re.compile(r"[a-z][a-z0-9_]{0,39}")  # Word allows 40 characters


def style_id(name: str) -> str:
    """An ASCII id for a style name.

    >>> style_id("VT Cơ quan ban hành"), style_id("VT Địa danh")
    ('VTCoQuanBanHanh', 'VTDiaDanh')
    """
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    words = "".join(character for character in plain if not unicodedata.combining(character)).split()
    return "".join(word[:1].upper() + word[1:] for word in words)


def checked_bookmark(name: str) -> str:
    """``name`` if Word takes it as a bookmark, else ``ValueError``."""
    if not _BOOKMARK.fullmatch(name):
        raise ValueError(f'bookmark name "{name}" must be 1 to 40 of a-z, 0-9, _, beginning with a letter')
    return name
