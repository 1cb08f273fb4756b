"""Evidence that no document would show is told, whatever is wrong with its place."""

from __future__ import annotations

import json

import pytest
from core.factories import FORMS, a_record, the_library
from core.test_levels import SCHOOL, a_school

from vanthu.assess import assess
from vanthu.finding import FindingCode, Severity
from vanthu.messages import sentence
from vanthu.record import Record, with_evidence, with_score
from vanthu.record_file import from_json, load, values_of

PLAN = ("Kế hoạch số 12", "Biên bản họp")
PROVED = {name: [*PLAN] for name in SCHOOL}


def findings(record):
    return [finding for finding in the_library().assess(record).findings if finding.typed]


def test_evidence_of_a_criterion_that_does_not_exist_is_told_like_its_score():
    [finding] = findings(a_record(evidence={"9.z": PLAN}))

    assert (finding.code, finding.place) == (FindingCode.UNKNOWN_CRITERION, "9.z")
    assert sentence(finding) == (
        "Bộ tiêu chí không có mục “9.z” (đã nhập “Kế hoạch số 12; Biên bản họp”). Hãy kiểm tra lại mã mục."
    )


def test_evidence_of_a_group_is_to_be_moved_to_its_criteria():
    [finding] = findings(a_record(evidence={"1.": PLAN, "1.a": PLAN}))

    assert (finding.code, finding.place, finding.severity) == (FindingCode.EVIDENCE_OF_GROUP, "1", Severity.WARNING)
    assert sentence(finding).endswith("Hãy chuyển xuống mục con.")


@pytest.mark.parametrize("name", ["1.a", "1.A)", "3.a", "3.a.1"])
def test_evidence_of_a_criterion_or_of_a_part_is_in_its_place(name):
    assert findings(a_record(evidence={name: PLAN})) == []


def test_a_criterion_without_any_below_it_is_no_group():
    record = Record("cdht-2014", 2023, evidence={"1": PLAN})

    assert FindingCode.EVIDENCE_OF_GROUP not in [finding.code for finding in the_library().assess(record).findings]


def test_blank_lines_are_no_evidence():
    assert findings(a_record(evidence={"9.z": (" ", ""), "1": ()})) == []


def test_evidence_for_other_units_is_told_as_that():
    form = the_library().form("dvht-2023")
    [finding] = assess(form, a_school(evidence={**PROVED, "3.5": [*PLAN]})).findings

    assert (finding.code, finding.place) == (FindingCode.NOT_FOR_THIS_UNIT, "3.5")


@pytest.mark.parametrize(
    ("name", "code"), [("3.5", FindingCode.NOT_FOR_THIS_UNIT), ("9.9", FindingCode.UNKNOWN_CRITERION)]
)
def test_a_line_that_was_answered_in_vain_is_told_once(name, code):
    form = the_library().form("dvht-2023")
    record = a_school({**SCHOOL, name: "đạt"}, evidence={**PROVED, name: [*PLAN]})

    assert [finding.code for finding in assess(form, record).findings] == [code]


@pytest.mark.parametrize("field", ["evidence", "assigned"])
def test_while_nobody_knows_the_unit_no_line_is_called_wrong(field):
    form = the_library().form("dvht-2023")
    record = a_school({}, unit_type="", **{"evidence": {}, field: {"1.1": [*PLAN], "9.z": [*PLAN]}})

    assert [finding.code for finding in assess(form, record).findings] == [FindingCode.UNIT_TYPE_MISSING]


def test_a_list_names_what_is_assigned_and_proved_for_nothing():
    record = Record("huyen-hoc-tap-2021", 2022, evidence={"9.9.9": PLAN, "1": PLAN})

    assert [finding.code for finding in findings(record)] == [
        FindingCode.NOTHING_TO_SCORE,
        FindingCode.UNKNOWN_CRITERION,
        FindingCode.EVIDENCE_OF_GROUP,
    ]


def test_work_assigned_for_other_units_is_told_as_that():
    form = the_library().form("dvht-2023")
    record = a_school(assigned={**PROVED, "3.5": [*PLAN]})

    assert [(one.code, one.place) for one in assess(form, record).findings] == [(FindingCode.NOT_FOR_THIS_UNIT, "3.5")]


@pytest.mark.parametrize("path", sorted(FORMS.glob("examples/*[0-9kht].toml")), ids=lambda path: path.stem)
def test_the_real_documents_have_their_evidence_in_place(path):
    codes = {finding.code for finding in the_library().assess(load(path)).findings}

    assert codes & {FindingCode.EVIDENCE_OF_GROUP, FindingCode.UNKNOWN_CRITERION} == set()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a\x01b", "ab"), ("a\ufffeb", "ab"), ("a\u200bb", "ab"), ("Ba\u0301o ca\u0301o", "Báo cáo"), ("a\tb", "a\tb")],
)
def test_what_is_typed_as_proof_or_score_can_stand_in_a_document_and_comes_back_as_it_is(typed, kept):
    record = with_score(with_evidence(a_record({}), "1.1", (typed, "\u200b")), "1.a", typed)

    assert (record.evidence, record.typed) == ({"1.1": (kept,)}, (("1.a", kept),))
    assert from_json(json.dumps(values_of(record)), "bc.odt") == record
    assert with_score(record, "1.a", "\u200b").typed == ()
