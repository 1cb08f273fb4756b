"""One document from one record, through either engine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from vanthu import file_messages
from vanthu.assessment import Assessment
from vanthu.compose import compose
from vanthu.data_error import DataError, listed
from vanthu.language import tell
from vanthu.library import Library
from vanthu.memory import Memory, to_properties
from vanthu.plan import first_written, row_kinds
from vanthu.read_back import mended
from vanthu.record import Record
from vanthu.record_file import to_json
from vanthu.shown_answers import shown_answers
from vanthu.slots import Slots, Table, arranged
from vanthu.system_reason import system_reason

from . import batch_messages, engine, office
from .chosen_template import ChosenTemplate, chosen_template
from .delivery import deliver
from .typed_words import Words, marked, meant_for, named, shown
from .work_folder import work_folder

ENGINES = ("docx", "writer")


@dataclass(frozen=True)
class Rendered:
    """What came of it: the assessment behind the document, where an older file was kept, what has no place in it."""

    assessment: Assessment
    kept: Path | None
    typed_without: tuple[str, ...] = ()  # texts and tables of the record
    without: tuple[str, ...] = ()  # other slots that the shipped template shows, and an own one does not


def render(
    library: Library,
    name: str,
    record: Record,
    target: Path,
    engine_name: str = ENGINES[0],
    extra: Slots | None = None,
) -> Rendered:
    """Write the document; the ending of ``target`` picks the format. Raises :class:`DataError`, and writes nothing.

    ``name`` is a kind of document or the file of an own template. ``extra`` are slots that no record can give; the docx
    engine puts them in and does not remember them as ours, so that a later fill leaves them alone.
    """
    _refuse_target(target)
    with work_folder() as work:
        template = chosen_template(library, name, record, work)
        _refuse_use(template, record, target)
        own = replace(record, kind=template.kind.id)
        assessment = library.assess(own)
        slots = {**compose(template.kind, own, assessment, library.paper), **(extra or {})}
        made = work / ("made" + target.suffix.lower())
        with template.named():
            if engine_name == "writer":
                engine.refuse_unknown(template.path, slots)
                _through_writer(template.path, own, made, target.name)
            else:
                memory = _memory(template, own, assessment, slots, frozenset(extra or {}))
                _through_docx(template.path, slots, memory, made, target.name)
        lost = _lost(library, template, record, assessment)
        typed = named(lost, engine.shown(template.path, slots), right={**template.kind.text, **template.kind.lists})
        without = template.without(slots) - {one.name for one in lost}
        return Rendered(assessment, deliver(made, target), typed, tuple(sorted(without)))


def _refuse_target(target: Path) -> None:
    if target.suffix.lower() not in office.FORMATS:
        allowed = listed(office.FORMATS)
        raise DataError(target.name, batch_messages.NO_FORMAT.format(ending=target.suffix, allowed=allowed))
    try:
        usable = not target.is_dir() and target.parent.is_dir()
    except OSError as error:
        raise DataError(target.name, tell(file_messages.NOT_WRITTEN, reason=system_reason(error))) from None
    if not usable:
        raise DataError(str(target), batch_messages.NOT_A_FILE)


def _lost(library: Library, template: ChosenTemplate, record: Record, assessment: Assessment) -> tuple[Words, ...]:
    """What was typed for this document and has no place in it."""
    marks, kind = marked(record), template.kind
    if not marks.words:
        return ()
    found = shown(template.path, kind, replace(marks.record, kind=kind.id), assessment, library.paper)
    return meant_for({kind.id}, marks.without(found), record.kind, {one.id: one for one in library.kinds})


def _refuse_use(template: ChosenTemplate, record: Record, target: Path) -> None:
    kind = template.kind
    if target.exists() and target.samefile(template.file):
        raise DataError(target.name, batch_messages.OVER_TEMPLATE)
    if not kind.serves(record.form):
        allowed = listed(kind.form_ids)
        raise DataError("form", batch_messages.OTHER_FORM.format(kind=kind.id, allowed=allowed, form=record.form))


def _memory(
    template: ChosenTemplate, record: Record, assessment: Assessment, slots: Slots, foreign: frozenset[str]
) -> Memory:
    """What the document remembers: the record, and what we write where."""
    places = engine.places(template.path, slots) - foreign
    shown = {name: slot for name, slot in slots.items() if name in places}
    tables = {name: row_kinds(slot) for name, slot in shown.items() if isinstance(slot, Table)}
    columns = {name: own for name, own in engine.columns(template.path).items() if name in shown}
    fitting = arranged(shown, columns)
    others = {name: columns[name] for name in sorted(columns) if fitting[name] != shown[name]}
    written = first_written(fitting)
    answers = shown_answers(template.kind, assessment, fitting, fitting, written).answers
    return Memory(mended(record, answers, assessment), written, tables, others)


def _through_docx(template: Path, slots: Slots, memory: Memory, made: Path, name: str) -> None:
    document = made.with_suffix(".docx")
    engine.render(template, slots, document, to_properties(memory))
    if made != document:
        office.convert(document, made, name)


def _through_writer(template: Path, record: Record, made: Path, name: str) -> None:
    record_file = made.with_name("record.json")
    record_file.write_text(to_json(record), encoding="utf-8")
    try:
        office.fill(template, record_file, made, name)
    except office.LeftTagsError as error:
        raise engine.TemplateError(template.name, str(error)) from None
