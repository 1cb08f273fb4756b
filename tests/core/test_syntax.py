"""What is no TOML and no JSON: where, and what to look at, without a word of the parsers."""

from __future__ import annotations

import re

import pytest

from vanthu import file_messages, toml
from vanthu.data_error import DataError
from vanthu.json_text import json_values
from vanthu.syntax import line_and_column

ENGLISH = re.compile(r"\b(line|column|char|value|key|string|expect\w*|invalid|cannot|depth|limit)\b", re.IGNORECASE)


def refused(text, tmp_path=None):
    """The error of a JSON text, or of a TOML file where there is a folder for it."""
    if tmp_path:
        (tmp_path / "r").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        toml.read(tmp_path / "r") if tmp_path else json_values(text, "r")
    return str(caught.value)


TOML = [
    ("a = 1\n\na = 2\nb = 3", 3, "twice"),
    ("[a]\nb = 1\n[a]\n", 3, "twice"),
    ("a = {b = 1, b = 2}", 1, "twice"),
    ("a = 1\na.b = 2", 2, "twice"),
    ("\na = “x”", 2, "value"),
    ("a = ", 1, "value"),
    ('a = "x\nb = 1', 1, "text"),
    ("a = 'x", 1, "text"),
    ('a = """x', 1, "text"),
    ('a = "C:\\mẫu"', 1, "escape"),
    ('a = "\\ud800"', 1, "escape"),
    ("tên = 1", 1, "key"),
    ("= 1", 1, "other"),
    ("a.ê = 1", 1, "key"),
    ("a\n", 1, "key"),
    ("a = [1\n\n", 1, "bracket"),
    ("[a", 1, "bracket"),
    ("a = {b = 1", 1, "bracket"),
    ("a = 2023-02-30", 1, "date"),
    ('a = "x" "y"', 1, "rest"),
]
JSON = [
    ("{a: 1}", 1, "key"),
    ("{'a': 1}", 1, "key"),
    ('{"a" 1}', 1, "key"),
    ('{"a":\n"b": 1}', 2, "bracket"),
    ('{"a": “x”}', 1, "value"),
    ('{"a": "x}', 1, "text"),
    ('{"a": "x\ny"}', 1, "text"),
    ('{"a": "C:\\mau"}', 1, "escape"),
    ('{"a": "\\uxx"}', 1, "escape"),
    ('{"a": 1', 1, "bracket"),
    ("[1 2]", 1, "bracket"),
    ("{}\n{}", 2, "rest"),
]


def told(language, line, cause):
    words = "r: {} sai cú pháp ở dòng {}, cột ".format(language, line)
    return re.escape(words) + r"\d+: " + re.escape(file_messages.SYNTAX_ADVICE[cause])


@pytest.mark.parametrize(("text", "line", "cause"), TOML)
def test_broken_toml_names_line_and_column_and_says_what_to_look_at(tmp_path, text, line, cause):
    error = refused(text, tmp_path)

    assert re.fullmatch(told("TOML", line, cause), error)
    assert not ENGLISH.search(error)


@pytest.mark.parametrize(("text", "line", "cause"), JSON)
def test_broken_json_names_line_and_column_and_says_what_to_look_at(text, line, cause):
    error = refused(text)

    assert re.fullmatch(told("JSON", line, cause), error)
    assert not ENGLISH.search(error)


def test_the_end_of_a_file_is_a_place_too(tmp_path):
    assert "dòng 2, cột 7: thiếu" in refused("a = 1\nb = [1\n\n\n", tmp_path)


def test_what_is_nested_too_deep_is_said_as_that(tmp_path):
    assert refused("[" * 100_000) == "r: JSON sai cú pháp: quá nhiều dấu ngoặc lồng trong nhau; hãy bỏ bớt"
    assert refused("a = " + "[" * 100_000, tmp_path).startswith("r: TOML sai cú pháp: quá nhiều dấu ngoặc")


def test_every_advice_is_given_for_some_mistake():
    assert {cause for _, _, cause in (*TOML, *JSON)} == set(file_messages.SYNTAX_ADVICE)


@pytest.mark.parametrize(("position", "place"), [(0, (1, 1)), (1, (1, 2)), (2, (1, 3)), (3, (2, 1)), (4, (2, 2))])
def test_a_place_is_counted_from_one(position, place):
    assert line_and_column("ab\ncd", position) == place
