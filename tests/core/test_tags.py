"""Tags that somebody typed into a document."""

from __future__ import annotations

import re

import pytest

from vanthu.tags import PATTERN, asked_for, columns_of, free_place, with_nearest


def asked(text):
    return asked_for(re.findall(PATTERN, text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{tong_diem}} {{  nam  }}", ("tong_diem", "nam")),
        ("{{ tổng điểm }} {{ nam|upper }}", ("tổng điểm", "nam|upper")),
        ("{{ }} {}", ("",)),
        ("{% if a %}{{ nam }}{% endif %}", ("", "nam", "")),
        ("{%p for x in y %}{{ nam }}{%p endfor %}{{ nam }}", ("y", "", "", "nam")),
        ("{%- for x in y -%}{% for z in x %}{{ z }}{% endfor %}{{ x }}{%- endfor %}", ("y", "", "", "", "", "")),
        ("{% endfor %}{{ nam }}", ("", "nam")),
    ],
)
def test_what_the_tags_of_a_text_ask_for(text, names):
    assert asked(text) == names


def test_a_place_gets_the_first_number_that_is_free():
    assert free_place("nam", []) == "nam"
    assert free_place("nam", ["nam", "nam__2", "nam__4"]) == "nam__3"


def test_a_name_with_marks_is_told_as_it_is_spelled_here():
    assert with_nearest(["Đơn Vị"], ["don_vi", "don_vi_2"]) == ("Đơn Vị (gần giống: don_vi)",)


def test_a_name_with_a_slip_is_told_the_nearest_ones():
    [told] = with_nearest(["tong_diemm"], ["tong_diem", "bang_diem", "nam"])

    assert told == "tong_diemm (gần giống: tong_diem, bang_diem)"


def test_the_fullest_model_row_tells_the_columns():
    rows = [("{{ dong.a }}", ""), ("{{ dong.a }} {{ dong.c }}", "x", "{{ dong.b }}"), ("{%tr else %}", "")]

    assert columns_of(rows) == ("a", "", "b")
    assert columns_of([("x",)]) == columns_of([]) == ()
