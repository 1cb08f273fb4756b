"""What travels inside a document."""

from __future__ import annotations

import base64
import json
import zlib

import pytest
from core.factories import EXAMPLE, a_record
from hypothesis import given
from hypothesis import strategies as st

from vanthu import memory as memory_module
from vanthu.data_error import DataError
from vanthu.memory import SCHEMA, Memory, from_properties, is_ours, to_properties
from vanthu.place_setting import PlaceSetting
from vanthu.record import Record
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


@pytest.mark.parametrize("number", ["²", "٣", "1" * 5000, "01\n", ""])
def test_a_property_with_a_name_almost_like_ours_is_somebody_elses(number):
    memory = Memory(load(EXAMPLE))

    assert not is_ours("vanthu." + number)
    assert from_properties({**to_properties(memory), "vanthu." + number: "abcd"}, "bc.odt") == memory


def stored(content):
    """The properties of a document into which some Văn thư wrote this."""
    packed = json.dumps(content, ensure_ascii=False).encode("utf-8")
    return {"vanthu.01": base64.b64encode(zlib.compress(packed)).decode("ascii")}


def content_of(properties):
    letters = "".join(properties[name] for name in sorted(properties))
    return json.loads(zlib.decompress(base64.b64decode(letters)))


def test_what_is_nested_too_deep_is_damaged_and_no_crash():
    packed = zlib.compress(b'{"schema": 3, "record": ' + b"[" * 100_000)

    with pytest.raises(DataError, match="đã hỏng"):
        from_properties({"vanthu.01": base64.b64encode(packed).decode("ascii")}, "bc.odt")


def test_a_newer_memory_is_refused_politely():
    with pytest.raises(DataError, match="bản Văn thư mới hơn"):
        from_properties(stored({"schema": SCHEMA + 1, "whatever": "it says"}), "bc.odt")


FIRST_SCHEMA = {
    "schema": 1,
    "record": {"schema": 1, "form": "dvht-2020", "year": 2023, "typed": {"1.a": "10"}},
    "written": {"tong_diem": ["0123456789"]},
    "kinds": {"bang_diem": ["nhom", "tieu_chi"]},
}


def test_what_an_older_one_wrote_is_brought_up_to_date():
    memory = from_properties(stored(FIRST_SCHEMA), "bc.odt")

    assert memory == Memory(
        Record("dvht-2020", 2023, typed=(("1.a", "10"),)),
        {"tong_diem": ("0123456789",)},
        {"bang_diem": ("nhom", "tieu_chi")},
    )
    assert content_of(to_properties(memory))["schema"] == SCHEMA
    assert from_properties(to_properties(memory), "bc.odt") == memory


def test_cells_that_a_second_schema_named_one_by_one_are_known():
    second = {**FIRST_SCHEMA, "schema": 2, "columns": {}, "written": {"bang_diem/0/3": ["0123456789"]}}
    memory = from_properties(stored(second), "bc.odt")

    assert memory.written == {"bang_diem/0/3": ("0123456789",)}
    assert content_of(to_properties(memory))["grids"] == {"bang_diem": ["", "", "", "0123456789"]}


def test_columns_that_a_first_schema_knew_already_are_kept():
    early = {**FIRST_SCHEMA, "columns": {"bang_diem": ["diem", "noi_dung"]}}

    assert from_properties(stored(early), "bc.odt").columns == {"bang_diem": ("diem", "noi_dung")}


def test_every_older_schema_has_a_way_to_the_next():
    assert sorted(memory_module._UPGRADES) == list(range(1, SCHEMA))


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        {"schema": "2"},
        {"schema": True},
        {"schema": 0},
        {"schema": SCHEMA},
        {**FIRST_SCHEMA, "written": None},
        {**FIRST_SCHEMA, "grids": {"bang_diem": [3]}},
        {**FIRST_SCHEMA, "grids": ["bang_diem"]},
        {**FIRST_SCHEMA, "kinds": {"bang_diem": 3}},
    ],
)
def test_what_has_another_shape_is_damaged_and_no_crash(content):
    with pytest.raises(DataError, match="đã hỏng"):
        from_properties(stored(content), "bc.odt")


def test_what_stands_around_the_places_of_a_clerks_own_document_comes_back():
    settings = {"tong_diem": PlaceSetting("đạt ", " điểm.", first=False, place_below="xep_loai")}
    memory = Memory(load(EXAMPLE), settings=settings)

    assert from_properties(to_properties(memory), "bc.odt") == memory


def test_a_third_schema_knew_nothing_of_what_stands_around_a_place():
    third = {**FIRST_SCHEMA, "schema": 3, "columns": {}, "grids": {}}

    assert from_properties(stored(third), "bc.odt").settings == {}
    with pytest.raises(DataError, match="đã hỏng"):
        from_properties(stored({**third, "schema": SCHEMA, "settings": {"tong_diem": ["đạt "]}}), "bc.odt")
