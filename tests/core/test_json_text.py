"""JSON as it comes from outside: nothing of it is lost unseen."""

from __future__ import annotations

import sys

import pytest

from vanthu.data_error import DataError
from vanthu.json_text import json_values


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ('{"a": "\\ud800"}', "dòng 1, cột 8", "\\ud800"),
        ('{"a":\n ["x", "\\udC00\\ud83d"]}', "dòng 2, cột 9", "\\udC00"),
        ('{"\\uDFFF": 1}', "dòng 1, cột 3", "\\uDFFF"),
        ('{"a": "\\\\\\ud83d\\n"}', "dòng 1, cột 10", "\\ud83d"),
    ],
)
def test_half_a_character_is_refused_where_it_stands(text, place, found):
    with pytest.raises(DataError) as caught:
        json_values(text, "r.json")

    assert str(caught.value) == "r.json: {}: {} không phải là một ký tự; hãy gõ lại chữ ở đó".format(place, found)


@pytest.mark.parametrize(
    ("text", "value"),
    [('"\\ud83d\\ude00"', "😀"), ('"\\\\ud800"', "\\ud800"), ('"\\u1ea5\\ud7ff\\ue000"', "ấ\ud7ff\ue000")],
)
def test_whole_characters_are_read_however_they_are_written(text, value):
    assert json_values(text, "r.json") == value


@pytest.mark.skipif(not hasattr(sys, "get_int_max_str_digits"), reason="this Python reads numbers of any length")
def test_a_number_of_thousands_of_digits_is_one_error():
    with pytest.raises(DataError, match=r"^r\.json: có một số dài hàng nghìn chữ số; hãy sửa lại số ấy$"):
        json_values('{"year": ' + "1" * 5000 + "}", "r.json")
