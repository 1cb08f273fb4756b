"""The dossier: what a unit hands in, what is still missing, until when and to whom."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from core.factories import EXAMPLE, PROJECT, a_record, the_library
from core.test_language import Shouting
from core.test_levels import SCHOOL, a_school

from vanthu import language
from vanthu.compose import compose
from vanthu.dossier import LIST, dossier, list_slots, record_of
from vanthu.plan import plan
from vanthu.record import Progress
from vanthu.record_file import load
from vanthu.report import dossier_json
from vanthu.slots import Paragraphs, Table

LIBRARY = the_library()
DAY = date(2025, 1, 4)
REQUEST, REPORT, SUMMARY = "to-trinh-de-nghi-cong-nhan", "bao-cao-don-vi-hoc-tap", "ban-tong-hop-ket-qua"
OF_BLOCKS = {
    "letterhead": ("co_quan_chu_quan", "co_quan_ban_hanh", "ke_co_quan", "so_ky_hieu", "dia_danh_thoi_gian"),
    "title": ("ten_loai", "trich_yeu"),
    "addressees": ("kinh_gui",),
    "signature": ("noi_nhan", "chuc_vu_ky", "ten_nguoi_ky"),
}
OWN_WORDS = ("uu_diem", "ton_tai", "kien_nghi", "phuong_huong")
WHOLE = {
    "kind": REPORT,
    "unit": {
        **{"name": "Trường Tiểu học Vĩnh Phong 3", "short": "THVP3", "place": "Vĩnh Thuận", "address": "Vĩnh Phong"},
        **{"phone": "02970000000", "email": "vanthu@example.vn"},
    },
    "document": {"number": "12", "addressees": ["Phòng Giáo dục và Đào tạo huyện Vĩnh Thuận"]},
    "signer": {"title": "Hiệu trưởng", "name": "Huỳnh Văn Tài"},
    "text": {name: ["Đã trao đổi sách, báo, tạp chí…"] for name in OWN_WORDS},
}


def places_of(form_id):
    """What the templates of a form's dossier show, read from their descriptions."""
    kinds = {item.kind for item in LIBRARY.form(form_id).dossier if item.kind}
    return {kind: places_in((PROJECT / "templates" / (kind + ".toml")).read_text(encoding="utf-8")) for kind in kinds}


def places_in(description):
    blocks = [name for name in OF_BLOCKS if 'kind = "{}"'.format(name) in description]
    tags = re.findall(r'\{\{ ([a-z]+(?:_[a-z0-9]+)*)|slot = "(\w+)"', description)
    return frozenset(name for pair in tags for name in pair if name).union(*(OF_BLOCKS[name] for name in blocks))


def found_in(record, on=DAY, places=None):
    assessment = LIBRARY.assess(record)
    return dossier(LIBRARY, record, assessment, on, places_of(record.form) if places is None else places)


def test_a_dossier_is_vietnamese_whatever_the_interface_speaks():
    wanted = list_slots(found_in(without("unit.phone")))

    language.use(Shouting())
    try:
        assert list_slots(found_in(without("unit.phone"))) == wanted
    finally:
        language.use()


def without(path):
    """The whole school without one thing: unit.phone, or text.uu_diem."""
    table, key = path.split(".")
    return a_school(**{**WHOLE, table: {name: value for name, value in WHOLE[table].items() if name != key}})


def test_a_school_hands_in_three_documents_and_those_above_it_draw_up_four():
    found = found_in(a_school(**WHOLE))

    assert [entry.item.kind for entry in found.documents] == [REQUEST, REPORT, SUMMARY]
    assert [entry.file_name for entry in found.documents] == ["01-" + REQUEST, "02-" + REPORT, "03-" + SUMMARY]
    council = "Hội đồng đánh giá cấp huyện"
    assert [item.by for item in found.superior] == ["Phòng Giáo dục và Đào tạo", council, council, council]


def test_a_whole_record_gives_a_complete_dossier():
    found = found_in(a_school(**WHOLE))

    assert [entry.status for entry in found.documents] == ["đủ", "đủ", "đủ"]
    assert found.complete


