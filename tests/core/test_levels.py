"""Forms of levels: what people type, what it means, and what is still missing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from core.factories import the_library

from vanthu.answer import Answer, Count, parse_answer
from vanthu.assess import assess
from vanthu.assessment import Status
from vanthu.compose import compose
from vanthu.demand import Demand, Measure
from vanthu.explain import distance, explanation
from vanthu.finding import FindingCode, Severity
from vanthu.form import Criterion
from vanthu.items import level_words
from vanthu.messages import sentence
from vanthu.record import with_evidence
from vanthu.record_file import record_from
from vanthu.report import assessment_json
from vanthu.scoresheet import score_rows, summary

FORM = the_library().form("dvht-2023")
SCHOOL = {
    **{"1.{}".format(number): "đạt" for number in range(1, 6)},
    **{"2.{}".format(number): "19/20" for number in range(1, 6)},
    "3.1": "19/20",
    "3.2": "đạt",
    "3.3": "đạt",
    "3.4": "tốt",
}


def a_school(typed=SCHOOL, **keys):
    values = {"schema": 1, "form": "dvht-2023", "year": 2024, "unit_type": "tieu-hoc", "typed": typed}
    values["evidence"] = {name: ["Kế hoạch số 12"] for name in SCHOOL}
    return record_from({**values, **keys}, "r")


def assessed(typed=SCHOOL, **keys):
    return assess(FORM, a_school(typed, **keys))


def test_the_school_of_the_real_plan_has_fourteen_indicators():
    result = assessed()

    assert len(result.criteria()) == 14
    assert (result.rating.id, result.complete, result.total, result.next) == ("muc-do-2", True, None, None)
    assert {group.status for group in result.children("")} == {Status.MET}


@pytest.mark.parametrize(
    ("measure", "typed", "answer"),
    [
        (Measure.YES_NO, "Đạt", Answer(yes=True)),
        (Measure.YES_NO, "không đạt.", Answer()),
        (Measure.YES_NO, "Không áp dụng: đơn vị mới lập", Answer(not_applicable=True, reason="đơn vị mới lập")),
        (Measure.COUNT, " 19 / 20 ", Answer(counts=(Count(19, 20),))),
        (Measure.GRADE, "đạt chuẩn mức độ 2", Answer(grade=2)),
        (Measure.GRADE, "3", Answer(grade=3)),
        (Measure.DIGITAL, "Đáp ứng cơ bản", Answer(grade=1)),
        (Measure.DIGITAL, "mức đáp ứng tốt", Answer(grade=2)),
        (Measure.DIGITAL, "chưa đáp ứng", Answer(grade=0)),
    ],
)
def test_answers_are_read_as_people_write_them(measure, typed, answer):
    counts = ("thành viên",) if measure is Measure.COUNT else ()
    demand = Demand("muc-do-2", "", "", at_least=(Decimal(3),))
    line = Criterion("2.1", "1", "", "", measure=measure, counts=counts, demands=(demand,))

    assert parse_answer(line, typed) == answer


@pytest.mark.parametrize(
    ("criterion", "typed", "code"),
    [
        ("1.1", "tạm được", FindingCode.NOT_AN_ANSWER),
        ("2.1", "95%", FindingCode.NOT_A_COUNT),
        ("2.1", "19/20; 3/4", FindingCode.NOT_A_COUNT),
        ("2.1", "0/0", FindingCode.COUNT_OF_ZERO),
        ("2.1", "21/20", FindingCode.COUNT_ABOVE_TOTAL),
        ("3.4", "đạt", FindingCode.NOT_A_DIGITAL_LEVEL),
        ("4.9", "đạt", FindingCode.UNKNOWN_CRITERION),
        ("3.5", "đạt", FindingCode.NOT_FOR_THIS_UNIT),
        ("2", "đạt", FindingCode.COMPUTED_ROW_TYPED),
    ],
)
def test_what_cannot_be_used_is_a_finding_with_a_sentence(criterion, typed, code):
    result = assessed({**SCHOOL, criterion: typed})

    assert [(finding.code, finding.typed) for finding in result.findings] == [(code, typed)]
    assert sentence(result.findings[0]).endswith(".")
    usable = code in (FindingCode.UNKNOWN_CRITERION, FindingCode.NOT_FOR_THIS_UNIT, FindingCode.COMPUTED_ROW_TYPED)
    assert (result.complete, result.rating is not None) == (usable, usable)


def test_a_grade_that_is_none_is_a_finding():
    form = the_library().form("cdht-2023")
    values = {"schema": 1, "form": "cdht-2023", "year": 2024, "unit_type": "xa", "typed": {"4.2": "khá"}}

    codes = [finding.code for finding in assess(form, record_from(values, "r")).findings]

    assert FindingCode.NOT_A_GRADE in codes


@pytest.mark.parametrize(
    ("criterion", "typed", "words"),
    [
        ("4.2", "mức độ 4", "Hãy nhập mức độ 1, 2, 3 hoặc không đạt."),
        ("4.4", "3", "Hãy nhập mức độ 1, 2 hoặc không đạt."),
        ("5.2", "60%", "Hãy nhập dạng 19/20; 19/20 (số công dân được đào tạo/tổng số công dân trong xã; "),
        ("5.2", "600/1000; 90/600", "nhưng cả hai đều là tổng số công dân trong xã."),
        ("5.2", "600/1000; 700/1000", "(số công dân được đào tạo/tổng số công dân trong xã; số công dân có trình độ"),
    ],
)
def test_grades_end_where_the_law_ends_and_two_counts_of_the_same_people_agree(criterion, typed, words):
    form = the_library().form("cdht-2023")
    values = {"schema": 1, "form": form.id, "year": 2024, "unit_type": "xa", "typed": {criterion: typed}}

    result = assess(form, record_from(values, "r"))

    [finding] = [finding for finding in result.findings if finding.place == criterion]
    assert words in sentence(finding)
    assert result.results[criterion].status is Status.UNUSABLE


def test_two_counts_of_the_same_people_may_be_alike():
    form = the_library().form("cdht-2023")
    values = {"schema": 1, "form": form.id, "year": 2024, "unit_type": "xa", "typed": {"5.2": "600/1000; 600/1000"}}

    assert assess(form, record_from(values, "r")).results["5.2"].word == "level_2"


def test_a_level_that_asks_nothing_of_this_unit_is_not_shown_as_reached():
    result = a_company()

    assert (result.rating.id, result.results["3.3"].word) == ("muc-do-2", "level_2")
    assert level_words(result.results["3.3"], result) == "Mức độ 2 không yêu cầu"
    words = "\n".join(explanation(result))
    assert "Chỉ tiêu 3.3: mức độ 2 không yêu cầu, chưa đạt mức độ 1" in words
    assert "Tiêu chí 3: mức độ 2 (các chỉ tiêu 3.1, 3.2 cùng đạt), nhưng chưa đạt mức độ 1 (3.3)" in words


def a_company(evidence=True, **typed):
    """An enterprise, of which level 2 does not ask 3.3."""
    answers = {name: answer for name, answer in SCHOOL.items() if name not in ("1.3", "2.4", "3.4")}
    proofs = {name: ["Kế hoạch số 12"] for name in (*answers, "3.3") if evidence or name != "3.3"}
    company = {"unit_type": "doanh-nghiep", "ownership": "tu-thuc", "evidence": proofs}
    return assess(FORM, a_school({**answers, "3.3": "không đạt", **typed}, **company))


def test_what_is_not_asked_needs_no_evidence():
    not_met = a_company(evidence=False)
    assert (not_met.rating.id, not_met.findings, not_met.results["3.3"].status) == ("muc-do-2", (), Status.MET)

    met = a_company(evidence=False, **{"3.3": "đạt"})
    assert (met.rating.id, met.results["3.3"].met) == ("muc-do-2", frozenset({2}))
    [finding] = met.findings
    assert (finding.code, finding.place) == (FindingCode.MISSING_EVIDENCE, "3.3")
    assert "nên chưa được tính là đạt." in sentence(finding)


def test_a_tieu_chi_that_meets_level_2_and_not_level_1_says_so_where_the_unit_meets_none():
    result = a_company(**{"2.1": "18/20"})

    assert result.rating.id == "khong-dat"
    lines = explanation(result)
    assert "Tiêu chí 3: mức độ 2 (các chỉ tiêu 3.1, 3.2 cùng đạt), nhưng chưa đạt mức độ 1 (3.3)" in lines
    assert lines[-1] == "còn 1 chỉ tiêu để đạt mức độ 1: 3.3"


def test_an_indicator_typed_twice_counts_for_nothing():
    result = assessed({**SCHOOL, "2.1 ": "18/20"})

    assert [finding.code for finding in result.findings] == [FindingCode.DUPLICATE_CRITERION]
    assert (result.results["2.1"].status, result.missing()) == (Status.UNUSABLE, ("2.1",))


def test_without_evidence_an_indicator_is_not_met_unless_the_clerk_switches_that_off():
    strict = assessed(evidence={})
    lenient = assessed(evidence={}, require_evidence=False)

    assert {finding.code for finding in strict.findings} == {FindingCode.MISSING_EVIDENCE}
    assert (strict.rating.id, strict.results["1.1"].status) == ("khong-dat", Status.NO_EVIDENCE)
    assert (lenient.rating.id, lenient.findings) == ("muc-do-2", ())


def test_not_applicable_wants_a_reason_and_neither_helps_nor_hinders():
    bare = assessed({**SCHOOL, "2.4": "không áp dụng"}, evidence={})
    reasoned = assessed({**SCHOOL, "2.4": "không áp dụng: không có vị trí việc làm yêu cầu"})

    assert FindingCode.REASON_MISSING in [finding.code for finding in bare.findings]
    [finding] = reasoned.findings
    assert (finding.code, finding.severity) == (FindingCode.NOT_APPLICABLE_UNSAID, Severity.INFO)
    assert "Mục 2.4 ghi không áp dụng" in sentence(finding)
    pointless = assessed({**SCHOOL, "2.4": "không áp dụng:."}, evidence={})
    assert FindingCode.REASON_MISSING in [finding.code for finding in pointless.findings]
    assert (reasoned.results["2.4"].word, reasoned.rating.id) == ("not_applicable", "muc-do-2")


def test_a_tieu_chi_without_applicable_indicators_does_not_apply():
    typed = {name: "không áp dụng: x" if name.startswith("2") else text for name, text in SCHOOL.items()}
    result = assessed(typed)

    assert (result.results["2"].status, result.results["2"].word) == (Status.NOT_APPLICABLE, "not_applicable")
    assert result.rating.id == "muc-do-2"


def test_nothing_but_not_applicable_gives_no_rating():
    result = assessed(dict.fromkeys(SCHOOL, "không áp dụng: x"))

    assert (result.complete, result.rating) == (False, None)
    assert [finding.code for finding in result.findings] == [FindingCode.NOTHING_APPLIES]
    assert explanation(result)[-1] == "Tiêu chí 3: không áp dụng"


def test_a_unit_of_unknown_type_gets_a_question_and_no_result():
    result = assess(FORM, a_school(unit_type="xa"))

    [finding] = result.findings
    assert (finding.code, finding.place) == (FindingCode.UNIT_TYPE_MISSING, "unit_type")
    assert sentence(finding).startswith("Chưa biết loại đơn vị (đang ghi “xa”) nên chưa biết")
    assert "tieu-hoc (Trường tiểu học)" in sentence(finding)
    assert sentence(assess(FORM, a_school(unit_type="")).findings[0]).startswith("Chưa biết loại đơn vị nên")
    assert (result.rating, explanation(result), distance(result)) == (None, (), "")


def test_a_scope_that_units_of_this_type_do_not_have_is_named_with_those_they_have():
    [finding] = assess(FORM, a_school(unit_type="co-quan", scope="cap-thon")).findings

    assert (finding.code, finding.place, finding.severity) == (FindingCode.NO_SUCH_SCOPE, "scope", Severity.ERROR)
    assert sentence(finding) == (
        "Phạm vi (scope) “cap-thon” không có cho loại đơn vị này. "
        "Hãy ghi một trong: cap-huyen (Cấp huyện), cap-tinh (Cấp tỉnh); hoặc để trống."
    )
    assert "cap-huyen (Cấp huyện); hoặc" in sentence(assess(FORM, a_school(scope="cap-tinh")).findings[0])


def test_an_organ_of_the_province_says_so_itself():
    typed = {"1.1": "đạt"}

    assert assess(FORM, a_school(typed, unit_type="co-quan")).scope.id == "cap-huyen"
    assert assess(FORM, a_school(typed, unit_type="co-quan", scope="cap-tinh")).scope.id == "cap-tinh"


def test_the_distance_names_indicators_and_how_many_more_members():
    result = assessed({**SCHOOL, "2.1": "17/20", "2.4": "10/20", "3.4": "cơ bản", "1.1": "không đạt"})

    assert result.rating.id == "khong-dat"
    assert distance(result) == "còn 2 chỉ tiêu để đạt mức độ 1: 1.1, 2.1 (thêm 1 thành viên)"
    upper = assessed({**SCHOOL, "2.1": "18/20", "2.4": "10/20", "3.4": "cơ bản"})
    assert distance(upper) == ("còn 3 chỉ tiêu để đạt mức độ 2: 2.1 (thêm 1 thành viên), 2.4 (thêm 4 thành viên), 3.4")


def test_the_explanation_follows_each_indicator_to_its_article():
    lines = explanation(assessed({**SCHOOL, "2.1": "17/19", "2.5": "không áp dụng: x"}))

    assert "Chỉ tiêu 2.1: 17/19 = 89,47%, không đạt (Điều 6 khoản 2 điểm a)" in lines
    assert "Chỉ tiêu 2.2: 19/20 = 95%, mức độ 2 (Điều 7 khoản 2 điểm b)" in lines
    assert "Chỉ tiêu 2.5: không áp dụng" in lines
    assert "Tiêu chí 1: mức độ 2 (các chỉ tiêu 1.1, 1.2, 1.3, 1.4, 1.5 cùng đạt)" in lines
    assert "Tiêu chí 2: không đạt (các chỉ tiêu 2.1, 2.2, 2.3, 2.4 không cùng đạt mức nào)" in lines
    assert lines[-2] == "Kết quả không đạt: các tiêu chí 1, 2, 3 không cùng đạt mức nào"
    assert lines[-1].startswith("còn 1 chỉ tiêu để đạt mức độ 1")


def test_an_incomplete_record_is_explained_as_far_as_it_goes():
    lines = explanation(assessed({"1.1": "đạt"}))

    assert lines[0].startswith("Chỉ tiêu 1.1: mức độ 2 (Điều 7 khoản 1")
    assert lines[-1].startswith("Chưa có kết quả: còn 13 chỉ tiêu chưa đánh giá được (1.2, ")
    assert distance(assessed({"1.1": "đạt"})) == ""
    assert distance(assessed()) == "đã đạt mức độ cao nhất"


def test_missing_evidence_is_named_in_the_explanation():
    evidence = {name: ["x"] for name in SCHOOL if name != "1.1"}

    assert "không đạt vì chưa có minh chứng" in explanation(assessed(evidence=evidence))[0]


def test_the_json_of_a_level_form_has_words_and_no_total():
    result = assessment_json(assessed({**SCHOOL, "2.1": "18/20", "3.4": "không áp dụng: x"}))

    assert (result["total"], result["maximum"], result["rating"], result["rating_id"]) == (
        None,
        None,
        "Mức độ 1",
        "muc-do-1",
    )
    assert result["criteria"]["2.1"] == {"typed": "18/20", "result": "level_1", "status": "met"}
    assert result["criteria"]["3.4"]["result"] == "not_applicable"
    assert result["groups"]["2"] == {"result": "level_1"}
    assert result["next"] == {"rating_id": "muc-do-2", "missing": "2.1"}
    assert assessment_json(assessed({}))["criteria"]["2.1"] == {
        "typed": "",
        "result": "missing",
        "status": "missing",
    }


def test_the_sheet_shows_levels_where_it_shows_points_elsewhere():
    rows = {
        row.id: row for row in score_rows(assessed({**SCHOOL, "2.1": "18/20"}), a_school({**SCHOOL, "2.1": "18/20"}))
    }

    assert (rows["2"].score, rows["2.1"].score, rows["2"].editable, rows["2.1"].editable) == (
        "Mức độ 1",
        "18/20",
        False,
        True,
    )
    result = summary(assessed({**SCHOOL, "2.1": "18/20"}))
    assert (result.total, result.maximum, result.rating) == ("", "", "Mức độ 1")
    assert result.progress == "Đã chấm 14/14 mục"


def test_slots_of_a_level_form_have_a_rating_and_no_total():
    library = the_library()
    slots = compose(library.kinds[0], a_school(), assessed(), library.paper)

    assert (slots["xep_loai"].text, slots["tong_diem"].text, slots["diem_toi_da"].text) == ("Mức độ 2", "…", "…")


def test_a_list_is_never_judged():
    form = the_library().form("huyen-hoc-tap-2021")
    result = assess(form, record_from({"schema": 1, "form": form.id, "year": 2022}, "r"))

    assert [finding.code for finding in result.findings] == [FindingCode.NOTHING_TO_SCORE]
    assert (result.rating, explanation(result), distance(result), result.complete) == (None, (), "", False)


def assigned(**organs):
    form = the_library().form("huyen-hoc-tap-2021")
    values = {
        "schema": 1,
        "form": form.id,
        "year": 2022,
        "assigned": {name.replace("_", "."): [organ] for name, organ in organs.items()},
    }
    return form, assess(form, record_from(values, "r"))


def test_a_list_is_complete_once_every_leaf_has_an_organ():
    form = the_library().form("huyen-hoc-tap-2021")
    names = {"x" + leaf.id.replace(".", "_"): "Phòng Nội vụ" for leaf in form.leaves()}

    _, result = assigned(**{name[1:]: organ for name, organ in names.items()})

    assert result.complete
    assert {line.status for line in result.results.values()} == {Status.MET}
    assert result.results["1.1.1"].typed == "Phòng Nội vụ"


def test_what_nobody_has_and_what_does_not_exist_is_told():
    form, result = assigned(**{"1.1.1": "Phòng Tài chính - Kế hoạch", "9.9.9": "Phòng Y tế", "2.2.1": " "})

    codes = [(finding.code, finding.place) for finding in result.findings]
    assert (FindingCode.UNKNOWN_CRITERION, "9.9.9") in codes
    assert [place for code, place in codes if code is FindingCode.UNASSIGNED] == [
        leaf.id for leaf in form.leaves() if leaf.id != "1.1.1"
    ]
    assert (result.results["1.1"].complete, result.results["2"].complete) == (True, False)


def test_fifteen_criteria_are_assigned_like_any_others():
    form = the_library().form("cdht-2014")
    organs = {str(number): ["Văn phòng UBND"] for number in range(1, 15)}
    result = assess(form, record_from({"schema": 1, "form": form.id, "year": 2023, "assigned": organs}, "r"))

    assert [finding.place for finding in result.findings if finding.code is FindingCode.UNASSIGNED] == ["15"]


def test_the_points_of_an_unknown_annex_are_asked_for_once():
    form = the_library().form("cdht-2014")
    typed = {str(number): "5" for number in range(1, 16)}
    result = assess(form, record_from({"schema": 1, "form": form.id, "year": 2023, "typed": typed}, "r"))

    assert [finding.code for finding in result.findings] == [FindingCode.MAXIMA_UNKNOWN]
    assert (result.rating, result.results["1"].typed) == (None, "5")
    assert explanation(result)[-1].startswith("Chưa xếp loại")


def test_the_sheet_says_what_to_type_and_what_a_count_comes_to():
    typed = {**SCHOOL, "2.1": "18/20", "2.2": "", "2.3": "x/y", "1.5": "không áp dụng: đơn vị mới lập"}
    rows = {row.id: row for row in score_rows(assessed(typed), a_school(typed))}

    assert rows["2.1"].prompt == "~Kết quả (90%, cần 90%–95%):"
    assert rows["2.2"].prompt == rows["2.3"].prompt == "~Kết quả (như 19/20, cần 90%–95%):"
    assert rows["1.1"].prompt == "~Kết quả (đạt, không đạt):"
    assert rows["3.4"].prompt == "~Kết quả (cơ bản, tốt):"
    assert rows["2"].prompt == "~Kết quả (tự tính):"
    assert (rows["2.1"].reached, rows["1.5"].reached, rows["2.2"].reached) == ("mức 1", "–", "")
    assert (rows["1.1"].answers, rows["2"].answers) == (("đạt", "không đạt", "không áp dụng: "), ())
    assert rows["2.1"].answers == ("không đạt", "không áp dụng: ")
    assert rows["3.4"].answers == ("tốt", "cơ bản", "không đạt", "không áp dụng: ")


def test_the_list_shows_an_answer_in_short_and_what_it_reaches():
    typed = {**SCHOOL, "1.1": "không đạt", "1.5": "không áp dụng: đơn vị mới lập", "2.1": "1888/2000", "2.2": "5/20"}
    rows = {row.id: (row.brief, row.reached) for row in score_rows(assessed(typed), a_school(typed))}

    assert (rows["1.1"], rows["1.5"], rows["1"]) == (("không đạt", ""), ("", "–"), ("", "không"))
    assert (rows["2.1"], rows["2.2"]) == (("1888/2000", "mức 1"), ("5/20", "không"))
    typed["2.1"] = "19888/20000"
    assert next(row.brief for row in score_rows(assessed(typed), a_school(typed)) if row.id == "2.1") == "19888/20…"


def test_before_the_unit_has_a_type_the_sheet_asks_for_it():
    blank = assessed(SCHOOL, unit_type="")
    wrong = assessed(SCHOOL, unit_type="tinh")

    assert (
        summary(blank).first
        == summary(wrong).first
        == "Hãy chọn “Loại đơn vị” ở Hồ sơ; các chỉ tiêu của loại đó sẽ hiện ra."
    )
    assert (summary(blank).findings, len(summary(wrong).findings)) == ((), 1)
    assert summary(assessed(SCHOOL)).first == ""


def test_the_sheet_shows_the_evidence_of_a_line():
    record = with_evidence(a_school(SCHOOL, evidence={}), "1.1", ("Kế hoạch số 5", " "))
    row = next(row for row in score_rows(assess(FORM, record), record) if row.id == "1.1")

    assert (row.evidence, row.asks_evidence, row.reached) == ("Kế hoạch số 5", True, "mức 2")
    assert with_evidence(record, "1.1", ()).evidence == {}
    unmet = with_evidence(record, "1.1", ("",))
    assert next(row for row in score_rows(assess(FORM, unmet), unmet) if row.id == "1.1").reached == "không"
