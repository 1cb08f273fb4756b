"""Progress (trạng thái hồ sơ): from draft to recognition, as one table of allowed moves, and what is due when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import Enum
from typing import List, Optional, Tuple

from . import messages
from .assessment import Assessment
from .date_vi import parse_date, short_day
from .finding import Finding, FindingCode, Severity
from .form import Form
from .language import tell
from .record import Record
from .schedule import DueDate, due_dates


class State(Enum):
    """Where a dossier stands; the value is the stable word of the JSON output."""

    DRAFT = "draft"  # đang soạn
    READY = "ready"  # đủ để trình
    SUBMITTED = "submitted"  # đã trình
    RECOGNISED = "recognised"  # được công nhận
    EXPIRED = "expired"  # hết thời hạn công nhận


MOVES = {
    State.DRAFT: (State.READY,),
    State.READY: (State.DRAFT, State.SUBMITTED),
    State.SUBMITTED: (State.READY, State.RECOGNISED),  # back to ready when the dossier is returned
    State.RECOGNISED: (State.EXPIRED, State.SUBMITTED),  # submitted again for a higher level
    State.EXPIRED: (State.DRAFT,),
}


def may_move(present: State, to: State) -> bool:
    """Whether a dossier may go from one state to the other.

    >>> may_move(State.DRAFT, State.RECOGNISED)
    False
    """
    return to in MOVES[present]


def state(assessment: Assessment, record: Record, on: date) -> State:
    """Where the dossier stands on a day, from what was typed and what happened."""
    until = recognised_until(assessment.form, record)
    if until is not None:
        return State.RECOGNISED if on <= until else State.EXPIRED
    if record.progress.submitted:
        return State.SUBMITTED
    sound = all(finding.severity is not Severity.ERROR for finding in assessment.findings)
    return State.READY if assessment.complete and sound and not assessment.hopeless else State.DRAFT


def state_words(assessment: Assessment, record: Record, on: date) -> str:
    """The state in words: "được công nhận đến 31/12/2026"."""
    until = recognised_until(assessment.form, record)
    return tell(messages.STATES[state(assessment, record, on).value], day=short_day(until) if until else "")


def recognised_until(form: Form, record: Record) -> Optional[date]:
    """The last day of a recognition: so many years following the year of recognition; ``None`` without one."""
    when = parse_date(record.progress.recognised)
    if when is None or form.recognition is None:
        return None
    return date(when.year + form.recognition.years, 12, 31)


def due(assessment: Assessment, record: Record, on: date) -> Tuple[DueDate, ...]:
    """The deadlines of the assessed year as seen from a day."""
    return due_dates(assessment.deadlines(), record.year, on)


def window_words(assessment: Assessment, record: Record) -> str:
    """From when to when the figures are taken; blank where no article says so."""
    window = assessment.form.data_window
    if window is None:
        return ""
    first, last = window.days(record.year)
    return tell(messages.DATA_WINDOW, first=short_day(first), last=short_day(last), article=window.article)


def due_words(dates: Tuple[DueDate, ...]) -> Tuple[str, ...]:
    """ "…: chậm nhất ngày 14/01/2025, còn 12 ngày (Điều 10 khoản 1 điểm c)"."""
    return tuple(_due_line(entry) for entry in dates)


def with_progress(assessment: Assessment, record: Record, on: date) -> Assessment:
    """The assessment with what stands in the way of the next step."""
    return replace(assessment, findings=assessment.findings + progress_findings(assessment, record, on))


def progress_findings(assessment: Assessment, record: Record, on: date) -> Tuple[Finding, ...]:
    """What stands in the way of the next step: nobody known to receive it, or too early for a higher level."""
    return (*_receiver_findings(assessment, record, on), *_upgrade_findings(assessment.form, record, on))


def _due_line(entry: DueDate) -> str:
    template = (
        messages.DAYS_LEFT if entry.days_left > 0 else messages.OVERDUE if entry.days_left else messages.DUE_TODAY
    )
    return tell(
        template,
        label=entry.deadline.label,
        day=short_day(entry.last_day),
        count=abs(entry.days_left),
        article=entry.deadline.article,
    )


def _receiver_findings(assessment: Assessment, record: Record, on: date) -> List[Finding]:
    if record.progress.receiver:
        return []
    for deadline in assessment.deadlines():
        ended = deadline.receiver_until
        if ended is not None and on >= ended:
            facts = {"day": short_day(ended), "receiver": deadline.receiver}
            return [Finding(FindingCode.RECEIVER_UNKNOWN, "progress.receiver", "", facts)]
    return []


def _upgrade_findings(form: Form, record: Record, on: date) -> List[Finding]:
    """A higher level may be asked for only some months after the decision on the lower one."""
    when, rule = parse_date(record.progress.recognised), form.recognition
    lowest = form.levels[0].id if form.levels else ""
    if when is None or when.day is None or rule is None or not rule.upgrade_months or record.progress.level != lowest:
        return []
    earliest = _months_later(date(when.year, when.month, when.day), rule.upgrade_months)
    if on >= earliest:
        return []
    facts = {
        "months": str(rule.upgrade_months),
        "recognised": short_day(date(when.year, when.month, when.day)),
        "day": short_day(earliest),
        "article": rule.article,
    }
    return [Finding(FindingCode.UPGRADE_TOO_EARLY, "progress.recognised", "", facts)]


def _months_later(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - date.resolution).day
    return date(year, month + 1, min(day.day, last))
