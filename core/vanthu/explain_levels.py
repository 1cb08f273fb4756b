"""The explanation of a level: each indicator against the law, then the highest level that all parts meet."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import Iterable, List, Sequence, Tuple

from . import document_words, messages
from .answer import Answer, Count, parse_answer
from .assessment import Assessment, CriterionResult, Shortfall, Status
from .language import tell
from .score import format_score


def explanation(assessment: Assessment) -> Tuple[str, ...]:
    """One line for each indicator and tiêu chí, then the result and what the next level takes."""
    lines: List[str] = []
    for group in assessment.children(""):
        indicators = assessment.children(group.criterion.id)
        lines.extend(_indicator_line(assessment, result) for result in indicators if result.complete)
        if group.complete:
            lines.append(_group_line(assessment, group, indicators))
    if assessment.rating is None:
        return (*lines, *_open_line(assessment))
    pattern = messages.EXPLAIN_LEVEL if assessment.rating in assessment.form.levels else messages.EXPLAIN_UNMET
    groups = _judged(assessment.children(""))
    lines.append(tell(pattern, rating=assessment.rating.label.lower(), parts=groups))
    if assessment.next is not None:
        lines.append(distance(assessment))
    return tuple(lines)


def distance(assessment: Assessment) -> str:
    """ "còn 2 chỉ tiêu để đạt mức độ 2: 2.1 (thêm 1 thành viên), 3.4"; blank while the record is incomplete."""
    if assessment.rating is None:
        return ""
    if assessment.next is None:
        return tell(messages.DISTANCE_TOP_LEVEL)
    shortfalls = assessment.next.shortfalls
    parts = ", ".join(_shortfall(assessment, shortfall) for shortfall in shortfalls)
    return tell(
        messages.DISTANCE_LEVEL, count=len(shortfalls), rating=assessment.next.rating.label.lower(), parts=parts
    )


def share(count: Count) -> str:
    """ "17/19 = 89,47%": cut off rather than rounded, so that it never looks like more than it is."""
    percent = (Decimal(count.met) * 100 / count.of).quantize(Decimal("0.01"), ROUND_DOWN)
    return document_words.SHARE.format(met=count.met, of=count.of, percent=format_score(percent))


def _judged(results: Iterable[CriterionResult]) -> str:
    """Ids of those that apply."""
    return ", ".join(result.criterion.id for result in results if result.level is not None)


def _open_line(assessment: Assessment) -> Tuple[str, ...]:
    """What is still to be judged; nothing where no indicator applies, of which a finding speaks."""
    missing = assessment.missing()
    return (tell(messages.EXPLAIN_OPEN, count=len(missing), places=", ".join(missing)),) if missing else ()


def _group_line(assessment: Assessment, group: CriterionResult, indicators: Sequence[CriterionResult]) -> str:
    lower = _lower_unmet(assessment, group)
    gaps = [line for line in indicators if _lower_unmet(assessment, line)]
    pattern = {None: messages.EXPLAIN_WAIVED_GROUP, 0: messages.EXPLAIN_UNMET_GROUP}.get(
        group.level, messages.EXPLAIN_GAPPED_GROUP if lower else messages.EXPLAIN_LEVEL_GROUP
    )
    return tell(
        pattern,
        place=group.criterion.id,
        rating=_label(assessment, group),
        parts=_judged(line for line in indicators if line not in gaps),
        lower=lower,
        gaps=_judged(gaps),
    )


def _indicator_line(assessment: Assessment, result: CriterionResult) -> str:
    answer = parse_answer(result.criterion, result.typed)
    shares = "; ".join(share(count) for count in answer.counts) if isinstance(answer, Answer) else ""
    return tell(
        messages.EXPLAIN_INDICATOR,
        place=result.criterion.id,
        answer=shares + ", " if shares else "",
        rating=_label(assessment, result),
        article=_article(result),
    )


def _article(result: CriterionResult) -> str:
    """The article of the level that was reached, or of the first one where none was."""
    if result.status is Status.NOT_APPLICABLE or not result.criterion.demands:
        return ""
    demand = result.criterion.demands[max(0, (result.level or 0) - 1)]
    return " ({})".format(demand.article)


def _label(assessment: Assessment, result: CriterionResult) -> str:
    if result.status is Status.NO_EVIDENCE:
        return tell(messages.NO_EVIDENCE)
    if result.level is None:
        return tell(messages.NOT_APPLICABLE)
    label = assessment.form.level_label(result.level).lower()
    if not result.waived:
        return label
    lower = _lower_unmet(assessment, result)
    return tell(messages.NOT_ASKED_UNMET if lower else messages.NOT_ASKED, level=label, lower=lower)


def _lower_unmet(assessment: Assessment, result: CriterionResult) -> str:
    """The level below that of a result which it does not meet, as each level is judged by itself; blank for none."""
    gaps = [level for level in range(1, result.level or 0) if level not in (result.met or ())]
    return assessment.form.level_label(gaps[-1]).lower() if gaps else ""


def _shortfall(assessment: Assessment, shortfall: Shortfall) -> str:
    criterion = assessment.results[shortfall.criterion_id].criterion
    members = ["{} {}".format(number, name) for number, name in zip(shortfall.members, criterion.counts) if number]
    if not members:
        return shortfall.criterion_id
    return tell(messages.DISTANCE_MEMBERS, place=shortfall.criterion_id, members=", ".join(members))