@pytest.mark.parametrize(
    ("path", "words", "lacking"),
    [
        ("unit.phone", "Điện thoại", {REPORT}),
        ("unit.name", "Tên đơn vị", {REQUEST, REPORT, SUMMARY}),
        ("unit.place", "Địa danh", {REQUEST, REPORT, SUMMARY}),
        ("text.uu_diem", "Ưu điểm", {REPORT}),
        ("signer.name", "Tên người ký", {REQUEST, REPORT, SUMMARY}),
        ("signer.title", "Chức vụ người ký", {REQUEST, REPORT, SUMMARY}),
        ("document.addressees", "Kính gửi", {REQUEST, REPORT}),
    ],
)
def test_what_is_not_typed_is_named_once_where_it_is_shown(path, words, lacking):
    found = found_in(without(path))

    sentences = {entry.item.kind: entry.status for entry in found.documents}
    named = {kind for kind, status in sentences.items() if words in status}
    assert named >= lacking
    assert {status.count(words) for kind, status in sentences.items() if kind in lacking} == {1}
    assert not found.complete


def test_a_place_that_the_template_does_not_show_is_not_missed():
    record = without("unit.phone")
    places = {kind: shown - {"dien_thoai"} for kind, shown in places_of(record.form).items()}

    assert found_in(record, places=places).complete


def test_a_table_with_an_empty_proof_is_not_complete():
    record = replace(a_school(**WHOLE), evidence={}, require_evidence=False)

    assert [entry.status for entry in found_in(record).documents][2] == "Còn để trống: Bảng tổng hợp."


def test_missing_criteria_keep_every_document_from_being_complete():
    record = a_school({"1.1": "đạt"}, **WHOLE)

    for entry in found_in(record).documents:
        assert entry.missing[0].startswith("Chưa có kết quả của các mục: 1.2, 1.3")


def test_errors_in_the_data_are_counted():
    [entry] = found_in(load(EXAMPLE), places={"bao-cao-tu-danh-gia": frozenset({"xep_loai"})}).documents

    assert entry.missing == ("Còn 2 lỗi phải sửa trong dữ liệu.",)


def test_a_document_without_a_template_is_listed_and_said_to_be_missing():
    [entry] = found_in(a_record(), places={}).documents

    assert (entry.file_name, entry.copies) == ("", "không quy định")
    assert entry.status == "Chưa có mẫu cho văn bản này; đơn vị tự soạn và đưa vào hồ sơ."


def test_copies_are_those_of_the_article():
    record = replace(a_record({}), form="cdht-2014", kind="")

    assert [entry.copies for entry in found_in(record).documents] == ["01", "01", "01"]


def test_a_list_has_no_dossier():
    assert found_in(replace(a_record({}), form="huyen-hoc-tap-2021")).documents == ()


def test_deadlines_and_figures_are_in_words():
    found = found_in(a_school(**WHOLE))

    assert "chậm nhất ngày 14/01/2025, còn 10 ngày" in found.due[0]
    assert found.window.startswith("Số liệu tính từ 01/01/2024 đến 31/12/2024")


@pytest.mark.parametrize(
    ("record", "on", "receiver"),
    [
        (a_school(), date(2025, 6, 30), "Phòng Giáo dục và Đào tạo"),
        (a_school(), date(2025, 7, 1), "…"),
        (a_school(progress={"receiver": "Ủy ban nhân dân xã"}), date(2025, 7, 1), "Ủy ban nhân dân xã"),
        (a_school(scope="cap-tinh", unit_type="thpt"), date(2026, 1, 1), "Sở Giáo dục và Đào tạo"),
        (a_record(), DAY, "…"),
    ],
)
def test_nobody_receives_by_a_text_that_names_a_body_that_has_ended(record, on, receiver):
    assert found_in(record, on).receiver_words == "Nơi tiếp nhận hồ sơ: " + receiver


def test_number_and_words_belong_to_the_document_they_were_typed_for():
    words = {**WHOLE["text"], "mo_dau": ["Lời của báo cáo."], "trich_yeu": ["Trích yếu"], "mo_ta/1.1": ["Mô tả"]}
    record = a_school(**{**WHOLE, "text": words})
    report, request = (record_of(LIBRARY.kind(kind), record) for kind in (REPORT, REQUEST))

    assert (report.document.number, report.text) == ("12", record.text)
    assert (request.document.number, request.kind) == ("", REQUEST)
    assert request.text == {"mo_ta/1.1": ("Mô tả",)}


