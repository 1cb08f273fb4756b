"""What an existing document states – sums, total, rating – held against what its own rows give."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import List, Sequence, Tuple

from . import messages
from .assessment import Assessment, CriterionResult
from .finding import Finding, FindingCode
from .form import Mode
from .language import tell
from .record import Record, normal_id
from .score import difference, format_score, parse_score
from .text import clean_line

TOTAL = "total"
RATING = "rating"
_BEFORE_CLASS = re.compile(r"^(?:(?:được )?(?:xếp )?loại\s*:?\s+|đạt\s+)+", re.IGNORECASE)
_AFTER_CLASS = re.compile(r"[\s.;]+$")
_MOST_REPAIRS = 2  # with more possible repairs the sentence would only confuse


def stated_findings(assessment: Assessment, record: Record) -> Tuple[Finding, ...]:
    """A finding for each stated value that differs. Nothing stated is ever used in a computation."""
    findings: List[Finding] = []
    for name, value in record.stated:
        findings.extend(_compare(assessment, normal_id(name), clean_line(value)))
    return tuple(findings)


def _compare(assessment: Assessment, place: str, typed: str) -> List[Finding]:
    if not typed:
        return []
    mode = assessment.form.mode
    if place == RATING and mode is not Mode.LIST:
        return _compare_rating(assessment, typed)
    points = parse_score(typed) if mode is Mode.POINTS else None
    result = assessment.results.get(place)
    if points is None or (result is None and place != TOTAL):
        facts = {"reason": tell(messages.STATED_LIMITS[mode.value])}
        return [Finding(FindingCode.STATED_UNREADABLE, place, typed, facts)]
    if result is not None:
        return _compare_line(assessment, result, typed, points)
    return _compare_total(assessment, typed, points)


def _compare_rating(assessment: Assessment, typed: str) -> List[Finding]:
    if assessment.rating is None:
        return []
    if assessment.rating.label.casefold() in (typed.casefold(), _class_in(typed).casefold()):
        return []
    return [Finding(FindingCode.RATING_DIFFERS, RATING, typed, {"rating": assessment.rating.label})]


def _class_in(typed: str) -> str:
    """The class alone, as the law and people write it: "Loại tốt", "Xếp loại: Tốt.", "Đạt mức độ 1"."""
    return _AFTER_CLASS.sub("", _BEFORE_CLASS.sub("", typed))


def _compare_line(assessment: Assessment, result: CriterionResult, typed: str, points: Decimal) -> List[Finding]:
    if not result.complete or result.score is None or result.score == points:
        return []
    children = assessment.children(result.criterion.id)
    what = tell(messages.SUM_OF_LINES if children else messages.SCORE_OF_LINE)
    facts = {**_facts(children, result.score, points, children), "what": what}
    return [Finding(FindingCode.GROUP_SUM_DIFFERS, result.criterion.id, typed, facts)]


def _compare_total(assessment: Assessment, typed: str, points: Decimal) -> List[Finding]:
    if assessment.total is None or assessment.rating is None or assessment.total == points:
        return []
    facts = _facts(assessment.children(""), assessment.total, points, assessment.criteria())
    return [Finding(FindingCode.TOTAL_DIFFERS, TOTAL, typed, {**facts, "rating": _rating(assessment, points)})]


def _facts(
    summands: Sequence[CriterionResult], score: Decimal, points: Decimal, repairable: Sequence[CriterionResult]
) -> dict[str, str]:
    gap = difference(points, score)
    return {
        "sum": sum_text(summands, score),
        "score": format_score(score),
        "difference": format_score(abs(gap)),
        "repair": _repair(repairable, gap, points),
    }


def sum_text(summands: Sequence[CriterionResult], score: Decimal) -> str:
    """ "25 + 5 + 3 = 33"; a line without parts is just its score."""
    terms = [format_score(summand.score) for summand in summands if summand.score is not None]
    return " = ".join([" + ".join(terms), format_score(score)] if terms else [format_score(score)])


def _repair(lines: Sequence[CriterionResult], gap: Decimal, points: Decimal) -> str:
    """The other way to mend a contradiction: which single line would have to change for the stated sum to be right."""
    choices = [
        tell(messages.REPAIR_CHOICE, place=line.criterion.id, score=format_score(line.score + gap))
        for line in lines
        if line.score is not None and 0 <= line.score + gap <= (line.criterion.max_score or line.score)
    ]
    if not 1 <= len(choices) <= _MOST_REPAIRS:
        return ""
    return tell(messages.REPAIR, typed=format_score(points), choices=tell(messages.OR).join(choices))


def _rating(assessment: Assessment, points: Decimal) -> str:
    """Whether the class stays the same with the right total."""
    bands = [band for band in assessment.form.bands if points >= band.from_score]
    label = assessment.rating.label if assessment.rating else ""
    stays = bool(bands) and bands[0] == assessment.rating
    return tell(messages.RATING_STAYS if stays else messages.RATING_BECOMES, rating=label)
