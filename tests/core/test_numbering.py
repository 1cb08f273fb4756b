"""How sections and points are numbered."""

from __future__ import annotations

import unicodedata

import pytest

from vanthu.numbering import LETTERS, letter, roman

ROMAN = (
    "I II III IV V VI VII VIII IX X "
    "XI XII XIII XIV XV XVI XVII XVIII XIX XX "
    "XXI XXII XXIII XXIV XXV XXVI XXVII XXVIII XXIX XXX "
    "XXXI XXXII XXXIII XXXIV XXXV XXXVI XXXVII XXXVIII XXXIX"
)
POINTS = "a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y"


def test_sections_count_in_roman_numbers_up_to_thirty_nine():
    assert " ".join(roman(number) for number in range(1, 40)) == ROMAN


@pytest.mark.parametrize("number", [-1, 0, 40])
def test_a_section_without_a_roman_number_is_refused(number):
    with pytest.raises(ValueError, match=r"^There is no Roman number for {}; allowed: 1 to 39\.$".format(number)):
        roman(number)


def test_points_follow_the_alphabet_of_legal_texts():
    assert ", ".join(letter(number) for number in range(1, 24)) == POINTS


@pytest.mark.parametrize("number", [-1, 0, 24])
def test_a_point_beyond_the_alphabet_is_refused(number):
    with pytest.raises(ValueError, match=r"^There is no letter for point {}; allowed: 1 to 23\.$".format(number)):
        letter(number)


def test_no_letter_repeats_or_carries_a_mark():
    assert len(set(LETTERS)) == len(LETTERS) == 23
    assert unicodedata.normalize("NFD", LETTERS) == LETTERS
    assert not set(LETTERS) & set("fjwz")
