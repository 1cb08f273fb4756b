"""The door for text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanthu.text import clean, clean_line


def test_the_order_of_marks_that_unikey_writes_becomes_nfc():
    assert clean("hoă\u0323c") == "hoặc"


def test_controls_vanish_and_line_ends_become_one():
    assert clean("a\x00b\x07c\x0cd\r\ne\rf\tg\ufffe") == "abcd\ne\nf\tg"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)
    assert unicodedata.is_normalized("NFC", clean_line(text))


@pytest.mark.parametrize("unseen", ["\u200b", "\u2060", "\ufeff"])
def test_blanks_without_width_that_came_along_with_copied_text_are_gone(unseen):
    assert clean(unseen + "9" + unseen) == "9"
