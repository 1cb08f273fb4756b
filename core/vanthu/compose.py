"""From an assessment to finished slots: every number, date and sentence that a document shows."""

from __future__ import annotations

from typing import Dict, List, Mapping, Tuple

from .assessment import Assessment
from .correspondence import addressee_lines, recipient_lines, signer_lines
from .criteria_lines import SLOT as CRITERIA
from .criteria_lines import criteria_lines
from .document_kind import DocumentKind
from .document_words import LETTER_SUBJECT, MISSING_VALUE
from .facts import facts
from .language import vietnamese
from .layout import EDGE_STYLE
from .listing import PLACEHOLDER, listed_lines, table_slot
from .narrative import set_in
from .paper_rules import PaperRules
from .record import PART_OF, Record
from .score_places import score_slots
from .slots import Paragraphs, Slot, Text

LEGAL_BASES = "can_cu"
CHANGEABLE = ("trich_yeu", "kem_theo")  # facts that the clerk may word otherwise

Lines = Mapping[str, Tuple[str, ...]]


@vietnamese()
def compose(kind: DocumentKind, record: Record, assessment: Assessment, paper: PaperRules) -> Dict[str, Slot]:
    """The slots of a document of this kind, whole: a template shows those that it has places for."""
    known = facts(kind, record, assessment, paper.padding)
    known["trich_yeu"] = _filled(kind.subject, known)
    known.update(_reworded(record))
    known["trich_yeu_in_hoa"] = known["trich_yeu"].upper()
    known["trich_yeu_cong_van"] = LETTER_SUBJECT.format(subject=known["trich_yeu"])
    narrative = _narrative(kind, record, known, _lists(kind, record, assessment))
    slots: Dict[str, Slot] = {name: set_in(paper.layout, lines) for name, lines in narrative.items()}
    slots.update({name: Text(text) for name, text in known.items()})
    slots.update(_subject_lines(record))
    slots.update(score_slots(assessment))
    slots["kinh_gui"] = Paragraphs(addressee_lines(record.document.addressees))
    slots["noi_nhan"] = _recipients(kind, record, paper)
    slots["co_quan_chu_quan"] = _parent_agency(record, paper)
    slots["co_quan_ban_hanh"] = Text(paper.agency_lines(known["co_quan_ban_hanh"], "co_quan_ban_hanh"))
    slots["chuc_vu_ky"] = Paragraphs(signer_lines(record.signer))
    slots[CRITERIA] = Paragraphs(criteria_lines(assessment))
    slots.update({name: table_slot(table, name, record, assessment) for name, table in kind.tables.items()})
    slots.update(paper.rules_below(slots))
    return slots


def _parent_agency(record: Record, paper: PaperRules) -> Slot:
    """Cơ quan chủ quản; an agency without one, as an Ủy ban nhân dân, begins level with the Quốc hiệu."""
    look = paper.layout.component("co_quan_chu_quan").style if record.unit.parent else EDGE_STYLE
    return Paragraphs((paper.agency_lines(record.unit.parent.upper(), "co_quan_chu_quan"),), (look,))


def _recipients(kind: DocumentKind, record: Record, paper: PaperRules) -> Slot:
    """Nơi nhận, and below it who drafted the document and how many copies go out (Mục III, khoản 3)."""
    lines, drafter = recipient_lines(kind, record), record.document.drafter
    if not drafter:
        return Paragraphs(lines)
    list_look, last_look = (paper.layout.component(name).style for name in ("noi_nhan_danh_sach", "ky_hieu_nguoi_soan"))
    return Paragraphs((*lines, drafter), (*(list_look for _ in lines), last_look))


def _reworded(record: Record) -> Dict[str, str]:
    typed = {name: " ".join(" ".join(record.text.get(name, ())).split()) for name in CHANGEABLE}
    return {name: words for name, words in typed.items() if words}


def _subject_lines(record: Record) -> Dict[str, Slot]:
    """Trích yếu as it stands below tên loại: in the lines in which the clerk typed it; in a sentence it is one line."""
    lines = [line.strip() for line in record.text.get("trich_yeu", ()) if line.strip()]
    return {"trich_yeu": Text("\n".join(lines))} if lines else {}


def _lists(kind: DocumentKind, record: Record, assessment: Assessment) -> Lines:
    return {name: listed_lines(pattern, name, record, assessment) for name, pattern in kind.lists.items()}


def _narrative(kind: DocumentKind, record: Record, known: Mapping[str, str], lists: Lines) -> Lines:
    """The paragraphs the clerk wrote, or the default ones with facts and lists put in."""
    paragraphs = {**lists, **{name: _with_lists(lines, lists, known) for name, lines in kind.text.items()}}
    typed = {name: lines for name, lines in record.text.items() if lines and PART_OF not in name}
    paragraphs.update({name: _with_lists(lines, lists, {}) for name, lines in typed.items()})
    if LEGAL_BASES in paragraphs:
        paragraphs[LEGAL_BASES] = _legal_bases(paragraphs[LEGAL_BASES])
    return paragraphs


def _with_lists(lines: Tuple[str, ...], lists: Lines, known: Mapping[str, str]) -> Tuple[str, ...]:
    """A line that is the name of a list alone, ``{danh_sach_xep_loai}``, becomes all its paragraphs as they are.

    Facts go into the other lines only: what a clerk typed may stand in a list, and braces in it are the clerk's own.
    """
    made: List[str] = []
    for line in lines:
        alone = PLACEHOLDER.fullmatch(line.strip())
        made.extend(lists[alone.group(1)] if alone and alone.group(1) in lists else (_filled(line, known),))
    return tuple(made) or (MISSING_VALUE,) * len(lines[:1])


def _filled(words: str, known: Mapping[str, str]) -> str:
    return PLACEHOLDER.sub(lambda match: known.get(match.group(1), match.group(0)), words)


def _legal_bases(lines: Tuple[str, ...]) -> Tuple[str, ...]:
    """Căn cứ: each ends with a semicolon, the last with a full stop (Phụ lục I, Phần I, Mục II, khoản 6 điểm a)."""
    bare = [words for words in (line.strip().rstrip(";., ") for line in lines) if words] or [MISSING_VALUE]
    return (*(line + ";" for line in bare[:-1]), bare[-1] + ("" if bare[-1].endswith(MISSING_VALUE) else "."))
