"""Date lines and reference numbers after Phụ lục I."""

from __future__ import annotations

from datetime import date

import pytest
from core.factories import the_library

from vanthu.date_vi import PartialDate, date_words, parse_date, reference_number

PADDING = the_library().paper.padding


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2020-01-05", "ngày 05 tháng 01 năm 2020"),
        ("2020-02-09", "ngày 09 tháng 02 năm 2020"),
        ("2020-03-10", "ngày 10 tháng 3 năm 2020"),
        ("2019-06-29", "ngày 29 tháng 6 năm 2019"),
        ("2019-12-31", "ngày 31 tháng 12 năm 2019"),
    ],
)
def test_only_days_below_ten_and_months_one_and_two_get_a_zero(text, words):
    assert date_words(parse_date(text), PADDING) == words


def test_an_open_day_stays_blank_for_the_pen():
    assert date_words(parse_date("2023-12"), PADDING).replace("\u00a0", "") == "ngàytháng 12 năm 2023"
    assert date_words(parse_date(""), PADDING).replace("\u00a0", "") == "ngàythángnăm"


def test_the_last_month_that_may_be_typed_has_a_last_day():
    assert parse_date("9899-12").last_day() == date(9899, 12, 31)


def test_a_month_without_a_day_is_a_partial_date():
    assert parse_date("2023-12") == PartialDate(2023, 12, None)


@pytest.mark.parametrize("text", ["2023", "2023-13", "2023-02-30", "12/2023", "2023-12-5", "0000-01-01", "9900-01"])
def test_a_day_that_no_calendar_has_or_that_is_too_late_is_refused(text):
    with pytest.raises(ValueError):
        parse_date(text)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("9", "Số: 09/BC-X"),
        ("10", "Số: 10/BC-X"),
        ("07", "Số: 07/BC-X"),
        ("12a", "Số: 12a/BC-X"),
        ("000000009", "Số: 09/BC-X"),
        ("0000000009", "Số: 0000000009/BC-X"),
        ("1" * 5000, "Số: {}/BC-X".format("1" * 5000)),
    ],
    ids=lambda text: text[:12],
)
def test_numbers_below_ten_get_a_zero(number, shown):
    assert reference_number(number, "BC-X", PADDING) == shown


def test_a_document_not_yet_numbered_leaves_room():
    assert reference_number("", "BC-X", PADDING).replace("\u00a0", "") == "Số: /BC-X"
