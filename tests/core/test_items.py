"""What lists and tables run over, from the real forms and records."""

from __future__ import annotations

from dataclasses import replace

import pytest
from core.factories import a_record, an_example, the_library, with_marks
from core.test_levels import SCHOOL, a_school

from vanthu.items import SOURCES, deadline_words, items, lowered
from vanthu.record import Record
from vanthu.schedule import Deadline

LIBRARY = the_library()


def found(over, record, name="danh_sach"):
    return items(over, name, record, LIBRARY.assess(record))


def field(name, over, record):
    return [item.fields[name][0] for item in found(over, record)]


def by_code(over, record):
    return {item.fields["ma"][0]: item for item in found(over, record)}


@pytest.mark.parametrize("over", sorted(SOURCES))
@pytest.mark.parametrize("example", ["000", "001", "002", "003-ke-hoach", "004"])
def test_the_first_and_the_last_item_are_known_in_every_list_of_every_form(over, example):
    listed = found(over, an_example(example))

    assert [item.first for item in listed][:1] in ([], [True])
    assert [item.last for item in listed][-1:] in ([], [True])
    assert all(all(isinstance(line, str) for lines in item.fields.values() for line in lines) for item in listed)


def test_the_lines_of_a_form_know_their_group_their_end_and_their_parts():
    lines = by_code("criteria", an_example("000"))

    assert [lines[code].kind for code in ("1", "1.a", "3.a.1")] == ["nhom", "tieu_chi", "thanh_phan"]
    assert [code for code, item in lines.items() if item.has_parts] == ["1", "2", "3", "3.a"]
    assert [code for code, item in lines.items() if item.last] == ["1.c", "2.d", "3", "3.a.8", "3.c"]
    assert lines["1"].fields["nguyen_van"] == ("Các tiêu chí về các điều kiện để xây dựng Đơn vị học tập",)
    assert lines["1"].fields["ten"] == ("Các điều kiện để xây dựng Đơn vị học tập",)
    assert (lines["1.a"].fields["ma_nhom"], lines["1.a"].fields["nhom"]) == (("1",), lines["1"].fields["ten"])


def test_a_line_of_the_first_level_without_lines_below_it_is_no_group():
    assert {item.kind for item in found("criteria", an_example("002"))} == {"tieu_chi"}
    assert len(found("indicators", an_example("002"))) == 15


def test_scores_are_shown_as_they_count_and_what_cannot_count_as_it_was_typed():
    scored = by_code("criteria", an_example("001"))
    half = by_code("criteria", a_record(with_marks(a1="8.50", b1="mười một")))

    assert (scored["1"].fields["diem"], scored["3.a"].fields["diem"]) == (("30",), ("25",))
    assert (half["1.a"].fields["diem"], half["1.b"].fields["diem"]) == (("8,5",), ("mười một",))
    assert half["1"].fields["diem"] == ("",)
    assert (half["1.a"].fields["ket_qua"], half["1.a"].fields["muc_do"]) == (("8,5",), ("",))


def test_an_indicator_shows_its_share_its_level_and_what_the_law_asks():
    lines = by_code("indicators", a_school({**SCHOOL, "1.1": "không đạt", "1.2": "", "2.2": "19 trên 20"}))

    assert lines["2.1"].fields["ket_qua"] == ("19/20 = 95%",)
    assert lines["2.1"].fields["muc_do"] == ("Mức độ 2",)
    assert lines["1.1"].fields["muc_do"] == ("Không đạt",)
    assert (lines["1.2"].fields["ket_qua"], lines["1.2"].fields["muc_do"]) == (("",), ("",))
    assert lines["2.2"].fields["ket_qua"] == ("19 trên 20",)
    assert [line.partition(",")[0] for line in lines["2.1"].fields["yeu_cau"]] == ["Mức độ 1", "Mức độ 2"]
    assert ["Điều {} khoản 2 điểm a".format(n) in line for n, line in zip((6, 7), lines["2.1"].fields["yeu_cau"])] == [
        *(True, True),
    ]


def test_an_indicator_that_does_not_apply_says_so():
    line = by_code("indicators", a_school({**SCHOOL, "3.3": "không áp dụng: đơn vị mới lập"}))["3.3"]

    assert line.fields["muc_do"] == ("Không áp dụng",)


@pytest.mark.parametrize("name", ["1.1", "1.1.", " 1.1) "])
def test_evidence_and_words_belong_to_a_criterion_however_its_id_was_typed(name):
    record = a_school(evidence={name: ["Kế hoạch số 12"]}, text={"mo_ta/" + name: ["Có kế hoạch hằng năm."]})

    line = by_code("indicators", record)["1.1"]
    assert line.fields["minh_chung"] == ("Kế hoạch số 12",)
    assert line.fields["mo_ta"] == ("Có kế hoạch hằng năm.",)
    assert LIBRARY.assess(record).results["1.1"].level == 2


def test_a_letter_of_a_criterion_may_be_a_capital():
    record = a_record(evidence={"1.A)": ("Nghị quyết số 3",)}, text={"nhan_xet/1.A": ("Tốt.",)})

    line = by_code("criteria", record)["1.a"]
    assert (line.fields["minh_chung"], line.fields["nhan_xet"]) == (("Nghị quyết số 3",), ("Tốt.",))


