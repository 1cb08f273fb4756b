"""Sentences in which a document states its result: "- Tổng điểm đạt được: 98 điểm.", "- Xếp loại: Tốt."

Only a line that says nothing else: what more a sentence tells, in words or brackets, would no longer fit a new number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Optional

from .form import Form
from .stated import RATING, TOTAL

_POINTS = re.compile(
    r"[\W_]*(?:tự đánh giá,? ?)?tổng (?:số )?điểm(?P<what>[^:\d]{0,60}):\s*"
    r"(?P<value>\d+(?:[.,]\d+)?)(?:\s*/\s*\d+)?(?:\s*điểm)?[\s.;/]*",
    re.IGNORECASE,
)
_CLASS = r"[\W_]*(?:kết quả )?(?:tự )?(?:đánh giá,? ?)?xếp loại[^:\d]{{0,60}}:\s*(?:loại\s+)?(?P<value>{})[\s.;/]*"
_NOT_REACHED = "tối đa"


@dataclass(frozen=True)
class StatedSentence:
    """The total or the class in a line of text, and where it stands in it."""

    name: str  # "total" or "rating", as in a record's [stated]
    text: str
    start: int  # letters from the beginning of the line


def stated_sentence(line: str, form: Form) -> Optional[StatedSentence]:
    """What the line states, or ``None``."""
    points = _POINTS.fullmatch(line)
    if points and _NOT_REACHED not in points.group("what").casefold():
        return StatedSentence(TOTAL, points.group("value"), points.start("value"))
    labels = "|".join(re.escape(band.label) for band in form.bands)
    rating = re.compile(_CLASS.format(labels), re.IGNORECASE).fullmatch(line) if labels else None
    return StatedSentence(RATING, rating.group("value"), rating.start("value")) if rating else None
