"""From a TOML file to a :class:`Form`. Strict: a rule author's mistake is a :class:`DataError` that names the cure."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Tuple

from .data_error import DataError
from .form import Band, Criterion, Form, LegalText
from .score import format_score, total
from .strict import StrictTable

_FORM_KEYS = (
    "schema",
    "id",
    "title",
    "source",
    "effective_from",
    "effective_to",
    "replaced_by",
    "checked_on",
    "maximum",
    "criteria",
    "bands",
)
_SOURCE_KEYS = ("type", "number", "issued", "issuer", "title")
_CRITERION_KEYS = ("id", "symbol", "label", "maximum", "article")
_BAND_KEYS = ("id", "label", "from", "article")
_SCHEMA = 1
_CRITERION_ID = re.compile(r"[0-9]+(\.[a-z0-9đ]+){0,2}")


def form_from(values: Dict[str, Any], source: str) -> Form:
    """Build the form; ``source`` is the file name used in errors."""
    table = StrictTable(values, source, "", _FORM_KEYS)
    if table.integer("schema") != _SCHEMA:
        raise table.error("phiên bản tệp chưa được hỗ trợ; được phép: {}".format(_SCHEMA), "schema")
    form = Form(
        id=table.line("id"),
        title=table.line("title"),
        source=_legal_text(table.table("source", _SOURCE_KEYS)),
        effective_from=table.day("effective_from"),
        effective_to=table.optional_day("effective_to"),
        replaced_by=table.line("replaced_by", ""),
        checked_on=table.day("checked_on"),
        max_score=table.score("maximum"),
        criteria=table.tables("criteria", _CRITERION_KEYS, _criterion),
        bands=table.tables("bands", _BAND_KEYS, _band),
    )
    for mistake in _mistakes(form):
        raise DataError(source, mistake)
    return form


def _legal_text(table: StrictTable) -> LegalText:
    return LegalText(
        type=table.line("type"),
        number=table.line("number"),
        issued=table.day("issued"),
        issuer=table.line("issuer"),
        title=table.line("title"),
    )


def _criterion(table: StrictTable) -> Criterion:
    criterion_id = table.line("id")
    if not _CRITERION_ID.fullmatch(criterion_id):
        raise table.error('mã "{}" phải có dạng "1", "1.a" hoặc "3.a.2"'.format(criterion_id), "id")
    return Criterion(
        id=criterion_id,
        symbol=table.line("symbol"),
        label=table.line("label"),
        article=table.line("article"),
        max_score=table.optional_score("maximum"),
    )


def _band(table: StrictTable) -> Band:
    return Band(
        id=table.line("id"),
        label=table.line("label"),
        from_score=table.score("from"),
        article=table.line("article"),
    )


def _mistakes(form: Form) -> List[str]:
    """What contradicts itself in a form that reads well line by line."""
    return [
        *_order_mistakes(form),
        *(mistake for criterion in form.criteria for mistake in maximum_mistakes(form, criterion)),
        *_total_mistakes(form),
        *_band_mistakes(form),
    ]


def _order_mistakes(form: Form) -> List[str]:
    mistakes = []
    seen: Tuple[str, ...] = ()
    for criterion in form.criteria:
        if criterion.id in seen:
            mistakes.append('tiêu chí "{}" có hai lần'.format(criterion.id))
        if criterion.parent and criterion.parent not in seen:
            mistakes.append('tiêu chí "{}" phải đứng sau mục "{}"'.format(criterion.id, criterion.parent))
        if criterion.level < 3 and criterion.max_score is None:
            mistakes.append('tiêu chí "{}" thiếu khóa "maximum"'.format(criterion.id))
        seen += (criterion.id,)
    return mistakes or ([] if seen else ["không có tiêu chí nào"])


def maximum_mistakes(form: Form, criterion: Criterion) -> List[str]:
    """Whether the maxima under a line add up to its own: all parts have points, or none has."""
    parts = form.children(criterion.id)
    maxima = [part.max_score for part in parts if part.max_score is not None]
    if not maxima:
        return []
    if len(maxima) < len(parts):
        return ['tiêu chí "{}": có mục con chưa có điểm tối đa'.format(criterion.id)]
    if total(maxima) != criterion.max_score:
        return [
            'tiêu chí "{}": điểm tối đa các mục con cộng lại là {}, phải bằng {}'.format(
                criterion.id, format_score(total(maxima)), format_score(criterion.max_score or total([]))
            )
        ]
    return []


def _total_mistakes(form: Form) -> List[str]:
    groups = total(group.max_score for group in form.children("") if group.max_score is not None)
    if groups == form.max_score:
        return []
    return [
        "điểm tối đa các nhóm cộng lại là {}, phải bằng {}".format(format_score(groups), format_score(form.max_score))
    ]


def _band_mistakes(form: Form) -> List[str]:
    """Bands must fall from the highest to 0: then they cover every total without gap or overlap."""
    limits = [band.from_score for band in form.bands]
    if not limits or limits[-1] != 0:
        return ['loại cuối cùng phải bắt đầu từ "0" để mọi tổng điểm đều có loại']
    if any(upper <= lower for upper, lower in zip(limits, limits[1:])):
        return ["các loại phải xếp từ cao xuống thấp, không trùng điểm"]
    if limits[0] > form.max_score:
        return ['loại "{}" bắt đầu cao hơn điểm tối đa'.format(form.bands[0].label)]
    return []
