"""Score sheet (phiếu chấm): what a panel shows of a form while scores are typed. Texts only, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

from . import messages
from .answer import Answer, Count, parse_answer
from .assessment import Assessment, CriterionResult, Status
from .demand import Demand, Measure
from .explain import distance
from .explain_levels import share
from .finding import FindingCode
from .form import Criterion, Mode
from .messages import sentence
from .record import Record, evidence_of
from .score import format_score

ANSWERS = ("đạt", "không đạt", "không áp dụng: ")  # in the order of their keys: Đ or D, K, A
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
    prompt: str  # what the field asks for, its key marked with "~"
    reached: str  # forms of levels: the level reached, in short
    evidence: str  # what was written as proof, a line each
    asks_evidence: bool  # the law counts nothing without proof
    answers: Tuple[str, ...] = ()  # what one key each stands for, where the answer is a word


@dataclass(frozen=True)
class Summary:
    """What stands under the sheet."""

    total: str
    maximum: str
    rating: str
    progress: str
    distance: str
    findings: Tuple[str, ...]


def score_rows(assessment: Assessment, record: Record) -> Tuple[ScoreRow, ...]:
    """The lines of the sheet in the order of the form."""
    return tuple(_row(assessment, result, record) for result in assessment.results.values())


def summary(assessment: Assessment) -> Summary:
    """Total so far, rating, progress, distance and the findings that are more than "not typed yet"."""
    criteria = assessment.criteria()
    done = sum(result.complete for result in criteria)
    return Summary(
        total="" if assessment.total is None else format_score(assessment.total),
        maximum="" if assessment.form.max_score is None else format_score(assessment.form.max_score),
        rating=assessment.rating.label if assessment.rating else messages.UNRATED,
        progress=messages.PROGRESS.format(done=done, all=len(criteria)),
        distance=distance(assessment),
        findings=tuple(sentence(finding) for finding in assessment.findings if finding.code not in _NOT_YET),
    )


def _row(assessment: Assessment, result: CriterionResult, record: Record) -> ScoreRow:
    criterion = result.criterion
    editable = _editable(assessment, criterion)
    found = [
        sentence(finding)
        for finding in assessment.findings
        if finding.place == criterion.id and finding.code not in _NOT_YET
    ]
    return ScoreRow(
        id=criterion.id,
        symbol=criterion.symbol,
        label=criterion.label,
        maximum="" if criterion.max_score is None else format_score(criterion.max_score),
        typed=result.typed,
        score=_shown(assessment, result),
        level=criterion.level,
        editable=editable,
        needed=editable and not _answered_elsewhere(assessment, criterion),
        finding=" ".join(found),
        prompt=_prompt(assessment, result, record),
        reached=_reached(assessment, result),
        evidence="\n".join(evidence_of(record, criterion.id)),
        asks_evidence=bool(assessment.form.evidence) and editable and record.require_evidence,
        answers=ANSWERS if assessment.form.mode is Mode.LEVELS and editable else (),
    )


def _prompt(assessment: Assessment, result: CriterionResult, record: Record) -> str:
    """What to type for this line, and for a count what it comes to and what it takes."""
    criterion = result.criterion
    if assessment.form.mode is not Mode.LEVELS:
        maximum = "" if criterion.max_score is None else format_score(criterion.max_score)
        return messages.PROMPT_POINTS.format(maximum=maximum)
    if criterion.measure is None:
        return messages.PROMPT_GROUP
    if criterion.measure is not Measure.COUNT:
        return messages.PROMPTS[criterion.measure.value]
    least = messages.RANGE.join(dict.fromkeys(_thresholds(demand, record) for demand in criterion.demands))
    answer = parse_answer(criterion, result.typed)
    counts = answer.counts if isinstance(answer, Answer) else ()
    if counts:
        return messages.PROMPT_COUNTED.format(percent=_percents(counts), least=least)
    return messages.PROMPT_COUNT.format(example=messages.AND_THEN.join(["19/20"] * len(criterion.counts)), least=least)


def _thresholds(demand: Demand, record: Record) -> str:
    return messages.AND_THEN.join(format_score(share) + "%" for share in demand.threshold(record.disadvantaged))


def _percents(counts: Tuple[Count, ...]) -> str:
    return messages.AND_THEN.join(share(count).rpartition("= ")[2] for count in counts)


def _reached(assessment: Assessment, result: CriterionResult) -> str:
    """ "mức 2" beside the answer; blank in forms of points and while the line is open."""
    if assessment.form.mode is not Mode.LEVELS or not result.complete:
        return ""
    if result.status is Status.NOT_APPLICABLE:
        return messages.SHORT_NOT_APPLICABLE
    return messages.SHORT_LEVEL.format(level=result.level) if result.level else messages.SHORT_NOT_MET


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
    labels = [assessment.form.unmet, *assessment.form.levels]
    label = labels[result.level]
    return label.label if label else ""
