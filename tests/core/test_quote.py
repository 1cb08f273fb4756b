"""What is repeated in a sentence: short, in one line, in the words of the file."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from vanthu.quote import as_written, quoted


def test_a_text_is_cut_only_where_it_is_too_long():
    assert quoted("x" * 60) == "x" * 60
    assert quoted("x" * 61) == "x" * 60 + "…"


def test_a_text_becomes_one_line_without_control_characters():
    assert quoted("Kế hoạch\r\n\tsố\x1b 5 ") == "Kế hoạch số 5"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (False, "false"),
        (None, "null"),
        (0, "0"),
        (-8.5, "-8.5"),
        (date(2023, 1, 1), "2023-01-01"),
        (datetime(2020, 9, 21, 7, 30), "2020-09-21T07:30:00"),
        (time(7, 30), "07:30:00"),
        ("", '""'),
        ("x" * 300_000, '"{}…"'.format("x" * 60)),
        ({"a": "10"}, "một bảng"),
        (["10"], "một danh sách"),
        (10**60 - 1, "9" * 60),
        (10**60, "một số quá dài"),
        (-(10**60), "một số quá dài"),
        (16**5000, "một số quá dài"),
    ],
    ids=lambda value: str(value)[:12] if not isinstance(value, int) else "",
)
def test_a_value_is_told_as_its_author_wrote_it(value, words):
    assert as_written(value) == words
