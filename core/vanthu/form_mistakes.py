"""What contradicts itself in a form that reads well line by line: a sentence for each mistake."""

from __future__ import annotations

from typing import Iterator, List, Sequence, Tuple, Union

from . import file_messages
from .data_error import listed
from .demand import Demand, Level, Measure, Scope
from .form import Band, Criterion, Form, Mode
from .language import tell
from .quote import quoted
from .record import OWNERSHIPS
from .score import format_score, total


def mistakes(form: Form) -> List[str]:
    """All mistakes; none in a sound form."""
    by_mode = {Mode.POINTS: _points_mistakes, Mode.LEVELS: _levels_mistakes, Mode.LIST: _order_mistakes}
    return [*by_mode[form.mode](form), *_validity_mistakes(form), *_repetitions(form), *scope_mistakes(form)]


def maximum_mistakes(form: Form, criterion_id: str) -> List[str]:
    """Whether the maxima under a line (``""``: the whole form) add up to its own: all have points, or none has."""
    line = form.find(criterion_id)
    name = tell(file_messages.CRITERION, id=criterion_id) if line else tell(file_messages.WHOLE_FORM)
    allowed = line.max_score if line else form.max_score
    parts = form.children(criterion_id)
    maxima = [part.max_score for part in parts if part.max_score is not None]
    if not maxima or allowed is None:
        return []
    if len(maxima) < len(parts):
        return [tell(file_messages.PART_WITHOUT_MAXIMUM, name=name)]
    if total(maxima) != allowed:
        found, right = format_score(total(maxima)), format_score(allowed)
        return [tell(file_messages.MAXIMA_SUM, name=name, sum=found, right=right)]
    return []


def scope_mistakes(form: Form) -> List[str]:
    """Deadlines and documents that only a scope which the form does not have would ever ask for."""
    named = (
        *((tell(file_messages.DEADLINE, id=deadline.id), deadline.scope) for deadline in form.deadlines),
        *((tell(file_messages.DOSSIER_ITEM, id=item.id), item.scope) for item in form.dossier),
    )
    return [_no_such_scope(form, name, scope) for name, scope in named if scope not in ("", *_scope_ids(form))]


def _scope_ids(form: Form) -> Tuple[str, ...]:
    return tuple(scope.id for scope in form.scopes)


def _no_such_scope(form: Form, name: str, found: str) -> str:
    allowed = listed(_scope_ids(form)) or '""'
    return tell(file_messages.NO_SUCH_SCOPE, name=name, found=quoted(found), allowed=allowed)


def _validity_mistakes(form: Form) -> List[str]:
    if form.effective_to is None or form.effective_to > form.effective_from:
        return []
    return [tell(file_messages.EFFECTIVE_ORDER, found=form.effective_to, first=form.effective_from)]


def _repetitions(form: Form) -> List[str]:
    """Programs tell classes, levels and scopes apart by id, people by label."""
    levels = (*form.levels, form.unmet) if form.unmet else form.levels
    return [
        *_named_twice("bands", form.bands),
        *_named_twice("levels", levels),
        *_named_twice("scopes", form.scopes),
    ]


def _named_twice(key: str, entries: Sequence[Union[Band, Level, Scope]]) -> Iterator[str]:
    for names in ([entry.id for entry in entries], [entry.label for entry in entries]):
        for name in dict.fromkeys(name for name in names if names.count(name) > 1):
            yield tell(file_messages.NAMED_TWICE, key=key, name=name)


def _points_mistakes(form: Form) -> List[str]:
    return [
        *_order_mistakes(form),
        *(_missing_maximum(line) for line in form.criteria if line.max_score is None and _needs_maximum(form, line)),
        *(mistake for line in form.criteria for mistake in maximum_mistakes(form, line.id)),
        *maximum_mistakes(form, ""),
        *_band_mistakes(form),
    ]


def _needs_maximum(form: Form, line: Criterion) -> bool:
    """A flat list of criteria may wait for a table of points; a form with groups has them in the law."""
    return line.level == 2 or (line.level == 1 and bool(form.children(line.id)))


def _missing_maximum(criterion: Criterion) -> str:
    return tell(file_messages.NO_MAXIMUM, id=criterion.id)


