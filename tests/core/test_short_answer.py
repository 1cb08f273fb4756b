"""One letter for a whole answer."""

from __future__ import annotations

import pytest

from vanthu.short_answer import answer_of, spelled_out, wants_reason

YES_NO = ("đạt", "không đạt", "không áp dụng: ")
COUNT = ("không đạt", "không áp dụng: ")
DIGITAL = ("tốt", "cơ bản", "không đạt", "không áp dụng: ")


@pytest.mark.parametrize(
    ("letter", "answer"),
    [
        *(("đ", "đạt"), ("Đ", "đạt"), ("d", "đạt"), ("D", "đạt")),
        *(("k", "không đạt"), ("K", "không đạt"), ("a", "không áp dụng: "), ("x", ""), ("", ""), ("t", "")),
    ],
)
def test_a_letter_stands_for_an_answer(letter, answer):
    assert answer_of(letter, YES_NO) == answer


def test_a_letter_never_stands_for_an_answer_that_the_line_does_not_take():
    assert (answer_of("d", COUNT), answer_of("k", COUNT)) == ("", "không đạt")
    assert (answer_of("c", DIGITAL), answer_of("T", DIGITAL)) == ("cơ bản", "tốt")
    assert answer_of("d", ()) == ""


def test_only_a_lone_letter_is_spelled_out():
    assert [spelled_out(typed, YES_NO) for typed in (" k ", "đạ", "kk", "")] == ["không đạt", "đạ", "kk", ""]


def test_an_answer_that_waits_for_its_reason_is_told_from_a_whole_one():
    assert [wants_reason(answer) for answer in YES_NO] == [False, False, True]
