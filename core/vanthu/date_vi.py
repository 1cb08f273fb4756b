"""Dates and reference numbers as Nghị định 30/2020 writes them, Phụ lục I, Phần I, Mục II, khoản 3 and 4."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Optional

# Blank places left for the pen: what the templates of Phụ lục III show before a document is numbered and dated.
_BLANK = "\u00a0" * 6
LONGEST_TERM = 99  # years that a recognition may last
FIRST_YEAR = date.min.year
LAST_YEAR = date.max.year - LONGEST_TERM - 1  # of what is typed: a term that begins then ends before the calendar does
_NUMBER = re.compile(r"[0-9]{1,9}")  # a longer one needs no zero in front
_PARTIAL = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True)
class Padding:
    """Below which value a number, a day or a month gets a zero in front (forms/layout/ngay-so.toml)."""

    number_below: int
    day_below: int
    month_below: int


@dataclass(frozen=True)
class PartialDate:
    """A day, or a month whose day is still open."""

    year: int
    month: int
    day: Optional[int]  # None while the day is open

    def last_day(self) -> date:
        """The latest day that this date can still become."""
        if self.day is not None:
            return date(self.year, self.month, self.day)
        first_of_next = date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return first_of_next - date.resolution


def parse_date(text: str) -> Optional[PartialDate]:
    """Read ``"2023-12-05"`` or ``"2023-12"``; ``None`` for a blank text.

    Raises ``ValueError`` for anything else, for days that no calendar has, and for years after ``LAST_YEAR``.
    """
    if not text:
        return None
    match = _PARTIAL.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    if date(year or 0, month or 0, day or 1).year > LAST_YEAR:
        raise ValueError(text)
    return PartialDate(year or 0, month or 0, day)


def short_day(day: date) -> str:
    """A day in running text and messages.

    >>> short_day(date(2024, 2, 12))
    '12/02/2024'
    """
    return "{:02d}/{:02d}/{}".format(day.day, day.month, day.year)


def padded(number: int, below: int) -> str:
    """The number, with a zero in front where it is smaller than the limit.

    >>> padded(3, below=3), padded(2, below=3)
    ('3', '02')
    """
    return "{:02d}".format(number) if number < below else str(number)


def date_words(when: Optional[PartialDate], padding: Padding) -> str:
    """The date line in full words (khoản 4 điểm b); what is not known yet stays blank, for the pen.

    >>> date_words(parse_date("2019-06-29"), Padding(10, 10, 3))
    'ngày 29 tháng 6 năm 2019'
    >>> date_words(parse_date("2020-01-05"), Padding(10, 10, 3))
    'ngày 05 tháng 01 năm 2020'
    """
    if when is None:
        return "ngày{}tháng{}năm{}".format(_BLANK, _BLANK, _BLANK)
    day = _BLANK if when.day is None else " {} ".format(padded(when.day, padding.day_below))
    return "ngày{}tháng {} năm {}".format(day, padded(when.month, padding.month_below), when.year)


def reference_number(number: str, symbol: str, padding: Padding) -> str:
    """Số, ký hiệu (khoản 3 điểm c): no blanks around "/", the number blank until the document is numbered.

    >>> reference_number("5", "BC-PGDĐT", Padding(10, 10, 3))
    'Số: 05/BC-PGDĐT'
    """
    shown = number or _BLANK
    if _NUMBER.fullmatch(number):
        shown = padded(int(number), padding.number_below)
    return "Số: {}/{}".format(shown, symbol)
