"""Signing authority (thẩm quyền ký): the marks TM., KT., TL., TUQ., Q. as people type them.

Nghị định 30/2020, Phụ lục I, Phần I, Mục II, khoản 7 điểm b. A blank stands after the dot.
"""

from __future__ import annotations

import re
from typing import Tuple

from . import messages
from .data_error import listed
from .language import tell
from .quote import quoted
from .record import AUTHORITY_MARKS

_WORDS = tuple(mark.rstrip(".") for mark in AUTHORITY_MARKS)
# What stands at the beginning as a mark does: letters and a dot ("KT."), a stroke ("T/M"), or a mark without its dot.
_MARK = re.compile(r"([^\W\d_]+\.|[^\W\d_]{{1,3}}/\S*|(?:{})(?=\s|$))\s*".format("|".join(_WORDS)), re.IGNORECASE)


def authority_line(line: str) -> str:
    """A line of authority with the blank after its mark; a wrong mark is a ``ValueError``.

    >>> authority_line("TM.ỦY BAN NHÂN DÂN")
    'TM. ỦY BAN NHÂN DÂN'
    """
    mark, words = _parted(line)
    return " ".join(part for part in (mark, words) if part)


def mark_and_head(mark: str, head: str) -> Tuple[str, str]:
    """The mark alone and the title of the head, also where both were typed as one; a wrong mark is a ``ValueError``.

    >>> mark_and_head("", "KT.CHỦ TỊCH")
    ('KT.', 'CHỦ TỊCH')
    """
    if not mark:
        return _parted_title(head)
    found, words = _parted(mark)
    if not found or (words and head):
        raise _wrong(mark)
    return found, words or head


def _parted_title(head: str) -> Tuple[str, str]:
    try:
        return _parted(head)
    except ValueError:  # a title may begin with an abbreviation of its own
        return "", head


def _parted(line: str) -> Tuple[str, str]:
    """The mark at the beginning, blank where there is none, and the words after it."""
    match = _MARK.match(line)
    if match is None:
        return "", line
    if match.group(1).upper() not in AUTHORITY_MARKS:
        raise _wrong(match.group(1))
    return match.group(1), line[match.end() :]


def _wrong(mark: str) -> ValueError:
    return ValueError(tell(messages.WRONG_MARK, found=quoted(mark), allowed=listed(AUTHORITY_MARKS)))
