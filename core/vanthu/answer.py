"""Answers (câu trả lời) to the indicators of a level form, as people type them: "19/20", "đạt", "cơ bản"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Optional, Tuple, Union

from .demand import DIGITAL_GRADES, Demand, Measure
from .document_words import AND_THEN, COUNT_EXAMPLE
from .finding import FindingCode
from .form import Criterion
from .text import clean_line

_YES = ("đạt", "có", "x")
_NO = ("không đạt", "chưa đạt", "không", "chưa")
_NOT_APPLICABLE = "không áp dụng"
_COUNT = re.compile(r"([0-9]{1,12}) ?/ ?([0-9]{1,12})")
_GRADE = re.compile(r"(?:đạt )?(?:chuẩn )?(?:mức(?: độ)? )?([0-9])")
_DIGITAL = re.compile(r"(?:đạt )?(?:mức )?(?:đáp ứng )?(cơ bản|tốt)|(?:mức )?chưa đáp ứng")
_SHARE = re.compile(r"\s*=\s*[0-9]+(?:[.,][0-9]+)?\s*%")
_DIGITAL_WORDS = {"cơ bản": DIGITAL_GRADES.index("co-ban"), "tốt": DIGITAL_GRADES.index("tot"), None: 0}


@dataclass(frozen=True)
class Count:
    """So many of so many."""

    met: int
    of: int

    def reaches(self, percent: Decimal) -> bool:
        """Compared in whole numbers, so that 17 of 19 never rounds up to 90%.

        >>> Count(17, 19).reaches(Decimal(90)), Count(18, 20).reaches(Decimal(90))
        (False, True)
        """
        return self.met * 100 >= percent * self.of

    def lacks(self, percent: Decimal) -> int:
        """How many more it takes.

        >>> Count(17, 19).lacks(Decimal(90))
        1
        """
        needed = (percent * self.of / 100).to_integral_value(ROUND_CEILING)
        return max(0, int(needed) - self.met)


@dataclass(frozen=True)
class Answer:
    """A usable answer. ``not_applicable`` excludes the rest."""

    yes: bool = False
    counts: Tuple[Count, ...] = ()
    grade: Optional[int] = None
    not_applicable: bool = False
    reason: str = ""

    def meets(self, demand: Demand, disadvantaged: bool) -> bool:
        """Whether the answer is enough for one level."""
        thresholds = demand.threshold(disadvantaged)
        if self.counts:
            return all(count.reaches(percent) for count, percent in zip(self.counts, thresholds))
        if self.grade is not None:
            return self.grade >= thresholds[0]
        return self.yes

    def lacks(self, demand: Demand, disadvantaged: bool) -> Tuple[int, ...]:
        """How many more of each thing counted the level takes."""
        thresholds = demand.threshold(disadvantaged)
        return tuple(count.lacks(percent) for count, percent in zip(self.counts, thresholds))


def count_example(criterion: Criterion) -> str:
    """How an answer that counts looks: "19/20; 19/20" for two things."""
    return AND_THEN.join([COUNT_EXAMPLE] * len(criterion.counts))


def bare_answer(shown: str) -> str:
    """An answer as somebody would have typed it: the share that a table shows beside a count is computed.

    >>> bare_answer("19/20 = 95%;  3/4 = 75%")
    '19/20; 3/4'
    """
    return " ".join(_SHARE.sub("", clean_line(shown)).split())


def parse_answer(criterion: Criterion, typed: str) -> Union[Answer, FindingCode]:
    """The answer, or why it cannot be used.

    >>> parse_answer(Criterion("1.1", "1", "", "", measure=Measure.YES_NO), "Đạt")
    Answer(yes=True, counts=(), grade=None, not_applicable=False, reason='')
    """
    words, _, reason = clean_line(typed).partition(":")
    plain = " ".join(words.casefold().split()).rstrip(".")
    if plain == _NOT_APPLICABLE:
        return Answer(not_applicable=True, reason=reason.strip(" .;,"))
    if plain in _NO:
        return Answer()
    if criterion.measure is Measure.COUNT:
        return _counts(criterion, plain)
    if criterion.measure is Measure.YES_NO:
        return Answer(yes=True) if plain in _YES else FindingCode.NOT_AN_ANSWER
    return _grade(criterion, plain)


def _counts(criterion: Criterion, plain: str) -> Union[Answer, FindingCode]:
    found = [_COUNT.fullmatch(piece.strip()) for piece in plain.split(";")]
    counts = tuple(Count(int(match.group(1)), int(match.group(2))) for match in found if match)
    if len(counts) < len(found) or len(counts) != len(criterion.counts):
        return FindingCode.NOT_A_COUNT
    if any(count.of == 0 for count in counts):
        return FindingCode.COUNT_OF_ZERO
    if any(count.met > count.of for count in counts):
        return FindingCode.COUNT_ABOVE_TOTAL
    return (_not_nested(counts) if criterion.among else None) or Answer(counts=counts)


def _not_nested(counts: Tuple[Count, ...]) -> Optional[FindingCode]:
    """What is wrong with counts among the same people, each of which is a part of the one before."""
    if len({count.of for count in counts}) > 1:
        return FindingCode.COUNT_TOTALS_DIFFER
    if any(part.met > whole.met for whole, part in zip(counts, counts[1:])):
        return FindingCode.COUNT_NOT_A_PART
    return None


def _grade(criterion: Criterion, plain: str) -> Union[Answer, FindingCode]:
    if criterion.measure is Measure.DIGITAL:
        named = _DIGITAL.fullmatch(plain)
        return Answer(grade=_DIGITAL_WORDS[named.group(1)]) if named else FindingCode.NOT_A_DIGITAL_LEVEL
    numbered = _GRADE.fullmatch(plain)
    grade = int(numbered.group(1)) if numbered else None
    return Answer(grade=grade) if grade in (0, *criterion.grades) else FindingCode.NOT_A_GRADE
