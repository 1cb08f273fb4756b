"""From an assessment to finished slots: every number, date and sentence that a document shows."""

from __future__ import annotations

import re
from datetime import date
from typing import Dict, List, Mapping, Tuple

from . import messages
from .assessment import Assessment, CriterionResult
from .date_vi import Padding, PartialDate, date_words, parse_date, reference_number
from .document_kind import DocumentKind
from .form import LegalText
from .paper_rules import PaperRules
from .record import Record, Signer
from .score import format_score
from .slots import Paragraphs, Row, Slot, Table, Text

SCORE_COLUMNS = ("ky_hieu", "noi_dung", "diem_toi_da", "diem")
ROW_KINDS = {1: "nhom", 2: "tieu_chi", 3: "thanh_phan"}
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def compose(kind: DocumentKind, record: Record, assessment: Assessment, paper: PaperRules) -> Dict[str, Slot]:
    """The slots of a document of this kind, whole: a template shows those that it has places for."""
    padding = paper.padding
    facts: Dict[str, str] = {**_unit_facts(record), **_result_facts(assessment), **_year_facts(record)}
    facts["van_ban_can_cu"] = citation(assessment.form.source, padding)
    facts["so_ky_hieu"] = reference_number(record.document.number, _symbol(kind, record), padding)
    facts["dia_danh_thoi_gian"] = "{}, {}".format(
        _shown(record.unit.place), date_words(parse_date(record.document.date), padding)
    )
    facts["ten_loai"] = kind.type_name
    facts["trich_yeu"] = _filled(kind.subject, facts)
    slots: Dict[str, Slot] = dict(_narrative(kind, record, facts))
    slots.update({name: Text(text) for name, text in facts.items()})
    slots["kinh_gui"] = Paragraphs(_addressee_lines(record.document.addressees))
    slots["noi_nhan"] = Paragraphs(_recipient_lines(kind, record))
    slots["chuc_vu_ky"] = Paragraphs(_signer_lines(record.signer))
    slots["bang_diem"] = score_table(assessment)
    slots.update(paper.rules_below(slots))
    return slots


def citation(source: LegalText, padding: Padding) -> str:
    """A legal text at its first mention: type, number, date, issuer, title (Phụ lục I, Mục II, khoản 6 điểm b)."""
    day = _day_words(source.issued, padding) if source.issued else ""
    title = source.title[:1].lower() + source.title[1:]
    words = (source.type, "số", source.number, day, "của", source.issuer, title)
    return " ".join(word for word in words if word)


def score_table(assessment: Assessment) -> Table:
    """The score table: one row for each line of the form."""
    return Table(SCORE_COLUMNS, tuple(_score_row(result) for result in assessment.results.values()))


def _score_row(result: CriterionResult) -> Row:
    criterion = result.criterion
    label = criterion.label if criterion.level == 1 else criterion.label + "."
    maximum = "" if criterion.max_score is None else format_score(criterion.max_score)
    return Row(ROW_KINDS[criterion.level], (criterion.symbol, label, maximum, _score_text(result)))


def _score_text(result: CriterionResult) -> str:
    """The score; what was typed where it cannot be used, so that nothing typed is lost from the page."""
    if result.score is None or (result.criterion.level == 1 and not result.complete):
        return result.typed
    return format_score(result.score)


def _unit_facts(record: Record) -> Dict[str, str]:
    unit = record.unit
    return {
        "co_quan_chu_quan": unit.parent.upper(),
        "co_quan_ban_hanh": unit.name.upper(),
        "ten_don_vi": _shown(unit.name),
        "dia_chi": _shown(unit.address),
        "dien_thoai": _shown(unit.phone),
        "thu_dien_tu": _shown(unit.email),
        "ten_nguoi_ky": record.signer.name,
    }


def _result_facts(assessment: Assessment) -> Dict[str, str]:
    rated, maximum = assessment.rating is not None, assessment.form.max_score
    points = assessment.total if rated else None
    return {
        "diem_toi_da": messages.MISSING_VALUE if maximum is None else format_score(maximum),
        "tong_diem": messages.MISSING_VALUE if points is None else format_score(points),
        "xep_loai": assessment.rating.label if assessment.rating else messages.MISSING_VALUE,
    }


def _year_facts(record: Record) -> Dict[str, str]:
    return {"nam": str(record.year), "nam_sau": str(record.year + 1)}


def _narrative(kind: DocumentKind, record: Record, facts: Mapping[str, str]) -> Dict[str, Slot]:
    """The paragraphs the clerk wrote, or the default ones."""
    paragraphs = {name: tuple(_filled(line, facts) for line in lines) for name, lines in kind.text.items()}
    paragraphs.update({name: lines for name, lines in record.text.items() if lines})
    return {name: Paragraphs(lines) for name, lines in paragraphs.items()}


def _filled(words: str, facts: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda match: facts.get(match.group(1), match.group(0)), words)


def _symbol(kind: DocumentKind, record: Record) -> str:
    """Ký hiệu: the type's abbreviation and the agency's, joined without blanks."""
    return "-".join(part for part in (kind.abbreviation, record.unit.short) if part)


def _addressee_lines(addressees: Tuple[str, ...]) -> Tuple[str, ...]:
    """Kính gửi: one addressee on the same line; several each on a line with a dash under the colon (khoản 9 điểm d)."""
    names = [name.rstrip(";. ") for name in addressees] or [messages.MISSING_VALUE]
    if len(names) == 1:
        return ("Kính gửi: {}".format(names[0]),)
    lines = ["\t- {};".format(name) for name in names[:-1]]
    return ("Kính gửi:", *lines, "\t- {}.".format(names[-1]))


def _recipient_lines(kind: DocumentKind, record: Record) -> Tuple[str, ...]:
    """Nơi nhận: "Như trên" only below a Kính gửi; the last line is always the archive (khoản 9 điểm b–d)."""
    lines: List[str] = ["Như trên"] if kind.to_superior else []
    lines.extend(name.rstrip(";. ") for name in record.document.recipients)
    archive = "- Lưu: {}.".format(record.document.archive.rstrip(". "))
    return (*("- {};".format(line) for line in lines), archive)


def _signer_lines(signer: Signer) -> Tuple[str, ...]:
    """Quyền hạn, chức vụ: "KT. TRƯỞNG PHÒNG" over "PHÓ TRƯỞNG PHÒNG", or the title alone (khoản 7 điểm b, đ)."""
    head = " ".join(part for part in (signer.mark, signer.head) if part)
    lines = tuple(line.upper() for line in (head, signer.title) if line)
    return lines or (messages.MISSING_VALUE,)


def _day_words(day: date, padding: Padding) -> str:
    return date_words(PartialDate(day.year, day.month, day.day), padding)


def _shown(text: str) -> str:
    return text or messages.MISSING_VALUE
