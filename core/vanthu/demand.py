"""Demands (yêu cầu): what one indicator of a level form asks for at each level, and of whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Optional, Tuple


class Measure(Enum):
    """How an indicator (chỉ tiêu) is judged; the value is the word of the rule files."""

    YES_NO = "yes_no"
    COUNT = "count"  # so many of so many: "19/20"
    GRADE = "grade"  # mức độ 1, 2, 3 of another regulation
    DIGITAL = "digital"  # digital-transformation level of Quyết định 4725 or 4740


DIGITAL_GRADES = ("chua-dap-ung", "co-ban", "tot")  # lowest first


@dataclass(frozen=True)
class Applicability:
    """Which units a rule is made for; blank means all."""

    unit_types: Tuple[str, ...] = ()
    not_unit_types: Tuple[str, ...] = ()
    ownership: str = ""

    def covers(self, unit_type: str, ownership: str) -> bool:
        """Whether a unit of this type and ownership falls under the rule.

        >>> Applicability(not_unit_types=("doanh-nghiep",)).covers("ubnd-xa", "cong-lap")
        True
        """
        listed = not self.unit_types or unit_type in self.unit_types
        owned = not self.ownership or ownership == self.ownership
        return listed and owned and unit_type not in self.not_unit_types


@dataclass(frozen=True)
class Demand:
    """What an indicator asks for at one level, in the words of the law."""

    level: str
    text: str
    article: str
    at_least: Tuple[Decimal, ...] = ()  # percent for each thing counted, or one grade
    at_least_disadvantaged: Tuple[Decimal, ...] = ()  # for vùng khó khăn; blank: no difference
    applies: Applicability = field(default_factory=Applicability)

    def threshold(self, disadvantaged: bool) -> Tuple[Decimal, ...]:
        """The least values that count for this unit."""
        return self.at_least_disadvantaged if disadvantaged and self.at_least_disadvantaged else self.at_least


@dataclass(frozen=True)
class Level:
    """One level of recognition (mức độ)."""

    id: str
    label: str


@dataclass(frozen=True)
class Scope:
    """Which part of a legal text applies to which units: cấp huyện, cấp tỉnh."""

    id: str
    label: str
    unit_types: Tuple[str, ...]
    ended: Optional[date]  # the first day on which this administrative level no longer exists
    chair: str = ""  # whose leader chairs the meeting that agrees on the result; blank where no article says so
    attended_by: str = ""  # who sits in that meeting
