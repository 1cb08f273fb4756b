"""The criteria of a form as paragraphs (danh sách tiêu chí kèm kết quả), for documents without their table."""

from __future__ import annotations

from typing import Optional, Tuple

from . import document_words
from .assessment import Assessment, CriterionResult
from .form import Criterion, Mode
from .items import answer_words, level_words, score_words
from .score import format_score

SLOT = "cac_tieu_chi"


def criteria_lines(assessment: Assessment) -> Tuple[str, ...]:
    """One paragraph for each line of the form: its symbol, its wording, and what was reached.

    A score or an answer that is not there yet is "…"; a form that only lists its criteria has no results.
    """
    form = assessment.form
    parents = {line.parent for line in form.criteria}
    lines = (_line(line, _result(line, assessment, line.id in parents)) for line in form.criteria)
    return tuple(lines) or (document_words.MISSING_VALUE,)


def _line(line: Criterion, result: str) -> str:
    name = _numbered(line.symbol, line.label.rstrip(".;"))
    words = document_words.CRITERION_LINE.format(name=name, result=result) if result else name
    return words.replace(document_words.MISSING_VALUE + ".", document_words.MISSING_VALUE)  # "…" is three dots already


def _result(line: Criterion, assessment: Assessment, has_parts: bool) -> str:
    """What a line came to; blank where nothing is asked of it."""
    mode, result = assessment.form.mode, assessment.results.get(line.id)
    if mode is Mode.POINTS:
        return _score(line, result)
    if mode is not Mode.LEVELS or has_parts or result is None:
        return ""
    answer, level = answer_words(result, assessment), level_words(result, assessment)
    if answer.casefold().startswith(level.casefold()):  # "không áp dụng: mới lập"; also where no level is known
        return answer or document_words.MISSING_VALUE
    return document_words.ANSWER_AND_LEVEL.format(answer=answer, level=level)


def _score(line: Criterion, result: Optional[CriterionResult]) -> str:
    score = (score_words(result) if result else "") or document_words.MISSING_VALUE
    if line.max_score is None:
        return document_words.SCORE_ALONE.format(score=score)
    return document_words.SCORE_OF_MAXIMUM.format(score=score, maximum=format_score(line.max_score))


def _numbered(symbol: str, words: str) -> str:
    """``a) Đơn vị…``, ``2.1. Đơn vị…``, ``- Có tư duy…``: as the articles number them."""
    if symbol.isalpha():
        return "{}) {}".format(symbol, words)
    return "{}. {}".format(symbol, words) if symbol.replace(".", "").isalnum() else "{} {}".format(symbol, words)
