"""Finding (lưu ý): what a clerk should look at. A value, never raised; what was typed is kept in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Mapping


class Severity(Enum):
    """How much a finding matters; the value is the stable word of the JSON output."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class FindingCode(Enum):
    """What can be found. Its sentence stands in ``messages``, its severity below."""

    ABOVE_MAXIMUM = "above_maximum"
    NEGATIVE = "negative"
    NOT_A_NUMBER = "not_a_number"
    UNKNOWN_CRITERION = "unknown_criterion"
    DUPLICATE_CRITERION = "duplicate_criterion"
    MISSING_SCORE = "missing_score"
    COMPUTED_ROW_TYPED = "computed_row_typed"
    PART_WITHOUT_MAXIMUM = "part_without_maximum"
    PARTS_DIFFER = "parts_differ"
    PARTS_INCOMPLETE = "parts_incomplete"
    GROUP_SUM_DIFFERS = "group_sum_differs"
    TOTAL_DIFFERS = "total_differs"
    RATING_DIFFERS = "rating_differs"
    STATED_UNREADABLE = "stated_unreadable"

    @property
    def severity(self) -> Severity:
        """Errors make a value unusable or contradict a printed one; warnings ask for a look."""
        return _SEVERITIES.get(self, Severity.ERROR)


_SEVERITIES = {
    FindingCode.MISSING_SCORE: Severity.WARNING,
    FindingCode.COMPUTED_ROW_TYPED: Severity.WARNING,
    FindingCode.PARTS_INCOMPLETE: Severity.WARNING,
    FindingCode.STATED_UNREADABLE: Severity.WARNING,
}


@dataclass(frozen=True)
class Finding:
    """One thing found: where, what was typed there, and the facts of its sentence."""

    code: FindingCode
    place: str  # criterion id as typed, "total" or "rating"
    typed: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """The severity of its code."""
        return self.code.severity
