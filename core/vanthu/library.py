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
from .layer import RANKS, LawFixedError, apply_layer, is_layer, layer_from
from .legal_texts import LegalTexts, legal_texts_from
from .paper_rules import PaperRules
from .paper_rules import load as load_paper_rules
from .record import Record
from .regime import regime_findings
from .strict import StrictTable
from .text import clean_line
from .toml import read

_GROUPS = "document-groups.toml"
_GROUPS_SCHEMA = 1
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
        raise DataError("form", tell(file_messages.NO_SUCH_FORM, found=form_id, allowed=known))

    def kind(self, kind_id: str) -> DocumentKind:
        """The document kind of this id; :class:`DataError` naming the known ones."""
        for kind in self.kinds:
            if kind.id == kind_id:
                return kind
        known = listed(kind.id for kind in self.kinds)
        raise DataError("kind", tell(file_messages.NO_SUCH_KIND, found=kind_id, allowed=known))

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
        kinds=tuple(_kind(values, name, groups) for name, values in map(_read, sorted(_kind_files(forms_folder)))),
        paper=load_paper_rules(forms_folder / "layout"),
        texts=legal_texts_from(values, name),
        groups=groups,
    )


def load_forms(forms_folder: Path, layer_folders: Sequence[Path] = ()) -> Tuple[Form, ...]:
    """The forms alone, with their layers. A layer that tries to change what the law fixes is left out and named."""
    rules = [folder for folder in sorted(forms_folder.iterdir()) if folder.is_dir() and folder.name not in _NOT_RULES]
    files = [_read(path) for folder in [*rules, *layer_folders] for path in sorted(folder.glob("*.toml"))]
    layers = [(name, values) for name, values in files if is_layer(values)]
    forms = [form_from(values, name) for name, values in files if not is_layer(values)]
    return tuple(_layered(form, [entry for entry in layers if entry[1].get("form") == form.id]) for form in forms)


def _kind_files(forms_folder: Path) -> List[Path]:
    return list((forms_folder / "documents").glob("*.toml"))


def _groups(path: Path) -> Tuple[str, ...]:
    name, values = _read(path)
    table = StrictTable(values, name, "", ("schema", "groups"))
    table.check_schema(_GROUPS_SCHEMA)
    return tuple(clean_line(group) for group in table.lines("groups"))


def _kind(values: Dict[str, Any], name: str, groups: Sequence[str]) -> DocumentKind:
    kind = kind_from(values, name)
    if kind.group and kind.group not in groups:
        wrong = tell(file_messages.NO_SUCH_GROUP, found=kind.group, file=_GROUPS, allowed=listed(groups))
        raise DataError(name, "group: {}".format(wrong))
    return kind


def _read(path: Path) -> Tuple[str, Dict[str, Any]]:
    name = "{}/{}".format(path.parent.name, path.name)
    return name, read(path, name)


def _layered(official: Form, files: Sequence[Tuple[str, Dict[str, Any]]]) -> Form:
    """Official, then organisation, then personal; of several layers of one rank the last one read counts."""
    layered, refused = official, []
    for rank in RANKS:
        chosen = [entry for entry in files if entry[1]["layer"] == rank]
        try:
            layered = apply_layer(layered, layer_from(chosen[-1][1], chosen[-1][0]), official) if chosen else layered
        except LawFixedError as error:
            refused.append(str(error))
    for name, values in files:
        if values["layer"] not in RANKS:
            layer_from(values, name)  # says which ranks there are
    return replace(layered, refused_layers=tuple(refused))
