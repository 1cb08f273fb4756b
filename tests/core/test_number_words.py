"""Numbers in words, with the words that a foreign ear gets wrong."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanthu.number_words import number_words, sentence_words

HARD_CASES = [
    ("0", "không"),
    ("1", "một"),
    ("4", "bốn"),
    ("5", "năm"),
    ("10", "mười"),
    ("11", "mười một"),
    ("14", "mười bốn"),
    ("15", "mười lăm"),
    ("20", "hai mươi"),
    ("21", "hai mươi mốt"),
    ("24", "hai mươi bốn"),
    ("25", "hai mươi lăm"),
    ("55", "năm mươi lăm"),
    ("93", "chín mươi ba"),
    ("99", "chín mươi chín"),
    ("100", "một trăm"),
    ("101", "một trăm linh một"),
    ("105", "một trăm linh năm"),
    ("110", "một trăm mười"),
    ("111", "một trăm mười một"),
    ("115", "một trăm mười lăm"),
    ("121", "một trăm hai mươi mốt"),
    ("555", "năm trăm năm mươi lăm"),
    ("1000", "một nghìn"),
    ("1001", "một nghìn không trăm linh một"),
    ("1005", "một nghìn không trăm linh năm"),
    ("1010", "một nghìn không trăm mười"),
    ("1015", "một nghìn không trăm mười lăm"),
    ("1021", "một nghìn không trăm hai mươi mốt"),
    ("1100", "một nghìn một trăm"),
    ("2001", "hai nghìn không trăm linh một"),
    ("2005", "hai nghìn không trăm linh năm"),
    ("2025", "hai nghìn không trăm hai mươi lăm"),
    ("10000", "mười nghìn"),
    ("21000", "hai mươi mốt nghìn"),
    ("105005", "một trăm linh năm nghìn không trăm linh năm"),
    ("1000000", "một triệu"),
    ("1000005", "một triệu không trăm linh năm"),
    ("1005000", "một triệu không trăm linh năm nghìn"),
    ("120000000", "một trăm hai mươi triệu"),
    ("1000000000", "một tỷ"),
    ("1000000001", "một tỷ không trăm linh một"),
    ("1001001001", "một tỷ không trăm linh một triệu không trăm linh một nghìn không trăm linh một"),
    (
        "999999999999",
        "chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu "
        "chín trăm chín mươi chín nghìn chín trăm chín mươi chín",
    ),
]
DECIMALS = [
    ("0.5", "không phẩy năm"),
    ("0.05", "không phẩy không năm"),
    ("3.05", "ba phẩy không năm"),
    ("8.5", "tám phẩy năm"),
    ("8.05", "tám phẩy không năm"),
    ("28.5", "hai mươi tám phẩy năm"),
    ("84.25", "tám mươi bốn phẩy hai mươi lăm"),
    ("84.5", "tám mươi bốn phẩy năm"),
    ("7.11", "bảy phẩy mười một"),
    ("7.21", "bảy phẩy hai mươi mốt"),
    ("7.015", "bảy phẩy không mười lăm"),
    ("7.001", "bảy phẩy không không một"),
    ("7.125", "bảy phẩy một hai năm"),
    ("7.0125", "bảy phẩy không một hai năm"),
    ("7.105", "bảy phẩy một không năm"),
    ("1005.05", "một nghìn không trăm linh năm phẩy không năm"),
]
DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
VALUES = {word: value for value, word in enumerate(DIGITS)}
VALUES.update({"mốt": 1, "lăm": 5})
GROUPS = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3}


def understood(words: str) -> int:
    """What a listener adds up: the way back, with no rule shared with the writer."""
    total = group = digit = 0
    for word in words.split():
        if word in GROUPS:
            total, group, digit = total + (group + digit) * GROUPS[word], 0, 0
        elif word == "trăm":
            group, digit = group + digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        elif word != "linh":
            digit = VALUES[word]
    return total + group + digit


@pytest.mark.parametrize(("number", "words"), HARD_CASES)
def test_whole_numbers_are_read_as_officials_read_them(number, words):
    assert number_words(Decimal(number)) == words


@pytest.mark.parametrize(("number", "words"), DECIMALS)
def test_decimals_keep_the_zeros_in_front_of_them(number, words):
    assert number_words(Decimal(number)) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("8.50", "tám phẩy năm"),
        ("8.00", "tám"),
        ("7.10", "bảy phẩy một"),
        ("100.0", "một trăm"),
        ("1E+2", "một trăm"),
        ("1.5E+3", "một nghìn năm trăm"),
        ("5E-2", "không phẩy không năm"),
        ("-0.0", "không"),
    ],
)
def test_the_way_a_number_was_written_does_not_change_its_words(written, words):
    assert number_words(Decimal(written)) == words


@pytest.mark.parametrize("number", ["-1", "-0.05", "-1000000000000"])
def test_a_negative_number_is_refused(number):
    with pytest.raises(ValueError, match=r"no words for -.*; allowed: 0 up to below 1000000000000\.$"):
        number_words(Decimal(number))


@pytest.mark.parametrize("number", ["1000000000000", "1000000000000.5", "1E+40"])
def test_a_number_beyond_hundreds_of_billions_is_refused(number):
    with pytest.raises(ValueError, match="allowed: 0 up to below 1000000000000"):
        number_words(Decimal(number))


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_is_refused(number):
    with pytest.raises(ValueError, match="no words for"):
        number_words(Decimal(number))


def test_the_precision_of_the_caller_rounds_nothing():
    with localcontext() as context:
        context.prec = 2
        words = number_words(Decimal("1005.05"))

    assert words == "một nghìn không trăm linh năm phẩy không năm"


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_listener_understands_the_same_number(number):
    assert understood(number_words(Decimal(number))) == number


def test_no_two_decimals_sound_the_same():
    heard = {number_words(Decimal(thousandths).scaleb(-3)) for thousandths in range(2000)}

    assert len(heard) == 2000


@pytest.mark.parametrize(
    ("value", "unit", "sentence"),
    [
        ("93", "điểm", "Chín mươi ba điểm"),
        ("0", "điểm", "Không điểm"),
        ("8.5", "điểm", "Tám phẩy năm điểm"),
        ("120000000", "đồng", "Một trăm hai mươi triệu đồng"),
    ],
)
def test_a_sentence_begins_with_a_capital_letter(value, unit, sentence):
    assert sentence_words(Decimal(value), unit) == sentence
