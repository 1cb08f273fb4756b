"""The layout rules as data: what a broken file is answered with, and what the shipped one says."""

from __future__ import annotations

import copy
from decimal import Decimal
from pathlib import Path
from typing import Any, Callable, Dict

import pytest

from vanthu.data_error import DataError
from vanthu.layout import Layout, layout_from, load
from vanthu.toml import read

FILE = Path(__file__).parents[2] / "forms" / "layout" / "nghi-dinh-30-2020.toml"
# Bảng mẫu chữ (Phụ lục I, Phần I, Mục V): cột "Cỡ chữ" của ví dụ minh họa.
SAMPLE_SIZES = {
    **{"quoc_hieu": 12, "tieu_ngu": 13, "co_quan_chu_quan": 12, "co_quan_ban_hanh": 12, "so_ky_hieu": 13},
    **{"dia_danh_thoi_gian": 13, "ten_loai": 14, "trich_yeu": 14, "trich_yeu_cong_van": 12, "noi_dung": 14},
    **{"phan": 14, "tieu_de_phan": 14, "dieu": 14, "muc": 14, "khoan": 14, "diem": 14, "chuc_vu_ky": 14},
    **{"ho_ten_ky": 14, "kinh_gui": 14, "noi_nhan_tu": 12, "noi_nhan_danh_sach": 11, "phu_luc": 14, "so_trang": 14},
    **{"tieu_de_phu_luc": 14, "dau_khan": 13, "pham_vi_luu_hanh": 13, "ky_hieu_nguoi_soan": 11, "dia_chi_co_quan": 11},
}


@pytest.fixture(scope="module")
def layout() -> Layout:
    return load(FILE)


def test_every_component_is_as_large_as_the_sample_of_the_law(layout: Layout):
    used = {id: int(layout.component(id).size_pt.used) for id in SAMPLE_SIZES}

    assert used == SAMPLE_SIZES


def test_every_number_of_the_law_names_its_article(layout: Layout):
    numbers = [layout.page, layout.page.left_mm, layout.typeface, layout.letterhead, layout.signature, layout.line]
    for component in layout.components:
        numbers += [component, component.size_pt, component.spacing_pt, component.line_spacing]
        numbers += [limit for limit in (component.rule, component.first_line_indent_mm) if limit is not None]

    assert {number.article[:19] for number in numbers} == {"Phụ lục I, Phần I, "}


def test_the_rule_below_the_motto_is_as_long_as_its_line_and_the_others_a_third_to_a_half(layout: Layout):
    ratios = {c.id: (c.rule.minimum, c.rule.maximum) for c in layout.components if c.rule}

    assert ratios.pop("tieu_ngu") == (1, 1)
    assert set(ratios) == {"co_quan_ban_hanh", "trich_yeu"}
    assert set(ratios.values()) == {(Decimal("0.3333"), Decimal("0.5"))}


def test_the_letterhead_and_the_signature_fill_the_width_between_the_margins(layout: Layout):
    for columns in (layout.letterhead, layout.signature):
        assert columns.left_mm + columns.right_mm == layout.page.text_width_mm


def test_a_component_is_found_by_the_style_of_its_paragraph(layout: Layout):
    assert layout.by_style("VT Tiêu ngữ") is layout.component("tieu_ngu")
    assert layout.by_style("Normal") is None


def test_a_component_that_is_not_in_the_file_is_a_mistake_of_the_program(layout: Layout):
    with pytest.raises(KeyError):
        layout.component("chu_ky_nhay")


def test_only_the_title_of_a_sheet_that_follows_another_begins_a_page(layout: Layout):
    assert [look.id for look in layout.components if look.page_break_before] == ["tieu_de_phieu_sang_trang"]


def change(*path: str, to: Any) -> Callable[[Dict[str, Any]], None]:
    def changed(values: Dict[str, Any]) -> None:
        for key in path[:-1]:
            values = values[key]
        values[path[-1]] = to

    return changed


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (change("schema", to=2), "schema: phiên bản tệp chưa được hỗ trợ; được phép: 1"),
        (change("page", "margin_mm", "top", "use", to="20"), 'page.margin_mm.top: khóa lạ "use"; được phép: minimum'),
        (change("page", "margin_mm", "left", "used", to="25"), "left.used: không nhận 25; được phép: từ 30 đến 35"),
        (
            change("component", "noi_dung", "first_line_indent_mm", "used", to="12"),
            "component.noi_dung.first_line_indent_mm.used: không nhận 12; được phép: 10, 12.7",
        ),
        (
            change("component", "noi_dung", "first_line_indent_mm", "allowed", to=["một"]),
            "component.noi_dung.first_line_indent_mm.allowed: phải là một danh sách số",
        ),
        (
            change("component", "noi_dung", "space_pt", "before", to="5"),
            "component.noi_dung.space_pt: before và after cộng lại là 5; phải từ 6 trở lên",
        ),
        (
            change("component", "tieu_de_phieu_sang_trang", "page_break_before", to="có"),
            "component.tieu_de_phieu_sang_trang.page_break_before: phải là true hoặc false",
        ),
        (change("component", "noi_dung", "alignment", to="middle"), 'không có giá trị "middle"'),
        (change("component", "diem", "style", to="VT Nội dung"), '"VT Nội dung" được gán cho hai thành phần'),
    ],
)
def test_a_broken_layout_file_is_answered_with_file_place_found_and_allowed(
    broken: Callable[[Dict[str, Any]], None], sentence: str
):
    values = copy.deepcopy(read(FILE))
    broken(values)

    with pytest.raises(DataError) as raised:
        layout_from(values, "the-thuc.toml")

    assert str(raised.value).startswith("the-thuc.toml: ")
    assert sentence in str(raised.value)
