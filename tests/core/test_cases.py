"""Worked cases as data: what was typed, what must come out, which article says so (tests/forms/cases)."""

from __future__ import annotations

import pytest
from core.factories import PROJECT, the_library

from vanthu.assess import assess
from vanthu.demand import Measure
from vanthu.explain import explanation
from vanthu.form import Mode
from vanthu.layer import apply_layer, layer_from
from vanthu.messages import sentence
from vanthu.record_file import record_from
from vanthu.score import plain
from vanthu.toml import read

FILES = {path.stem: read(path) for path in sorted((PROJECT / "tests" / "forms" / "cases").glob("*.toml"))}
CASES = [(form_id, case) for form_id, values in FILES.items() for case in values["case"]]
DIGITAL_WORDS = ("chưa đáp ứng", "cơ bản", "tốt")
LEAST_CASES = 12


def form_for(form_id, case):
    """The shipped form, with the case file's own table of points where the law's is unknown."""
    form = the_library().form(form_id)
    layer = FILES[form_id].get("layer")
    if layer is None or case.get("without_layer"):
        return form
    return apply_layer(form, layer_from(layer, form_id), form)


def started(form, case):
    """What stands in the record before the case changes it."""
    start, record = case["start"], case["record"]
    if start == "empty":
        return {}
    if form.mode is Mode.POINTS:
        return {line.id: plain(line.max_score) for line in form.counted() if line.max_score is not None}
    level = int(start[-1]) - 1
    disadvantaged = record.get("vung_kho_khan", False)
    return {line.id: just_enough(line, level, disadvantaged) for line in the_lines(form, record).counted()}


def the_lines(form, record):
    """The form with the lines of the unit alone."""
    scope = form.scope_of(record.get("unit_type", ""), record.get("scope", ""))
    return form.for_unit(scope, record["unit_type"], record.get("ownership", "cong-lap")) if scope else form


def just_enough(line, level, disadvantaged):
    thresholds = line.demands[level].threshold(disadvantaged)
    if line.measure is Measure.YES_NO:
        return "đạt"
    if line.measure is Measure.COUNT:
        return "; ".join("{}/100".format(plain(percent)) for percent in thresholds)
    return plain(thresholds[0]) if line.measure is Measure.GRADE else DIGITAL_WORDS[int(thresholds[0])]


def record_of(form_id, case):
    """The whole record of a case."""
    form = form_for(form_id, case)
    proved = the_lines(form, case["record"]).counted()
    bare = case.get("no_evidence", [])
    values = {
        "schema": 1,
        "form": form_id,
        "year": 2023,
        **case["record"],
        "typed": {**started(form, case), **case.get("typed", {})},
        "evidence": {line.id: ["Quyết định số 01"] for line in proved if line.id not in bare},
    }
    return record_from(values, "case")


@pytest.mark.parametrize(("form_id", "case"), CASES, ids=["{}: {}".format(form, case["name"]) for form, case in CASES])
def test_a_case_comes_out_as_the_law_says(form_id, case):
    result, expected = assess(form_for(form_id, case), record_of(form_id, case)), case["expect"]
    found = {
        "rating_id": result.rating.id if result.rating else "",
        "complete": result.complete,
        "applicable": len(result.criteria()),
        "total": None if result.total is None else plain(result.total),
    }

    assert {key: value for key, value in found.items() if key in expected} == {
        key: value for key, value in expected.items() if key in found
    }
    words = {name: result.results[name].word for name in expected.get("result", {})}
    assert words == expected.get("result", {})
    codes = {finding.code.value for finding in result.findings}
    assert set(expected.get("codes", [])) <= codes
    assert "codes" in expected or codes == set()
    assert all(sentence(finding) for finding in result.findings)
    assert explanation(result) or not result.results


@pytest.mark.parametrize("form_id", FILES)
def test_every_form_has_enough_cases_each_with_its_article(form_id):
    cases = FILES[form_id]["case"]

    assert len(cases) >= LEAST_CASES
    assert all(case["article"].startswith("Điều") for case in cases)
    assert len({case["name"] for case in cases}) == len(cases)
