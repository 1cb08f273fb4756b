"""How far a word goes on beyond the letters that a bookmark has kept of it."""

from __future__ import annotations

import unicodedata

import pytest

from vanthu.word_end import rest_of_word


@pytest.mark.parametrize(
    ("text", "behind", "rest"),
    [
        ("8", "8 điểm", "8"),
        ("8", "", ""),
        ("8", ",5", ",5"),
        ("8", ". Hết", ""),
        ("93", "đ", ""),
        ("T", "ốt.", "ốt"),
        ("T", unicodedata.normalize("NFD", "ốt."), unicodedata.normalize("NFD", "ốt")),
        ("T", "HCS 2", "HCS"),
        ("Tốt", " lắm", ""),
        ("Tốt.", "Khá", ""),
        ("", "Khá", ""),
    ],
)
def test_a_word_goes_on_with_letters_and_a_number_with_digits(text, behind, rest):
    assert rest_of_word(text, behind) == rest
