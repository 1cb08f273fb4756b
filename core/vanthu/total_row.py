"""The row of the total (dòng tổng cộng) of a score table that is not ours, among others that add something up."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Iterator, Optional, Sequence, Set, Tuple

from .form import Form
from .score import bare_score, parse_score
from .score_column import MAXIMUM_WORDS, Rows, holds, plain_words

_WORDS = ("tổng cộng", "tổng điểm", "tổng số điểm", "cộng")
_NUMERAL = r"(?:\d+|[ivx]+|[a-e])\b"
_PART = re.compile(r"\b(?:mục|phần|nhóm|tiêu chí|tiêu chuẩn|nội dung) (?:số )?" + _NUMERAL)
_SEVERAL = re.compile(_PART.pattern + r" (?:(?:và|đến) )?(?:" + _PART.pattern + "|" + _NUMERAL + ")")


def total_row(form: Form, rows: Rows, after: int) -> Optional[int]:
    """The row below this one that adds up the whole table; ``None`` where there is none.

    Of several the one that fits the most points of the form best, and of these the last.
    """
    wholes = [number for number in range(after + 1, len(rows)) if _is_whole(rows[number])]
    return max(wholes, key=lambda number: (*_fitness(form, rows[number]), number), default=None)


def _is_whole(row: Sequence[str]) -> bool:
    sums = list(_sums(row))
    return bool(sums) and not any(map(_is_part, sums))


def _sums(row: Sequence[str]) -> Iterator[str]:
    """The cells that say that the row adds up."""
    return (words for words in map(plain_words, row) if words.startswith(_WORDS))


def _is_part(words: str) -> bool:
    """Whether it adds up one part of the form alone: "Cộng mục 3"."""
    return bool(_PART.search(words)) and not _SEVERAL.search(words)


def _fitness(form: Form, row: Sequence[str]) -> Tuple[bool, bool, bool]:
    """Not above the most points ("sau khi cộng điểm thưởng"); more than these points alone; these points at all."""
    points = _points(row, form.max_score)
    states_most = any(holds(words, MAXIMUM_WORDS) for words in _sums(row))
    exceeds = form.max_score is not None and any(one > form.max_score for one in points)
    return not exceeds, not states_most or len(points) > 1, form.max_score in points


def _points(row: Sequence[str], most: Optional[Decimal]) -> Set[Decimal]:
    scores = (parse_score(bare_score(cell, most)) for cell in row)
    return {score for score in scores if score is not None}
