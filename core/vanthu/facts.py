"""Facts (dữ kiện): the short texts of a document – names, numbers, dates, results – each finished, by slot name."""

from __future__ import annotations

from datetime import date
from typing import Dict

from . import document_words
from .assessment import Assessment
from .correspondence import attached_to, authority, bare_names, number_line, place_and_date
from .date_vi import Padding, PartialDate, date_words, padded, short_day
from .document_kind import DocumentKind
from .explain import distance
from .form import Form, LegalText
from .items import deadline_words, lowered
from .number_words import sentence_words
from .record import Record
from .schedule import Deadline
from .score import format_score

_MONTHS = 12  # of a year


def facts(kind: DocumentKind, record: Record, assessment: Assessment, padding: Padding) -> Dict[str, str]:
    """Every fact that a document of this kind may show; what is not known yet is "…"."""
    return {
        **_unit_facts(record),
        **_year_facts(record),
        **_form_facts(assessment, padding),
        **_result_facts(assessment),
        **_deadline_facts(record, assessment),
        **_document_facts(kind, record, padding),
    }


def citation(source: LegalText, padding: Padding) -> str:
    """A legal text at its first mention: type, number, date, issuer, title (Phụ lục I, Mục II, khoản 6 điểm b)."""
    if not source.number:
        return document_words.MISSING_VALUE
    day = _day_words(source.issued, padding) if source.issued else ""
    words = (source.type, "số", source.number, day, "của", source.issuer, lowered(source.title))
    return " ".join(word for word in words if word)


def short_citation(source: LegalText) -> str:
    """A legal text at a later mention: type and number."""
    return "{} số {}".format(source.type, source.number) if source.number else document_words.MISSING_VALUE


def _unit_facts(record: Record) -> Dict[str, str]:
    unit = record.unit
    return {
        "co_quan_ban_hanh": unit.name.upper(),
        "ten_co_quan_chu_quan": _shown(unit.parent),
        "ten_don_vi": _shown(unit.name),
        "ten_dia_phuong": _shown(_locality(unit.name)),
        "dia_danh": _shown(unit.place),
        "dia_chi": _shown(unit.address),
        "dien_thoai": _shown(unit.phone),
        "thu_dien_tu": _shown(unit.email),
        "ten_nguoi_ky": record.signer.name,
        "tham_quyen": authority(record),
        "noi_gui": "; ".join(bare_names(record.document.addressees)) or document_words.MISSING_VALUE,
    }


def _locality(name: str) -> str:
    """The place that an Ủy ban nhân dân governs: the community itself is recognised, not its committee.

    >>> _locality("Ủy ban nhân dân xã Đồng Thịnh")
    'xã Đồng Thịnh'
    """
    committee = next((words for words in document_words.PEOPLES_COMMITTEE if name.lower().startswith(words)), "")
    return name[len(committee) :].strip()


def _year_facts(record: Record) -> Dict[str, str]:
    return {"nam": str(record.year), "nam_sau": str(record.year + 1)}


def _form_facts(assessment: Assessment, padding: Padding) -> Dict[str, str]:
    form = assessment.form
    groups = sum(1 for line in form.criteria if line.level == 1)
    return {
        "van_ban_can_cu": citation(form.source, padding),
        "thong_tu": short_citation(form.source),
        "danh_hieu": _shown(form.award),
        "danh_hieu_in_hoa": _shown(form.award).upper(),
        "cap": _scope_words(assessment),
        "so_tieu_chi": _count(groups, padding),
        "so_chi_tieu": _count(len(form.counted()), padding),
        "diem_toi_da": document_words.MISSING_VALUE if form.max_score is None else format_score(form.max_score),
        **_recognition_facts(form, padding),
        **_meeting_facts(assessment),
    }


def _recognition_facts(form: Form, padding: Padding) -> Dict[str, str]:
    """How long a recognition lasts, in years and in months."""
    years = form.recognition.years if form.recognition else 0
    return {
        "thoi_han_cong_nhan": padded(years, padding.number_below) if years else "",
        "thoi_han_thang": str(years * _MONTHS) if years else "",
    }


def _meeting_facts(assessment: Assessment) -> Dict[str, str]:
    """Who chairs the meeting that agrees on the result, and who else sits in it."""
    scope = assessment.scope
    return {
        "chu_tri_hop": _shown(scope.chair if scope else ""),
        "du_hop": _shown(scope.attended_by if scope else ""),
    }


def _count(lines: int, padding: Padding) -> str:
    """How many lines apply; none do while it is not known what kind of unit it is."""
    return padded(lines, padding.number_below) if lines else document_words.MISSING_VALUE


def _scope_words(assessment: Assessment) -> str:
    """The level at which the unit is assessed; blank in a form that knows of none."""
    if assessment.scope is None:
        return document_words.MISSING_VALUE if assessment.form.scopes else ""
    return assessment.scope.label.lower()


def _result_facts(assessment: Assessment) -> Dict[str, str]:
    """Total and class, only once every criterion has a usable answer."""
    rating = assessment.rating
    total = assessment.total if rating is not None else None
    missing = document_words.MISSING_VALUE
    return {
        "tong_diem": missing if total is None else format_score(total),
        "tong_diem_bang_chu": missing if total is None else sentence_words(total, document_words.POINTS),
        "xep_loai": rating.label if rating else missing,
        "muc_do_de_nghi": lowered(rating.label) if rating in assessment.form.levels else missing,
        "khoang_cach": distance(assessment) or missing,
    }


def _deadline_facts(record: Record, assessment: Assessment) -> Dict[str, str]:
    """``han_nop_ho_so``: "trước ngày 15/01/2025", "…" where the unit's scope has no such deadline; the data window."""
    found = {_deadline_name(deadline): document_words.MISSING_VALUE for deadline in assessment.form.deadlines}
    found.update({_deadline_name(due): deadline_words(due, record.year) for due in assessment.deadlines()})
    return {**found, "ky_so_lieu": _window_words(assessment.form, record.year)}


def _deadline_name(deadline: Deadline) -> str:
    return "han_" + deadline.id.replace("-", "_")


def _window_words(form: Form, year: int) -> str:
    if form.data_window is None:
        return document_words.MISSING_VALUE
    first, last = form.data_window.days(year)
    return document_words.FROM_TO.format(first=short_day(first), last=short_day(last))


def _document_facts(kind: DocumentKind, record: Record, padding: Padding) -> Dict[str, str]:
    return {
        "so_ky_hieu": number_line(kind, record, padding),
        "dia_danh_thoi_gian": place_and_date(record, padding),
        "ten_loai": kind.type_name,
        "kem_theo": attached_to(kind, record, padding),
    }


def _day_words(day: date, padding: Padding) -> str:
    return date_words(PartialDate(day.year, day.month, day.day), padding)


def _shown(text: str) -> str:
    return text or document_words.MISSING_VALUE
