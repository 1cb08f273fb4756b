"""Successors (văn bản kế tiếp): which form took the place of another by a year, and which document kind with it."""

from __future__ import annotations

from datetime import date

from .document_kind import DocumentKind
from .form import Form
from .library import Library


def last_day(year: int) -> date:
    """The day by which the rules of an assessed year are asked."""
    return date(year, 12, 31)


def form_in_force(library: Library, form: Form, year: int) -> Form:
    """The form itself, or what replaced it by the end of the year."""
    while form.replaced_by and not form.in_force(last_day(year)):
        form = library.form(form.replaced_by)
    return form


def form_before(library: Library, form: Form, year: int) -> Form:
    """The form itself, or the one that it replaced and that was in force at the end of the year."""
    while form.effective_from > last_day(year):
        earlier = [other for other in library.forms if other.replaced_by == form.id]
        if not earlier:
            break
        form = earlier[0]
    return form


def kind_for(library: Library, kind_id: str, form: Form) -> str:
    """The same kind of document, or the one that stands in its place for that form; blank where there is none."""
    if not kind_id or library.kind(kind_id).serves(form.id):
        return kind_id
    fitting = [other.id for other in library.kinds if _stands_for(other, library.kind(kind_id), form)]
    return fitting[0] if fitting else ""


def _stands_for(other: DocumentKind, kind: DocumentKind, form: Form) -> bool:
    """A document of the same type and group that the kind's own forms do not know."""
    alike = (other.type_name, other.group) == (kind.type_name, kind.group)
    return alike and form.id in other.form_ids and not set(kind.form_ids).intersection(other.form_ids)
