"""Where a word ends (cuối chữ): how much of a text that follows belongs to the word or number before it."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"(?:[.,]?[0-9])+")
_LETTERS = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")


def rest_of_word(text: str, behind: str) -> str:
    """The beginning of ``behind`` that goes on with the last word or number of ``text``; blank where that is whole.

    >>> rest_of_word("8", "8,5 điểm"), rest_of_word("T", "ruong A"), rest_of_word("93", "đ")
    ('8,5', 'ruong', '')
    """
    last = text[-1:]
    found = _DIGITS.match(behind) if last.isdigit() else _LETTERS.match(behind) if last.isalpha() else None
    return found.group() if found else ""
