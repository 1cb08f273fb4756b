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
    PARTS_TOO_FEW = "parts_too_few"
    PARTS_INCOMPLETE = "parts_incomplete"
    GROUP_SUM_DIFFERS = "group_sum_differs"
    TOTAL_DIFFERS = "total_differs"
    RATING_DIFFERS = "rating_differs"
    STATED_UNREADABLE = "stated_unreadable"
    NOT_WHOLE = "not_whole"
    MAXIMA_UNKNOWN = "maxima_unknown"
    NOTHING_TO_SCORE = "nothing_to_score"
    UNIT_TYPE_MISSING = "unit_type_missing"
    NO_SUCH_SCOPE = "no_such_scope"
    NOT_FOR_THIS_UNIT = "not_for_this_unit"
    MISSING_ANSWER = "missing_answer"
    NOT_AN_ANSWER = "not_an_answer"
    NOT_A_COUNT = "not_a_count"
    COUNT_OF_ZERO = "count_of_zero"
    COUNT_ABOVE_TOTAL = "count_above_total"
    COUNT_TOTALS_DIFFER = "count_totals_differ"
    COUNT_NOT_A_PART = "count_not_a_part"
    NOT_A_GRADE = "not_a_grade"
    NOT_A_DIGITAL_LEVEL = "not_a_digital_level"
    REASON_MISSING = "reason_missing"
    NOT_APPLICABLE_UNSAID = "not_applicable_unsaid"
    NOTHING_APPLIES = "nothing_applies"
    MISSING_EVIDENCE = "missing_evidence"
    EVIDENCE_OF_GROUP = "evidence_of_group"
    FORM_REPEALED = "form_repealed"
    FORM_OVER = "form_over"
    FORM_NOT_YET = "form_not_yet"
    LEVEL_ENDED = "level_ended"
    UNASSIGNED = "unassigned"
    LAYER_REFUSED = "layer_refused"
    RECEIVER_UNKNOWN = "receiver_unknown"
    UPGRADE_TOO_EARLY = "upgrade_too_early"
    NUMBER_WITH_SYMBOL = "number_with_symbol"

    @property
    def severity(self) -> Severity:
        """Errors make a value unusable or contradict a printed one; warnings ask for a look."""
        return _SEVERITIES.get(self, Severity.ERROR)


_SEVERITIES = {
    FindingCode.MISSING_SCORE: Severity.WARNING,
    FindingCode.COMPUTED_ROW_TYPED: Severity.WARNING,
    FindingCode.PARTS_INCOMPLETE: Severity.WARNING,
    FindingCode.STATED_UNREADABLE: Severity.WARNING,
    FindingCode.NOTHING_TO_SCORE: Severity.INFO,
    FindingCode.NOT_FOR_THIS_UNIT: Severity.WARNING,
    FindingCode.MISSING_ANSWER: Severity.WARNING,
    FindingCode.REASON_MISSING: Severity.WARNING,
    FindingCode.NOT_APPLICABLE_UNSAID: Severity.INFO,
    FindingCode.MISSING_EVIDENCE: Severity.WARNING,
    FindingCode.EVIDENCE_OF_GROUP: Severity.WARNING,
    FindingCode.FORM_REPEALED: Severity.WARNING,
    FindingCode.FORM_OVER: Severity.WARNING,
    FindingCode.FORM_NOT_YET: Severity.WARNING,
    FindingCode.LEVEL_ENDED: Severity.WARNING,
    FindingCode.UNASSIGNED: Severity.WARNING,
    FindingCode.LAYER_REFUSED: Severity.WARNING,
    FindingCode.RECEIVER_UNKNOWN: Severity.WARNING,
    FindingCode.UPGRADE_TOO_EARLY: Severity.WARNING,
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
