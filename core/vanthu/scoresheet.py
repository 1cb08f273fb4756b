"""Score sheet (phiếu chấm): what a panel shows of a form while scores are typed. Texts only, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Optional, Tuple

from . import document_words, messages
from .answer import Answer, Count, count_example, parse_answer
from .assessment import Assessment, CriterionResult, Status
from .demand import Demand, Measure
from .explain import distance
from .explain_levels import share
from .finding import Finding, FindingCode
from .form import Criterion, Mode
from .language import tell
from .messages import sentence
from .record import Record, evidence_of
from .score import format_score

ANSWERS = {  # by measure: the answers that are words
    Measure.YES_NO: ("met", "unmet", "not_applicable"),
    Measure.COUNT: ("unmet", "not_applicable"),
    Measure.GRADE: ("unmet", "not_applicable"),
    Measure.DIGITAL: ("good", "basic", "unmet", "not_applicable"),
}
_LONGEST_ANSWER = 9  # letters in the list: "không đạt"
_NOT_YET = (FindingCode.MISSING_SCORE, FindingCode.MISSING_ANSWER)  # a blank line is no mistake


@dataclass(frozen=True)
class ScoreRow:
    """One line of the sheet."""

    id: str
    symbol: str
    label: str
    maximum: str
    typed: str
    score: str  # computed, or what was typed where it cannot be used
    level: int  # 1 group, 2 criterion, 3 part
    editable: bool
    needed: bool  # still asked for: a criterion or its parts need typing, not both
    finding: str  # sentence about this line, or ""
    hint: str  # what the mouse over the wording tells besides: whose points these are
    prompt: str  # what the field asks for, its key marked with "~"
    brief: str  # what the list shows first: the score, the answer in short
    reached: str  # forms of levels: the level reached, in short; blank where ``brief`` says it already
    evidence: str  # what was written as proof, a line each
    asks_evidence: bool  # the law counts nothing without proof
    answers: Tuple[str, ...] = ()  # what one key each stands for, where the answer is a word


@dataclass(frozen=True)
class Summary:
    """What stands around the sheet."""

    heading: str  # over the list
    total: str  # blank in forms of levels
    maximum: str
    amount: str  # "93/100"; blank in forms of levels
    rating: str
    progress: str
    distance: str
    findings: Tuple[str, ...]
    first: str  # what to do before anything can be scored, or ""


def score_rows(assessment: Assessment, record: Record) -> Tuple[ScoreRow, ...]:
    """The lines of the sheet in the order of the form."""
    return tuple(_row(assessment, result, record) for result in assessment.results.values())


def summary(assessment: Assessment) -> Summary:
    """Total so far, rating, progress, distance and the findings that are more than "not typed yet"."""
    criteria = assessment.criteria()
    done = sum(result.complete for result in criteria)
    total, maximum = _points(assessment.total), _points(assessment.form.max_score)
    return Summary(
        heading=tell(messages.SHEET_OF_LEVELS if assessment.form.mode is Mode.LEVELS else messages.SHEET_OF_POINTS),
        total=total,
        maximum=maximum,
        amount=document_words.TOTAL_OF.format(total=total, maximum=maximum) if maximum else total,
        rating=assessment.rating.label if assessment.rating else tell(messages.UNRATED),
        progress=tell(messages.PROGRESS, done=done, all=len(criteria)),
        distance=distance(assessment),
        findings=tuple(sentence(finding) for finding in assessment.findings if _is_told(finding)),
        first="" if assessment.scope or not assessment.form.scopes else tell(messages.CHOOSE_UNIT_TYPE),
    )


def _is_told(finding: Finding) -> bool:
    """What is still blank is asked for where it is typed, and is no mistake."""
    unit_type_open = finding.code is FindingCode.UNIT_TYPE_MISSING and not finding.typed
    return finding.code not in _NOT_YET and not unit_type_open


def _points(points: Optional[Decimal]) -> str:
    return "" if points is None else format_score(points)


def _row(assessment: Assessment, result: CriterionResult, record: Record) -> ScoreRow:
    criterion = result.criterion
    editable = _editable(assessment, criterion)
    found = [sentence(item) for item in assessment.findings if item.place == criterion.id and _is_told(item)]
    return ScoreRow(
        id=criterion.id,
        symbol=criterion.symbol,
        label=criterion.label,
        maximum=_points(criterion.max_score),
        typed=result.typed,
        score=_shown(assessment, result),
        level=criterion.level,
        editable=editable,
        needed=editable and not _answered_elsewhere(assessment, criterion),
        finding=" ".join(found),
        hint=tell(messages.MAXIMUM_FROM, source=criterion.maximum_from) if criterion.maximum_from else "",
        prompt=_prompt(assessment, result, record),
        brief=_brief(assessment, result, editable),
        reached=_reached(assessment, result),
        evidence="\n".join(evidence_of(record, criterion.id)),
        asks_evidence=bool(assessment.form.evidence) and editable and record.require_evidence,
        answers=_answers(criterion) if editable else (),
    )


def _answers(criterion: Criterion) -> Tuple[str, ...]:
    return tuple(document_words.ANSWERS[name] for name in ANSWERS[criterion.measure]) if criterion.measure else ()


def _prompt(assessment: Assessment, result: CriterionResult, record: Record) -> str:
    """What to type for this line, and for a count what it comes to and what it takes."""
    criterion = result.criterion
    if assessment.form.mode is not Mode.LEVELS:
        maximum = _points(criterion.max_score)
        return tell(messages.PROMPT_POINTS, maximum=maximum) if maximum else tell(messages.PROMPT_SCORE)
    if criterion.measure is None:
        return tell(messages.PROMPT_GROUP)
    if criterion.measure is not Measure.COUNT:
        return tell(messages.PROMPTS[criterion.measure.value], grades=", ".join(map(str, criterion.grades)))
    least = document_words.RANGE.join(dict.fromkeys(_thresholds(demand, record) for demand in criterion.demands))
    answer = parse_answer(criterion, result.typed)
    counts = answer.counts if isinstance(answer, Answer) else ()
    if counts:
        return tell(messages.PROMPT_COUNTED, percent=_percents(counts), least=least)
    return tell(messages.PROMPT_COUNT, example=count_example(criterion), least=least)


def _thresholds(demand: Demand, record: Record) -> str:
    return document_words.AND_THEN.join(format_score(share) + "%" for share in demand.threshold(record.disadvantaged))


def _percents(counts: Tuple[Count, ...]) -> str:
    return document_words.AND_THEN.join(share(count).rpartition("= ")[2] for count in counts)


def _brief(assessment: Assessment, result: CriterionResult, editable: bool) -> str:
    if assessment.form.mode is not Mode.LEVELS:
        return result.typed if editable else _shown(assessment, result)
    if not editable or result.status is Status.NOT_APPLICABLE:
        return ""
    return result.typed if len(result.typed) <= _LONGEST_ANSWER else result.typed[: _LONGEST_ANSWER - 1].rstrip() + "…"


def _reached(assessment: Assessment, result: CriterionResult) -> str:
    """ "mức 2" beside the answer; blank in forms of points, while the line is open and beside "không đạt"."""
    if assessment.form.mode is not Mode.LEVELS or not result.complete:
        return ""
    if result.status is Status.NOT_APPLICABLE:
        return document_words.SHORT_NOT_APPLICABLE
    if result.level:
        return tell(messages.SHORT_LEVEL, level=result.level)
    return "" if result.typed == document_words.ANSWERS["unmet"] else tell(messages.SHORT_NOT_MET)


def _editable(assessment: Assessment, criterion: Criterion) -> bool:
    """Groups are computed; parts can be typed once they have points."""
    return criterion in assessment.form.counted() or (criterion.max_score is not None and criterion.level > 1)


def _answered_elsewhere(assessment: Assessment, criterion: Criterion) -> bool:
    """Whether a part's criterion was typed directly, or a criterion through its parts."""
    if criterion.level > 2:
        return bool(assessment.results[criterion.parent].typed)
    return any(part.typed for part in assessment.children(criterion.id)) and criterion.level > 1


def _shown(assessment: Assessment, result: CriterionResult) -> str:
    if result.score is not None:
        return format_score(result.score)
    if result.level is None or result.criterion.level > 1:
        return result.typed
    return assessment.form.level_label(result.level)
