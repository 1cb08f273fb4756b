"""The folder of a dossier: every document of it that has a template, and the list that says what is still missing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vanthu import messages
from vanthu.assessment import Assessment
from vanthu.compose import compose
from vanthu.data_error import DataError
from vanthu.dossier import LIST, Dossier, Places, dossier, list_slots, record_of
from vanthu.library import Library
from vanthu.progress import with_progress
from vanthu.record import Record
from vanthu.system_reason import system_reason
from vanthu.templates import templates

from . import batch_messages, engine, house, office
from .delivery import deliver_into
from .render import render
from .typed_words import marked, meant_for, named, shown
from .work_folder import work_folder

_LIST_FILE = "00-" + LIST  # stands before the documents it lists


@dataclass(frozen=True)
class DeliveredDossier:
    """What came of it: the dossier, the assessment behind it, the files written and the older ones kept."""

    dossier: Dossier
    assessment: Assessment
    files: tuple[Path, ...]
    kept: tuple[Path, ...]
    typed_without: tuple[str, ...] = ()  # texts and tables of the record that no document of the dossier shows


def deliver_dossier(
    library: Library, record: Record, folder: Path, on: date, with_pdf: bool = False
) -> DeliveredDossier:
    """Write the documents and their list into ``folder``, which may be new, all or none; an older file there is kept.

    Raises :class:`DataError`, also where the form asks for no dossier.
    """
    _refuse_folder(folder)
    found, assessment = listed_dossier(library, record, on)
    with work_folder() as work:
        made = tuple(_made(library, record, found, work, with_pdf))
        typed = _typed_without(library, record, found, assessment)
        kept = deliver_into(folder, made)
    return DeliveredDossier(found, assessment, tuple(folder / path.name for path in made), kept, typed)


def listed_dossier(library: Library, record: Record, on: date) -> tuple[Dossier, Assessment]:
    """The dossier as it stands on a day, and the assessment behind it; nothing is written.

    Raises :class:`DataError` where the form asks for no dossier.
    """
    assessment = with_progress(library.assess(record), record, on)
    found = dossier(library, record, assessment, on, _places(library, record, assessment))
    if not found.documents:
        raise DataError("form", _no_dossier(assessment))
    return found, assessment


def _refuse_folder(folder: Path) -> None:
    try:
        usable = folder.is_dir() or (not os.path.lexists(folder) and folder.parent.is_dir())
    except OSError as error:
        raise DataError(str(folder), batch_messages.FOLDER_NOT_MADE.format(reason=system_reason(error))) from None
    if not usable:
        raise DataError(str(folder), batch_messages.NOT_A_FOLDER)


def _no_dossier(assessment: Assessment) -> str:
    form = assessment.form
    return messages.DOSSIER_UNKNOWN if form.dossier else messages.NO_DOSSIER.format(form=form.id)


def _places(library: Library, record: Record, assessment: Assessment) -> Places:
    """The slots that the template of each document shows; a kind without a template is left out."""
    known = templates((house.shipped_templates(), *house.own_templates()))
    kinds = [library.kind(item.kind) for item in assessment.dossier() if item.kind in known and not item.by]
    slots = {kind.id: compose(kind, record_of(kind, record), assessment, library.paper) for kind in kinds}
    return {kind_id: engine.places(known[kind_id], found) for kind_id, found in slots.items()}


def _made(library: Library, record: Record, found: Dossier, work: Path, with_pdf: bool) -> Iterator[Path]:
    """Every document in the working folder, the list first."""
    listing = work / (_LIST_FILE + ".docx")
    render(library, LIST, record_of(library.kind(LIST), record), listing, extra=list_slots(found))
    yield from _with_pdf(listing, with_pdf)
    for entry in found.documents:
        if entry.file_name:
            target = work / (entry.file_name + ".docx")
            render(library, entry.item.kind, record_of(library.kind(entry.item.kind), record), target)
            yield from _with_pdf(target, with_pdf)


def _typed_without(library: Library, record: Record, found: Dossier, assessment: Assessment) -> tuple[str, ...]:
    """What was typed for these documents and stands in none of them."""
    marks = marked(record)
    if not marks.words:
        return ()
    kinds = [library.kind(kind_id) for kind_id in (LIST, *(one.item.kind for one in found.documents if one.file_name))]
    seen = [
        number
        for kind in kinds
        for number in shown(house.template(kind.id), kind, record_of(kind, marks.record), assessment, library.paper)
    ]
    drawn = {kind.id for kind in kinds}
    known = {name for kind in kinds for name in kind.text}
    words = meant_for(drawn, marks.without(seen), record.kind, {kind.id: kind for kind in library.kinds})
    return named(words, known, right=known)


def _with_pdf(document: Path, with_pdf: bool) -> Iterator[Path]:
    yield document
    if with_pdf:
        printed = document.with_suffix(".pdf")
        office.convert(document, printed, printed.name)
        yield printed