def _order_mistakes(form: Form) -> List[str]:
    found = []
    seen: Tuple[Tuple[str, str], ...] = ()
    for line in form.criteria:
        # A level form may word one indicator differently for different units; then each wording has its own units.
        if (line.scope, line.id) in seen and not line.measure:
            found.append(tell(file_messages.CRITERION_TWICE, id=line.id))
        if line.parent and (line.scope, line.parent) not in seen:
            found.append(tell(file_messages.CRITERION_ORDER, id=line.id, parent=line.parent))
        seen += ((line.scope, line.id),)
    return found or ([] if seen else [tell(file_messages.NO_CRITERIA)])


def _band_mistakes(form: Form) -> List[str]:
    """Bands must fall from the highest to 0: then they cover every total without gap or overlap."""
    limits = [band.from_score for band in form.bands]
    if not limits or limits[-1] != 0:
        return [tell(file_messages.LAST_BAND)]
    if any(upper <= lower for upper, lower in zip(limits, limits[1:])):
        return [tell(file_messages.BANDS_ORDER)]
    if form.max_score is not None and limits[0] > form.max_score:
        return [tell(file_messages.BAND_ABOVE_MAXIMUM, label=form.bands[0].label)]
    return []


def _levels_mistakes(form: Form) -> List[str]:
    if not form.levels or not form.scopes:
        return [tell(file_messages.NO_LEVELS)]
    return [
        *_strays(form),
        *_order_mistakes(form),
        *(mistake for line in form.criteria for mistake in _demand_mistakes(form, line)),
        *_overlap_mistakes(form),
    ]


def _strays(form: Form) -> List[str]:
    """Every line of a form of levels belongs to a scope."""
    return [
        _no_such_scope(form, tell(file_messages.CRITERION, id=line.id), line.scope)
        for line in form.criteria
        if line.scope not in _scope_ids(form)
    ]


def _demand_mistakes(form: Form, line: Criterion) -> List[str]:
    name = tell(file_messages.CRITERION, id=line.id)
    if (line.measure is None) != (line.level == 1):
        return [tell(file_messages.MEASURE_PLACE, name=name)]
    if line.measure is None:
        return []
    levels = [level.id for level in form.levels]
    if [demand.level for demand in line.demands] != levels:
        return [tell(file_messages.DEMANDS_ORDER, name=name, levels=listed(levels))]
    wanted = {Measure.COUNT: len(line.counts), Measure.YES_NO: 0}.get(line.measure, 1)
    if any(len(demand.at_least) != wanted for demand in line.demands):
        return [tell(file_messages.THRESHOLDS_COUNT, name=name, key="at_least", wanted=wanted)]
    if any(len(demand.at_least_disadvantaged) not in (0, wanted) for demand in line.demands):
        return [tell(file_messages.THRESHOLDS_COUNT, name=name, key="at_least_disadvantaged", wanted=wanted)]
    return [tell(file_messages.FALLING_DEMANDS, name=name)] if _falls(line.demands) else []


def _falls(demands: Tuple[Demand, ...]) -> bool:
    """Whether a higher level asks for less than a lower one, which is a slip of whoever typed the rules."""
    for lower, higher in zip(demands, demands[1:]):
        for disadvantaged in (False, True):
            pairs = zip(lower.threshold(disadvantaged), higher.threshold(disadvantaged))
            if any(above < below for below, above in pairs):
                return True
    return False


def _overlap_mistakes(form: Form) -> List[str]:
    """Every unit must meet one wording of an indicator at most."""
    found = []
    for scope in form.scopes:
        names = [line.id for line in form.criteria if line.scope == scope.id]
        for name in sorted({name for name in names if names.count(name) > 1}):
            wordings = [line for line in form.criteria if line.scope == scope.id and line.id == name]
            found.extend(_twice(scope, wordings))
    return found


def _twice(scope: Scope, wordings: List[Criterion]) -> List[str]:
    return [
        tell(file_messages.UNIT_TYPE_TWICE, id=wordings[0].id, unit_type=unit_type)
        for unit_type in scope.unit_types
        for ownership in OWNERSHIPS
        if sum(line.applies.covers(unit_type, ownership) for line in wordings) > 1
    ]
