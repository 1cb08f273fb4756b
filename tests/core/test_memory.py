"""What travels inside a document."""

from __future__ import annotations

import base64
import json
import zlib

import pytest
from core.factories import EXAMPLE, a_record
from hypothesis import given
from hypothesis import strategies as st

from vanthu.data_error import DataError
from vanthu.memory import Memory, from_properties, is_ours, to_properties
from vanthu.record_file import load


def test_a_memory_comes_back_from_short_pieces():
    memory = Memory(load(EXAMPLE), {"tong_diem": ("0123456789",)}, {"bang_diem": ("nhom", "tieu_chi")})

    properties = to_properties(memory)

    assert from_properties(properties, "bc.odt") == memory
    assert all(len(piece) <= 255 and piece.isascii() for piece in properties.values())


@given(st.text(max_size=3000))
def test_pieces_keep_their_order_however_many_they_are(text):
    memory = Memory(a_record({"1.a": text}))
    backwards = dict(reversed(to_properties(memory).items()))

    assert from_properties(backwards, "bc.odt") == memory


def test_more_than_ninety_nine_pieces_are_no_trouble():
    noise = "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(20_000))
    memory = Memory(a_record({"1.a": noise}))

    assert len(to_properties(memory)) > 99
    assert from_properties(to_properties(memory), "bc.odt") == memory


def test_a_document_without_our_properties_remembers_nothing():
    assert from_properties({"vanthu.abc": "x", "Tác giả": "y"}, "bc.odt") is None
    assert not is_ours("vanthu.")


def damaged(properties):
    return {**properties, "vanthu.01": "@@@@"}


def without_first(properties):
    return {name: piece for name, piece in properties.items() if name != "vanthu.01"}


@pytest.mark.parametrize("harm", [damaged, without_first])
def test_a_damaged_memory_is_one_clear_error(harm):
    with pytest.raises(DataError, match=r"bc\.odt: .*đã hỏng"):
        from_properties(harm(to_properties(Memory(load(EXAMPLE)))), "bc.odt")


def test_a_newer_memory_is_refused_politely():
    newer = base64.b64encode(zlib.compress(json.dumps({"schema": 2}).encode("utf-8"))).decode("ascii")

    with pytest.raises(DataError, match="bản Văn thư mới hơn"):
        from_properties({"vanthu.01": newer}, "bc.odt")
