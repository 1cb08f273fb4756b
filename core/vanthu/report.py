"""An assessment, and a dossier, as the JSON that other programs read (``vanthu assess --json``)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Dict, List, Optional

from .assessment import Assessment, CriterionResult, Distance
from .dossier import Dossier, DossierDocument
from .explain import explanation
from .finding import Finding
from .messages import sentence
from .progress import due, recognised_until, state
from .record import Record
from .schedule import DueDate
from .score import plain


def assessment_json(assessment: Assessment) -> Dict[str, Any]:
    """The JSON contract; numbers are strings with a dot, so that no reader turns them into binary fractions."""
    rating, distance = assessment.rating, assessment.next
    return {
        "form": assessment.form.id,
        "complete": assessment.complete,
        "total": _plain(assessment.total),
        "maximum": _plain(assessment.form.max_score),
        "rating": rating.label if rating else None,
        "rating_id": rating.id if rating else None,
        "groups": {group.criterion.id: _scores(group) for group in assessment.children("")},
        "criteria": {
            name: {"typed": result.typed, **_scores(result), "status": result.status.value}
            for name, result in assessment.results.items()
        },
        "next": {"rating_id": distance.rating.id if distance else None, "missing": _missing(distance)},
        "findings": findings_json(assessment.findings),
        "explanation": list(explanation(assessment)),
        "local_sources": list(assessment.form.local_sources),
        "open_points": list(assessment.form.open_points),
    }


def progress_json(assessment: Assessment, record: Record, on: date) -> Dict[str, Any]:
    """Where the dossier stands on a day, and what is due when."""
    until = recognised_until(assessment.form, record)
    return {
        "state": state(assessment, record, on).value,
        "done": sum(result.complete for result in assessment.criteria()),
        "all": len(assessment.criteria()),
        "recognised_until": until.isoformat() if until else None,
        "deadlines": [_deadline(entry) for entry in due(assessment, record, on)],
    }


def dossier_json(found: Dossier) -> Dict[str, Any]:
    """What a unit hands in: each document with its copies and what it lacks, the deadlines, the receiver."""
    return {
        "dossier_complete": found.complete,
        "documents": [_document(number, entry) for number, entry in enumerate(found.documents, start=1)],
        "superior": [{"title": item.title, "by": item.by, "article": item.article} for item in found.superior],
        "deadlines": [_deadline(entry) for entry in found.deadlines],
        "window": found.window or None,
        "receiver": found.receiver or None,
        "hindrance": found.hindrance or None,
    }


def _document(number: int, entry: DossierDocument) -> Dict[str, Any]:
    return {
        "number": number,
        "id": entry.item.id,
        "title": entry.item.title,
        "kind": entry.item.kind or None,
        "copies": entry.item.copies or None,  # null: the text does not say
        "article": entry.item.article,
        "file_name": entry.file_name or None,  # without ending; null: nothing can be drawn up
        "complete": not entry.missing,
        "missing": list(entry.missing),
    }


def _deadline(entry: DueDate) -> Dict[str, Any]:
    return {
        "id": entry.deadline.id,
        "label": entry.deadline.label,
        "last_day": entry.last_day.isoformat(),
        "days_left": entry.days_left,
        "article": entry.deadline.article,
    }


def findings_json(findings: tuple[Finding, ...]) -> List[Dict[str, str]]:
    """Findings with their sentences."""
    return [
        {
            "code": finding.code.value,
            "severity": finding.severity.value,
            "place": finding.place,
            "typed": finding.typed,
            "message": sentence(finding),
        }
        for finding in findings
    ]


def _missing(distance: Optional[Distance]) -> Optional[str]:
    """Points, or the indicators that lack something."""
    if distance is None or distance.missing is not None:
        return _plain(distance.missing) if distance else None
    return ", ".join(shortfall.criterion_id for shortfall in distance.shortfalls)


def _scores(result: CriterionResult) -> Dict[str, Any]:
    if result.criterion.max_score is None and result.criterion.scope:
        return {"result": result.word}
    return {"score": _plain(result.score), "maximum": _plain(result.criterion.max_score)}


def _plain(number: Optional[Decimal]) -> Optional[str]:
    return None if number is None else plain(number)
