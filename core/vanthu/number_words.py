"""Numbers in words (số viết bằng chữ), as Vietnamese officials write them.

Where usage allows two words this module keeps to one: linh (not lẻ), bốn (not tư), nghìn (not ngàn), tỷ (not tỉ).
"""

from __future__ import annotations

from decimal import Decimal
from typing import List

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu", "tỷ")
_TOO_LARGE = 10 ** (3 * len(_GROUPS))
_POINT = "phẩy"


def number_words(value: Decimal) -> str:
    """A number of up to twelve digits before the comma in words; ``ValueError`` below 0, above that, or not finite.

    Zeros at the end of the decimals say nothing and are left out; zeros in front of them are read.

    >>> number_words(Decimal("1005")), number_words(Decimal("28.5")), number_words(Decimal("3.05"))
    ('một nghìn không trăm linh năm', 'hai mươi tám phẩy năm', 'ba phẩy không năm')
    """
    if not value.is_finite() or not 0 <= value < _TOO_LARGE:
        raise ValueError("There are no words for {}; allowed: 0 up to below {}.".format(value, _TOO_LARGE))
    whole, _, decimals = "{:f}".format(value).partition(".")
    decimals = decimals.rstrip("0")
    words = _whole_words(int(whole))
    return "{} {} {}".format(words, _POINT, _decimal_words(decimals)) if decimals else words


def sentence_words(value: Decimal, unit: str) -> str:
    """The number and its unit with a capital letter in front; ``ValueError`` as for ``number_words``.

    >>> sentence_words(Decimal(93), "điểm")
    'Chín mươi ba điểm'
    """
    words = number_words(value)
    return "{}{} {}".format(words[0].upper(), words[1:], unit)


def _whole_words(number: int) -> str:
    """Groups of three digits, highest first; an empty group is left out, also between two others."""
    if number == 0:
        return _DIGITS[0]
    groups: List[int] = []
    while number:
        number, group = divmod(number, 1000)
        groups.append(group)
    words: List[str] = []
    for place in reversed(range(len(groups))):
        if groups[place]:
            words += _group_words(groups[place], inner=place < len(groups) - 1)
            words += [_GROUPS[place]] if place else []
    return " ".join(words)


def _group_words(group: int, inner: bool) -> List[str]:
    """Three digits; a group after another one keeps its "không trăm"."""
    hundreds, rest = divmod(group, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or inner else []
    if 0 < rest < 10 and words:
        return [*words, "linh", _DIGITS[rest]]
    return words + _below_hundred(rest)


def _below_hundred(number: int) -> List[str]:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return [_DIGITS[ones]] if ones else []
    words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones == 0:
        return words
    if ones == 5:
        return [*words, "lăm"]
    if ones == 1 and tens > 1:
        return [*words, "mốt"]
    return [*words, _DIGITS[ones]]


def _decimal_words(decimals: str) -> str:
    """Zeros one by one, two digits as a number, more than that digit by digit."""
    bare = decimals.lstrip("0")
    words = [_DIGITS[0]] * (len(decimals) - len(bare))
    words += _below_hundred(int(bare)) if len(bare) <= 2 else [_DIGITS[int(digit)] for digit in bare]
    return " ".join(words)
