"""Dossier (hồ sơ): which documents a unit hands in, what each still lacks, until when and to whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import AbstractSet, Dict, FrozenSet, Iterator, List, Mapping, Tuple

from . import document_words, messages
from .assessment import Assessment
from .blanks import NEVER_EMPTY, is_blank
from .compose import compose
from .date_vi import padded
from .document_kind import DocumentKind
from .facts import facts
from .finding import Severity
from .items import CRITERION
from .language import vietnamese
from .library import Library
from .listing import NUMBER, PLACEHOLDER
from .paper_rules import PaperRules
from .progress import due, due_words, window_words
from .record import PART_OF, Record
from .schedule import DossierItem, DueDate
from .slots import Paragraphs, Row, Slot, Table, Text

LIST = "danh-muc-ho-so"  # the kind of the list itself
Places = Mapping[str, FrozenSet[str]]  # kind -> the slots that its template shows; a kind without a template is absent

_OPEN_SIGNS = " -+./" + document_words.MISSING_VALUE  # a default of nothing else waits for the clerk's words
_TYPED_AS = {  # what one typed line fills in several places is asked for once
    "co_quan_ban_hanh": "ten_don_vi",
    "dia_danh_thoi_gian": "dia_danh",
    "noi_gui": "kinh_gui",
}


@dataclass(frozen=True)
class DossierDocument:
    """One document of the dossier, complete or with what it lacks."""

    item: DossierItem
    copies: str  # "01", or that the text does not say
    file_name: str  # without ending; "" where nothing can be drawn up
    missing: Tuple[str, ...]  # sentences; blank: complete

    @property
    def status(self) -> str:
        """The status in words: complete, or what is missing, a line each."""
        return "\n".join(self.missing) or document_words.COMPLETE


@dataclass(frozen=True)
class Dossier:
    """The whole dossier of a unit as seen from a day."""

    documents: Tuple[DossierDocument, ...]  # drawn up by the unit itself
    superior: Tuple[DossierItem, ...]  # drawn up by those who judge it, for information
    deadlines: Tuple[DueDate, ...]
    window: str  # from when to when figures are taken; blank where no article says so
    receiver: str  # blank where nobody is known
    hindrance: str  # why nothing can be asked for with it, a sentence; blank as a rule

    @property
    def due(self) -> Tuple[str, ...]:
        """The deadlines in words."""
        return due_words(self.deadlines)

    @property
    def receiver_words(self) -> str:
        """Who receives the dossier, or that it is not known yet."""
        return document_words.RECEIVER.format(receiver=self.receiver or document_words.MISSING_VALUE)

    @property
    def complete(self) -> bool:
        """Whether no document lacks anything, and there is something to ask for."""
        return not self.hindrance and not any(document.missing for document in self.documents)


@vietnamese()
def dossier(library: Library, record: Record, assessment: Assessment, on: date, places: Places) -> Dossier:
    """The dossier that the form asks of this unit; no document where the form asks for none."""
    deadlines = due(assessment, record, on)
    own = [item for item in assessment.dossier() if not item.by]
    return Dossier(
        documents=tuple(
            _document(number, item, library, record, assessment, places) for number, item in enumerate(own, start=1)
        ),
        superior=tuple(item for item in assessment.dossier() if item.by),
        deadlines=deadlines,
        window=window_words(assessment, record),
        receiver=record.progress.receiver or _receiver(deadlines, on),
        hindrance=_hindrance(assessment),
    )


def record_of(kind: DocumentKind, record: Record) -> Record:
    """The record as one document of the dossier uses it.

    Number, subject and words were typed for the record's own kind. Another document takes only words for places that it
    leaves open (ưu điểm, tồn tại), and those that name it: ``text."to-trinh-de-nghi-cong-nhan/mo_dau"``.
    """
    own = record.kind == kind.id
    text = {name: lines for name, lines in record.text.items() if own or _is_open(kind, name)}
    for name, lines in record.text.items():
        kind_id, _, slot = name.partition(PART_OF)
        if kind_id == kind.id and slot:
            text[slot] = lines
    document = record.document if own else replace(record.document, number="")
    return replace(record, kind=kind.id, document=document, text=text)


def list_slots(found: Dossier) -> Dict[str, Slot]:
    """What the list shows beyond its record: the status of each document, a hindrance, the receiver, the window."""
    rows = tuple(
        Row(CRITERION, (str(number), entry.item.title, entry.copies, entry.item.article, entry.status))
        for number, entry in enumerate(found.documents, start=1)
    )
    lines = (found.hindrance, found.receiver_words, found.window)
    return {
        "bang_ho_so": Table((NUMBER, "ten", "so_bo", "can_cu", "tinh_trang"), rows),
        "tiep_nhan": Paragraphs(tuple(line.rstrip(".") + "." for line in lines if line)),
    }


def _hindrance(assessment: Assessment) -> str:
    if not assessment.hopeless or assessment.rating is None:
        return ""
    return document_words.NOTHING_TO_ASK_FOR.format(rating=assessment.rating.label.lower())


def _document(
    number: int, item: DossierItem, library: Library, record: Record, assessment: Assessment, places: Places
) -> DossierDocument:
    copies = padded(item.copies, library.paper.padding.number_below) if item.copies else document_words.COPIES_UNSAID
    if item.kind not in places:
        return DossierDocument(item, copies, "", (document_words.NO_TEMPLATE,))
    kind = library.kind(item.kind)
    blanks = _blanks(kind, record_of(kind, record), assessment, library.paper, places[item.kind])
    file_name = "{:02d}-{}".format(number, kind.id)
    return DossierDocument(item, copies, file_name, tuple(_missing(assessment, blanks)))


def _missing(assessment: Assessment, blanks: Tuple[str, ...]) -> Iterator[str]:
    """What keeps a document from being complete, in sentences."""
    if assessment.missing():
        yield document_words.CRITERIA_MISSING.format(places=", ".join(assessment.missing()))
    errors = [finding for finding in assessment.findings if finding.severity is Severity.ERROR]
    if errors:
        yield document_words.ERRORS_LEFT.format(count=len(errors))
    if blanks:
        yield document_words.BLANKS_LEFT.format(places="; ".join(map(messages.place_label, blanks)))


def _blanks(
    kind: DocumentKind, record: Record, assessment: Assessment, paper: PaperRules, shown: FrozenSet[str]
) -> Tuple[str, ...]:
    """The slots and facts that this document shows as "…", in the order of the document kind, each once."""
    slots = compose(kind, record, assessment, paper)
    known = facts(kind, record, assessment, paper.padding)
    unknown = {name for name, words in known.items() if words == document_words.MISSING_VALUE}
    found: List[str] = []
    for name, slot in slots.items():
        if name in shown and _is_blank(name, slot):
            found.extend(_TYPED_AS.get(cause, cause) for cause in _causes(name, kind, record, unknown))
    return tuple(dict.fromkeys(found))


def _causes(name: str, kind: DocumentKind, record: Record, unknown: AbstractSet[str]) -> Tuple[str, ...]:
    """The unknown facts in a default paragraph; the slot itself where its own words are still open."""
    words = record.text.get(name) or kind.text.get(name, ())
    wanted = tuple(fact for line in words for fact in PLACEHOLDER.findall(line) if fact in unknown)
    return (name, *wanted) if not wanted or any(map(is_blank, words)) else wanted


def _is_blank(name: str, slot: Slot) -> bool:
    if isinstance(slot, Table):
        return any(cell == document_words.MISSING_VALUE for row in slot.rows for cell in row.cells)
    if isinstance(slot, Paragraphs):
        return any(map(is_blank, slot.paragraphs))
    if isinstance(slot, Text):
        return is_blank(slot.text) or (name in NEVER_EMPTY and not slot.text)
    return False


def _is_open(kind: DocumentKind, name: str) -> bool:
    """Whether words typed for another document fit here: the place waits for words, or they belong to a criterion."""
    default = kind.text.get(name, ())
    return PART_OF in name or (bool(default) and not any(line.strip(_OPEN_SIGNS) for line in default))


def _receiver(deadlines: Tuple[DueDate, ...], on: date) -> str:
    """Who receives by the text, where that body still exists on the day."""
    named = [entry.deadline for entry in deadlines if entry.deadline.receiver]
    gone = bool(named) and named[0].receiver_until is not None and on >= named[0].receiver_until
    return named[0].receiver if named and not gone else ""
