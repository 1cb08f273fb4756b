"""Finished texts of a document."""

from __future__ import annotations

import pytest
from core.factories import EXAMPLE, a_kind, a_record, the_library, with_marks

from vanthu.assess import assess
from vanthu.compose import compose
from vanthu.record import DocumentFacts, Signer, Unit
from vanthu.record_file import load
from vanthu.slots import Paragraphs, Rule, Table, Text

LIBRARY = the_library()


def slots_of(record):
    assessment = assess(LIBRARY.form(record.form), record)
    return compose(LIBRARY.kind("bao-cao-tu-danh-gia"), record, assessment, LIBRARY.paper)


def lines(slot):
    return slot.paragraphs if isinstance(slot, Paragraphs) else (slot.text,)


def test_the_example_gives_the_sentences_of_the_report():
    slots = slots_of(load(EXAMPLE))

    assert slots["tong_diem"] == Text("93")
    assert slots["xep_loai"] == Text("Tốt")
    assert slots["co_quan_ban_hanh"] == Text("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO\nHUYỆN KON RẪY")
    assert slots["trich_yeu"] == Text("Tự đánh giá, xếp loại Đơn vị học tập năm 2023")
    assert lines(slots["kinh_gui"]) == ("Kính gửi: Ủy ban nhân dân huyện Kon Rẫy",)
    assert lines(slots["noi_nhan"]) == ("- Như trên;", "- UBND huyện (b/c);", "- Lưu: VT.")
    assert lines(slots["chuc_vu_ky"]) == ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")
    assert slots["nam_sau"] == Text("2024")


def test_the_table_has_a_row_for_every_line_of_the_form():
    table = slots_of(load(EXAMPLE))["bang_diem"]

    assert isinstance(table, Table)
    assert [row.cells[0] for row in table.rows] == list("1abc2abcd3a") + ["-"] * 8 + ["b", "c"]
    assert [row.cells[3] for row in table.rows if row.kind == "nhom"] == ["30", "30", "33"]
    assert table.rows[1].cells == (
        "a",
        "Đơn vị có chủ trương hoặc kế hoạch cho thành viên học tập thường xuyên.",
        "10",
        "10",
    )


def test_numbers_are_written_with_a_comma():
    slots = slots_of(a_record(with_marks(a3="8.50")))

    assert slots["tong_diem"] == Text("83,5")
    assert "8,5" in [row.cells[3] for row in slots["bang_diem"].rows]


def test_an_incomplete_record_shows_no_total_and_no_rating():
    slots = slots_of(a_record({"1.a": "11", "1": "7"}))

    assert (slots["tong_diem"], slots["xep_loai"]) == (Text("…"), Text("…"))
    assert [row.cells[3] for row in slots["bang_diem"].rows][:3] == ["7", "11", ""]


def test_what_is_not_known_yet_is_marked_or_left_for_the_pen():
    slots = slots_of(a_record({}))

    assert slots["ten_don_vi"] == Text("…")
    assert slots["co_quan_ban_hanh"] == Text("")
    assert lines(slots["chuc_vu_ky"]) == ("…",)
    assert lines(slots["kinh_gui"]) == ("Kính gửi: …",)
    assert slots["so_ky_hieu"].text.endswith("/BC-…")
    assert lines(slots["uu_diem"]) == ("…",)


def test_default_sentences_are_filled_with_facts():
    slots = slots_of(a_record({}, unit=Unit(name="Phòng X")))

    assert lines(slots["ket_luan"])[0].endswith("Đơn vị học tập năm 2023 của Phòng X./.")
    assert lines(slots["mo_dau"])[0] == (
        "Thực hiện Thông tư số 22/2020/TT-BGDĐT ngày 06 tháng 8 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo "
        "quy định về đánh giá, xếp loại Đơn vị học tập;"
    )


def test_braces_in_the_clerks_own_words_stay_as_they_are():
    slots = slots_of(a_record({}, text={"uu_diem": ("{nam} {{ x }}",), "tong_diem": ("1000",), "ton_tai": ()}))

    assert lines(slots["uu_diem"]) == ("{nam} {{ x }}",)
    assert slots["tong_diem"] == Text("…")
    assert lines(slots["ton_tai"]) == ("…",)


