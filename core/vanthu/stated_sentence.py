"""Sentences in which a document states its result: "- Tổng điểm đạt được: 98 điểm.", "- Xếp loại: Tốt."

Only a line that says nothing else: what more a sentence tells, in words or brackets, would no longer fit a new number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Match, Optional

from .form import Form
from .stated import RATING, TOTAL
from .text import composed

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
    text: str  # as the line spells it, composed or not
    start: int  # letters from the beginning of the line


def stated_sentence(line: str, form: Form) -> Optional[StatedSentence]:
    """What the line states, or ``None``."""
    plain, places = composed(line)
    name, found = TOTAL, _points(plain)
    if found is None:
        name, found = RATING, _class(plain, form)
    if found is None:
        return None
    start, end = (places[at] for at in found.span("value"))
    return StatedSentence(name, line[start:end], start)


def _points(line: str) -> Optional[Match[str]]:
    points = _POINTS.fullmatch(line)
    return points if points and _NOT_REACHED not in points.group("what").casefold() else None


def _class(line: str, form: Form) -> Optional[Match[str]]:
    labels = "|".join(re.escape(band.label) for band in form.bands)
    return re.compile(_CLASS.format(labels), re.IGNORECASE).fullmatch(line) if labels else None
