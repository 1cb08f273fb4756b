"""Regime (văn bản áp dụng): whether the chosen form was in force for the document, and which ones were."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Tuple

from . import messages
from .assessment import Assessment
from .date_vi import parse_date, short_day
from .finding import Finding, FindingCode
from .form import Form
from .language import tell
from .legal_texts import LegalTexts
from .record import Record

_SYMBOL = "/TT-"


def document_day(record: Record) -> date:
    """The day by which the rules are asked: the document's, its month's last while open, else the year's last."""
    when = parse_date(record.document.date)
    return when.last_day() if when else date(record.year, 12, 31)


def regime_findings(form: Form, record: Record, assessment: Assessment, texts: LegalTexts) -> Tuple[Finding, ...]:
    """A repealed or not yet valid form may be used, with a warning that names text, day and successor."""
    on = document_day(record)
    findings = [Finding(FindingCode.LAYER_REFUSED, "form", form.id, {"reason": why}) for why in form.refused_layers]
    if form.effective_to is not None and on >= form.effective_to:
        findings.append(_repealed(form, form.effective_to, texts))
    if on < form.effective_from:
        facts = {"source": short_name(form), "day": short_day(form.effective_from)}
        findings.append(Finding(FindingCode.FORM_NOT_YET, "form", form.id, facts))
    scope = assessment.scope
    if scope is not None and scope.ended is not None and on >= scope.ended:
        facts = {"scope": scope.label, "day": short_day(scope.ended)}
        findings.append(Finding(FindingCode.LEVEL_ENDED, "unit_type", record.unit_type, facts))
    return tuple(findings)


def _repealed(form: Form, day: date, texts: LegalTexts) -> Finding:
    """Of a text that no other one is known to repeal, as of a trial, only its last day is told."""
    source = short_name(form)
    text = texts.numbered(form.source.number)
    successor = texts.successor(text) if text else None
    if text is None or successor is None or successor.issued is None:
        last = short_day(day - timedelta(days=1))
        return Finding(FindingCode.FORM_OVER, "form", form.id, {"source": source, "day": last})
    article = text.repealed_by_article or successor.name
    facts = {
        "source": source,
        "day": short_day(day),
        "by": tell(messages.REPEALED_BY, text=article, issued=short_day(successor.issued)),
        "successor": tell(messages.SUCCESSOR, text=successor.name, form=form.replaced_by),
    }
    return Finding(FindingCode.FORM_REPEALED, "form", form.id, facts)


def short_name(form: Form) -> str:
    """ "Thông tư 44/2014", as people say it."""
    return "{} {}".format(form.source.type, form.source.number.split(_SYMBOL)[0])
