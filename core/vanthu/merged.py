"""What was typed since a step, merged (gộp) with that step taken back or done again. Pure."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, Dict, Mapping, Tuple

from .memory import Memory
from .record import Pairs, Record, normal_id

_NONE = object()  # what a name has that is not there


def merged(now: Memory, was: Memory, becomes: Memory) -> Memory:
    """The memory ``now`` after the change from ``was`` to ``becomes``.

    What still is as the step left it goes along, field by field and line by line; what was typed since stays.
    """
    found: Memory = _merged(now, was, becomes)
    return found


def _merged(now: Any, was: Any, becomes: Any) -> Any:
    if now == was:
        return becomes
    if isinstance(now, Record):
        pairs = {key: _pairs(*(getattr(one, key) for one in (now, was, becomes))) for key in ("typed", "stated")}
        return replace(_of_fields(now, was, becomes), **pairs)
    if is_dataclass(now):
        return _of_fields(now, was, becomes)
    return _by_name(now, was, becomes) if isinstance(now, Mapping) else now


def _of_fields(now: Any, was: Any, becomes: Any) -> Any:
    names = [field.name for field in fields(now)]
    return replace(now, **{name: _merged(*(getattr(one, name) for one in (now, was, becomes))) for name in names})


def _by_name(now: Mapping[str, Any], was: Mapping[str, Any], becomes: Mapping[str, Any]) -> Dict[str, Any]:
    names = dict.fromkeys((*now, *becomes))
    found = {name: _merged(*(one.get(name, _NONE) for one in (now, was, becomes))) for name in names}
    return {name: value for name, value in found.items() if value is not _NONE}


def _pairs(now: Pairs, was: Pairs, becomes: Pairs) -> Pairs:
    lines = _by_name(*map(_by_line, (now, was, becomes)))
    return tuple(pair for pairs in lines.values() for pair in pairs)


def _by_line(pairs: Pairs) -> Dict[str, Pairs]:
    """The entries of each line, under whatever spelling of its id."""
    lines: Dict[str, Tuple[Tuple[str, str], ...]] = {}
    for name, text in pairs:
        lines[normal_id(name)] = (*lines.get(normal_id(name), ()), (name, text))
    return lines
