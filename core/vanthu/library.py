"""Library (thư viện): the forms, layers and document kinds found in a folder, read once and strictly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Dict, List, Sequence, Tuple

from . import file_messages
from .assess import assess
from .assessment import Assessment
from .data_error import DataError, listed
from .document_kind import DocumentKind, kind_from
from .form import NO_FORM, Form
from .form_file import form_from
from .language import tell
from .layer import RANKS, LawFixedError, Layer, apply_layer, is_layer, layer_from
from .legal_texts import LegalTexts, legal_texts_from
from .named_folder import files_in
from .paper_rules import PaperRules
from .paper_rules import load as load_paper_rules
from .quote import quoted
from .record import Record
from .regime import regime_findings
from .strict import StrictTable
from .text import clean_line
from .toml import read

_GROUPS = "document-groups.toml"
_GROUPS_SCHEMA = 1
_ENDING = ".toml"
_NOT_RULES = ("examples", "layout", "documents", "related")


@dataclass(frozen=True)
class Library:
    """Everything that is data rather than code."""

    forms: Tuple[Form, ...]
    kinds: Tuple[DocumentKind, ...]
    paper: PaperRules
    texts: LegalTexts
    groups: Tuple[str, ...]  # headings under which kinds are offered, in their order

    def form(self, form_id: str) -> Form:
        """The form of this id, blank for none; :class:`DataError` naming the known ones."""
        for form in (*self.forms, NO_FORM):
            if form.id == form_id:
                return form
        known = listed(form.id for form in self.forms)
        raise DataError("form", tell(file_messages.NO_SUCH_FORM, found=quoted(form_id), allowed=known))

    def kind(self, kind_id: str) -> DocumentKind:
        """The document kind of this id; :class:`DataError` naming the known ones."""
        for kind in self.kinds:
            if kind.id == kind_id:
                return kind
        known = listed(kind.id for kind in self.kinds)
        raise DataError("kind", tell(file_messages.NO_SUCH_KIND, found=quoted(kind_id), allowed=known))

    def check(self, record: Record) -> None:
        """Refuse a record of a form or of a kind of document that nobody knows; it may name no kind."""
        self.form(record.form)
        if record.kind:
            self.kind(record.kind)

    def assess(self, record: Record) -> Assessment:
        """The assessment of a record, with a word where its form was not in force for the document."""
        form = self.form(record.form)
        if form is NO_FORM:
            return Assessment(form, {}, False, None, None, None, ())
        found = assess(form, record)
        return replace(found, findings=found.findings + regime_findings(form, record, found, self.texts))

    def forms_in_force(self, on: date) -> Tuple[Form, ...]:
        """The forms whose legal text was in force on that day."""
        return tuple(form for form in self.forms if form.in_force(on))


def load_library(forms_folder: Path, layer_folders: Sequence[Path] = ()) -> Library:
    """Read a ``forms`` folder. Layers in ``layer_folders`` replace shipped layers of the same form and rank."""
    name, values = _read(forms_folder / "legal-texts.toml")
    groups = _groups(forms_folder / _GROUPS)
    return Library(
        forms=load_forms(forms_folder, layer_folders),
        kinds=tuple(_kind(values, name, groups) for name, values in map(_read, _kind_files(forms_folder))),
        paper=load_paper_rules(forms_folder / "layout"),
        texts=legal_texts_from(values, name),
        groups=groups,
    )


def load_forms(forms_folder: Path, layer_folders: Sequence[Path] = ()) -> Tuple[Form, ...]:
    """The forms alone, with their layers. A layer that tries to change what the law fixes is left out and named."""
    rules = [folder for folder in sorted(forms_folder.iterdir()) if folder.is_dir() and folder.name not in _NOT_RULES]
    folders = [[_read(path) for path in files_in(folder, _ENDING)] for folder in [*rules, *layer_folders]]
    found = [one for files in folders for one in files]
    forms = _official([(name, form_from(values, name)) for name, values in found if not is_layer(values)])
    layers = [layer for files in folders for layer in _layers(files, forms)]
    return tuple(_layered(form, [layer for layer in layers if layer.form_id == form.id]) for form in forms)


def _official(named: Sequence[Tuple[str, Form]]) -> Tuple[Form, ...]:
    """The forms as the law has them, held against each other."""
    first: Dict[str, str] = {}
    for name, form in named:
        if form.id in first:
            wrong = tell(file_messages.FORM_TWICE, id=form.id, file=first[form.id])
            raise DataError(name, "id: {}".format(wrong))
        first[form.id] = name
    forms = tuple(form for _, form in named)
    for name, form in named:
        _refuse_wrong_successor(form, name, forms)
    return forms


def _refuse_wrong_successor(form: Form, name: str, forms: Sequence[Form]) -> None:
    """What replaces a form begins later, so that no chain of successors comes back to where it began."""
    later = [other.id for other in forms if other.effective_from > form.effective_from]
    if form.replaced_by and form.replaced_by not in later:
        allowed = listed([*later, '""'])
        wrong = tell(file_messages.NO_SUCH_SUCCESSOR, found=quoted(form.replaced_by), allowed=allowed)
        raise DataError(name, "replaced_by: {}".format(wrong))


def _layers(files: Sequence[Tuple[str, Dict[str, Any]]], forms: Sequence[Form]) -> List[Layer]:
    """The layers of one folder. Two of one form and rank, a file and its copy say: nobody knows which is meant."""
    layers = [_layer(values, name, forms) for name, values in files if is_layer(values)]
    first: Dict[Tuple[str, str], str] = {}
    for layer in layers:
        before = first.setdefault((layer.form_id, layer.rank), layer.path)
        if before != layer.path:
            raise DataError(layer.path, tell(file_messages.LAYER_TWICE, form=layer.form_id, file=before))
    return layers


def _layer(values: Dict[str, Any], name: str, forms: Sequence[Form]) -> Layer:
    layer, known = layer_from(values, name), [form.id for form in forms]
    if layer.form_id not in known:
        wrong = tell(file_messages.NO_SUCH_FORM, found=quoted(layer.form_id), allowed=listed(known))
        raise DataError(name, "form: {}".format(wrong))
    return layer


def _kind_files(forms_folder: Path) -> Tuple[Path, ...]:
    return files_in(forms_folder / "documents", _ENDING)


def _groups(path: Path) -> Tuple[str, ...]:
    name, values = _read(path)
    table = StrictTable(values, name, "", ("schema", "groups"))
    table.check_schema(_GROUPS_SCHEMA)
    return tuple(clean_line(group) for group in table.lines("groups"))


def _kind(values: Dict[str, Any], name: str, groups: Sequence[str]) -> DocumentKind:
    kind = kind_from(values, name)
    if kind.group and kind.group not in groups:
        wrong = tell(file_messages.NO_SUCH_GROUP, found=quoted(kind.group), file=_GROUPS, allowed=listed(groups))
        raise DataError(name, "group: {}".format(wrong))
    return kind


def _read(path: Path) -> Tuple[str, Dict[str, Any]]:
    name = "{}/{}".format(path.parent.name, path.name)
    return name, read(path, name)


def _layered(official: Form, layers: Sequence[Layer]) -> Form:
    """Official, then organisation, then personal; of several layers of one rank the last one read counts.

    The others are tried as well, so that a mistake does not wait for the day on which its file is the last.
    """
    layered, refused = official, []
    for rank in RANKS:
        below = layered
        for layer in (layer for layer in layers if layer.rank == rank):
            layered = below
            try:
                layered = apply_layer(below, layer, official)
            except LawFixedError as error:
                refused.append(str(error))
    return replace(layered, refused_layers=tuple(refused))
