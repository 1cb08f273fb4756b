"""Points as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanthu.score import difference, format_score, parse_score, plain, total


@pytest.mark.parametrize("typed", ["8,5", "8.5", " 8,50 ", "08.5"])
def test_comma_dot_blanks_and_idle_zeros_do_not_matter(typed):
    assert format_score(parse_score(typed)) == "8,5"


@pytest.mark.parametrize("typed", ["", "8,", ",5", "1.234,5", "1 000", "8,5đ", "٣", "NaN", "Infinity", "1" * 41])
def test_what_is_not_a_plain_number_is_none(typed):
    assert parse_score(typed) is None


@given(st.decimals(0, 100, places=6))
def test_a_written_score_reads_back_the_same(score):
    assert parse_score(format_score(score)) == parse_score(plain(score)) == score


def test_sums_stay_exact_where_the_usual_context_would_round():
    tiny = Decimal("0." + "0" * 36 + "1")

    assert difference(total([Decimal(100), tiny]), Decimal(100)) == tiny
    assert plain(total([Decimal(100), tiny])) == "100." + "0" * 36 + "1"
