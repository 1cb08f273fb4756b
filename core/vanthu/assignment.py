"""Assignment (phân công): which organ is in charge of which criterion, and what nobody has."""

from __future__ import annotations

from typing import Dict, Tuple

from .assessment import Assessment, CriterionResult, Status
from .entries import without_line
from .finding import Finding, FindingCode
from .form import Form, Mode
from .record import Record, by_criterion


def assignment_findings(form: Form, record: Record, whole: Form) -> Tuple[Finding, ...]:
    """Criteria that the unit does not have, and criteria without an organ; ``whole``: the form with those of all units.

    Nothing while no work was assigned at all, or nobody knows which criteria the unit has.
    """
    organs = by_criterion(record.assigned)
    if not organs or not form.criteria:
        return ()
    wanted = [line.id for line in (form.leaves() if form.mode is Mode.LIST else form.counted())]
    known = {line.id for line in form.criteria}
    unknown = [without_line(whole, name, "; ".join(organs[name])) for name in organs if name not in known]
    missing = [Finding(FindingCode.UNASSIGNED, name) for name in wanted if not organs.get(name)]
    return (*unknown, *missing)


def assess_list(form: Form, record: Record) -> Assessment:
    """A form that is only assigned: complete once every leaf has an organ; never a rating."""
    organs = by_criterion(record.assigned)
    results = {line.id: _result(form, line.id, organs) for line in form.criteria}
    complete = all(results[line.id].complete for line in form.leaves())
    note = Finding(FindingCode.NOTHING_TO_SCORE, "form", form.id)
    return Assessment(form, results, complete, None, None, None, (note,))


def _result(form: Form, name: str, organs: Dict[str, Tuple[str, ...]]) -> CriterionResult:
    """A group is complete with the leaves under it."""
    leaves = [leaf.id for leaf in form.leaves() if leaf.id == name or leaf.id.startswith(name + ".")]
    complete = all(organs.get(leaf) for leaf in leaves)
    criterion = next(line for line in form.criteria if line.id == name)
    typed = "; ".join(organs.get(name, ()))
    return CriterionResult(criterion, typed, None, complete, Status.MET if complete else Status.MISSING)