def test_words_may_name_the_document_they_are_for():
    record = a_school(text={REQUEST + "/ket_luan": ["Kính trình./."], "uu_diem": ["Tốt."]})

    assert record_of(LIBRARY.kind(REQUEST), record).text["ket_luan"] == ("Kính trình./.",)
    report = record_of(LIBRARY.kind(REPORT), record).text
    assert "ket_luan" not in report
    assert report["uu_diem"] == ("Tốt.",)


def test_a_default_sentence_with_blanks_is_not_replaced_by_the_words_of_another_document():
    record = replace(a_record({}, text={"ket_luan": ("Trên đây là báo cáo./.",)}), form="cdht-2014", kind="")

    assert record_of(LIBRARY.kind("bien-ban-tu-kiem-tra"), record).text == {}


def test_the_list_shows_the_status_of_every_document_and_who_receives_it():
    found = found_in(without("unit.phone"))
    slots = list_slots(found)

    table = slots["bang_ho_so"]
    assert isinstance(table, Table)
    assert table.columns == LIBRARY.kind(LIST).tables["bang_ho_so"].columns
    assert [row.cells[0] for row in table.rows] == ["1", "2", "3"]
    assert [row.cells[4] for row in table.rows] == ["đủ", "Còn để trống: Điện thoại.", "đủ"]
    assert slots["tiep_nhan"].paragraphs[0] == "Nơi tiếp nhận hồ sơ: Phòng Giáo dục và Đào tạo."
    assert len(slots["tiep_nhan"].paragraphs) == 2


def test_who_meets_no_level_has_nothing_to_ask_for():
    typed = {**SCHOOL, "2.1": "1/20"}
    found = found_in(a_school(typed, **WHOLE))

    assert (found.hindrance, found.complete) == (
        "Kết quả tự đánh giá: không đạt, nên chưa đề nghị công nhận được.",
        False,
    )
    assert list_slots(found)["tiep_nhan"].paragraphs[0] == found.hindrance
    assert dossier_json(found)["hindrance"] == found.hindrance
    assert found_in(a_school(**WHOLE)).hindrance == ""


def test_a_request_names_the_level_and_encloses_the_other_documents():
    record = record_of(LIBRARY.kind(REQUEST), a_school(**WHOLE))
    slots = compose(LIBRARY.kind(REQUEST), record, LIBRARY.assess(record), LIBRARY.paper)

    assert slots["mo_dau"].paragraphs[0].endswith("đạt “Đơn vị học tập” cấp huyện mức độ 2 năm 2024.")
    assert slots["can_cu"].paragraphs[-1] == "Căn cứ kết quả tự đánh giá năm 2024."
    assert [line[:10] for line in slots["danh_sach_ho_so"].paragraphs] == ["a) Báo cáo", "b) Bản tổn"]


def test_a_later_fill_leaves_the_status_alone():
    record = record_of(LIBRARY.kind(LIST), a_school(**WHOLE))
    wanted = compose(LIBRARY.kind(LIST), record, LIBRARY.assess(record), LIBRARY.paper)
    standing = list_slots(found_in(a_school(**WHOLE)))

    work = plan(wanted, standing, written={})

    assert dict(work.write) == {}
    assert "bang_ho_so/0/4" in work.hand_edited


def test_the_list_says_deadlines_and_what_the_council_draws_up():
    record = record_of(LIBRARY.kind(LIST), a_school(**WHOLE))
    slots = compose(LIBRARY.kind(LIST), record, LIBRARY.assess(record), LIBRARY.paper)

    lines = slots["thoi_gian"]
    assert isinstance(lines, Paragraphs)
    assert lines.paragraphs[0] == "Thời hạn:"
    assert lines.paragraphs[1].endswith("cấp huyện: trước ngày 15/01/2025 (Điều 10 khoản 1 điểm c).")
    assert sum("Hội đồng đánh giá cấp huyện;" in line for line in lines.paragraphs) == 3
    assert sum("(Phòng Giáo dục và Đào tạo;" in line for line in lines.paragraphs) == 1
    assert [row.cells[1][:9] for row in slots["bang_ho_so"].rows] == ["Tờ trình ", "Báo cáo t", "Bản tổng "]


def test_a_named_receiver_is_kept_as_typed():
    record = replace(a_record(), progress=Progress(receiver="Phòng Văn hóa - Xã hội"))

    assert found_in(record).receiver == "Phòng Văn hóa - Xã hội"
