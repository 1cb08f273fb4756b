"""Score sheet (phiếu chấm): what a panel shows of a form while scores are typed. Texts only, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

from . import messages
from .assessment import Assessment, CriterionResult
from .explain import distance
from .finding import FindingCode
from .form import Criterion
from .messages import sentence
from .score import format_score

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


@dataclass(frozen=True)
class Summary:
    """What stands under the sheet."""

    total: str
    maximum: str
    rating: str
    progress: str
    distance: str
    findings: Tuple[str, ...]


def score_rows(assessment: Assessment) -> Tuple[ScoreRow, ...]:
    """The lines of the sheet in the order of the form."""
    return tuple(_row(assessment, result) for result in assessment.results.values())


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


def _row(assessment: Assessment, result: CriterionResult) -> ScoreRow:
    criterion = result.criterion
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
        editable=_editable(assessment, criterion),
        needed=_editable(assessment, criterion) and not _answered_elsewhere(assessment, criterion),
        finding=" ".join(found),
    )


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
