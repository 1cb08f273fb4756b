"""Lines that a committee can follow."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from core.factories import a_record, the_form, the_library, with_marks

from vanthu.assess import assess
from vanthu.explain import distance, explanation
from vanthu.record import Record


def explained(marks):
    return explanation(assess(the_form(), a_record(marks)))


def test_a_complete_record_is_explained_to_the_rating_and_its_article():
    assert explained(with_marks(a3="8,5", b3="5")) == (
        "Nhóm 1: 10 + 10 + 10 = 30",
        "Nhóm 2: 10 + 5 + 10 + 5 = 30",
        "Nhóm 3: 8,5 + 5 + 5 = 18,5",
        "Tổng điểm: 30 + 30 + 18,5 = 78,5",
        "Xếp loại Khá: tổng điểm 78,5 nằm trong khoảng từ 70 đến dưới 85 "
        "(Điều 6 khoản 3 điểm b Thông tư số 22/2020/TT-BGDĐT)",
        "còn thiếu 6,5 điểm để đạt loại Tốt",
    )


def test_the_highest_rating_has_no_distance_line():
    assert explained(with_marks())[-1].startswith("Xếp loại Tốt: tổng điểm 100 nằm trong khoảng từ 85 đến 100")


def test_an_incomplete_record_names_what_is_missing():
    lines = explained({"1.a": "10", "1.b": "10"})

    assert lines[0] == "Nhóm 1: 10 + 10 = 20"
    assert lines[-1] == "Chưa xếp loại: còn 8 mục chưa có điểm dùng được (1.c, 2.a, 2.b, 2.c, 2.d, 3.a, 3.b, 3.c)"


def test_the_distance_is_a_sentence_of_its_own():
    form = the_form()

    assert distance(assess(form, a_record(with_marks()))) == "đã đạt loại cao nhất"
    assert distance(assess(form, a_record({}))) == ""


def test_a_criterion_without_any_point_is_named_where_it_blocks():
    form = replace(the_form(), zero_blocks=True)
    result = assess(form, a_record(with_marks(a1="0", c3="0")))

    assert (result.rating.label, result.next.rating.label) == ("Chưa đạt", "Tốt")
    assert explanation(result)[-2:] == (
        "Xếp loại Chưa đạt: tổng điểm 85, nhưng mục 1.a, 3.c bị điểm 0 "
        "(Điều 6 khoản 3 điểm d Thông tư số 22/2020/TT-BGDĐT)",
        "mục 1.a, 3.c phải có điểm thì mới được xếp loại Tốt",
    )


def test_a_criterion_without_any_point_blocks_nothing_where_the_total_is_too_low_anyway():
    form = replace(the_form(), zero_blocks=True)
    result = assess(form, a_record({**dict.fromkeys(with_marks(), "1"), "1.a": "0"}))

    assert explanation(result)[-2].startswith("Xếp loại Chưa đạt: tổng điểm 9 nằm trong khoảng từ 0 đến dưới 50")
    assert distance(result) == "còn thiếu 41 điểm để đạt loại Trung bình, và mục 1.a phải có điểm"


@pytest.mark.parametrize(
    ("scores", "reached", "missing", "words"),
    [
        (["0"] * 3 + ["4"] * 12, "Trung bình", "3", "còn thiếu 3 điểm để đạt loại Trung bình, và mục 1, 2, 3 phải có"),
        (["0"] * 8 + ["7"] * 3 + ["6"] * 4, "Trung bình", "8", "còn thiếu 8 điểm để đạt loại Trung bình, và mục 1, 2,"),
        (["0"] + ["6"] * 14, "Tốt", "1", "mục 1 phải có điểm thì mới được xếp loại Tốt"),
        (["0", "0"] + ["6"] * 12 + ["7"], "Khá", "2", "mục 1, 2 phải có điểm thì mới được xếp loại Khá"),
    ],
)
def test_where_only_whole_points_are_given_each_criterion_without_any_takes_one(scores, reached, missing, words):
    form = a_community_form()
    record = a_community(form, scores)
    result = assess(form, record)

    assert (result.rating.label, result.next.rating.label, str(result.next.missing)) == ("Chưa đạt", reached, missing)
    assert distance(result).startswith(words)
    better = assess(form, a_community(form, with_points(scores, int(missing))))
    assert (better.rating.label, better.zeros()) == (reached, ())


def with_points(scores, points):
    """So many points more, one for each criterion without any, the rest on the first."""
    raised = ["1" if score == "0" else score for score in scores]
    return [str(int(raised[0]) + points - scores.count("0")), *raised[1:]]


def a_community_form():
    """Thông tư 44/2014 with points of an organisation of its own: 7 for most criteria."""
    form = the_library().form("cdht-2014")
    return replace(form, criteria=tuple(replace(line, max_score=Decimal(7)) for line in form.criteria), evidence="")


def a_community(form, scores):
    return Record(form.id, 2020, typed=tuple(zip((line.id for line in form.counted()), scores)))


def test_a_score_typed_for_the_whole_is_not_said_to_be_the_sum_of_some_parts():
    form = the_form()
    lines = explanation(assess(form, a_record({**with_marks(), "3.a.1": "3"})))

    assert [line for line in lines if line.startswith("Mục 3.a:")] == []
    parts = {"3.a.{}".format(number): "3" for number in range(1, 8)}
    whole = explanation(assess(form, a_record({**with_marks(), **parts, "3.a.8": "4"})))
    assert "Mục 3.a: 3 + 3 + 3 + 3 + 3 + 3 + 3 + 4 = 25" in whole
