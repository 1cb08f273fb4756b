"""What contradicts itself in a form that reads well line by line: a sentence for each mistake."""

from __future__ import annotations

from typing import List, Tuple

from .demand import Demand, Measure, Scope
from .form import Criterion, Form, Mode
from .record import OWNERSHIPS
from .score import format_score, total


def mistakes(form: Form) -> List[str]:
    """All mistakes; none in a sound form."""
    by_mode = {Mode.POINTS: _points_mistakes, Mode.LEVELS: _levels_mistakes, Mode.LIST: _order_mistakes}
    return by_mode[form.mode](form)


def maximum_mistakes(form: Form, criterion_id: str) -> List[str]:
    """Whether the maxima under a line (``""``: the whole form) add up to its own: all have points, or none has."""
    line = form.find(criterion_id)
    name = 'tiêu chí "{}"'.format(criterion_id) if line else "cả bộ tiêu chí"
    allowed = line.max_score if line else form.max_score
    parts = form.children(criterion_id)
    maxima = [part.max_score for part in parts if part.max_score is not None]
    if not maxima or allowed is None:
        return []
    if len(maxima) < len(parts):
        return ["{}: có mục con chưa có điểm tối đa".format(name)]
    if total(maxima) != allowed:
        found, right = format_score(total(maxima)), format_score(allowed)
        return ["{}: điểm tối đa các mục con cộng lại là {}, phải bằng {}".format(name, found, right)]
    return []


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
    return 'tiêu chí "{}" thiếu khóa "maximum"'.format(criterion.id)


def _order_mistakes(form: Form) -> List[str]:
    found = []
    seen: Tuple[Tuple[str, str], ...] = ()
    for line in form.criteria:
        # A level form may word one indicator differently for different units; then each wording has its own units.
        if (line.scope, line.id) in seen and not line.measure:
            found.append('tiêu chí "{}" có hai lần'.format(line.id))
        if line.parent and (line.scope, line.parent) not in seen:
            found.append('tiêu chí "{}" phải đứng sau mục "{}"'.format(line.id, line.parent))
        seen += ((line.scope, line.id),)
    return found or ([] if seen else ["không có tiêu chí nào"])


def _band_mistakes(form: Form) -> List[str]:
    """Bands must fall from the highest to 0: then they cover every total without gap or overlap."""
    limits = [band.from_score for band in form.bands]
    if not limits or limits[-1] != 0:
        return ['loại cuối cùng phải bắt đầu từ "0" để mọi tổng điểm đều có loại']
    if any(upper <= lower for upper, lower in zip(limits, limits[1:])):
        return ["các loại phải xếp từ cao xuống thấp, không trùng điểm"]
    if form.max_score is not None and limits[0] > form.max_score:
        return ['loại "{}" bắt đầu cao hơn điểm tối đa'.format(form.bands[0].label)]
    return []


def _levels_mistakes(form: Form) -> List[str]:
    if not form.levels or not form.scopes:
        return ["thiếu [[levels]] hoặc [[scopes]]"]
    return [
        *(mistake for line in form.criteria for mistake in _scope_mistakes(form, line)),
        *_order_mistakes(form),
        *(mistake for line in form.criteria for mistake in _demand_mistakes(form, line)),
        *_overlap_mistakes(form),
    ]


def _scope_mistakes(form: Form, line: Criterion) -> List[str]:
    scopes = [scope.id for scope in form.scopes]
    if line.scope in scopes:
        return []
    return ['tiêu chí "{}": không có phạm vi "{}"; được phép: {}'.format(line.id, line.scope, ", ".join(scopes))]


def _demand_mistakes(form: Form, line: Criterion) -> List[str]:
    name = 'tiêu chí "{}"'.format(line.id)
    if (line.measure is None) != (line.level == 1):
        return ['{}: tiêu chí không có, chỉ tiêu phải có khóa "measure"'.format(name)]
    if line.measure is None:
        return []
    levels = [level.id for level in form.levels]
    if [demand.level for demand in line.demands] != levels:
        return ["{}: phải có một [[criteria.demands]] cho mỗi mức, theo thứ tự {}".format(name, ", ".join(levels))]
    wanted = {Measure.COUNT: len(line.counts), Measure.YES_NO: 0}.get(line.measure, 1)
    if any(len(demand.at_least) != wanted for demand in line.demands):
        return ['{}: khóa "at_least" phải có {} giá trị'.format(name, wanted)]
    return ["{}: {}".format(name, mistake) for mistake in _falling_mistakes(line.demands)]


def _falling_mistakes(demands: Tuple[Demand, ...]) -> List[str]:
    """A higher level asks for at least as much as a lower one; otherwise a roll-up by minimum would be wrong."""
    for lower, higher in zip(demands, demands[1:]):
        for disadvantaged in (False, True):
            pairs = zip(lower.threshold(disadvantaged), higher.threshold(disadvantaged))
            if any(above < below for below, above in pairs):
                return ["mức cao hơn không được yêu cầu thấp hơn mức thấp"]
    return []


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
        'tiêu chí "{}" áp dụng hai lần cho "{}"'.format(wordings[0].id, unit_type)
        for unit_type in scope.unit_types
        for ownership in OWNERSHIPS
        if sum(line.applies.covers(unit_type, ownership) for line in wordings) > 1
    ]
