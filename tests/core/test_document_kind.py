"""Kinds of document as files: what they may say and what is refused."""

from __future__ import annotations

import pytest
from core.factories import a_kind, an_example, the_library

from vanthu.compose import compose
from vanthu.data_error import DataError
from vanthu.facts import facts
from vanthu.items import SOURCES
from vanthu.listing import PLACEHOLDER

LIBRARY = the_library()


def test_the_smallest_kind_serves_every_form_and_says_nothing_of_its_own():
    kind = a_kind()

    assert kind.serves("dvht-2020")
    assert kind.serves("huyen-hoc-tap-2021")
    assert (kind.text, kind.lists, kind.tables, kind.to_superior) == ({}, {}, {}, False)


def test_a_kind_that_names_forms_serves_those_alone():
    kind = a_kind(forms=["dvht-2023", "cdht-2023"])

    assert [form.id for form in LIBRARY.forms if kind.serves(form.id)] == ["cdht-2023", "dvht-2023"]


def test_lists_tables_and_text_are_read_whole():
    kind = a_kind(
        text={"mo_dau": ["Thực hiện {thong_tu};"]},
        lists={"phan_cong": {"over": "assignments", "line": ["- {co_quan};"], "last": ["- {co_quan}."]}},
        tables={"thanh_vien": {"over": "rows", "columns": ["stt", "ho_ten"]}},
    )

    pattern = kind.lists["phan_cong"]
    assert (pattern.over, pattern.line, pattern.last) == ("assignments", ("- {co_quan};",), ("- {co_quan}.",))
    assert (pattern.group, pattern.first, pattern.with_parts, pattern.part, pattern.last_part) == ((), (), (), (), ())
    assert kind.tables["thanh_vien"].columns == ("stt", "ho_ten")
    assert kind.text == {"mo_dau": ("Thực hiện {thong_tu};",)}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"loai": "KẾ HOẠCH"}, 'khóa lạ "loai"; được phép: schema, id'),
        ({"id": 5}, "id: phải là một chuỗi"),
        ({"to_superior": "có"}, "to_superior: phải là true hoặc false"),
        ({"text": {"mo_dau": "Căn cứ"}}, r"text\.mo_dau: phải là một danh sách"),
        (
            {"lists": {"x": {"over": "organs"}}},
            r'lists\.x\.over: không có giá trị "organs"; được phép: criteria, .*rows',
        ),
        ({"lists": {"x": {}}}, r'lists\.x: thiếu khóa "over"'),
        ({"lists": {"x": {"over": "rows", "lines": []}}}, r'lists\.x: khóa lạ "lines"; được phép: over, group'),
        ({"lists": {"x": ["- {ten}"]}}, r"lists\.x: phải là một bảng"),
        ({"tables": {"x": {"over": "rows"}}}, r"tables\.x\.columns: phải có ít nhất một cột"),
        (
            {"tables": {"x": {"over": "rows", "columns": ["stt", 2]}}},
            r"tables\.x\.columns\[2\]: phải là một chuỗi",
        ),
        (
            {"tables": {"x": {"over": "thanh_vien", "columns": ["stt"]}}},
            r'tables\.x\.over: không có giá trị "thanh_vien"',
        ),
    ],
)
def test_a_broken_kind_is_one_error_that_names_file_and_place(values, words):
    with pytest.raises(DataError, match=r"van-ban\.toml: " + words) as caught:
        a_kind(**values)

    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", LIBRARY.kinds, ids=lambda kind: kind.id)
def test_every_shipped_kind_is_composed_for_every_form_it_serves(kind):
    for name in ("000", "001", "002", "003-ke-hoach", "003-to-trinh", "004"):
        record = an_example(name)
        if kind.serves(record.form):
            assessment = LIBRARY.assess(record)
            assert compose(kind, record, assessment, LIBRARY.paper)["ten_loai"].text == kind.type_name
            taken = facts(kind, record, assessment, LIBRARY.paper.padding)
            assert set(taken) & {*kind.text, *kind.lists, *kind.tables} == set()


@pytest.mark.parametrize("kind", LIBRARY.kinds, ids=lambda kind: kind.id)
def test_every_shipped_pattern_names_fields_that_its_items_have(kind):
    own_words = {"mo_ta", "uu_diem", "ton_tai"}  # written per criterion by the clerk
    records = [an_example(name) for name in ("000", "002", "003-ke-hoach", "004")]
    known = {}
    for over, source in SOURCES.items():
        items = [item for record in records for item in source(record, LIBRARY.assess(record))]
        known[over] = {field for item in items for field in item.fields} | own_words

    for pattern in kind.lists.values():
        sentences = (pattern.group, pattern.first, pattern.line, pattern.last, pattern.with_parts, pattern.part)
        lines = [line for lines in (*sentences, pattern.last_part) for line in lines]
        assert {field for line in lines for field in PLACEHOLDER.findall(line)} <= known[pattern.over]
    for table in kind.tables.values():
        assert table.over == "rows" or set(table.columns) - {"stt", "tinh_trang"} <= known[table.over]
