"""Facts: the short texts of a document, and what they say while something is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from core.factories import EXAMPLE, a_kind, a_record, an_example, the_library, with_marks

from vanthu.facts import citation, facts, short_citation
from vanthu.form import LegalText
from vanthu.record import DocumentFacts, Unit
from vanthu.record_file import load

LIBRARY = the_library()
PADDING = LIBRARY.paper.padding


def known(record, **kind):
    return facts(a_kind(**kind), record, LIBRARY.assess(record), PADDING)


def test_the_real_report_knows_its_total_its_class_and_who_wrote_it():
    found = known(load(EXAMPLE))

    assert (found["tong_diem"], found["tong_diem_bang_chu"]) == ("93", "Chín mươi ba điểm")
    assert found["xep_loai"] == "Tốt"
    assert (found["co_quan_ban_hanh"], found["dia_danh"]) == ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN KON RẪY", "Kon Rẫy")
    assert (found["nam"], found["nam_sau"]) == ("2023", "2024")
    assert (found["so_tieu_chi"], found["so_chi_tieu"], found["diem_toi_da"]) == ("03", "10", "100")
    assert found["noi_gui"] == "Ủy ban nhân dân huyện Kon Rẫy"
    assert found["dia_danh_thoi_gian"].startswith("Kon Rẫy, ngày")


def test_a_total_waits_for_the_last_score():
    found = known(a_record(with_marks(c3="")))

    assert {found[name] for name in ("tong_diem", "tong_diem_bang_chu", "xep_loai", "khoang_cach")} == {"…"}


def test_a_class_below_the_best_says_what_is_missing():
    assert known(a_record(with_marks(a3="8,5")))["khoang_cach"] == "còn thiếu 1,5 điểm để đạt loại Tốt"


def test_a_form_of_levels_has_a_level_and_no_total():
    found = known(an_example("004"))

    assert (found["tong_diem"], found["diem_toi_da"], found["cap"]) == ("…", "…", "cấp huyện")
    assert found["han_nop_ho_so"] == "trước ngày 15/01/2025"
    assert found["ky_so_lieu"] == "từ ngày 01/01/2024 đến hết ngày 31/12/2024"
    assert found["thoi_han_cong_nhan"].isdigit()


def test_what_depends_on_the_kind_of_unit_is_open_until_it_is_named():
    record = replace(an_example("004"), unit_type="")

    found = known(record)
    assert {found[name] for name in ("cap", "han_nop_ho_so", "han_hoan_thanh", "so_tieu_chi", "so_chi_tieu")} == {"…"}


def test_a_form_without_scopes_deadlines_or_window_says_nothing_of_them():
    found = known(an_example("003-ke-hoach"))

    assert (found["cap"], found["thoi_han_cong_nhan"], found["ky_so_lieu"]) == ("", "", "…")
    assert [name for name in found if name.startswith("han_")] == []


def test_a_unit_nobody_described_is_marked_as_open():
    found = known(a_record(unit=Unit()))

    names = ("ten_don_vi", "ten_co_quan_chu_quan", "dia_danh", "dia_chi", "dien_thoai", "thu_dien_tu", "noi_gui")
    assert {found[name] for name in names} == {"…"}
    assert (found["co_quan_ban_hanh"], found["ten_nguoi_ky"], found["tham_quyen"]) == ("", "", "…")


def test_several_receivers_stand_in_one_sentence():
    record = a_record(document=DocumentFacts(addressees=("- Sở Nội vụ;", " ", "UBND huyện Kon Rẫy.")))

    assert known(record)["noi_gui"] == "Sở Nội vụ; UBND huyện Kon Rẫy"


def test_a_legal_text_is_cited_whole_at_first_and_then_by_its_number():
    source = LIBRARY.form("dvht-2020").source

    assert citation(source, PADDING) == (
        "Thông tư số 22/2020/TT-BGDĐT ngày 06 tháng 8 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo "
        "quy định về đánh giá, xếp loại Đơn vị học tập"
    )
    assert short_citation(source) == "Thông tư số 22/2020/TT-BGDĐT"


@pytest.mark.parametrize(
    ("issued", "words"),
    [(None, "Công văn số 5196/BGDĐT-GDTX của Bộ thí điểm"), (date(2021, 1, 2), "ngày 02 tháng 01 năm 2021")],
)
def test_a_day_that_is_not_known_is_left_out_of_a_citation(issued, words):
    source = LegalText("Công văn", "5196/BGDĐT-GDTX", issued, "Bộ", "Thí điểm")

    assert words in citation(source, PADDING)


def test_the_type_and_the_number_are_those_of_the_kind():
    record = a_record(
        unit=Unit(name="Phòng Nội vụ", short="PNV"), document=DocumentFacts(number="5", date="2023-12-05")
    )

    found = known(record, type_name="BÁO CÁO", abbreviation="BC")
    assert (found["ten_loai"], found["so_ky_hieu"]) == ("BÁO CÁO", "Số: 05/BC-PNV")
    assert found["kem_theo"] == "(Kèm theo Báo cáo số 05/BC-PNV ngày 05 tháng 12 năm 2023 của Phòng Nội vụ)"


@pytest.mark.parametrize(
    ("unit_type", "chair"),
    [("xa", "Ủy ban nhân dân cấp xã"), ("huyen", "Phòng Giáo dục và Đào tạo"), ("tinh", "Sở Giáo dục và Đào tạo")],
)
def test_the_meeting_of_a_community_is_chaired_as_its_level_wants(unit_type, chair):
    found = known(replace(a_record({}), form="cdht-2023", year=2024, unit_type=unit_type))

    assert found["chu_tri_hop"] == chair
    assert "Hội Khuyến học" in found["du_hop"]


@pytest.mark.parametrize(
    ("name", "place"),
    [("Ủy ban nhân dân xã Z", "xã Z"), ("UBND xã Z", "xã Z"), ("Trường Tiểu học A", "Trường Tiểu học A"), ("", "…")],
)
def test_the_place_is_recognised_and_not_its_committee(name, place):
    assert known(replace(a_record({}), unit=Unit(name=name)))["ten_dia_phuong"] == place


def test_a_recognition_lasts_so_many_years_and_months():
    found = known(replace(a_record({}), form="dvht-2023", year=2024, unit_type="tieu-hoc"))

    assert (found["thoi_han_cong_nhan"], found["thoi_han_thang"]) == ("03", "36")
    assert known(a_record({}))["thoi_han_thang"] == ""
