"""Layers (tầng): what an organisation or a person adds to an official form. They never change what the law fixes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Dict, Mapping, Tuple

from . import file_messages
from .data_error import DataError
from .form import Criterion, Form, Mode
from .form_file import DEADLINE_KEYS, deadline_from
from .form_mistakes import maximum_mistakes, scope_mistakes
from .language import tell
from .quote import quoted
from .schedule import Deadline
from .score import parse_score
from .strict import StrictTable
from .text import clean_line

RANKS = ("organisation", "personal")  # a later rank wins over an earlier one
_SCHEMA = 1
_LAYER_KEYS = ("schema", "layer", "form", "title", "source", "checked_on", "split", "wording", "deadlines")
_LAW_KEYS = ("maximum", "criteria", "bands", "levels", "unmet", "scopes", "evidence", "effective_from", "effective_to")
_SPLIT_KEYS = ("criterion", "maxima")


class LawFixedError(DataError):
    """A layer that tries to change what the law fixes. The form stands without it, and a finding says so."""


@dataclass(frozen=True)
class Layer:
    """Points for the parts of a criterion (``""``: for the criteria of the whole form), and local wording of lines."""

    path: str
    rank: str
    form_id: str
    source: str
    splits: Tuple[Tuple[str, Tuple[Decimal, ...]], ...]
    wording: Mapping[str, str]
    deadlines: Tuple[Deadline, ...]  # of the place: more, or stricter than the law's of the same id
    of_law: str  # a key of the file that only the law may fix; blank in a sound layer


def is_layer(values: Dict[str, Any]) -> bool:
    """Whether a rule file is a layer rather than a form."""
    return "layer" in values


def layer_from(values: Dict[str, Any], source: str) -> Layer:
    """Build the layer; ``source`` is the file name used in errors."""
    of_law = [key for key in _LAW_KEYS if key in values]
    table = StrictTable({key: values[key] for key in values if key not in of_law}, source, "", _LAYER_KEYS)
    table.check_schema(_SCHEMA)
    table.line("title", "")
    table.day("checked_on")
    wording = table.named("wording")
    return Layer(
        path=source,
        rank=table.choice("layer", RANKS),
        form_id=table.line("form"),
        source=table.line("source"),
        splits=_splits(table),
        wording={clean_line(name): wording.words(name) for name in wording.names()},
        deadlines=table.tables("deadlines", DEADLINE_KEYS, deadline_from),
        of_law="".join(of_law[:1]),
    )


def apply_layer(form: Form, layer: Layer, official: Form) -> Form:
    """The form with the layer's splits and wording; raises :class:`DataError` where the law says otherwise.

    ``official`` is the form without any layer: what stands there is the law's, what earlier layers added is not.
    """
    if layer.of_law:
        raise LawFixedError(layer.path, tell(file_messages.FIXED_KEY, key=layer.of_law))
    for criterion_id in (*dict(layer.splits), *layer.wording):
        if criterion_id and form.find(criterion_id) is None:
            wrong = tell(file_messages.NO_SUCH_CRITERION, form=form.id, found=quoted(criterion_id))
            raise DataError(layer.path, wrong)
    maxima = {
        part_id: maximum
        for criterion_id, values in layer.splits
        for part_id, maximum in _part_maxima(official, layer, criterion_id, values).items()
    }
    layered = replace(
        form,
        criteria=tuple(_layered(criterion, maxima, layer) for criterion in form.criteria),
        deadlines=_merged(form, layer, official),
        local_sources=(*form.local_sources, layer.source),
    )
    for mistake in scope_mistakes(layered):
        raise DataError(layer.path, mistake)
    for criterion_id, _ in layer.splits:
        for mistake in maximum_mistakes(layered, criterion_id):
            raise LawFixedError(layer.path, mistake)
    return layered


def _splits(table: StrictTable) -> Tuple[Tuple[str, Tuple[Decimal, ...]], ...]:
    splits = table.tables("split", _SPLIT_KEYS, _split)
    names = [criterion_id for criterion_id, _ in splits]
    for number, name in enumerate(names, start=1):
        if name in names[: number - 1]:
            raise table.error(tell(file_messages.SPLIT_TWICE, place=name), "split[{}].criterion".format(number))
    return splits


def _split(table: StrictTable) -> Tuple[str, Tuple[Decimal, ...]]:
    scores = [parse_score(text) for text in table.lines("maxima")]
    maxima = tuple(score for score in scores if score is not None and score >= 0)
    if len(maxima) < len(scores):
        raise table.error(tell(file_messages.MAXIMA), "maxima")
    return table.line("criterion"), maxima


def _part_maxima(form: Form, layer: Layer, criterion_id: str, maxima: Tuple[Decimal, ...]) -> Dict[str, Decimal]:
    parts = form.children(criterion_id)
    if form.mode is not Mode.POINTS or any(part.max_score is not None for part in parts):
        fixed = tell(file_messages.FIXED_MAXIMUM, place=criterion_id, source=form.source.number)
        raise LawFixedError(layer.path, fixed)
    if len(parts) != len(maxima):
        wrong = tell(file_messages.PARTS_COUNT, place=criterion_id, parts=len(parts), found=len(maxima))
        raise DataError(layer.path, wrong)
    return dict(zip((part.id for part in parts), maxima))


def _merged(form: Form, layer: Layer, official: Form) -> Tuple[Deadline, ...]:
    """The deadlines with the layer's: a local one may be earlier than the law's of the same id, never later."""
    for local in layer.deadlines:
        for fixed in official.deadlines:
            same = (fixed.id, fixed.scope) == (local.id, local.scope)
            if same and local.last_day(1) > fixed.last_day(1):  # any year: only the days are compared
                late = tell(file_messages.LATER_THAN_LAW, deadline=local.id, article=fixed.article)
                raise LawFixedError(layer.path, late)
    replaced = {(local.id, local.scope) for local in layer.deadlines}
    kept = tuple(deadline for deadline in form.deadlines if (deadline.id, deadline.scope) not in replaced)
    return kept + layer.deadlines


def _layered(criterion: Criterion, maxima: Mapping[str, Decimal], layer: Layer) -> Criterion:
    return replace(
        criterion,
        max_score=maxima.get(criterion.id, criterion.max_score),
        maximum_from=layer.source if criterion.id in maxima else criterion.maximum_from,
        label=layer.wording.get(criterion.id, criterion.label),
        words_of_law=criterion.words_of_law or criterion.label,
    )
