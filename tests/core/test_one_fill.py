"""One fill: what it writes, and what the document remembers afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from core.factories import EXAMPLE, the_library

from vanthu.compose import compose
from vanthu.memory import Memory
from vanthu.one_fill import OneFill
from vanthu.record_file import load
from vanthu.slots import Row, Table, Text

LIBRARY = the_library()
RECORD = load(EXAMPLE)
KIND = LIBRARY.kind("bao-cao-tu-danh-gia")
MODEL = Table(("noi_dung", "diem"), (Row("", ("{{ dong.noi_dung }}", "{{ dong.diem }}")),))  # as its tags are read


def a_fill(standing, memory=None, **overwrite):
    memory = memory or Memory(RECORD)
    assessment = LIBRARY.assess(memory.record)
    wanted = compose(KIND, memory.record, assessment, LIBRARY.paper)
    return OneFill(wanted, standing, memory, assessment, **overwrite)


def test_a_document_without_a_place_of_ours_has_none():
    assert not a_fill({"Hinh_1": Text("x")}).has_places
    assert a_fill({"tong_diem__2": Text("")}).has_places


def test_a_table_is_filled_in_the_columns_that_its_model_row_names_and_they_are_remembered():
    fill = a_fill({"bang_diem": MODEL, "tong_diem": Text("{{ tong_diem }}")})
    memory = fill.memory()

    assert fill.plan.write["bang_diem"].columns == ("noi_dung", "diem")
    assert memory.columns == {"bang_diem": ("noi_dung", "diem")}
    assert memory.kinds["bang_diem"][:2] == ("nhom", "tieu_chi")
    assert fill.now == fill.plan.write
    again = a_fill(fill.now, memory)
    assert (again.plan.write, again.plan.lost, again.kinds_before) == ({}, (), {})
    assert again.memory() == memory


def test_a_table_in_our_own_columns_is_not_remembered_as_somebody_elses():
    wanted = a_fill({}).wanted["bang_diem"]

    assert a_fill({"bang_diem": Table((), wanted.rows)}).memory().columns == {}


def test_the_kinds_of_standing_rows_go_to_whoever_writes():
    written = a_fill({"bang_diem": MODEL})
    changed = replace(written.memory(), record=replace(RECORD, typed=(("1.a", "9"),)))

    assert a_fill(written.now, changed).kinds_before == {"bang_diem": written.memory().kinds["bang_diem"]}


def test_the_kinds_go_with_the_rows_that_the_clerk_has_reordered():
    written = a_fill({"bang_diem": MODEL})
    rows = written.now["bang_diem"].rows
    changed = replace(written.memory(), record=replace(RECORD, typed=(("1.a", "9"),)))

    fill = a_fill({"bang_diem": Table((), rows[::-1])}, changed)

    assert fill.kinds_before == {"bang_diem": tuple(row.kind for row in rows[::-1])}
    assert tuple(row.kind for row in fill.plan.write["bang_diem"].rows) == fill.kinds_before["bang_diem"]


@pytest.mark.parametrize(
    ("standing", "overwrite", "stated"),
    [("{{ tong_diem }}", False, None), ("98", False, "98"), ("98", True, None)],
)
def test_what_was_stated_wrongly_is_forgotten_once_it_is_written_right(standing, overwrite, stated):
    fill = a_fill({"tong_diem": Text(standing)}, overwrite_hand_edited=overwrite)

    assert dict(fill.record(KIND).stated).get("total") == stated


def test_where_nothing_was_stated_the_record_stays_itself():
    record = replace(RECORD, stated=())

    assert a_fill({"tong_diem": Text("")}, Memory(record)).record(KIND) is record


def test_untouched_are_the_texts_that_then_stand_as_wanted():
    standing = {"tong_diem": Text("{{ tong_diem }}"), "xep_loai": Text("Khá"), "khac": Text("x"), "bang_diem": MODEL}

    assert a_fill(standing).untouched == {"tong_diem"}
