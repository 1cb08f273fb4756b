"""An assessment as the JSON that other programs read (``vanthu assess --json``)."""

from __future__ import annotations

from typing import Any, Dict, List

from .assessment import Assessment, CriterionResult
from .explain import explanation
from .finding import Finding
from .messages import sentence
from .score import plain


def assessment_json(assessment: Assessment) -> Dict[str, Any]:
    """The JSON contract; numbers are strings with a dot, so that no reader turns them into binary fractions."""
    band, distance = assessment.band, assessment.next
    return {
        "form": assessment.form.id,
        "complete": assessment.complete,
        "total": plain(assessment.total),
        "maximum": plain(assessment.form.max_score),
        "rating": band.label if band else None,
        "rating_id": band.id if band else None,
        "groups": {group.criterion.id: _scores(group) for group in assessment.children("")},
        "criteria": {name: {"typed": result.typed, **_scores(result)} for name, result in assessment.results.items()},
        "next": {
            "rating_id": distance.band.id if distance else None,
            "missing": plain(distance.missing) if distance else None,
        },
        "findings": findings_json(assessment.findings),
        "explanation": list(explanation(assessment)),
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


def _scores(result: CriterionResult) -> Dict[str, Any]:
    maximum = result.criterion.max_score
    return {
        "score": None if result.score is None else plain(result.score),
        "maximum": None if maximum is None else plain(maximum),
    }
