"""Form (bộ tiêu chí): one assessment as one legal text fixed it. Data only; loaded by ``form_file``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Optional, Tuple


@dataclass(frozen=True)
class LegalText:
    """A legal text (văn bản quy phạm pháp luật) as it is cited."""

    type: str
    number: str
    issued: date
    issuer: str
    title: str


@dataclass(frozen=True)
class Criterion:
    """One line of the form (tiêu chí): a group, a criterion in it, or a part of a criterion."""

    id: str
    symbol: str  # what the first column of the printed table shows
    label: str  # the words of the law
    article: str
    max_score: Optional[Decimal]  # None for a part to which nobody has given points

    @property
    def parent(self) -> str:
        """The id of the line above, ``""`` for a group."""
        return self.id.rpartition(".")[0]

    @property
    def level(self) -> int:
        """1 for a group, 2 for a criterion, 3 for a part of one."""
        return self.id.count(".") + 1


@dataclass(frozen=True)
class Band:
    """One class of the rating (loại): totals from here up to the next band."""

    id: str
    label: str
    from_score: Decimal
    article: str


@dataclass(frozen=True)
class Form:
    """The criteria, their maxima and the bands of one legal text, with its validity."""

    id: str
    title: str
    source: LegalText
    effective_from: date
    effective_to: Optional[date]  # first day no longer in force; None while in force
    replaced_by: str  # form id of the successor, "" while in force
    checked_on: date
    max_score: Decimal
    criteria: Tuple[Criterion, ...]  # in the order of the printed table
    bands: Tuple[Band, ...]  # highest first
    local_sources: Tuple[str, ...] = ()  # where layers took their splits and wording from

    def children(self, criterion_id: str) -> Tuple[Criterion, ...]:
        """The lines directly under a line; ``""`` asks for the groups."""
        return tuple(criterion for criterion in self.criteria if criterion.parent == criterion_id)

    def find(self, criterion_id: str) -> Optional[Criterion]:
        """The line of this id, or ``None``."""
        return next((criterion for criterion in self.criteria if criterion.id == criterion_id), None)

    def in_force(self, on: date) -> bool:
        """Whether the legal text was in force on that day."""
        return self.effective_from <= on and (self.effective_to is None or on < self.effective_to)
