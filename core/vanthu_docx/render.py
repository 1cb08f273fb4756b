"""One document from one record, through either engine."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from vanthu.assessment import Assessment
from vanthu.compose import compose
from vanthu.data_error import DataError, listed
from vanthu.library import Library
from vanthu.memory import Memory, to_properties
from vanthu.plan import first_written, row_kinds
from vanthu.read_back import mended
from vanthu.record import Record
from vanthu.record_file import to_json
from vanthu.shown_answers import shown_answers
from vanthu.slots import Slots, Table, arranged

from . import batch_messages, engine, office
from .chosen_template import ChosenTemplate, chosen_template
from .delivery import deliver

ENGINES = ("docx", "writer")


@dataclass(frozen=True)
class Rendered:
    """What came of it: the assessment behind the document, and where an older file was kept."""

    assessment: Assessment
    kept: Path | None
    without: tuple[str, ...] = ()  # slots that the shipped template shows and an own template has no place for


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
    with tempfile.TemporaryDirectory(prefix="vanthu-") as folder:
        template = chosen_template(library, name, record, Path(folder))
        kind = template.kind
        if not kind.serves(record.form):
            allowed = listed(kind.form_ids)
            raise DataError("form", batch_messages.OTHER_FORM.format(kind=kind.id, allowed=allowed, form=record.form))
        record = replace(record, kind=kind.id)
        assessment = library.assess(record)
        slots = {**compose(kind, record, assessment, library.paper), **(extra or {})}
        made = Path(folder) / ("made" + target.suffix.lower())
        if engine_name == "writer":
            engine.refuse_unknown(template.path, slots)
            _through_writer(template.path, record, made)
        else:
            memory = _memory(template, record, assessment, slots, frozenset(extra or {}))
            _through_docx(template.path, slots, memory, made)
        return Rendered(assessment, deliver(made, target), template.without(slots))


def _refuse_target(target: Path) -> None:
    if target.suffix.lower() not in office.FORMATS:
        allowed = listed(office.FORMATS)
        raise DataError(target.name, batch_messages.NO_FORMAT.format(ending=target.suffix, allowed=allowed))
    if target.is_dir() or not target.resolve().parent.is_dir():
        raise DataError(str(target), batch_messages.NOT_A_FILE)


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


def _through_docx(template: Path, slots: Slots, memory: Memory, made: Path) -> None:
    document = made.with_suffix(".docx")
    engine.render(template, slots, document, to_properties(memory))
    if made != document:
        office.convert(document, made)


def _through_writer(template: Path, record: Record, made: Path) -> None:
    record_file = made.with_name("record.json")
    record_file.write_text(to_json(record), encoding="utf-8")
    office.fill(template, record_file, made)
