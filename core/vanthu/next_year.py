"""Next year (lập cho năm sau): a record for the following year from this year's, and what differs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Iterator, Tuple

from . import messages
from .document_kind import DocumentKind
from .form import Form
from .library import Library
from .record import Progress, Record


@dataclass(frozen=True)
class RolledForward:
    """The new record, and a sentence for everything that is not as it was."""

    record: Record
    changes: Tuple[str, ...]


def next_year(library: Library, record: Record) -> RolledForward:
    """Organisation, signer, recipients and narrative stay; answers, evidence, number and date begin anew.

    The form is the one in force at the end of the new year. The narrative is kept as it was typed, years and all:
    whoever signs has to read it again, and the last sentence says so.
    """
    year = record.year + 1
    form = _form_in_force(library, library.form(record.form), year)
    kind = _kind_for(library, record.kind, form)
    fresh = replace(
        record,
        form=form.id,
        kind=kind,
        year=year,
        document=replace(record.document, number="", date=""),
        progress=Progress(receiver=record.progress.receiver),
        assigned=record.assigned if form.id == record.form else {},
        typed=(),
        stated=(),
        evidence={},
    )
    return RolledForward(fresh, tuple(_changes(library, record, fresh)))


def _form_in_force(library: Library, form: Form, year: int) -> Form:
    """The form itself, or what replaced it by the end of the year."""
    while form.replaced_by and not form.in_force(date(year, 12, 31)):
        form = library.form(form.replaced_by)
    return form


def _kind_for(library: Library, kind_id: str, form: Form) -> str:
    """The same kind of document, or one of the same type for the new form; blank where there is none."""
    if not kind_id or library.kind(kind_id).serves(form.id):
        return kind_id
    type_name = library.kind(kind_id).type_name
    fitting = [kind.id for kind in library.kinds if _is_like(kind, type_name, form)]
    return fitting[0] if fitting else ""


def _is_like(kind: DocumentKind, type_name: str, form: Form) -> bool:
    return kind.type_name == type_name and form.id in kind.form_ids


def _changes(library: Library, old: Record, new: Record) -> Iterator[str]:
    yield messages.NEXT_YEAR.format(old=old.year, new=new.year)
    if new.form != old.form:
        yield messages.NEXT_FORM.format(old=library.form(old.form).title, new=library.form(new.form).title)
    if new.kind != old.kind:
        title = library.kind(new.kind).title if new.kind else messages.NO_KIND
        yield messages.NEXT_KIND.format(old=library.kind(old.kind).title, new=title)
    if old.typed or old.evidence:
        yield messages.NEXT_ANSWERS.format(typed=len(old.typed), evidence=len(old.evidence))
    if old.document.number or old.document.date:
        yield messages.NEXT_NUMBER
    if any(str(old.year) in line for lines in new.text.values() for line in lines):
        yield messages.NEXT_NARRATIVE.format(year=old.year)
