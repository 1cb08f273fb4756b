"""Points (điểm): exact decimals, read with a comma or a dot, written with a comma."""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact
from typing import Iterable, Optional

from .text import clean_line

_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_NEGATIVE = re.compile("[-\u2212\u2013][ ]?[0-9]+(?:[.,][0-9]+)?")
_SHOWN = re.compile(
    r"(?P<score>[0-9]+(?:[.,][0-9]+)?)(?:\s*/\s*(?P<most>[0-9]+(?:[.,][0-9]+)?))?(?:\s*(?:điểm|đ)\.?)?", re.IGNORECASE
)
_LONGEST = 40  # characters; nobody means a longer number, and exactness below depends on a bound
_EXACT = Context(prec=4 * _LONGEST, traps=[Inexact])


def parse_score(typed: str) -> Optional[Decimal]:
    """The number that was typed, or ``None`` where it is not a plain decimal number.

    A minus sign is read too, so that the caller can say "negative" rather than "not a number".

    >>> parse_score(" 8,50 "), parse_score("8.5"), parse_score("tám")
    (Decimal('8.50'), Decimal('8.5'), None)
    """
    text = clean_line(typed)
    if len(text) > _LONGEST:
        return None
    if _NEGATIVE.fullmatch(text):
        return -Decimal(text[1:].strip().replace(",", "."))
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return None


def bare_score(shown: str, most: Optional[Decimal]) -> str:
    """A score as somebody would have typed it, without the word and the most points that a table shows beside it.

    Another number than the most points of the line means something else, and stays.

    >>> bare_score("10 điểm", Decimal(10)), bare_score("9,5/10đ", Decimal(10)), bare_score("3/4", Decimal(10))
    ('10', '9,5', '3/4')
    """
    found = _SHOWN.fullmatch(clean_line(shown))
    if found is None or (found.group("most") and parse_score(found.group("most")) != most):
        return shown
    return found.group("score")


def total(scores: Iterable[Decimal]) -> Decimal:
    """The exact sum, whatever the decimal context of the caller.

    >>> total([Decimal("0.1"), Decimal("0.2")])
    Decimal('0.3')
    """
    result = Decimal(0)
    for score in scores:
        result = _EXACT.add(result, score)
    return result


def difference(minuend: Decimal, subtrahend: Decimal) -> Decimal:
    """The exact difference."""
    return _EXACT.subtract(minuend, subtrahend)


def plain(score: Decimal) -> str:
    """For machines: digits, a dot, no exponent, no idle zeros.

    >>> plain(Decimal("84.750")), plain(Decimal("1E+2"))
    ('84.75', '100')
    """
    digits = format(score, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def format_score(score: Decimal) -> str:
    """For people: the Vietnamese decimal comma.

    >>> format_score(Decimal("8.50"))
    '8,5'
    """
    return plain(score).replace(".", ",")
