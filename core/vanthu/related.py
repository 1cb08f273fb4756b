"""Related models (mô hình liên quan) that the circulars link to: digital transformation, learning citizens."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Dict, Optional, Sequence, Tuple

from . import file_messages
from .data_error import DataError
from .language import tell
from .score import difference, format_score, total
from .strict import StrictTable

_SCHEMA = 1
_DIGITAL_KEYS = ("schema", "id", "source", "checked_on", "groups", "maximum", "grades", "lowest", "open_points")
_GRADE_KEYS = ("id", "label", "from")
_CITIZEN_KEYS = ("schema", "id", "source", "checked_on", "maximum", "pass_from", "least_each", "open_points")


@dataclass(frozen=True)
class DigitalGrade:
    """One grade of digital transformation (mức độ chuyển đổi số)."""

    id: str
    label: str
    from_score: Decimal


@dataclass(frozen=True)
class DigitalRule:
    """Quyết định 4725: every group of points must reach a grade; the thresholds are data."""

    groups: Tuple[str, ...]
    max_score: Decimal
    grades: Tuple[DigitalGrade, ...]  # lowest first
    lowest: str

    def judge(self, points: Sequence[Decimal]) -> DigitalResult:
        """The grade of the weakest group. A group at exactly a threshold is judged by "from" and marked uncertain."""
        _refuse_outside(points, self.max_score, len(self.groups))
        weakest = min(points)
        reached = [grade for grade in self.grades if weakest >= grade.from_score]
        uncertain = any(weakest == grade.from_score for grade in self.grades)
        return DigitalResult(reached[-1] if reached else None, reached[-1].label if reached else self.lowest, uncertain)


@dataclass(frozen=True)
class DigitalResult:
    """What came out; ``grade`` is ``None`` below the lowest threshold."""

    grade: Optional[DigitalGrade]
    label: str
    uncertain: bool  # the sources differ at exactly this number


@dataclass(frozen=True)
class CitizenRule:
    """Quyết định 324: enough points in all, and no index too low."""

    max_score: Decimal
    pass_from: Decimal
    least_each: Decimal

    def judge(self, indices: Sequence[Decimal]) -> CitizenResult:
        """Whether the title is reached, and what is missing otherwise."""
        points = total(indices)
        _refuse_outside([*indices, points], self.max_score)
        low = tuple(number for number, index in enumerate(indices, start=1) if index < self.least_each)
        missing = max(Decimal(0), difference(self.pass_from, points))
        return CitizenResult(points, not low and not missing, missing, low)


@dataclass(frozen=True)
class CitizenResult:
    """What came out."""

    points: Decimal
    reached: bool
    missing: Decimal
    low_indices: Tuple[int, ...]  # counted from 1


def digital_rule_from(values: Dict[str, Any], source: str) -> DigitalRule:
    """Build the rule; ``source`` is the file name used in errors."""
    table = StrictTable(values, source, "", _DIGITAL_KEYS)
    table.check_schema(_SCHEMA)
    return DigitalRule(
        groups=table.lines("groups"),
        max_score=table.score("maximum"),
        grades=table.tables("grades", _GRADE_KEYS, _grade),
        lowest=table.line("lowest"),
    )


def citizen_rule_from(values: Dict[str, Any], source: str) -> CitizenRule:
    """Build the rule; ``source`` is the file name used in errors."""
    table = StrictTable(values, source, "", _CITIZEN_KEYS)
    table.check_schema(_SCHEMA)
    return CitizenRule(table.score("maximum"), table.score("pass_from"), table.score("least_each"))


def _grade(table: StrictTable) -> DigitalGrade:
    return DigitalGrade(table.line("id"), table.line("label"), table.score("from"))


def _refuse_outside(points: Sequence[Decimal], maximum: Decimal, wanted: Optional[int] = None) -> None:
    if wanted is not None and len(points) != wanted:
        raise DataError(tell(file_messages.POINTS), tell(file_messages.POINTS_COUNT, wanted=wanted, found=len(points)))
    if any(not 0 <= number <= maximum for number in points):
        limits = tell(file_messages.POINTS_LIMITS, maximum=format_score(maximum))
        raise DataError(tell(file_messages.POINTS), limits)
