"""Marks of table cells as grids: the same marks come back, in less room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanthu.memory import Memory, to_properties
from vanthu.plan import cell_name, first_written
from vanthu.record import Record
from vanthu.slots import Row, Table, Text
from vanthu.written_grid import joined, split

MARKS = st.lists(st.text("0123456789abcdef", min_size=1, max_size=10), min_size=1, max_size=3).map(tuple)
CELLS = st.builds(cell_name, st.sampled_from(["bang_diem", "bảng", "a/b"]), st.integers(0, 30), st.integers(0, 5))
NAMES = st.one_of(CELLS, st.sampled_from(["tong_diem", "bang/01/2", "bang/1", "bang/1/-2", "bang/²/1", ""]))


@given(st.dictionaries(NAMES, MARKS))
def test_every_mark_comes_back_under_its_name(written):
    assert joined(*split(written)) == written


@given(st.dictionaries(NAMES, MARKS))
def test_what_was_read_is_stored_the_same_way_again(written):
    assert split(joined(*split(written))) == split(written)


@pytest.mark.parametrize("marks", [("a b",), ("a,b",), ("",)])
def test_a_mark_that_would_not_come_back_keeps_its_name(marks):
    named, grids = split({"bang/0/0": marks})

    assert (named, grids) == ({"bang/0/0": list(marks)}, {})
    assert joined(named, grids) == {"bang/0/0": marks}


def test_a_column_without_a_mark_stands_between_two():
    assert split({"bang/0/2": ("b",), "bang/1/0": ("a",)})[1] == {"bang": [" a", "", "b"]}


def test_a_long_table_takes_two_thirds_of_the_room_at_most():
    rows = tuple(Row("", (str(number), f"Đơn vị {number}", "Đạt")) for number in range(2_000))
    written = first_written({"danh_sach": Table(("stt", "ten", "ket_qua"), rows), "tong": Text("93")})
    by_name = Memory(Record("dvht-2020", 2023), {name.replace("/", "|"): marks for name, marks in written.items()})

    assert 3 * len(to_properties(Memory(by_name.record, written))) <= 2 * len(to_properties(by_name))
