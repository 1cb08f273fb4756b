"""The explanation (thuyết minh) of a result: lines that a committee can follow with a pencil."""

from __future__ import annotations

from typing import Tuple

from . import explain_levels, explain_points
from .assessment import Assessment
from .form import Mode


def explanation(assessment: Assessment) -> Tuple[str, ...]:
    """How the result came about, line by line, with articles; nothing where nothing is judged."""
    if assessment.form.mode is Mode.POINTS:
        return explain_points.explanation(assessment)
    return explain_levels.explanation(assessment) if assessment.scope else ()


def distance(assessment: Assessment) -> str:
    """What the next better rating takes; blank while the record is incomplete."""
    if assessment.form.mode is Mode.POINTS:
        return explain_points.distance(assessment)
    return explain_levels.distance(assessment)