def composed(record, **kind):
    return compose(a_kind(**kind), record, LIBRARY.assess(record), LIBRARY.paper)


LISTS = {
    "danh_sach_xep_loai": {"over": "bands", "line": ["+ Loại {ten};"]},
    "phan_cong": {"over": "assignments", "line": ["{co_quan}"]},
}


def test_a_line_that_names_a_list_alone_becomes_the_list_in_defaults_and_in_the_clerks_words():
    record = a_record(text={"nhan_xet": ("Gồm:", " {danh_sach_xep_loai} ", "Hết {danh_sach_xep_loai}.")})

    slots = composed(record, lists=LISTS, text={"quy_trinh": ["Năm {nam}:", "{danh_sach_xep_loai}"], "nhan_xet": ["…"]})
    classes = tuple("+ Loại {};".format(name) for name in ("Tốt", "Khá", "Trung bình", "Chưa đạt"))
    assert lines(slots["quy_trinh"]) == ("Năm 2023:", *classes)
    assert lines(slots["nhan_xet"]) == ("Gồm:", *classes, "Hết {danh_sach_xep_loai}.")
    assert lines(slots["danh_sach_xep_loai"]) == classes


def test_the_name_of_a_list_that_does_not_exist_stays_as_typed():
    slots = composed(a_record(text={"nhan_xet": ("{danh_sach_la}",)}), text={"quy_trinh": ["{danh_sach_la}"]})

    assert lines(slots["nhan_xet"]) == lines(slots["quy_trinh"]) == ("{danh_sach_la}",)


def test_a_place_whose_only_list_is_empty_waits_for_the_clerk():
    slots = composed(a_record(), lists=LISTS, text={"to_chuc_thuc_hien": ["{phan_cong}"], "noi_dung": []})

    assert lines(slots["to_chuc_thuc_hien"]) == ("…",)
    assert (lines(slots["phan_cong"]), lines(slots["noi_dung"])) == ((), ())


def test_braces_that_the_clerk_typed_stay_also_inside_a_list():
    record = a_record(assigned={"1.a": ("Phòng {nam}",)})

    slots = composed(record, lists=LISTS, text={"to_chuc_thuc_hien": ["Năm {nam}", "{phan_cong}"]})
    assert lines(slots["to_chuc_thuc_hien"]) == ("Năm 2023", "Phòng {nam}")


def test_words_for_a_criterion_or_for_one_document_are_no_slots():
    slots = composed(a_record(text={"mo_ta/1.1": ("A",), "to-trinh-de-nghi-cong-nhan/mo_dau": ("B",)}))

    assert [name for name in slots if "/" in name] == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (("Căn cứ Luật A",), ("Căn cứ Luật A.",)),
        (
            ("Căn cứ Luật A.", " Căn cứ Luật B;", "Căn cứ Luật C,"),
            ("Căn cứ Luật A;", "Căn cứ Luật B;", "Căn cứ Luật C."),
        ),
        (("", "Căn cứ Luật A;", " "), ("Căn cứ Luật A.",)),
        (("", " ; "), ("…",)),
        (("Căn cứ …",), ("Căn cứ …",)),
        ((), ("Căn cứ Thông tư số 22/2020/TT-BGDĐT.",)),
    ],
)
def test_legal_bases_end_with_semicolons_and_the_last_with_a_full_stop(typed, shown):
    slots = composed(a_record(text={"can_cu": typed}), text={"can_cu": ["Căn cứ {thong_tu}"]})

    assert lines(slots["can_cu"]) == shown


def test_a_kind_whose_legal_bases_are_still_open_says_so():
    assert lines(composed(a_record(), text={"can_cu": []})["can_cu"]) == ("…",)


@pytest.mark.parametrize(
    ("typed", "shown"), [(("Việc B",), "Việc B"), ((" ",), "Việc A năm 2023"), ((), "Việc A năm 2023")]
)
def test_the_subject_is_the_clerks_where_one_was_typed(typed, shown):
    slots = composed(a_record(text={"trich_yeu": typed}), subject="Việc A năm {nam}")

    assert slots["trich_yeu"] == Text(shown)
    assert slots["trich_yeu_in_hoa"] == Text(shown.upper())
    assert slots["trich_yeu_cong_van"] == Text("V/v " + shown)


