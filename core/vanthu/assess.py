"""From what was typed to what it means: scores, sums, total, rating, findings. Pure: no clock, no file, no office."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from .assessment import Assessment, CriterionResult, Distance, band_of
from .finding import Finding, FindingCode
from .form import Band, Criterion, Form
from .record import Record, normal_id
from .score import difference, format_score, parse_score, total
from .stated import stated_findings
from .text import clean, clean_line


def assess(form: Form, record: Record) -> Assessment:
    """Apply the form to what was typed. Whatever was typed, this returns; mistakes are findings."""
    work = _Work(form, *_entries(form, record))
    for group in form.children(""):
        work.add_group(group)
    results = {criterion.id: work.results[criterion.id] for criterion in form.criteria}
    groups = [results[group.id] for group in form.children("")]
    complete = all(group.complete for group in groups)
    points = total(group.score for group in groups if group.score is not None)
    band = band_of(form, points) if complete else None
    found = Assessment(form, results, complete, points, band, _distance(form, points, band), tuple(work.findings))
    return replace(found, findings=found.findings + stated_findings(found, record))


def _distance(form: Form, points: Decimal, band: Optional[Band]) -> Optional[Distance]:
    if band is None or band == form.bands[0]:
        return None
    better = form.bands[form.bands.index(band) - 1]
    return Distance(better, difference(better.from_score, points))


def _entries(form: Form, record: Record) -> Tuple[Mapping[str, Tuple[str, ...]], List[Finding]]:
    """What was typed, by criterion id; more than one text for an id is a finding, and nobody knows which is meant."""
    entries: Dict[str, Tuple[str, ...]] = {}
    findings = []
    for name, typed in record.typed:
        criterion = form.find(normal_id(name))
        if criterion is None:
            findings.append(Finding(FindingCode.UNKNOWN_CRITERION, clean_line(name), clean(typed)))
        elif typed.strip():
            entries[criterion.id] = (*entries.get(criterion.id, ()), clean(typed))
    for criterion_id, texts in entries.items():
        if len(texts) > 1:
            findings.append(Finding(FindingCode.DUPLICATE_CRITERION, criterion_id, _joined(texts)))
    return entries, findings


@dataclass
class _Work:
    """The results and findings gathered so far, line by line."""

    form: Form
    entries: Mapping[str, Tuple[str, ...]]
    findings: List[Finding]
    results: Dict[str, CriterionResult] = field(default_factory=dict)

    def add_group(self, group: Criterion) -> None:
        """A group counts the sum of its criteria; an entry of its own is never used."""
        typed = self._typed(group)
        if typed:
            self._find(FindingCode.COMPUTED_ROW_TYPED, group, typed)
        children = [self._add_criterion(criterion) for criterion in self.form.children(group.id)]
        complete = all(child.complete for child in children)
        self.results[group.id] = CriterionResult(group, typed, _sum(children), complete)

    def _add_criterion(self, criterion: Criterion) -> CriterionResult:
        """A criterion counts what was typed for it, or the sum of its parts."""
        typed = self._typed(criterion)
        score = self._read(criterion)
        parts = [self._add_part(part) for part in self.form.children(criterion.id)]
        scored = [part for part in parts if part.criterion.max_score is not None]
        if any(part.typed for part in scored):
            score = self._reconciled(criterion, typed, score, scored)
        elif not typed:
            self._find(FindingCode.MISSING_SCORE, criterion, "", maximum=_maximum(criterion))
        return self._keep(criterion, typed, score)

    def _add_part(self, part: Criterion) -> CriterionResult:
        return self._keep(part, self._typed(part), self._read(part))

    def _keep(self, criterion: Criterion, typed: str, score: Optional[Decimal]) -> CriterionResult:
        self.results[criterion.id] = CriterionResult(criterion, typed, score, score is not None)
        return self.results[criterion.id]

    def _reconciled(
        self, criterion: Criterion, typed: str, score: Optional[Decimal], parts: Sequence[CriterionResult]
    ) -> Optional[Decimal]:
        """One score from a criterion's own entry and its parts; where they contradict each other, none."""
        points = _sum(parts)
        unscored = [part.criterion for part in parts if part.score is None]
        if not typed:
            for part in unscored:
                if not self._typed(part):
                    self._find(FindingCode.MISSING_SCORE, part, "", maximum=_maximum(part))
            return None if unscored else points
        if score is None or (score == points and not unscored):
            return score
        if unscored and points <= score:
            self._find(FindingCode.PARTS_INCOMPLETE, criterion, typed, sum=format_score(points))
            return score
        self._find(FindingCode.PARTS_DIFFER, criterion, typed, sum=format_score(points))
        return None

    def _read(self, criterion: Criterion) -> Optional[Decimal]:
        """The usable score of one line, or ``None`` with the reason among the findings."""
        texts = self.entries.get(criterion.id, ())
        if len(texts) != 1:
            return None
        score = parse_score(texts[0])
        if criterion.max_score is None:
            self._find(FindingCode.PART_WITHOUT_MAXIMUM, criterion, texts[0], parent=criterion.parent)
            return None
        mistake = _mistake(score, criterion.max_score)
        if mistake is not None:
            self._find(mistake, criterion, texts[0], maximum=_maximum(criterion))
            return None
        return score

    def _typed(self, criterion: Criterion) -> str:
        return _joined(self.entries.get(criterion.id, ()))

    def _find(self, code: FindingCode, criterion: Criterion, typed: str, **facts: str) -> None:
        self.findings.append(Finding(code, criterion.id, typed, facts))


def _mistake(score: Optional[Decimal], maximum: Decimal) -> Optional[FindingCode]:
    if score is None:
        return FindingCode.NOT_A_NUMBER
    if score < 0:
        return FindingCode.NEGATIVE
    return FindingCode.ABOVE_MAXIMUM if score > maximum else None


def _sum(results: Sequence[CriterionResult]) -> Decimal:
    return total(result.score for result in results if result.score is not None)


def _maximum(criterion: Criterion) -> str:
    return "" if criterion.max_score is None else format_score(criterion.max_score)


def _joined(texts: Tuple[str, ...]) -> str:
    return "; ".join(texts)
