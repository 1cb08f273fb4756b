"""Schedule (thời hạn) and dossier (hồ sơ) of an assessment, as a legal text fixes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Iterable, Optional, Tuple


@dataclass(frozen=True)
class Deadline:
    """One deadline in the year after the assessed year."""

    id: str
    label: str
    month: int
    day: int
    before: bool  # true: the day itself is too late
    article: str
    scope: str  # "" for every unit
    receiver: str  # who receives by the text; "" where it does not say
    receiver_until: Optional[date]  # first day on which that receiver no longer exists

    def last_day(self, assessed_year: int) -> date:
        """The last day on which the step is still in time."""
        named = self.named_day(assessed_year)
        return named - timedelta(days=1) if self.before else named

    def named_day(self, assessed_year: int) -> date:
        """The day as the text names it, in the year after the assessed one."""
        return date(assessed_year + 1, self.month, self.day)


@dataclass(frozen=True)
class DossierItem:
    """One document of a dossier."""

    id: str
    title: str
    copies: int  # 0 where the text does not say
    article: str
    scope: str
    by: str  # who draws it up; "" for the assessed unit
    kind: str = ""  # id of the document kind; "" where none is shipped


@dataclass(frozen=True)
class Recognition:
    """How long a recognition lasts (thời hạn công nhận), and how soon a higher level may be asked for."""

    years: int  # after the year of recognition
    upgrade_months: int  # 0 where the text does not say
    article: str


@dataclass(frozen=True)
class DataWindow:
    """From when to when the figures of an assessment are taken (kỳ số liệu)."""

    from_month: int
    from_day: int
    to_month: int
    to_day: int
    article: str

    def days(self, assessed_year: int) -> Tuple[date, date]:
        """The first and the last day that count."""
        first = date(assessed_year, self.from_month, self.from_day)
        return first, date(assessed_year, self.to_month, self.to_day)


@dataclass(frozen=True)
class DueDate:
    """A deadline seen from a day."""

    deadline: Deadline
    last_day: date
    days_left: int  # negative once it is overdue


def due_dates(deadlines: Iterable[Deadline], assessed_year: int, on: date) -> Tuple[DueDate, ...]:
    """Deadlines with the days left on a day, soonest first."""
    dues = (
        DueDate(deadline, deadline.last_day(assessed_year), (deadline.last_day(assessed_year) - on).days)
        for deadline in deadlines
    )
    return tuple(sorted(dues, key=lambda due: due.last_day))