def test_a_subject_typed_in_lines_stands_in_lines_below_the_title_and_is_one_line_in_a_sentence():
    slots = composed(a_record(text={"trich_yeu": ("Việc B ", "", "Năm 2024")}), text={"mo_dau": ["{trich_yeu}."]})

    assert slots["trich_yeu"] == Text("Việc B\nNăm 2024")
    assert slots["trich_yeu_cong_van"] == Text("V/v Việc B Năm 2024")
    assert lines(slots["mo_dau"]) == ("Việc B Năm 2024.",)


def test_marks_of_headings_become_numbers_with_their_styles():
    slots = composed(a_record(text={"quy_trinh": ("# Mục đích", "- Một.", "#) x.")}))

    assert slots["quy_trinh"] == Paragraphs(("1. Mục đích", "- Một.", "a) x."), ("VT Khoản", "VT Nội dung", "VT Điểm"))


def test_several_addressees_stand_on_lines_of_their_own():
    slots = slots_of(a_record({}, document=DocumentFacts(addressees=("Sở A;", "Phòng B."))))

    assert lines(slots["kinh_gui"]) == ("Kính gửi:", "\t- Sở A;", "\t- Phòng B.")


@pytest.mark.parametrize(
    ("signer", "expected"),
    [
        (Signer(title="Hiệu trưởng"), ("HIỆU TRƯỞNG",)),
        (Signer("TM.", "Ủy ban nhân dân", "Chủ tịch"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (Signer(head="Trưởng phòng"), ("TRƯỞNG PHÒNG",)),
    ],
)
def test_the_authority_of_the_signer_stands_in_capitals(signer, expected):
    assert lines(slots_of(a_record({}, signer=signer))["chuc_vu_ky"]) == expected


def test_the_rules_follow_the_length_of_the_lines_above_them():
    short = slots_of(a_record({}, unit=Unit(name="Phòng X")))
    longer = slots_of(a_record({}, unit=Unit(name="Phòng Giáo dục và Đào tạo")))

    assert isinstance(short["ke_co_quan"], Rule)
    assert short["ke_co_quan"].indent_mm > longer["ke_co_quan"].indent_mm > 0
    assert short["ke_trich_yeu"] == longer["ke_trich_yeu"]


def test_signs_of_markup_are_just_letters_here():
    name = "Phòng “GD&ĐT” <huyện> 'X' \"Y\""

    assert slots_of(a_record({}, unit=Unit(name=name)))["ten_don_vi"] == Text(name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Trường Tiểu học Vĩnh Phong 3", "TRƯỜNG TIỂU HỌC\nVĨNH PHONG 3"),
        ("Ủy ban nhân dân xã Đồng Thịnh", "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG THỊNH"),
        ("Phòng Nội vụ huyện X", "PHÒNG NỘI VỤ HUYỆN X"),
        (
            "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
            "TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP - GIÁO DỤC THƯỜNG XUYÊN",
        ),
        (
            "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở xã Y",
            "TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ XÃ Y",
        ),
    ],
)
def test_a_long_name_of_an_agency_is_broken_before_its_place(name, shown):
    assert slots_of(a_record({}, unit=Unit(name=name)))["co_quan_ban_hanh"] == Text(shown)


def test_an_agency_without_a_parent_begins_level_with_the_national_header():
    slots = slots_of(a_record({}, unit=Unit(name="Ủy ban nhân dân xã Đồng Thịnh")))

    assert slots["co_quan_chu_quan"] == Paragraphs(("",), ("VT Mép văn bản",))


def test_who_drafted_the_document_stands_below_the_recipients():
    slot = slots_of(a_record({}, document=DocumentFacts(recipients=("Sở A",), drafter="PL.(300)")))["noi_nhan"]

    assert slot.paragraphs == ("- Như trên;", "- Sở A;", "- Lưu: VT.", "PL.(300)")
    assert slot.styles == ("VT Danh sách nơi nhận",) * 3 + ("VT Ký hiệu người soạn",)
