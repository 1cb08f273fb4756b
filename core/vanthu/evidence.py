"""Evidence (minh chứng) that proves nothing: written for no line of the unit, or for one that only adds up others."""

from __future__ import annotations

from typing import Iterator, Tuple

from .entries import without_line
from .finding import Finding, FindingCode
from .form import Form
from .record import Record, by_criterion, normal_id


def evidence_findings(form: Form, record: Record, whole: Form) -> Tuple[Finding, ...]:
    """What a clerk wrote and no document will show; ``whole``: the form with the lines of all units.

    Nothing while nobody knows which lines the unit has.
    """
    return tuple(_misplaced(form, record, whole)) if form.criteria else ()


def _misplaced(form: Form, record: Record, whole: Form) -> Iterator[Finding]:
    told = {normal_id(name) for name, _ in record.typed}  # an id that is wrong for both is told once
    for name, lines in by_criterion(record.evidence).items():
        proof, line = "; ".join(lines), form.find(name)
        if not proof:
            continue
        if line is None and name not in told:
            yield without_line(whole, name, proof)
        elif line is not None and line.level == 1 and form.children(name):
            yield Finding(FindingCode.EVIDENCE_OF_GROUP, name, proof)
