"""Assessment (kết quả): what follows from a form and a record. Data only; computed by ``assess``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import FrozenSet, Mapping, Optional, Tuple, Union

from .demand import Level, Scope
from .finding import Finding
from .form import Band, Criterion, Form
from .schedule import Deadline, DossierItem

Rating = Union[Band, Level]


class Status(Enum):
    """Where one line stands (trạng thái của một dòng)."""

    MISSING = "missing"  # chưa chấm
    UNUSABLE = "unusable"  # lỗi: what was typed cannot be used
    NO_EVIDENCE = "no_evidence"  # thiếu minh chứng
    NOT_MET = "not_met"
    MET = "met"  # at some level; in forms of points: has a score
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class CriterionResult:
    """One line of the form with what was typed and what it counts."""

    criterion: Criterion
    typed: str
    score: Optional[Decimal]  # points; None while nothing usable was typed, for a group the sum so far
    complete: bool
    status: Status = Status.MISSING
    met: Optional[FrozenSet[int]] = None  # forms of levels: the levels met; None while open or not applicable
    waived: bool = False  # the highest level met asks nothing of this unit here

    @property
    def level(self) -> Optional[int]:
        """The highest level met, 0 for none."""
        return None if self.met is None else max(self.met, default=0)

    @property
    def word(self) -> str:
        """The stable word of the JSON output: "level_2", "not_met", "not_applicable", "missing"."""
        if self.status is Status.NOT_APPLICABLE:
            return "not_applicable"
        if self.level is None:
            return "missing"
        return "level_{}".format(self.level) if self.level else "not_met"


@dataclass(frozen=True)
class Shortfall:
    """What one indicator lacks for the next level."""

    criterion_id: str
    members: Tuple[int, ...]  # how many more of each thing counted; blank where it is not a matter of counting


@dataclass(frozen=True)
class Distance:
    """How far the next better rating is: points, or indicators."""

    rating: Rating
    missing: Optional[Decimal] = None  # points; None in forms of levels
    shortfalls: Tuple[Shortfall, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """The result of one form on one record."""

    form: Form  # only the lines that apply to the unit
    results: Mapping[str, CriterionResult]  # in the order of the form
    complete: bool
    total: Optional[Decimal]  # the sum so far while incomplete; None in forms of levels
    rating: Optional[Rating]  # None until every criterion has a usable answer, and some criterion applies
    next: Optional[Distance]  # None while incomplete, and at the highest rating
    findings: Tuple[Finding, ...]
    scope: Optional[Scope] = None  # the part of the legal text that applies; None in forms of points

    @property
    def hopeless(self) -> bool:
        """Whether the unit meets no level, so that it has nothing to ask for; never in forms of points."""
        return self.rating is not None and self.rating == self.form.unmet

    def children(self, criterion_id: str) -> Tuple[CriterionResult, ...]:
        """The results directly under a line; ``""`` asks for the groups."""
        return tuple(self.results[criterion.id] for criterion in self.form.children(criterion_id))

    def criteria(self) -> Tuple[CriterionResult, ...]:
        """The lines that count by themselves: neither groups nor parts."""
        return tuple(self.results[criterion.id] for criterion in self.form.counted())

    def dossier(self) -> Tuple[DossierItem, ...]:
        """The documents of the unit's dossier (hồ sơ), whoever draws them up."""
        return tuple(item for item in self.form.dossier if self._covers(item.scope))

    def deadlines(self) -> Tuple[Deadline, ...]:
        """The deadlines that the unit has to keep, in the order of the text."""
        return tuple(deadline for deadline in self.form.deadlines if self._covers(deadline.scope))

    def _covers(self, scope: str) -> bool:
        return scope in ("", self.scope.id if self.scope else "")

    def zeros(self) -> Tuple[str, ...]:
        """Ids of the criteria that must have some point for any class but the lowest; none where no law says so."""
        return zeros_of(self.form, self.results)

    def blocking(self) -> Tuple[str, ...]:
        """The same, where nothing else keeps the whole in the lowest class."""
        alone = self.rating is not None and self.rating != band_of(self.form, self.total or Decimal(0))
        return self.zeros() if alone else ()

    def missing(self) -> Tuple[str, ...]:
        """Ids of the criteria that still lack a usable answer."""
        return tuple(result.criterion.id for result in self.criteria() if not result.complete)


def zeros_of(form: Form, results: Mapping[str, CriterionResult]) -> Tuple[str, ...]:
    """Ids of the criteria without any point, where these bar a form's classes above the lowest."""
    criteria = form.counted() if form.zero_blocks else ()
    return tuple(criterion.id for criterion in criteria if results[criterion.id].score == 0)


def band_of(form: Form, points: Decimal) -> Band:
    """The class of a total: the highest band that begins at or below it."""
    return next(band for band in form.bands if points >= band.from_score)
