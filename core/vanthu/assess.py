"""From what was typed to what it means. Pure: no clock, no file, no office."""

from __future__ import annotations

from dataclasses import replace

from .assess_levels import assess_levels
from .assess_points import assess_points
from .assessment import Assessment
from .assignment import assess_list, assignment_findings
from .correspondence import number_findings
from .evidence import evidence_findings
from .form import Form, Mode
from .record import Record
from .stated import stated_findings


def assess(form: Form, record: Record) -> Assessment:
    """Apply the form to what was typed. Whatever was typed, this returns; mistakes are findings."""
    found = _assess(form, record)
    more = (
        *assignment_findings(found.form, record, form),
        *evidence_findings(found.form, record, form),
        *stated_findings(found, record),
        *number_findings(record),
    )
    return replace(found, findings=(*found.findings, *more))


def _assess(form: Form, record: Record) -> Assessment:
    if form.mode is Mode.POINTS:
        return assess_points(form, record)
    if form.mode is Mode.LEVELS:
        return assess_levels(form, record)
    return assess_list(form, record)
