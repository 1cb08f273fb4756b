"""The criteria of a form as paragraphs (danh sách tiêu chí kèm kết quả), for documents without their table."""

from __future__ import annotations

from typing import Tuple

from . import document_words
from .assessment import Assessment
from .form import Mode
from .items import Fields, items
from .record import Record

SLOT = "cac_tieu_chi"


def criteria_lines(record: Record, assessment: Assessment) -> Tuple[str, ...]:
    """One paragraph for each line of the form: its symbol, its wording, and what was reached.

    A score or an answer that is not there yet is "…"; a form that only lists its criteria has no results.
    """
    found = items("criteria", SLOT, record, assessment)
    lines = tuple(_line(item.fields, assessment, not item.has_parts) for item in found)
    return lines or (document_words.MISSING_VALUE,)


def _line(fields: Fields, assessment: Assessment, judged: bool) -> str:
    name = _numbered(*(fields[key][0] for key in ("ky_hieu", "ten")))
    result = _result(fields, assessment.form.mode, judged)
    line = document_words.CRITERION_LINE.format(name=name, result=result) if result else name
    return line.replace(document_words.MISSING_VALUE + ".", document_words.MISSING_VALUE)  # "…" is three dots already


def _result(fields: Fields, mode: Mode, judged: bool) -> str:
    """What a line came to; blank where nothing is asked of it."""
    if mode is Mode.POINTS:
        score, maximum = (fields[key][0] for key in ("diem", "diem_toi_da"))
        pattern = document_words.SCORE_OF_MAXIMUM if maximum else document_words.SCORE_ALONE
        return pattern.format(score=score or document_words.MISSING_VALUE, maximum=maximum)
    if mode is not Mode.LEVELS or not judged:
        return ""
    answer, level = (fields[key][0] for key in ("ket_qua", "muc_do"))
    said = answer.casefold().startswith(level.casefold())  # "không áp dụng: mới lập"; also where no level is known
    if said:
        return answer or document_words.MISSING_VALUE
    return document_words.ANSWER_AND_LEVEL.format(answer=answer, level=level)


def _numbered(symbol: str, words: str) -> str:
    """``a) Đơn vị…``, ``2.1. Đơn vị…``, ``- Có tư duy…``: as the articles number them."""
    if symbol.isalpha():
        return "{}) {}".format(symbol, words)
    return "{}. {}".format(symbol, words) if symbol.replace(".", "").isalnum() else "{} {}".format(symbol, words)
