"""Widths of text, lines of a paragraph, lengths of rules."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanthu.data_error import DataError
from vanthu.typeface import Typeface, load, typeface_from

SERIF = load(Path(__file__).parents[2] / "forms" / "layout" / "times-new-roman.toml")
TWELVE = Decimal(12)
WORDS = st.text(alphabet="aăâbcdđeêiou -–\u00a0ỘỷƯ", max_size=80)


def narrow(**faces: object) -> Typeface:
    """A typeface whose letters are all one unit of a hundred wide."""
    letters = {"100": "abcdefgh -"}
    return typeface_from({"name": "Đều", "units_per_em": 100, **dict.fromkeys(FACES, letters), **faces}, "deu.toml")


FACES = ("regular", "bold", "italic", "bold_italic")
ONE_MM = Decimal(72) / Decimal("25.4")  # the size at which a letter of ``narrow`` is one millimetre wide


def test_all_vietnamese_letters_have_a_width_in_every_face():
    letters = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    marked = [
        unicodedata.normalize("NFC", letter + mark) for letter in letters for mark in "\u0300\u0301\u0303\u0309\u0323"
    ]

    for face in FACES:
        assert set(marked + list("đĐ\u00a0“”–—…§")) <= set(SERIF.widths[face])


def test_a_text_is_as_wide_composed_as_decomposed():
    composed = "Độc lập - Tự do - Hạnh phúc"
    decomposed = unicodedata.normalize("NFD", composed)

    assert SERIF.text_width_mm(decomposed, TWELVE) == SERIF.text_width_mm(composed, TWELVE)


def test_bold_and_italic_have_widths_of_their_own():
    widths = {
        SERIF.text_width_mm("Hạnh phúc", TWELVE, bold, italic) for bold in (False, True) for italic in (False, True)
    }

    assert len(widths) == 4


def test_an_unknown_character_is_as_wide_as_the_average():
    assert narrow().text_width_mm("漢", ONE_MM) == narrow().text_width_mm("a", ONE_MM)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("ab cd ef", ("ab cd", "ef")),
        ("ab cd  ef", ("ab cd", "ef")),
        ("ab\ncd ef", ("ab", "cd ef")),
        ("abc\u00a0d ef", ("abc\u00a0d", "ef")),
        ("abc-def", ("abc-", "def")),
        ("abcdefgh ab", ("abcde", "fgh", "ab")),
        ("ab abcdefg", ("ab", "abcde", "fg")),
        ("  ab", ("  ab",)),
    ],
)
def test_a_line_takes_as_many_words_as_fit(text: str, lines: tuple):
    assert narrow().wrapped_lines(text, Decimal("5.001"), ONE_MM) == lines


@given(WORDS)
def test_no_letter_is_lost_between_lines(text: str):
    lines = SERIF.wrapped_lines(text, Decimal(30), TWELVE)

    assert "".join(lines).replace(" ", "") == unicodedata.normalize("NFC", text).replace(" ", "")


@given(WORDS)
def test_no_line_is_wider_than_its_place(text: str):
    lines = SERIF.wrapped_lines(text, Decimal(30), TWELVE)

    assert all(SERIF.text_width_mm(line.strip(" "), TWELVE) <= 30 for line in lines)


def test_a_rule_is_its_share_of_the_longest_line_and_centred():
    indent = narrow().rule_indent_mm("abcd ab", Decimal("5.001"), Decimal("0.5"), ONE_MM)

    assert indent == Decimal("1.50")


def test_a_rule_never_leaves_its_place():
    assert narrow().rule_indent_mm("abcde", Decimal("5.001"), Decimal(2), ONE_MM) == 0


@pytest.mark.parametrize(
    ("faces", "sentence"),
    [
        ({"bold": {}}, "deu.toml: bold: không có ký tự nào"),
        ({"bold": {"rộng": "a"}}, 'deu.toml: bold: bề rộng phải là số nguyên, không phải "rộng"'),
        ({"bold": {"１": "a"}}, 'deu.toml: bold: bề rộng phải là số nguyên, không phải "１"'),
        ({"narrow": {"1": "a"}}, 'deu.toml: khóa lạ "narrow"'),
    ],
)
def test_a_broken_table_of_widths_is_answered_with_file_place_and_found(faces: dict, sentence: str):
    with pytest.raises(DataError, match="^" + sentence):
        narrow(**faces)
