"""From a TOML file to a :class:`Form`. Strict: a rule author's mistake is a :class:`DataError` that names the cure."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Dict, Optional, Tuple

from . import file_messages
from .data_error import DataError
from .date_vi import LONGEST_TERM
from .demand import DIGITAL_GRADES, Applicability, Demand, Level, Measure, Scope
from .form import Band, Criterion, Form, LegalText, Mode
from .form_mistakes import mistakes
from .language import tell
from .quote import quoted
from .record import OWNERSHIPS, UNIT_TYPES
from .schedule import DataWindow, Deadline, DossierItem, Recognition
from .score import parse_score
from .strict import StrictTable

_FORM_KEYS = (
    *("schema", "id", "title", "mode", "source", "effective_from", "effective_to", "replaced_by", "checked_on"),
    *("award", "open_points", "criteria", "deadlines", "dossier"),
)
_POINTS_KEYS = ("maximum", "bands", "whole_points", "zero_blocks", "evidence")
_LEVELS_KEYS = ("levels", "unmet", "evidence", "scopes", "recognition", "data_window")
_KEYS = {
    Mode.POINTS: (*_FORM_KEYS, *_POINTS_KEYS),
    Mode.LEVELS: (*_FORM_KEYS, *_LEVELS_KEYS),
    Mode.LIST: _FORM_KEYS,
}
_SOURCE_KEYS = ("type", "number", "issued", "issuer", "title")
_LINE_KEYS = ("id", "symbol", "label", "article")
_APPLIES_KEYS = ("unit_types", "not_unit_types", "ownership")
_CRITERION_KEYS = {
    Mode.POINTS: (*_LINE_KEYS, "maximum"),
    Mode.LEVELS: (*_LINE_KEYS, *_APPLIES_KEYS, "scope", "measure", "counts", "among", "demands"),
    Mode.LIST: _LINE_KEYS,
}
_DEMAND_KEYS = ("level", "text", "article", "at_least", "at_least_disadvantaged", *_APPLIES_KEYS)
_BAND_KEYS = ("id", "label", "from", "article")
_LEVEL_KEYS = ("id", "label")
_SCOPE_KEYS = ("id", "label", "unit_types", "ended", "chair", "attended_by")
DEADLINE_KEYS = ("id", "label", "day", "before", "article", "scope", "receiver", "receiver_until")
_WINDOW_KEYS = ("from", "to", "article")
_RECOGNITION_KEYS = ("years", "upgrade_months", "article")
_DOSSIER_KEYS = ("id", "title", "kind", "copies", "article", "scope", "by")
_EVERYBODY = Applicability()
_SCHEMA = 1
_CRITERION_ID = re.compile(r"[0-9]+(\.[a-z0-9đ]+){0,2}")
_KIND_ID = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*)?")
_MONTH_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")
_COMMON_YEAR = 2001  # one without a 29 February
_MONTHS = 12 * LONGEST_TERM
_MOST_COPIES = 99
_WHOLE = 100  # percent


def form_from(values: Dict[str, Any], source: str) -> Form:
    """Build the form; ``source`` is the file name used in errors."""
    mode = _mode(values, source)
    table = StrictTable(values, source, "", _KEYS[mode])
    table.check_schema(_SCHEMA)
    form = Form(
        id=table.words("id"),
        title=table.words("title"),
        mode=mode,
        source=_legal_text(table.table("source", _SOURCE_KEYS)),
        effective_from=table.day("effective_from"),
        effective_to=table.optional_day("effective_to"),
        replaced_by=table.line("replaced_by", ""),
        checked_on=table.day("checked_on"),
        criteria=table.tables("criteria", _CRITERION_KEYS[mode], _criterion),
        max_score=table.score("maximum") if mode is Mode.POINTS else None,
        bands=table.tables("bands", _BAND_KEYS, _band),
        whole_points=table.flag("whole_points"),
        zero_blocks=table.flag("zero_blocks"),
        levels=table.tables("levels", _LEVEL_KEYS, _level),
        unmet=_level(table.table("unmet", _LEVEL_KEYS)) if mode is Mode.LEVELS else None,
        evidence=table.line("evidence", ""),
        scopes=table.tables("scopes", _SCOPE_KEYS, _scope),
        award=table.line("award", ""),
        deadlines=table.tables("deadlines", DEADLINE_KEYS, deadline_from),
        dossier=table.tables("dossier", _DOSSIER_KEYS, _dossier_item),
        recognition=_recognition(table) if table.has("recognition") else None,
        data_window=_data_window(table.table("data_window", _WINDOW_KEYS)) if table.has("data_window") else None,
        open_points=table.lines("open_points"),
    )
    for mistake in mistakes(form):
        raise DataError(source, mistake)
    return form


def _mode(values: Dict[str, Any], source: str) -> Mode:
    """The mode decides which keys a file may have, so it is read before anything else."""
    everything = StrictTable(values, source, "", tuple(values))
    return Mode(everything.choice("mode", [mode.value for mode in Mode]))


def _legal_text(table: StrictTable) -> LegalText:
    return LegalText(
        type=table.line("type"),
        number=table.line("number"),
        issued=table.optional_day("issued"),
        issuer=table.line("issuer"),
        title=table.line("title"),
    )


def _criterion(table: StrictTable) -> Criterion:
    criterion_id = table.line("id")
    if not _CRITERION_ID.fullmatch(criterion_id):
        raise table.error(tell(file_messages.CRITERION_ID, found=quoted(criterion_id)), "id")
    measure = Measure(table.choice("measure", [m.value for m in Measure])) if table.has("measure") else None
    return Criterion(
        id=criterion_id,
        symbol=table.line("symbol"),
        label=table.words("label"),
        article=table.line("article"),
        max_score=table.optional_score("maximum"),
        scope=table.line("scope", ""),
        measure=measure,
        counts=table.lines("counts"),
        among=table.line("among", ""),
        demands=table.tables("demands", _DEMAND_KEYS, lambda demand: _demand(demand, measure, table.line("label"))),
        applies=_applicability(table),
    )


def _demand(table: StrictTable, measure: Optional[Measure], label: str) -> Demand:
    return Demand(
        level=table.line("level"),
        text=table.line("text", label),
        article=table.line("article"),
        at_least=_thresholds(table, "at_least", measure),
        at_least_disadvantaged=_thresholds(table, "at_least_disadvantaged", measure),
        applies=_applicability(table),
    )


def _thresholds(table: StrictTable, key: str, measure: Optional[Measure]) -> Tuple[Any, ...]:
    """Numbers; the digital grades become their rank, so that all thresholds compare alike."""
    lines = table.lines(key)
    if not lines:
        return ()
    if measure is Measure.DIGITAL:
        unknown = [line for line in lines if line not in DIGITAL_GRADES]
        if unknown:
            raise table.no_such_value(unknown[0], DIGITAL_GRADES, key)
        lines = tuple(str(DIGITAL_GRADES.index(line)) for line in lines)
    scores = tuple(parse_score(line) for line in lines)
    if any(score is None or score < 0 for score in scores):
        raise table.error(tell(file_messages.THRESHOLDS), key)
    if measure is Measure.COUNT and any(score is not None and score > _WHOLE for score in scores):
        raise table.error(tell(file_messages.PERCENT, maximum=_WHOLE), key)
    return scores


def _applicability(table: StrictTable) -> Applicability:
    if not any(table.has(key) for key in _APPLIES_KEYS):
        return _EVERYBODY
    for key in ("unit_types", "not_unit_types"):
        _refuse_unknown_types(table, key)
    ownership = table.choice("ownership", ("", *OWNERSHIPS), "")
    return Applicability(table.lines("unit_types"), table.lines("not_unit_types"), ownership)


def _refuse_unknown_types(table: StrictTable, key: str) -> None:
    for unit_type in table.lines(key):
        if unit_type not in UNIT_TYPES:
            raise table.no_such_value(unit_type, UNIT_TYPES, key)


def _band(table: StrictTable) -> Band:
    return Band(
        id=table.words("id"),
        label=table.words("label"),
        from_score=table.score("from"),
        article=table.line("article"),
    )


def _level(table: StrictTable) -> Level:
    return Level(table.words("id"), table.words("label"))


def _scope(table: StrictTable) -> Scope:
    _refuse_unknown_types(table, "unit_types")
    return Scope(
        id=table.words("id"),
        label=table.words("label"),
        unit_types=table.lines("unit_types"),
        ended=table.optional_day("ended"),
        chair=table.line("chair", ""),
        attended_by=table.line("attended_by", ""),
    )


def deadline_from(table: StrictTable) -> Deadline:
    """One deadline, of a form or of a layer."""
    month, day = _month_day(table, "day")
    return Deadline(
        id=table.words("id"),
        label=table.words("label"),
        month=month,
        day=day,
        before=table.flag("before"),
        article=table.line("article"),
        scope=table.line("scope", ""),
        receiver=table.line("receiver", ""),
        receiver_until=table.optional_day("receiver_until"),
    )


def _month_day(table: StrictTable, key: str) -> Tuple[int, int]:
    """A day that every year has."""
    line = table.line(key)
    found = _MONTH_DAY.fullmatch(line)
    month, day = (int(part) for part in found.groups()) if found else (0, 0)
    try:
        date(_COMMON_YEAR, month, day)
    except ValueError:
        raise table.error(tell(file_messages.MONTH_DAY, found=quoted(line)), key) from None
    return month, day


def _data_window(table: StrictTable) -> DataWindow:
    return DataWindow(*_month_day(table, "from"), *_month_day(table, "to"), table.line("article"))


def _recognition(table: StrictTable) -> Recognition:
    inner = table.table("recognition", _RECOGNITION_KEYS)
    return Recognition(
        years=inner.between("years", 1, LONGEST_TERM),
        upgrade_months=inner.between("upgrade_months", 0, _MONTHS, 0),
        article=inner.line("article"),
    )


def _dossier_item(table: StrictTable) -> DossierItem:
    kind = table.line("kind", "")
    if not _KIND_ID.fullmatch(kind):
        raise table.error(tell(file_messages.KIND_ID, found=quoted(kind)), "kind")
    return DossierItem(
        id=table.words("id"),
        title=table.words("title"),
        copies=table.between("copies", 0, _MOST_COPIES, 0),
        article=table.line("article"),
        scope=table.line("scope", ""),
        by=table.line("by", ""),
        kind=kind,
    )
