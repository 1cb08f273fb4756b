"""Entries: what was typed, by line of the form, with what was typed for no line or twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Tuple

from .finding import Finding, FindingCode
from .form import Form
from .record import Record, normal_id
from .text import clean, clean_line


@dataclass(frozen=True)
class Entries:
    """The texts typed for each line; more than one for a line means that nobody knows which is meant."""

    by_id: Mapping[str, Tuple[str, ...]]

    def typed(self, criterion_id: str) -> str:
        """Everything typed for the line, for showing."""
        return "; ".join(self.by_id.get(criterion_id, ()))

    def single(self, criterion_id: str) -> Optional[str]:
        """The one text typed for the line; ``None`` where there is none, or more than one."""
        texts = self.by_id.get(criterion_id, ())
        return texts[0] if len(texts) == 1 else None


def read_entries(form: Form, record: Record, whole: Form) -> Tuple[Entries, List[Finding]]:
    """Sort what was typed; ``whole``: the form with the lines of all units, where ``form`` has those of this one."""
    by_id: Dict[str, Tuple[str, ...]] = {}
    findings = []
    for name, typed in record.typed:
        criterion = form.find(normal_id(name))
        if criterion is None:
            findings.append(without_line(whole, name, typed))
        elif typed.strip():
            by_id[criterion.id] = (*by_id.get(criterion.id, ()), clean(typed))
    for criterion_id, texts in by_id.items():
        if len(texts) > 1:
            findings.append(Finding(FindingCode.DUPLICATE_CRITERION, criterion_id, "; ".join(texts)))
    return Entries(by_id), findings


def without_line(whole: Form, name: str, typed: str) -> Finding:
    """The finding for what was typed under an id that is no line of the unit: it is one of other units, or of none."""
    known = whole.find(normal_id(name)) is not None
    code = FindingCode.NOT_FOR_THIS_UNIT if known else FindingCode.UNKNOWN_CRITERION
    return Finding(code, clean_line(name), clean(typed))
