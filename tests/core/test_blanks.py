"""What a document still leaves open."""

from __future__ import annotations

import pytest
from core.factories import a_kind, an_example, the_library

from vanthu.blanks import Blank, blanks
from vanthu.compose import compose
from vanthu.record import DocumentFacts
from vanthu.slots import Paragraphs, Row, Rule, Table, Text

LIBRARY = the_library()
KIND = a_kind(
    lists={"phan_cong": {"over": "assignments", "line": ["- {co_quan};"]}},
    tables={"thanh_vien": {"over": "rows", "columns": ["stt", "ho_ten"]}},
)


def found(**slots):
    return [(blank.ellipsis, blank.name) for blank in blanks(KIND, slots)]


def test_a_text_that_is_nothing_but_a_blank_is_named_by_its_label():
    assert blanks(KIND, {"ten_don_vi__2": Text("…")}) == (Blank("ten_don_vi__2", 0, "Tên đơn vị"),)
    assert found(kinh_gui=Paragraphs(("Kính gửi: …",))) == [(0, "Kính gửi")]


def test_each_blank_in_a_sentence_is_named_by_the_words_around_it():
    words = "… kính đề nghị … đánh giá, công nhận đạt “Đơn vị học tập” của …./."

    assert found(noi_dung=Paragraphs(("Theo kế hoạch.", words))) == [
        (0, "Nội dung: “[…] kính đề nghị … đánh giá”"),
        (1, "Nội dung: “… kính đề nghị […] đánh giá, công nhận đạt”"),
        (2, "Nội dung: “đạt “Đơn vị học tập” của […]./.”"),
    ]


def test_room_left_for_the_pen_is_shown_short():
    day = Text("…, ngày\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0năm")

    assert found(dia_danh_thoi_gian=day) == [(0, "Địa danh, thời gian: “[…], ngày tháng năm”")]


def test_an_ellipsis_at_the_end_of_a_word_is_counted_but_is_no_blank():
    assert found(noi_dung=Text("Mua sách, báo… cho …")) == [(1, "Nội dung: “Mua sách, báo… cho […]”")]


def test_a_cell_is_named_by_row_and_column():
    rows = (Row("", ("1", "A")), Row("", ("2", "…")))

    assert found(thanh_vien=Table(("stt", "ho_ten"), rows)) == [(0, "Thành viên, dòng 2, cột 2")]


@pytest.mark.parametrize(
    ("name", "slot"),
    [
        ("ten_nguoi_ky", Text("")),
        ("co_quan_ban_hanh", Text(" ")),
        ("phan_cong", Paragraphs(("",))),
        ("thanh_vien", Table(("stt",), (Row("", ("", "")),))),
        ("thanh_vien", Table(("stt",), ())),
    ],
)
def test_what_must_not_be_empty_is_a_blank_without_text(name, slot):
    [blank] = blanks(KIND, {name: slot})

    assert (blank.place, blank.ellipsis) == (name, -1)


def test_what_may_be_empty_and_what_is_drawn_is_no_blank():
    assert blanks(KIND, {"co_quan_chu_quan": Text(""), "ke_ten": Rule(0), "uu_diem": Paragraphs(())}) == ()


def test_number_and_day_are_left_for_the_pen():
    record = an_example("001")
    kind = LIBRARY.kind(record.kind)
    slots = compose(kind, record, LIBRARY.assess(record), LIBRARY.paper)

    assert record.document.number == ""
    assert isinstance(record.document, DocumentFacts)
    assert not [blank for blank in blanks(kind, slots) if blank.place in ("so_ky_hieu", "dia_danh_thoi_gian")]
