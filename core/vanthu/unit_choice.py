"""Types of unit (loại đơn vị) as a form of levels offers them: what one choice says about the unit, with its name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Iterator, Optional, Tuple

from . import messages
from .demand import Applicability
from .form import Form
from .language import tell
from .record import UNIT_TYPES, Record


@dataclass(frozen=True)
class UnitChoice:
    """One type of unit in one scope."""

    unit_type: str
    scope: str  # blank where the type alone tells the scope
    title: str


def unit_choices(form: Form) -> Tuple[UnitChoice, ...]:
    """The types that the scopes of the form name, each once for each scope; none for a form without scopes."""
    found = Counter(unit_type for scope in form.scopes for unit_type in scope.unit_types)
    pairs = [(unit_type, scope) for unit_type in UNIT_TYPES for scope in form.scopes if unit_type in scope.unit_types]
    return tuple(
        UnitChoice(
            unit_type,
            scope.id if found[unit_type] > 1 else "",
            tell(messages.UNIT_TYPES[unit_type])
            if found[unit_type] == 1
            else tell(messages.UNIT_TYPE_IN, name=tell(messages.UNIT_TYPES[unit_type]), scope=scope.label.lower()),
        )
        for unit_type, scope in pairs
    )


def chosen(form: Form, record: Record) -> Optional[UnitChoice]:
    """The choice that a record stands for; ``None`` while its unit is of no type that the form knows."""
    scope = form.scope_of(record.unit_type, record.scope)
    if scope is None:
        return None
    fitting = [choice for choice in unit_choices(form) if choice.unit_type == record.unit_type]
    return next(choice for choice in fitting if choice.scope in ("", scope.id))


def with_unit_choice(record: Record, choice: UnitChoice) -> Record:
    """The record after a type of unit was chosen."""
    return replace(record, unit_type=choice.unit_type, scope=choice.scope)


def asks_ownership(form: Form) -> bool:
    """Whether the form tells public units from private ones."""
    return any(rule.ownership for rule in _rules(form))


def asks_disadvantaged(form: Form) -> bool:
    """Whether the form asks less of a vùng khó khăn."""
    return any(demand.at_least_disadvantaged for line in form.criteria for demand in line.demands)


def _rules(form: Form) -> Iterator[Applicability]:
    for line in form.criteria:
        yield line.applies
        for demand in line.demands:
            yield demand.applies
