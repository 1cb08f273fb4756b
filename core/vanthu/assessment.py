"""Assessment (kết quả): what follows from a form and a record. Data only; computed by ``assess``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Mapping, Optional, Tuple

from .finding import Finding
from .form import Band, Criterion, Form


@dataclass(frozen=True)
class CriterionResult:
    """One line of the form with what was typed and what it counts."""

    criterion: Criterion
    typed: str
    score: Optional[Decimal]  # None while nothing usable was typed; for a group the sum so far
    complete: bool


@dataclass(frozen=True)
class Distance:
    """How far the next better rating is."""

    band: Band
    missing: Decimal  # points


@dataclass(frozen=True)
class Assessment:
    """The result of one form on one record."""

    form: Form
    results: Mapping[str, CriterionResult]  # in the order of the form
    complete: bool
    total: Decimal  # the sum so far while incomplete
    band: Optional[Band]  # None until every criterion has a usable score
    next: Optional[Distance]  # None while incomplete, and at the highest rating
    findings: Tuple[Finding, ...]

    def children(self, criterion_id: str) -> Tuple[CriterionResult, ...]:
        """The results directly under a line; ``""`` asks for the groups."""
        return tuple(self.results[criterion.id] for criterion in self.form.children(criterion_id))

    def criteria(self) -> Tuple[CriterionResult, ...]:
        """The lines that count by themselves: neither groups nor parts."""
        return tuple(result for result in self.results.values() if result.criterion.level == 2)

    def missing(self) -> Tuple[str, ...]:
        """Ids of the criteria that still lack a usable score."""
        return tuple(result.criterion.id for result in self.criteria() if not result.complete)


def band_of(form: Form, points: Decimal) -> Band:
    """The class of a total: the highest band that begins at or below it."""
    return next(band for band in form.bands if points >= band.from_score)
