"""Narrative: marks of headings become numbers, in the paragraphs a clerk types."""

from __future__ import annotations

import unicodedata

import pytest
from core.factories import an_example, the_library

from vanthu.narrative import leads_in, numbered, set_in
from vanthu.numbering import LETTERS
from vanthu.record_file import record_from
from vanthu.slots import Paragraphs

LAYOUT = the_library().paper.layout


def texts(*paragraphs):
    return [text for _, text in numbered(paragraphs)]


def test_headings_parts_and_points_are_counted_each_in_the_one_above():
    lines = numbered(["# Mục đích", "## Một", "## Hai", "#) x;", "#) y.", "# Yêu cầu", "## Ba", "#) z.", "#. Họp."])

    assert lines == (
        ("khoan", "1. Mục đích"),
        ("khoan_khong_tieu_de", "1.1. Một"),
        ("khoan_khong_tieu_de", "1.2. Hai"),
        ("diem", "a) x;"),
        ("diem", "b) y."),
        ("khoan", "2. Yêu cầu"),
        ("khoan_khong_tieu_de", "2.1. Ba"),
        ("diem", "a) z."),
        ("khoan_khong_tieu_de", "3. Họp."),
    )


def test_the_real_plan_of_a_school_counts_its_steps_and_its_dossier():
    lines = texts(*an_example("004").text["quy_trinh"])

    assert [line[:4] for line in lines if line[0] in "123"] == ["1. T", "1.1.", "1.2.", "1.3.", "2. B", "3. H"]
    assert [line[:2] for line in lines if line[1] == ")"] == [
        "a)",
        "b)",
        "c)",
        "a)",
        "b)",
        "c)",
        "d)",
        "đ)",
        "e)",
        "g)",
    ]


def test_a_sentence_that_leads_in_a_list_begins_the_letters_again_and_a_dash_does_not():
    assert texts("Gồm:", "#) a", "Còn có:", "#) b") == ["Gồm:", "a) a", "Còn có:", "a) b"]
    assert texts("#) a", "- trong đó:", "#) b", "Xong.", "#) c")[2::2] == ["b) b", "c) c"]
    assert [leads_in(words) for words in ("Gồm: ", "- Quý I:", " + Quý I:", "– Quý I:", "Gồm.")] == [True] + [False] * 4


def test_no_number_stands_twice_where_parts_come_before_the_first_heading():
    assert texts("## Một", "## Hai", "# Mục đích", "## Ba") == ["1.1. Một", "1.2. Hai", "2. Mục đích", "2.1. Ba"]


def test_letters_follow_the_alphabet_of_the_law_and_then_points_go_on_with_a_dash():
    points = texts(*["#) điểm;"] * 25)

    assert [point.split()[0] for point in points[:23]] == [letter + ")" for letter in LETTERS]
    assert points[22:] == ["y) điểm;", "- điểm;", "- điểm;"]
    assert {component for component, _ in numbered(["#) điểm;"] * 25)} == {"diem"}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("# ", "1. …"), ("#", "1. …"), ("#)  ", "a) …"), ("## ", "1.1. …"), ("#! ", "…"), ("#. ", "1. …")],
)
def test_a_mark_with_nothing_behind_it_keeps_its_place(typed, shown):
    assert texts(typed) == [shown]


@pytest.mark.parametrize("typed", ["  # Mục đích", "#   Mục đích ", "#\u00a0Mục đích", "#\tMục đích"])
def test_blanks_around_a_mark_do_not_matter(typed):
    assert texts(typed) == ["1. Mục đích"]


@pytest.mark.parametrize(
    "typed", ["", " ", "#Mục đích", "### Ba", "Mục # một", "- # một", "{danh_sach_la}", "{{ nam }}", "1. Tự đánh số"]
)
def test_whatever_has_no_mark_stays_as_typed(typed):
    assert numbered([typed]) == (("noi_dung", typed),)


def test_each_sheet_begins_a_page_and_its_own_numbers():
    lines = numbered(
        ["#! Phiếu đánh giá chỉ tiêu 1.1", "# Yêu cầu", "## x", "#! Phiếu đánh giá chỉ tiêu 1.2", "# Yêu cầu"]
    )

    assert lines[0] == ("tieu_de_phieu", "PHIẾU ĐÁNH GIÁ CHỈ TIÊU 1.1")
    assert lines[3:] == (("tieu_de_phieu_sang_trang", "PHIẾU ĐÁNH GIÁ CHỈ TIÊU 1.2"), ("khoan", "1. Yêu cầu"))


def test_every_mark_has_a_style_and_the_second_sheet_is_the_first_of_its_page():
    slot = set_in(LAYOUT, ["#! Phiếu", "# Mục đích", "#. Họp", "#) x", "Lời.", "#! Phiếu"])

    looks = [LAYOUT.by_style(style) for style in slot.styles]
    assert [look.id for look in looks] == [
        *("tieu_de_phieu", "khoan", "khoan_khong_tieu_de", "diem", "noi_dung", "tieu_de_phieu_sang_trang"),
    ]
    assert [look.page_break_before for look in looks] == [False] * 5 + [True]


def test_paragraphs_without_marks_name_no_style():
    assert set_in(LAYOUT, ["- Một.", "+ Hai."]) == Paragraphs(("- Một.", "+ Hai."))
    assert set_in(LAYOUT, []) == Paragraphs(())


def test_text_typed_in_decomposed_letters_is_numbered_as_the_same_text():
    lines = ["# Mục đích", "#) Đạt chuẩn “Đơn vị học tập”;"]
    typed = [unicodedata.normalize("NFD", line) for line in lines]

    record = record_from({"schema": 1, "form": "dvht-2023", "year": 2024, "text": {"quy_trinh": typed}}, "x")
    assert numbered(record.text["quy_trinh"]) == numbered(lines)
