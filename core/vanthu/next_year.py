"""Next year (lập cho năm sau): a record for the following year from this year's, and what differs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterator, Tuple

from . import messages
from .language import tell
from .library import Library
from .record import Progress, Record
from .successors import form_in_force, kind_for


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
    form = form_in_force(library, library.form(record.form), year)
    kind = kind_for(library, record.kind, form)
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


def _changes(library: Library, old: Record, new: Record) -> Iterator[str]:
    yield tell(messages.NEXT_YEAR, old=old.year, new=new.year)
    if new.form != old.form:
        yield tell(messages.NEXT_FORM, old=library.form(old.form).title, new=library.form(new.form).title)
    if new.kind != old.kind:
        title = library.kind(new.kind).title if new.kind else tell(messages.NO_KIND)
        yield tell(messages.NEXT_KIND, old=library.kind(old.kind).title, new=title)
    if old.typed or old.evidence:
        yield tell(messages.NEXT_ANSWERS, typed=len(old.typed), evidence=len(old.evidence))
    if old.assigned != new.assigned:
        yield tell(messages.NEXT_ASSIGNED, count=len(old.assigned))
    if old.document.number or old.document.date:
        yield tell(messages.NEXT_NUMBER)
    if old.progress != new.progress:
        yield tell(messages.NEXT_PROGRESS)
    if any(str(old.year) in line for lines in new.text.values() for line in lines):
        yield tell(messages.NEXT_NARRATIVE, year=old.year)
