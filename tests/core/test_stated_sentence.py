"""Sentences that state total and class, and the year of a title."""

from __future__ import annotations

import unicodedata

import pytest
from core.factories import the_library

from vanthu.form import Mode
from vanthu.stated_sentence import StatedSentence, stated_sentence
from vanthu.title_year import title_year

LIBRARY = the_library()
FORM = LIBRARY.form("dvht-2020")


STATING = [
    ("- Tổng điểm đạt được: 98 điểm.", "total", "98"),
    ("Tổng số điểm tự chấm: 84,5/100 điểm", "total", "84,5"),
    ("TỔNG ĐIỂM: 98", "total", "98"),
    ("- Xếp loại: Tốt.", "rating", "Tốt"),
    ("Tự đánh giá, xếp loại đơn vị: loại KHÁ", "rating", "KHÁ"),
]


@pytest.mark.parametrize(("line", "name", "text"), STATING)
def test_a_line_that_states_a_result_and_nothing_else_is_found(line, name, text):
    found = stated_sentence(line, FORM)

    assert found == StatedSentence(name, text, line.index(text))


@pytest.mark.parametrize(("line", "name", "text"), STATING)
def test_it_is_found_where_it_stands_when_its_marks_are_letters_of_their_own(line, name, text):
    line, text = (unicodedata.normalize("NFD", one) for one in (line, text))

    found = stated_sentence(line, FORM)

    assert found == StatedSentence(name, text, line.index(text))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "line",
    [
        "Tổng điểm tối đa: 100 điểm",
        "Tổng điểm đạt được: 98 điểm (Chín mươi tám điểm).",
        "Tổng điểm đạt được: …",
        "Xếp loại: Xuất sắc",
        "Xếp loại: Tốt, đề nghị công nhận",
        "2. Kết quả tự đánh giá",
        "",
    ],
)
def test_what_says_more_or_something_else_is_left_alone(line, form):
    assert stated_sentence(unicodedata.normalize(form, line), FORM) is None


def test_a_form_without_classes_has_none_to_state():
    other = next(form for form in LIBRARY.forms if form.mode is Mode.LEVELS)

    assert stated_sentence("Xếp loại: Tốt", other) is None


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["BÁO CÁO", "Đánh giá, xếp loại - Năm 2023", "Thực hiện kế hoạch năm 2022 của huyện;"], 2023),
        (["Kon Rẫy, ngày 05 tháng 01 năm 2024", "BÁO CÁO", "xếp loại năm 2023"], 2023),
        (["Phòng báo cáo kết quả tự đánh giá năm 2023, cụ thể như sau:"], 2023),
        (["Năm 2023", "NĂM 2024"], None),
        (["BÁO CÁO", "Ngày … tháng … năm 2023"], None),
        ([], None),
    ],
)
def test_the_year_is_the_titles_when_there_is_no_doubt(lines, year):
    assert title_year(lines) == year