def test_evidence_typed_in_two_places_for_one_criterion_is_kept_whole_and_blanks_are_none():
    twice = a_record(evidence={"1.a": ("Nghị quyết số 3", " "), "1.A.": ("Nghị quyết số 3", "Biên bản")})

    assert by_code("criteria", twice)["1.a"].fields["minh_chung"] == ("Nghị quyết số 3", "Biên bản")
    assert by_code("criteria", a_record(evidence={"1.a": ("", " ")}))["1.a"].fields["minh_chung"] == ("…",)
    blank = LIBRARY.assess(a_school(evidence={"1.1": [" "]})).results["1.1"]
    assert blank.status.value == "no_evidence"


def test_the_clerks_words_never_stand_in_the_place_of_a_result():
    record = a_record(
        text={"diem/1.a": ("100",), "diem_toi_da/1.a": ("100",), "ten /1.a": ("Có kế hoạch",), "mo_ta/1.a": ()}
    )

    fields = by_code("criteria", record)["1.a"].fields
    assert (fields["diem"], fields["diem_toi_da"], fields["ten"]) == (("10",), ("10",), ("Có kế hoạch",))
    assert "mo_ta" not in fields


def test_each_class_goes_up_to_the_one_above_it():
    assert [
        tuple(item.fields[name][0] for name in ("ten", "tu", "den")) for item in found("bands", an_example("000"))
    ] == [("Tốt", "85", "100"), ("Khá", "70", "85"), ("Trung bình", "50", "70"), ("Chưa đạt", "0", "50")]


def test_levels_stand_lowest_first():
    assert field("ten_thuong", "levels", an_example("004")) == ["mức độ 1", "mức độ 2"]


def test_organs_stand_in_the_order_of_the_criteria_with_all_that_they_have():
    record = an_example("002")

    assert field("co_quan", "assignments", record)[:4] == [
        *("Văn phòng Đảng ủy xã", "Văn phòng UBND xã", "MTTQ xã", "Nhà trường"),
    ]
    assert field("ma", "assignments", record)[:4] == ["1", "2, 7, 11", "3, 10", "4, 5, 6"]
    assert "; về " in field("ten_thuong", "assignments", record)[1]


def test_an_organ_named_twice_for_one_criterion_has_it_once():
    record = Record(
        "cdht-2014", 2024, assigned={"3": ("Nhà trường", "Nhà trường "), "3.": ("Nhà trường", "", "Công an xã")}
    )

    assert field("co_quan", "assignments", record) == ["Nhà trường", "Công an xã"]
    assert field("ma", "assignments", record) == ["3", "3"]


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (["1.1.1"], "chỉ báo 1.1.1. Tiêu chí 1.1. Tiêu chuẩn 1"),
        (
            ["2.2.1", "2.2.2", "3.2.1"],
            "các chỉ báo 2.2.1; 2.2.2. Tiêu chí 2.2. Tiêu chuẩn 2 và chỉ báo 3.2.1. Tiêu chí 3.2. Tiêu chuẩn 3",
        ),
        (["2.2"], "Tiêu chí 2.2. Tiêu chuẩn 2"),
        (["3.1", "3.2"], "các Tiêu chí 3.1; 3.2. Tiêu chuẩn 3"),
        (["1"], "Tiêu chuẩn 1"),
        (["1", "2"], "các Tiêu chuẩn 1; 2"),
    ],
)
def test_codes_of_the_district_pilot_are_named_by_what_they_are(codes, words):
    record = replace(an_example("003-ke-hoach"), assigned=dict.fromkeys(codes, ("Phòng Nội vụ",)))

    assert field("chi_bao", "assignments", record) == [words]


def test_the_dossier_is_parted_by_who_draws_it_up():
    record = an_example("002")

    assert field("ten", "dossier", record)[0] == "Tờ trình của ủy ban nhân dân cấp xã"
    assert field("so_bo", "dossier", record) == ["1", "1", "1"]
    assert set(field("nguoi_lap", "superior_dossier", record)) == {"Hội Khuyến học cấp huyện"}
    assert field("so_bo", "dossier", an_example("004")) == ["", "", ""]


def test_deadlines_stand_soonest_first_and_only_those_of_the_scope():
    assert field("han", "deadlines", an_example("004")) == [
        *("trước ngày 15/01/2025", "trước ngày 15/02/2025", "trước ngày 15/03/2025"),
    ]
    assert field("han", "deadlines", an_example("000")) == ["chậm nhất ngày 31/03/2024"]
    assert found("deadlines", replace(an_example("004"), unit_type="")) == ()


def test_a_day_that_is_too_late_itself_is_named_and_the_last_day_is_the_one_before():
    deadline = Deadline("nop-ho-so", "Nộp hồ sơ", 3, 1, True, "Điều 10", "", "", None)

    assert deadline.named_day(2023).isoformat() == "2024-03-01"
    assert deadline.last_day(2023).isoformat() == "2024-02-29"
    assert deadline_words(deadline, 2023) == "trước ngày 01/03/2024"
    assert deadline_words(replace(deadline, before=False), 2023) == "chậm nhất ngày 01/03/2024"


def test_rows_typed_by_hand_are_items_as_they_stand():
    record = replace(an_example("004"), rows={"thanh_vien": (("Trần Thanh Tùng", "Hiệu trưởng"), ())})

    first, blank = found("rows", record, "thanh_vien")
    assert first.fields == {"0": ("Trần Thanh Tùng",), "1": ("Hiệu trưởng",)}
    assert blank.fields == {}
    assert found("rows", record, "danh_sach_don_vi") == ()


def test_only_the_first_letter_is_lowered():
    assert (lowered("Ủy ban nhân dân xã Y"), lowered("")) == ("ủy ban nhân dân xã Y", "")
