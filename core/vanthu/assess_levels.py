"""From typed answers to levels: each indicator against each level; tiêu chí and unit meet what all their parts meet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Dict, FrozenSet, List, Optional, Sequence, Tuple

from . import messages
from .answer import Answer, count_example, parse_answer
from .assessment import Assessment, CriterionResult, Distance, Rating, Shortfall, Status
from .demand import Demand
from .entries import Entries, read_entries
from .finding import Finding, FindingCode
from .form import Criterion, Form
from .language import tell
from .record import Record, by_criterion


def assess_levels(form: Form, record: Record) -> Assessment:
    """Apply a form of levels. A unit of no known type gets a finding and no result."""
    scope = form.scope_of(record.unit_type, record.scope)
    if scope is None:
        return Assessment(replace(form, criteria=()), {}, False, None, None, None, (_no_scope(form, record),))
    narrowed = form.for_unit(scope, record.unit_type, record.ownership)
    entries, findings = read_entries(narrowed, record, form)
    work = _Work(narrowed, record, entries, findings)
    groups = [work.add_group(group) for group in narrowed.children("")]
    results = {criterion.id: work.results[criterion.id] for criterion in narrowed.criteria}
    met = _met_by_all(groups) if all(group.complete for group in groups) else None
    work.tell_what_does_not_apply()
    rating = None if met is None else _rating(form, max(met, default=0))
    distance = None if met is None else work.distance(max(met, default=0))
    return Assessment(narrowed, results, met is not None, None, rating, distance, tuple(work.findings), scope)


def _rating(form: Form, level: int) -> Optional[Rating]:
    return form.levels[level - 1] if level else form.unmet


def _no_scope(form: Form, record: Record) -> Finding:
    """Nobody knows which lines apply: the scope is none for units of this type, or no scope knows the type."""
    fitting = [scope for scope in form.scopes if record.unit_type in scope.unit_types]
    if not fitting:
        return _no_unit_type(form, record)
    allowed = ", ".join("{} ({})".format(scope.id, scope.label) for scope in fitting)
    return Finding(FindingCode.NO_SUCH_SCOPE, "scope", record.scope, {"allowed": allowed})


def _no_unit_type(form: Form, record: Record) -> Finding:
    """The words of the record file, with what they mean."""
    known = dict.fromkeys(unit_type for scope in form.scopes for unit_type in scope.unit_types)
    allowed = ", ".join("{} ({})".format(name, tell(messages.UNIT_TYPES[name])) for name in known)
    now = tell(messages.TYPE_TYPED, typed=record.unit_type) if record.unit_type else ""
    facts = {"allowed": allowed, "now": now}
    return Finding(FindingCode.UNIT_TYPE_MISSING, "unit_type", record.unit_type, facts)


def _met_by_all(results: Sequence[CriterionResult]) -> Optional[FrozenSet[int]]:
    """The levels that every part meets; parts that do not apply neither help nor hinder."""
    applicable = [result.met for result in results if result.met is not None]
    return frozenset.intersection(*applicable) if applicable else None


@dataclass
class _Work:
    """The results and findings gathered so far, line by line."""

    form: Form
    record: Record
    entries: Entries
    findings: List[Finding]
    results: Dict[str, CriterionResult] = field(default_factory=dict)
    answers: Dict[str, Answer] = field(default_factory=dict)

    def add_group(self, group: Criterion) -> CriterionResult:
        """A tiêu chí is met where all its indicators are; an entry of its own is never used."""
        typed = self.entries.typed(group.id)
        if typed:
            self._find(FindingCode.COMPUTED_ROW_TYPED, group, typed)
        children = [self._add_indicator(line) for line in self.form.children(group.id)]
        complete = all(child.complete for child in children)
        met = _met_by_all(children) if complete else None
        status = _group_status(complete, met)
        self.results[group.id] = CriterionResult(group, typed, None, complete, status, met)
        return self.results[group.id]

    def tell_what_does_not_apply(self) -> None:
        """The law knows indicators that are met and such that are not; who receives the dossier looks at a third."""
        indicators = [result for result in self.results.values() if result.criterion.measure]
        waived = [result.criterion.id for result in indicators if result.status is Status.NOT_APPLICABLE]
        if waived and len(waived) == len(indicators):
            self.findings.append(Finding(FindingCode.NOTHING_APPLIES, "rating"))
        elif waived:
            facts = {"places": ", ".join(waived)}
            self.findings.append(Finding(FindingCode.NOT_APPLICABLE_UNSAID, "rating", "", facts))

    def distance(self, level: int) -> Optional[Distance]:
        """What the indicators lack for the level above."""
        if level >= len(self.form.levels):
            return None
        shortfalls = tuple(
            Shortfall(line.id, self._lacking(line, level))
            for line in self.form.counted()
            if level + 1 not in _met_or(self.results[line.id], level + 1)
        )
        return Distance(self.form.levels[level], None, shortfalls)

    def _lacking(self, line: Criterion, level: int) -> Tuple[int, ...]:
        return self.answers[line.id].lacks(line.demands[level], self.record.disadvantaged)

    def _add_indicator(self, line: Criterion) -> CriterionResult:
        typed = self.entries.typed(line.id)
        status, met = self._judged(line, typed)
        complete = status not in (Status.MISSING, Status.UNUSABLE)
        self.results[line.id] = CriterionResult(line, typed, None, complete, status, met, self._waived(line, met))
        return self.results[line.id]

    def _judged(self, line: Criterion, typed: str) -> Tuple[Status, Optional[FrozenSet[int]]]:
        text = self.entries.single(line.id)
        if text is None:
            if not typed:
                self._find(FindingCode.MISSING_ANSWER, line, "")
            return (Status.UNUSABLE if typed else Status.MISSING), None
        answer = parse_answer(line, text)
        if isinstance(answer, FindingCode):
            self._find(answer, line, text, **_asked_for(line))
            return Status.UNUSABLE, None
        self.answers[line.id] = answer
        if answer.not_applicable:
            return self._not_applicable(line, text, answer)
        return self._with_evidence(line, self._levels_met(line, answer))

    def _waived(self, line: Criterion, met: Optional[FrozenSet[int]]) -> bool:
        """Whether the highest level met asks nothing of this unit."""
        highest = max(met or (), default=0)
        return bool(highest) and not self._asks(line.demands[highest - 1])

    @cached_property
    def _evidence(self) -> Dict[str, Tuple[str, ...]]:
        return by_criterion(self.record.evidence)

    def _not_applicable(self, line: Criterion, typed: str, answer: Answer) -> Tuple[Status, None]:
        if not answer.reason and not self._evidence.get(line.id):
            self._find(FindingCode.REASON_MISSING, line, typed)
        return Status.NOT_APPLICABLE, None

    def _levels_met(self, line: Criterion, answer: Answer) -> FrozenSet[int]:
        """The levels whose own demand is met; a demand that is not made of this unit counts as met.

        Each level is judged by itself: a unit is recognised at level 2 by the articles of level 2 alone.
        """
        return frozenset(n for n, demand in enumerate(line.demands, start=1) if self._meets(answer, demand))

    def _meets(self, answer: Answer, demand: Demand) -> bool:
        return not self._asks(demand) or answer.meets(demand, self.record.disadvantaged)

    def _asks(self, demand: Demand) -> bool:
        return demand.applies.covers(self.record.unit_type, self.record.ownership)

    def _with_evidence(self, line: Criterion, met: FrozenSet[int]) -> Tuple[Status, FrozenSet[int]]:
        """What is met without evidence is not met, but for what the law does not ask of this unit."""
        required = self.form.evidence and self.record.require_evidence
        unasked = frozenset(level for level in met if not self._asks(line.demands[level - 1]))
        if met == unasked or not required or self._evidence.get(line.id):
            return (Status.MET if met else Status.NOT_MET), met
        consequence = tell(messages.NOT_COUNTED_AS_MET)
        self._find(FindingCode.MISSING_EVIDENCE, line, "", article=self.form.evidence, consequence=consequence)
        return (Status.MET if unasked else Status.NO_EVIDENCE), unasked

    def _find(self, code: FindingCode, line: Criterion, typed: str, **facts: str) -> None:
        self.findings.append(Finding(code, line.id, typed, facts))


def _met_or(result: CriterionResult, level: int) -> FrozenSet[int]:
    """The levels met; a line that does not apply lacks nothing."""
    return frozenset((level,)) if result.met is None else result.met


def _group_status(complete: bool, met: Optional[FrozenSet[int]]) -> Status:
    if not complete:
        return Status.MISSING
    if met is None:
        return Status.NOT_APPLICABLE
    return Status.MET if met else Status.NOT_MET


def _asked_for(line: Criterion) -> Dict[str, str]:
    """What to type, for the sentence: the two numbers of each thing counted, or the grades."""
    pairs = (
        tell(messages.COUNTED_AMONG, name=name, among=line.among) if line.among else tell(messages.COUNTED, name=name)
        for name in line.counts
    )
    grades = ", ".join(map(str, line.grades))
    return {"example": count_example(line), "counted": "; ".join(pairs), "among": line.among, "grades": grades}
