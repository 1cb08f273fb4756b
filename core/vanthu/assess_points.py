"""From typed points to sums, total and rating."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Dict, List, Optional, Sequence, Tuple

from . import messages
from .assessment import Assessment, CriterionResult, Distance, Status, band_of, zeros_of
from .entries import Entries, read_entries
from .finding import Finding, FindingCode
from .form import Band, Criterion, Form
from .language import tell
from .record import Record, by_criterion
from .score import difference, format_score, parse_score, total


def assess_points(form: Form, record: Record) -> Assessment:
    """Apply a form of points."""
    work = _Work(form, record, *read_entries(form, record, form))
    groups = [work.add_group(group) for group in form.children("")]
    results = {criterion.id: work.results[criterion.id] for criterion in form.criteria}
    complete = all(group.complete for group in groups)
    points = _sum(groups)
    zeros = zeros_of(form, results) if complete else ()
    band = (form.bands[-1] if zeros else band_of(form, points)) if complete else None
    findings = (*_form_findings(form), *work.findings)
    distance = _distance(form, points, band, len(zeros))
    return Assessment(form, results, complete, points, band, distance, findings)


def _form_findings(form: Form) -> List[Finding]:
    """A form whose points are still to be supplied says so once, not line by line."""
    if any(criterion.max_score is None for criterion in form.counted()):
        return [Finding(FindingCode.MAXIMA_UNKNOWN, "form", form.id, {"source": form.source.number})]
    return []


def _distance(form: Form, points: Decimal, band: Optional[Band], zeros: int) -> Optional[Distance]:
    """The fewest points that lead to a better class, and the class that they lead to.

    ``zeros``: how many criteria without any point block; where only whole points are given, each takes one at least.
    """
    if band is None or band == form.bands[0]:
        return None
    better = form.bands[form.bands.index(band) - 1]
    least = Decimal(zeros) if form.whole_points else Decimal(0)
    missing = max(least, difference(better.from_score, points))
    return Distance(band_of(form, total([points, missing])), missing)


@dataclass
class _Work:
    """The results and findings gathered so far, line by line."""

    form: Form
    record: Record
    entries: Entries
    findings: List[Finding]
    results: Dict[str, CriterionResult] = field(default_factory=dict)

    def add_group(self, group: Criterion) -> CriterionResult:
        """A group counts the sum of its criteria; an entry of its own is never used. Without criteria it is one."""
        lines = self.form.children(group.id)
        if not lines:
            return self._add_criterion(group)
        typed = self.entries.typed(group.id)
        if typed:
            self._find(FindingCode.COMPUTED_ROW_TYPED, group, typed)
        children = [self._add_criterion(criterion) for criterion in lines]
        complete = all(child.complete for child in children)
        status = Status.MET if complete else Status.MISSING
        self.results[group.id] = CriterionResult(group, typed, _sum(children), complete, status)
        return self.results[group.id]

    def _add_criterion(self, criterion: Criterion) -> CriterionResult:
        """A criterion counts what was typed for it, or the sum of its parts."""
        typed = self.entries.typed(criterion.id)
        score = self._read(criterion)
        parts = [self._add_part(part) for part in self.form.children(criterion.id)]
        scored = [part for part in parts if part.criterion.max_score is not None]
        if any(part.typed for part in scored):
            score = self._reconciled(criterion, typed, score, scored)
        elif not typed and criterion.max_score is not None:  # without maxima the form as a whole is told of
            self._find(FindingCode.MISSING_SCORE, criterion, "", maximum=_maximum(criterion))
        return self._keep(criterion, typed, score)

    def _add_part(self, part: Criterion) -> CriterionResult:
        return self._keep(part, self.entries.typed(part.id), self._read(part))

    def _keep(self, criterion: Criterion, typed: str, score: Optional[Decimal]) -> CriterionResult:
        scored = score is not None
        status = Status.MET if scored else Status.UNUSABLE if typed else Status.MISSING
        self.results[criterion.id] = CriterionResult(criterion, typed, score, scored, status)
        return self.results[criterion.id]

    def _reconciled(
        self, criterion: Criterion, typed: str, score: Optional[Decimal], parts: Sequence[CriterionResult]
    ) -> Optional[Decimal]:
        """One score from a criterion's own entry and its parts; where they contradict each other, none."""
        points = _sum(parts)
        unscored = [part.criterion for part in parts if part.score is None]
        if not typed:
            for part in unscored:
                if not self.entries.typed(part.id):
                    self._find(FindingCode.MISSING_SCORE, part, "", maximum=_maximum(part))
            return None if unscored else points
        if score is None or any(self.entries.typed(part.id) for part in unscored):  # of such a part is told already
            return None
        most = total([points, *(part.max_score or Decimal(0) for part in unscored)])
        if unscored and score > most:
            self._find(FindingCode.PARTS_TOO_FEW, criterion, typed, sum=format_score(most))
            return None
        if not points <= score <= most:
            self._find(FindingCode.PARTS_DIFFER, criterion, typed, sum=format_score(points))
            return None
        if unscored:
            self._find(FindingCode.PARTS_INCOMPLETE, criterion, typed, sum=format_score(points))
        return score

    def _read(self, criterion: Criterion) -> Optional[Decimal]:
        """The usable score of one line, or ``None`` with the reason among the findings."""
        text = self.entries.single(criterion.id)
        if text is None:
            return None
        if criterion.max_score is None:
            if criterion.parent:  # a whole form without points is one finding of its own
                self._find(FindingCode.PART_WITHOUT_MAXIMUM, criterion, text, parent=criterion.parent)
            return None
        score = parse_score(text)
        mistake = _mistake(score, criterion.max_score, self.form.whole_points)
        if mistake is not None:
            self._find(mistake, criterion, text, maximum=_maximum(criterion))
            return None
        return self._with_evidence(criterion, score)

    @cached_property
    def _evidence(self) -> Dict[str, Tuple[str, ...]]:
        return by_criterion(self.record.evidence)

    def _with_evidence(self, criterion: Criterion, score: Optional[Decimal]) -> Optional[Decimal]:
        """A criterion without evidence is not scored where the law says so."""
        required = self.form.evidence and self.record.require_evidence
        if required and score and not self._evidence.get(criterion.id):
            consequence = tell(messages.NOT_SCORED)
            self._find(FindingCode.MISSING_EVIDENCE, criterion, "", article=self.form.evidence, consequence=consequence)
            return None
        return score

    def _find(self, code: FindingCode, criterion: Criterion, typed: str, **facts: str) -> None:
        self.findings.append(Finding(code, criterion.id, typed, facts))


def _mistake(score: Optional[Decimal], maximum: Decimal, whole_points: bool) -> Optional[FindingCode]:
    if score is None:
        return FindingCode.NOT_A_NUMBER
    if score < 0:
        return FindingCode.NEGATIVE
    if whole_points and score != score.to_integral_value():  # "%" fails where a number has more digits than its context
        return FindingCode.NOT_WHOLE
    return FindingCode.ABOVE_MAXIMUM if score > maximum else None


def _sum(results: Sequence[CriterionResult]) -> Decimal:
    return total(result.score for result in results if result.score is not None)


def _maximum(criterion: Criterion) -> str:
    return "" if criterion.max_score is None else format_score(criterion.max_score)
