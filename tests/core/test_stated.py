"""Printed sums and ratings against what the rows give."""

from __future__ import annotations

import pytest
from core.factories import EXAMPLE, a_record, the_form, the_library, with_marks
from core.test_levels import a_school, assessed

from vanthu.assess import assess
from vanthu.explain import explanation
from vanthu.finding import FindingCode
from vanthu.messages import sentence
from vanthu.record import Record
from vanthu.record_file import load
from vanthu.score import plain


def stated(marks, **values):
    result = assess(the_form(), a_record(marks, stated=tuple(values.items())))
    return [(finding.code, sentence(finding)) for finding in result.findings]


def test_the_published_report_of_kon_ray_adds_up_to_93_not_98():
    result = assess(the_form(), load(EXAMPLE))

    assert (plain(result.total), result.rating.label) == ("93", "Tốt")
    assert [plain(group.score) for group in result.children("")] == ["30", "30", "33"]
    assert [sentence(finding) for finding in result.findings] == [
        "Mục 3: tổng các mục con là 25 + 5 + 3 = 33, nhưng văn bản ghi 38 (lệch 5). "
        "Hãy sửa số ghi thành 33; nếu 38 là đúng thì mục 3.b phải là 10.",
        "Tổng điểm tính lại: 30 + 30 + 33 = 93, nhưng văn bản ghi 98 (lệch 5). Xếp loại vẫn là Tốt. "
        "Hãy sửa số ghi thành 93; nếu 98 là đúng thì mục 3.b phải là 10.",
    ]
    assert "Nhóm 3: 25 + 5 + 3 = 33" in explanation(result)


def test_a_stated_total_in_another_band_says_which_rating_is_right():
    [(code, words)] = stated(with_marks(a3="9"), total="85,5")

    assert code is FindingCode.TOTAL_DIFFERS
    assert "Xếp loại là Khá." in words
    assert "mục 3.a phải là 10,5" in words


def test_a_stated_sum_that_no_single_line_explains_names_no_repair():
    [(_, words)] = stated(with_marks(), total="99", rating="Tốt")

    assert "nếu" not in words


def test_a_stated_line_without_parts_is_compared_with_its_score():
    [(code, words)] = stated(with_marks(b3="5"), **{"3.b": "6"})

    assert code is FindingCode.GROUP_SUM_DIFFERS
    assert "là 5, nhưng văn bản ghi 6" in words


@pytest.mark.parametrize("rating", ["Tốt", "tốt", "To\u0302\u0301t", "Loại tốt", "Xếp loại: Loại Tốt.", "Đạt loại Tốt"])
def test_a_right_rating_needs_no_word(rating):
    assert stated(with_marks(), rating=rating, total="100", **{"1": "30"}) == []


@pytest.mark.parametrize("rating", ["Khá", "Loại khá", "Tốt hơn", "đạt", "Loại"])
def test_another_rating_is_found_in_any_wording(rating):
    assert [code for code, _ in stated(with_marks(), rating=rating)] == [FindingCode.RATING_DIFFERS]


def test_the_level_of_a_unit_may_be_stated_in_the_words_of_the_law():
    assert assessed(stated={"rating": "Đạt mức độ 2"}).findings == ()
    [finding] = assessed(stated={"rating": "Đạt mức độ 1"}).findings
    assert finding.code is FindingCode.RATING_DIFFERS


def test_a_line_without_parts_is_not_called_a_sum():
    [(_, words)] = stated(with_marks(), **{"1.a": "9"})

    assert words.startswith("Mục 1.a: điểm của mục này là 10, nhưng văn bản ghi 9 (lệch 1).")


def test_a_wrong_rating_is_reported():
    [(code, words)] = stated(with_marks(), rating="Khá")

    assert code is FindingCode.RATING_DIFFERS
    assert "là Tốt, nhưng văn bản ghi Khá" in words


@pytest.mark.parametrize(("name", "value"), [("total", "chín mươi"), ("9", "3")])
def test_what_cannot_be_compared_is_said(name, value):
    assert [code for code, _ in stated(with_marks(), **{name: value})] == [FindingCode.STATED_UNREADABLE]


@pytest.mark.parametrize(("name", "value"), [("1.1", "đạt"), ("1.1", "2"), ("1", "3"), ("total", "98"), ("x", "1")])
def test_a_form_without_points_compares_its_result_alone_and_says_so(name, value):
    form = the_library().form("dvht-2023")
    [finding] = assess(form, a_school(stated={name: value, "rating": "mức độ 2"})).findings

    assert (finding.code, finding.place) == (FindingCode.STATED_UNREADABLE, name)
    assert "bộ tiêu chí này không có điểm, chỉ có kết quả (rating)" in sentence(finding)


@pytest.mark.parametrize("name", ["rating", "1.1.1"])
def test_a_list_states_nothing_that_could_be_compared(name):
    record = Record("huyen-hoc-tap-2021", 2022, stated=((name, "5"),))
    [_, finding] = assess(the_library().form(record.form), record).findings

    assert (finding.code, finding.place) == (FindingCode.STATED_UNREADABLE, name)
    assert "không có điểm, không có kết quả" in sentence(finding)


def test_points_say_what_may_stand_there():
    [(_, words)] = stated(with_marks(), total="chín mươi")

    assert words.endswith("phải là mã mục, total hoặc rating, và điểm phải là số. Hãy sửa hoặc bỏ mục này.")


def test_nothing_is_compared_while_the_record_is_incomplete_or_blank():
    found = {code for code, _ in stated({"1.a": "10"}, total="98", rating="Tốt", **{"1": "30", "2": ""})}

    assert found == {FindingCode.MISSING_SCORE}


def test_a_stated_total_above_every_band_keeps_the_computed_rating():
    [(_, words)] = stated(with_marks(), total="120")

    assert "Xếp loại vẫn là Tốt." in words
