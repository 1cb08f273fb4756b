"""Which template a document is made from: that of its kind, or a file of somebody's own (mẫu riêng)."""

from __future__ import annotations

import contextlib
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vanthu.compose import compose
from vanthu.data_error import DataError, listed
from vanthu.document_kind import DocumentKind
from vanthu.library import Library
from vanthu.record import Record
from vanthu.slots import Rule, Slots
from vanthu.system_reason import system_reason

from . import batch_messages, engine, house, office

ENDINGS = (".docx", ".dotx", ".odt", ".ott", ".doc", ".rtf")
_ZIP, _OLE, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
_BEGINNINGS = {".dotx": (_ZIP,), ".odt": (_ZIP,), ".ott": (_ZIP,), ".doc": (_OLE, _RTF), ".rtf": (_RTF,)}
_AS_TEMPLATE, _AS_DOCUMENT = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"


@dataclass(frozen=True)
class ChosenTemplate:
    """A template in .docx, and the kind of document whose slots it is filled with."""

    path: Path
    kind: DocumentKind
    file: Path  # the one that was meant; ``path`` may have been made from it

    def without(self, slots: Slots) -> frozenset[str]:
        """The slots that the shipped template of this kind shows, and this one does not."""
        shipped = house.shipped_templates() / (self.kind.id + ".docx")
        if self.path == shipped or not shipped.is_file():
            return frozenset()
        lines = {name for name, slot in slots.items() if isinstance(slot, Rule)}
        return (engine.shown(shipped, slots) & set(slots)) - lines - engine.shown(self.path, slots)

    def named(self) -> contextlib.AbstractContextManager[None]:
        """In the block mistakes in the template are told with the name of the file that was meant."""
        return _named(self.file)


@contextlib.contextmanager
def _named(file: Path) -> Iterator[None]:
    try:
        yield
    except engine.TemplateError as error:
        raise engine.TemplateError(file.name, error.sentence) from error


def chosen_template(library: Library, name: str, record: Record, work: Path) -> ChosenTemplate:
    """The template that ``name`` means: a kind of document, a template of the organisation, or a file.

    A file fills the kind that the record names, else the kind of its own name, else – of those for the record's form –
    the one that knows most of its tags. ``work`` is a folder for a file that has to be converted. Raises
    :class:`DataError`.
    """
    kinds = {kind.id: kind for kind in library.kinds}
    if name in kinds:
        file = house.template(name)
        return ChosenTemplate(file, kinds[name], file)
    file = Path(name)
    if file.suffix.lower() not in ENDINGS and not file.is_file():
        file = house.template(name)
    path = _as_docx(file, work)
    with _named(file):
        kind = kinds.get(record.kind) or kinds.get(file.stem) or _fitting(library, path, record)
    return ChosenTemplate(path, kind, file)


def _as_docx(file: Path, work: Path) -> Path:
    if not _is_file(file):
        raise DataError(str(file), batch_messages.NO_TEMPLATE)
    ending, made = file.suffix.lower(), work / "template.docx"
    if ending not in ENDINGS:
        allowed = listed(ENDINGS)
        raise DataError(file.name, batch_messages.NO_TEMPLATE_ENDING.format(ending=file.suffix, allowed=allowed))
    if ending == ".docx":
        return file
    _refuse_other_content(file)
    if ending == ".dotx":
        _write_as_document(file, made)
    else:
        office.convert(file, made, file.name)
    return made


def _refuse_other_content(file: Path) -> None:
    """An office makes a page of anything, also of what is no text."""
    try:
        with file.open("rb") as content:
            begins = content.read(len(_OLE))
    except OSError as error:
        raise DataError(file.name, _not_read(error)) from None
    if not begins.startswith(_BEGINNINGS[file.suffix.lower()]):
        raise DataError(file.name, batch_messages.NOT_TEMPLATE.format(ending=file.suffix))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError as error:
        raise DataError(path.name, _not_read(error)) from None


def _not_read(error: OSError) -> str:
    return batch_messages.TEMPLATE_NOT_READ.format(reason=system_reason(error))


def _write_as_document(file: Path, made: Path) -> None:
    """A .dotx is a .docx that calls itself a template."""
    try:
        with zipfile.ZipFile(file) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                content = source.read(name)
                types = name == "[Content_Types].xml"
                target.writestr(name, content.replace(_AS_TEMPLATE, _AS_DOCUMENT) if types else content)
    except OSError as error:
        raise DataError(file.name, _not_read(error)) from None
    except (EOFError, RuntimeError, zipfile.BadZipFile, zlib.error):
        raise DataError(file.name, batch_messages.NOT_TEMPLATE.format(ending=file.suffix)) from None


def _fitting(library: Library, path: Path, record: Record) -> DocumentKind:
    serving = [kind for kind in library.kinds if kind.serves(record.form)]
    if not serving:
        library.form(record.form)  # says which forms there are
        raise DataError("form", batch_messages.NO_KIND_FOR_FORM.format(form=record.form))
    asked, assessment = engine.names(path), library.assess(record)
    return min(serving, key=lambda kind: len(asked - set(compose(kind, record, assessment, library.paper))))
