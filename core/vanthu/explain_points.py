"""The explanation of a total and its rating."""

from __future__ import annotations

from decimal import Decimal
from typing import List, Tuple

from . import messages
from .assessment import Assessment, CriterionResult
from .form import Band, Form
from .language import tell
from .score import format_score, total
from .stated import sum_text


def explanation(assessment: Assessment) -> Tuple[str, ...]:
    """Sums of parts, groups and total, then the rating with its article and the distance to the next one."""
    lines = [
        *_sum_lines(assessment),
        tell(messages.EXPLAIN_TOTAL, sum=sum_text(assessment.children(""), _points(assessment))),
    ]
    if not isinstance(assessment.rating, Band):
        missing = assessment.missing()
        return (*lines, tell(messages.EXPLAIN_UNRATED, count=len(missing), places=", ".join(missing)))
    lines.append(_rating_line(assessment, assessment.rating))
    if assessment.next is not None:
        lines.append(distance(assessment))
    return tuple(lines)


def distance(assessment: Assessment) -> str:
    """ "còn thiếu 1,5 điểm để đạt loại Tốt"; blank while the record is incomplete."""
    if assessment.rating is None:
        return ""
    if assessment.next is None or assessment.next.missing is None:
        return tell(messages.DISTANCE_TOP)
    zeros, rating = ", ".join(assessment.zeros()), assessment.next.rating.label
    if assessment.blocking():
        return tell(messages.DISTANCE_ZERO, places=zeros, rating=rating)
    pattern = messages.DISTANCE_AND_ZEROS if zeros else messages.DISTANCE
    return tell(pattern, missing=format_score(assessment.next.missing), rating=rating, places=zeros)


def _points(assessment: Assessment) -> Decimal:
    return Decimal(0) if assessment.total is None else assessment.total


def _sum_lines(assessment: Assessment) -> List[str]:
    lines = []
    for group in assessment.children(""):
        for criterion in assessment.children(group.criterion.id):
            lines.extend(_line(tell(messages.EXPLAIN_PARTS), assessment, criterion))
        lines.extend(_line(tell(messages.EXPLAIN_GROUP), assessment, group))
    return lines


def _line(template: str, assessment: Assessment, result: CriterionResult) -> List[str]:
    """A line has a sum to show where the lines under it make up its score, and it is no score typed for the whole."""
    summands = [child for child in assessment.children(result.criterion.id) if child.score is not None]
    if not summands or result.score != total(child.score for child in summands if child.score is not None):
        return []
    return [template.format(place=result.criterion.id, sum=sum_text(summands, result.score))]


def _rating_line(assessment: Assessment, band: Band) -> str:
    source = assessment.form.source
    return tell(
        messages.EXPLAIN_ZERO if assessment.blocking() else messages.EXPLAIN_RATING,
        rating=band.label,
        total=format_score(_points(assessment)),
        band=_band_text(assessment.form, band),
        places=", ".join(assessment.blocking()),
        article=band.article,
        source="{} số {}".format(source.type, source.number),
    )


def _band_text(form: Form, band: Band) -> str:
    position = form.bands.index(band)
    if position == 0:
        highest = form.max_score or band.from_score
        return tell(messages.BAND_TOP, low=format_score(band.from_score), high=format_score(highest))
    upper = form.bands[position - 1]
    return tell(messages.BAND_BELOW, low=format_score(band.from_score), high=format_score(upper.from_score))
