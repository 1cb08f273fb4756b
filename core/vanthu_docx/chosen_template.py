"""Which template a document is made from: that of its kind, or a file of somebody's own (mẫu riêng)."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from vanthu.compose import compose
from vanthu.data_error import DataError, listed
from vanthu.document_kind import DocumentKind
from vanthu.library import Library
from vanthu.record import Record
from vanthu.slots import Rule, Slots

from . import batch_messages, engine, house, office

ENDINGS = (".docx", ".dotx", ".odt", ".ott", ".doc", ".rtf")
_AS_TEMPLATE, _AS_DOCUMENT = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"


@dataclass(frozen=True)
class ChosenTemplate:
    """A template in .docx, and the kind of document whose slots it is filled with."""

    path: Path
    kind: DocumentKind

    def without(self, slots: Slots) -> tuple[str, ...]:
        """The slots that the shipped template of this kind shows, and this one has no place for."""
        shipped = house.shipped_templates() / (self.kind.id + ".docx")
        if self.path == shipped or not shipped.is_file():
            return ()
        lines = {name for name, slot in slots.items() if isinstance(slot, Rule)}
        used = {name.split("|")[0].strip() for name in engine.names(self.path)}
        return tuple(sorted((engine.names(shipped) & set(slots)) - lines - used))


def chosen_template(library: Library, name: str, record: Record, work: Path) -> ChosenTemplate:
    """The template that ``name`` means: a kind of document, a template of the organisation, or a file.

    A file fills the kind that the record names, else the kind of its own name, else – of those for the record's form –
    the one that knows most of its tags. ``work`` is a folder for a file that has to be converted. Raises
    :class:`DataError`.
    """
    kinds = {kind.id: kind for kind in library.kinds}
    if name in kinds:
        return ChosenTemplate(house.template(name), kinds[name])
    file = Path(name)
    if not file.is_file() and file.suffix.lower() not in ENDINGS:
        file = house.template(name)
    path = _as_docx(file, work)
    kind = kinds.get(record.kind) or kinds.get(file.stem) or _fitting(library, path, record)
    return ChosenTemplate(path, kind)


def _as_docx(file: Path, work: Path) -> Path:
    if not file.is_file():
        raise DataError(str(file), batch_messages.NO_TEMPLATE)
    ending, made = file.suffix.lower(), work / "template" / (file.stem + ".docx")
    if ending not in ENDINGS:
        allowed = listed(ENDINGS)
        raise DataError(file.name, batch_messages.NO_TEMPLATE_ENDING.format(ending=file.suffix, allowed=allowed))
    if ending == ".docx":
        return file
    made.parent.mkdir()
    if ending == ".dotx":
        _write_as_document(file, made)
    else:
        office.convert(file, made)
    return made


def _write_as_document(file: Path, made: Path) -> None:
    """A .dotx is a .docx that calls itself a template."""
    try:
        with zipfile.ZipFile(file) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                content = source.read(name)
                types = name == "[Content_Types].xml"
                target.writestr(name, content.replace(_AS_TEMPLATE, _AS_DOCUMENT) if types else content)
    except (OSError, zipfile.BadZipFile):
        raise DataError(file.name, batch_messages.NOT_DOTX) from None


def _fitting(library: Library, path: Path, record: Record) -> DocumentKind:
    serving = [kind for kind in library.kinds if kind.serves(record.form)]
    if not serving:
        library.form(record.form)  # says which forms there are
        raise DataError("form", batch_messages.NO_KIND_FOR_FORM.format(form=record.form))
    asked, assessment = engine.names(path), library.assess(record)
    return min(serving, key=lambda kind: len(asked - set(compose(kind, record, assessment, library.paper))))
