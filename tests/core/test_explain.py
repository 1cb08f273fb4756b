"""Lines that a committee can follow."""

from __future__ import annotations

from dataclasses import replace

from core.factories import a_record, the_form, with_marks

from vanthu.assess import assess
from vanthu.explain import distance, explanation


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
    assert distance(result) == "còn thiếu 41 điểm để đạt loại Trung bình"
