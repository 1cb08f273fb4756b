"""Numbering (đánh số): Roman numbers of sections and annexes, letters of points (điểm).

Source: Nghị định 30/2020, Phụ lục I, Phần I, Mục II, khoản 6.
That đ stands between d and e is seen in Thông tư 24/2023, Điều 12.
"""

from __future__ import annotations

# The Vietnamese alphabet as legal texts count with it: đ after d, no letters with marks, no f, j, w, z.
LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_HIGHEST = 39  # beyond it Roman numbers need signs that no document of ours has


def roman(number: int) -> str:
    """The Roman number of a section; ``ValueError`` outside 1 to 39.

    >>> roman(4), roman(19)
    ('IV', 'XIX')
    """
    if not 1 <= number <= _HIGHEST:
        raise ValueError("There is no Roman number for {}; allowed: 1 to {}.".format(number, _HIGHEST))
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def letter(number: int) -> str:
    """The letter of a point (điểm); ``ValueError`` outside 1 to 23.

    >>> letter(4), letter(5)
    ('d', 'đ')
    """
    if not 1 <= number <= len(LETTERS):
        raise ValueError("There is no letter for point {}; allowed: 1 to {}.".format(number, len(LETTERS)))
    return LETTERS[number - 1]
