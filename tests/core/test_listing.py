"""Lists and tables: the patterns of a kind of document over the lines of a real form."""

from __future__ import annotations

import pytest
from core.factories import a_kind, a_record, an_example, the_library

from vanthu.listing import filled_lines, listed_lines, table_slot
from vanthu.record import Record
from vanthu.slots import Row

LIBRARY = the_library()


def listed(record, **pattern):
    kind = a_kind(lists={"danh_sach": pattern})
    return listed_lines(kind.lists["danh_sach"], "danh_sach", record, LIBRARY.assess(record))


def table(record, over, *columns):
    kind = a_kind(tables={"bang": {"over": over, "columns": list(columns)}})
    return table_slot(kind.tables["bang"], "bang", record, LIBRARY.assess(record))


def test_each_kind_of_line_has_its_own_sentence():
    lines = listed(
        an_example("000"),
        over="criteria",
        group=["# {ten}"],
        line=["#) {ma};"],
        last=["#) {ma}."],
        with_parts=["#) {ma}, gồm:"],
        part=["- {ma};"],
        last_part=["- {ma}."],
    )

    assert lines[0] == "# Các điều kiện để xây dựng Đơn vị học tập"
    assert lines[1:4] == ("#) 1.a;", "#) 1.b;", "#) 1.c.")
    assert lines[9:12] == ("# Đánh giá hiệu quả, tác động của xây dựng Đơn vị học tập", "#) 3.a, gồm:", "- 3.a.1;")
    assert lines[17:] == ("- 3.a.7;", "- 3.a.8.", "#) 3.b;", "#) 3.c.")


def test_a_pattern_without_sentences_for_the_ends_says_the_same_of_all():
    lines = listed(an_example("000"), over="criteria", line=["{ma}"], part=["+ {ma}"])

    assert lines[:3] == ("1.a", "1.b", "1.c")
    assert [line for line in lines if line[0] == "+"] == ["+ 3.a.{}".format(number) for number in range(1, 9)]
    assert "3.a" in lines


def test_the_first_class_and_the_last_have_their_own_sentence():
    lines = listed(
        an_example("000"),
        over="bands",
        first=["Loại {ten}: từ {tu} đến {den} điểm;"],
        line=["Loại {ten}: từ {tu} đến dưới {den} điểm;"],
        last=["Loại {ten}: còn lại."],
    )

    assert lines == (
        *("Loại Tốt: từ 85 đến 100 điểm;", "Loại Khá: từ 70 đến dưới 85 điểm;"),
        *("Loại Trung bình: từ 50 đến dưới 70 điểm;", "Loại Chưa đạt: còn lại."),
    )


def test_a_list_with_one_item_ends_with_a_full_stop():
    record = Record("cdht-2014", 2024, assigned={"4": ("Nhà trường",)})
    pattern = {"first": ["- {co_quan}:"], "line": ["- {co_quan};"], "last": ["- {co_quan}."]}

    assert listed(record, over="assignments", **pattern) == ("- Nhà trường.",)
    assert listed(record, over="assignments", line=["- {co_quan};"], first=["- {co_quan}"]) == ("- Nhà trường",)
    assert listed(record, over="assignments", line=["- {co_quan};"]) == ("- Nhà trường;",)


def test_a_list_over_nothing_is_no_paragraph():
    assert listed(an_example("000"), over="assignments", line=["{co_quan}"]) == ()
    assert listed(an_example("000"), over="levels", line=["{ten}"]) == ()


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("{minh_chung}", ["Kế hoạch số 5", "Biên bản {nam}"]),
        ("Minh chứng: {minh_chung}.", ["Minh chứng: Kế hoạch số 5; Biên bản {nam}."]),
        ("{mo_ta}", ["…"]),
        ("Kết quả: {ket_qua}. Mức độ: {ket_qua}.", ["Kết quả: … Mức độ: …"]),
        ("Theo {dieu_khoan}: {ma}", ["Theo {dieu_khoan}: 1.a"]),
        ("{{ ma }} {Ma} {}", ["{{ ma }} {Ma} {}"]),
        ("", [""]),
    ],
)
def test_a_field_alone_becomes_all_its_paragraphs_and_an_unknown_brace_stays(line, lines):
    fields = {"minh_chung": ("Kế hoạch số 5", "Biên bản {nam}"), "ma": ("1.a",), "ket_qua": ("",)}

    assert filled_lines(line, fields) == lines


def test_a_list_over_rows_names_their_cells_by_number():
    record = a_record(rows={"danh_sach": (("Trần Thanh Tùng", "Hiệu trưởng"),)})

    assert listed(record, over="rows", line=["- {0}, {1};"]) == ("- Trần Thanh Tùng, Hiệu trưởng;",)


def test_a_table_counts_its_rows_where_a_column_asks_for_it():
    found = table(an_example("002"), "dossier", "stt", "ten", "so_bo")

    assert found.columns == ("stt", "ten", "so_bo")
    assert found.rows[0] == Row("tieu_chi", ("1", "Tờ trình của ủy ban nhân dân cấp xã", "1"))
    assert [row.cells[0] for row in found.rows] == ["1", "2", "3"]


def test_a_column_nobody_fills_is_blank_and_several_paragraphs_stand_in_one_cell():
    record = a_record(evidence={"1.a": ("Nghị quyết số 3", "Biên bản")})

    row = table(record, "indicators", "ma", "minh_chung", "y_kien").rows[0]
    assert row.cells == ("1.a", "Nghị quyết số 3\nBiên bản", "")


@pytest.mark.parametrize(
    ("typed", "cells"),
    [
        (("Trần Thanh Tùng", "Hiệu trưởng"), ("1", "Trần Thanh Tùng", "Hiệu trưởng")),
        (("01", "Trần Thanh Tùng", "Hiệu trưởng"), ("01", "Trần Thanh Tùng", "Hiệu trưởng")),
        (("Trần Thanh Tùng",), ("1", "Trần Thanh Tùng", "")),
        ((), ("1", "", "")),
        (("{nam}", "<b>&"), ("1", "{nam}", "<b>&")),
    ],
)
def test_a_row_typed_by_hand_fills_the_columns_in_their_order(typed, cells):
    record = a_record(rows={"bang": (typed,)})

    assert table(record, "rows", "stt", "ho_ten", "chuc_vu").rows == (Row("tieu_chi", cells),)


def test_a_table_nobody_typed_has_no_rows():
    assert table(an_example("004"), "rows", "stt", "ho_ten").rows == ()
