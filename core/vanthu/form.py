"""Form (bộ tiêu chí): one assessment as one legal text fixed it. Data only; loaded by ``form_file``."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Optional, Tuple

from .demand import Applicability, Demand, Level, Measure, Scope
from .schedule import DataWindow, Deadline, DossierItem, Recognition


class Mode(Enum):
    """How a form comes to its result; the value is the word of the rule files."""

    POINTS = "points"
    LEVELS = "levels"
    LIST = "list"  # criteria are listed and assigned, never judged


@dataclass(frozen=True)
class LegalText:
    """A legal text (văn bản quy phạm pháp luật) as it is cited."""

    type: str
    number: str
    issued: Optional[date]  # None where the source does not tell
    issuer: str
    title: str


@dataclass(frozen=True)
class Criterion:
    """One line of the form (tiêu chí): a group, a criterion in it, or a part of a criterion."""

    id: str
    symbol: str  # what the first column of the printed table shows
    label: str  # the words of the law, or local ones that a layer put in their place
    article: str
    max_score: Optional[Decimal] = None  # None for a line to which nobody has given points
    scope: str = ""
    measure: Optional[Measure] = None  # None for groups, and in forms of points
    counts: Tuple[str, ...] = ()  # what is counted: ("thành viên",)
    among: str = ""  # what all are counted among, each a part of the one before: "công dân trong xã"
    demands: Tuple[Demand, ...] = ()  # lowest level first
    applies: Applicability = field(default_factory=Applicability)
    words_of_law: str = ""  # where a layer changed the label: what it was
    maximum_from: str = ""  # where a layer gave the points: the text that it took them from

    @property
    def parent(self) -> str:
        """The id of the line above, ``""`` for a group."""
        return self.id.rpartition(".")[0]

    @property
    def level(self) -> int:
        """1 for a group, 2 for a criterion, 3 for a part of one."""
        return self.id.count(".") + 1

    @property
    def grades(self) -> Tuple[int, ...]:
        """The grades (mức độ) of another regulation that the law speaks of here: up to the highest that it asks for."""
        highest = max((least for demand in self.demands for least in demand.at_least), default=Decimal(0))
        return tuple(range(1, int(highest) + 1))


@dataclass(frozen=True)
class Band:
    """One class of the rating (loại): totals from here up to the next band."""

    id: str
    label: str
    from_score: Decimal
    article: str


@dataclass(frozen=True)
class Form:
    """The criteria of one legal text with its validity, and how they come to a rating."""

    id: str
    title: str
    mode: Mode
    source: LegalText
    effective_from: date
    effective_to: Optional[date]  # first day no longer in force; None while in force
    replaced_by: str  # form id of the successor, "" while in force
    checked_on: date
    criteria: Tuple[Criterion, ...]  # in the order of the printed table
    max_score: Optional[Decimal] = None  # None in forms of levels
    bands: Tuple[Band, ...] = ()  # highest first; forms of points
    whole_points: bool = False  # 8,5 is no score
    zero_blocks: bool = False  # a criterion without any point keeps the whole in the lowest band
    levels: Tuple[Level, ...] = ()  # lowest first; forms of levels
    unmet: Optional[Level] = None  # what a unit is that meets no level
    evidence: str = ""  # article by which an indicator without evidence is not met; "" where no article says so
    scopes: Tuple[Scope, ...] = ()
    award: str = ""  # danh hiệu that the assessment is about: "Đơn vị học tập"
    deadlines: Tuple[Deadline, ...] = ()
    dossier: Tuple[DossierItem, ...] = ()
    recognition: Optional[Recognition] = None
    data_window: Optional[DataWindow] = None
    open_points: Tuple[str, ...] = ()  # what the sources do not tell
    local_sources: Tuple[str, ...] = ()  # where layers took their splits and wording from
    refused_layers: Tuple[str, ...] = ()  # a sentence for each layer that tried to change what the law fixes

    def children(self, criterion_id: str) -> Tuple[Criterion, ...]:
        """The lines directly under a line; ``""`` asks for the groups."""
        return tuple(criterion for criterion in self.criteria if criterion.parent == criterion_id)

    def find(self, criterion_id: str) -> Optional[Criterion]:
        """The line of this id, or ``None``."""
        return next((criterion for criterion in self.criteria if criterion.id == criterion_id), None)

    def most_points(self, name: str) -> Optional[Decimal]:
        """What a line can get at most; for any other name the whole."""
        line = self.find(name)
        return self.max_score if line is None else line.max_score

    def counted(self) -> Tuple[Criterion, ...]:
        """The lines that count by themselves: those under a group, and groups that have none."""
        groups = {criterion.parent for criterion in self.criteria}
        return tuple(line for line in self.criteria if line.level == 2 or (line.level == 1 and line.id not in groups))

    def leaves(self) -> Tuple[Criterion, ...]:
        """The lines that have none under them."""
        parents = {criterion.parent for criterion in self.criteria}
        return tuple(line for line in self.criteria if line.id not in parents)

    def level_label(self, level: int) -> str:
        """What a unit or a line is that meets this level (from 1), or none (0): "Mức độ 2", "Không đạt"."""
        unmet = self.unmet.label if self.unmet else ""
        return self.levels[level - 1].label if level else unmet

    def in_force(self, on: date) -> bool:
        """Whether the legal text was in force on that day."""
        return self.effective_from <= on and (self.effective_to is None or on < self.effective_to)

    def scope_of(self, unit_type: str, wanted: str = "") -> Optional[Scope]:
        """The scope that a unit falls under: the wanted one, else the first that names its type; else ``None``."""
        fitting = [scope for scope in self.scopes if unit_type in scope.unit_types and wanted in ("", scope.id)]
        return fitting[0] if fitting else None

    def for_unit(self, scope: Scope, unit_type: str, ownership: str) -> Form:
        """The form with only the lines that apply to a unit."""
        lines = tuple(
            line for line in self.criteria if line.scope == scope.id and line.applies.covers(unit_type, ownership)
        )
        return replace(self, criteria=lines)


# What a letter of every week stands on: nothing is assessed, nothing is cited.
NO_FORM = Form(
    id="",
    title="",
    mode=Mode.LIST,
    source=LegalText("", "", None, "", ""),
    effective_from=date.min,
    effective_to=None,
    replaced_by="",
    checked_on=date.min,
    criteria=(),
)
