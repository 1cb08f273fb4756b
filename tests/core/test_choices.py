"""What a new document can be, and which form is proposed for it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date

import pytest
from core.factories import FORMS, a_kind, the_library

from vanthu import messages
from vanthu.choices import (
    ChoiceLine,
    begun_record,
    choice_lines,
    kind_choices,
    next_choice,
    proposed_form,
    typed_year,
    usual_kind,
    usual_year,
)
from vanthu.data_error import DataError
from vanthu.library import load_library
from vanthu.profile import Profile
from vanthu.record import Signer, Unit

LIBRARY = the_library()
CHOICES = kind_choices(LIBRARY)


def proposal(kind_id, year, unit_type=""):
    return proposed_form(LIBRARY, LIBRARY.kind(kind_id), year, unit_type)


def test_every_kind_is_offered_once_in_the_order_of_the_groups():
    groups = list(dict.fromkeys(choice.group for choice in CHOICES))

    assert groups == list(LIBRARY.groups)
    assert sorted(choice.id for choice in CHOICES) == sorted(kind.id for kind in LIBRARY.kinds)
    assert len({choice.title for choice in CHOICES}) == len(CHOICES)


def test_documents_of_a_repealed_circular_come_last_in_their_group_and_name_it():
    titles = [choice.title for choice in CHOICES if choice.group == "Đơn vị học tập"]

    assert titles[0] == "Bản tổng hợp kết quả tự đánh giá các tiêu chí, chỉ tiêu"
    assert titles[-2:] == [
        "Báo cáo tự đánh giá (theo Thông tư 22/2020)",
        "Kế hoạch kiểm tra, đánh giá, xếp loại Đơn vị học tập (theo Thông tư 22/2020)",
    ]


def test_a_kind_without_a_group_is_offered_at_the_end():
    library = replace(LIBRARY, kinds=(a_kind(title="Ghi chú"), *LIBRARY.kinds))

    last = kind_choices(library)[-1]
    assert (last.title, last.group) == ("Ghi chú", messages.OTHER_GROUP)


def test_a_group_that_nobody_knows_is_refused_with_the_known_ones(tmp_path):
    folder = shutil.copytree(FORMS, tmp_path / "forms")
    file = folder / "documents" / "cong-van.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("Văn bản hành chính", "Thư từ"), encoding="utf-8")

    with pytest.raises(DataError, match=r'cong-van\.toml: group: không có nhóm "Thư từ".*được phép: Đơn vị học tập'):
        load_library(folder)


def test_the_list_shows_headings_and_the_kinds_below_them():
    lines = choice_lines(CHOICES)

    assert lines[0] == ChoiceLine("ĐƠN VỊ HỌC TẬP", "")
    assert lines[1].kind == "ban-tong-hop-ket-qua"
    assert lines[1].text.startswith("   Bản tổng hợp")
    assert len([line for line in lines if not line.kind]) == len(LIBRARY.groups)


def test_typing_narrows_the_list_without_marks_and_in_any_order():
    lines = choice_lines(CHOICES, "cong nhan TO TRINH")

    assert [line.kind for line in lines] == ["", "to-trinh-de-nghi-cong-nhan", "", "to-trinh-cong-dong-muc-do"]
    assert choice_lines(CHOICES, "thơ tình") == ()


def test_the_arrows_pass_over_headings():
    lines = choice_lines(CHOICES, "to trinh")
    headings = [number for number, line in enumerate(lines) if not line.kind]

    assert next_choice(lines, 0, 1) == 1
    assert next_choice(lines, headings[1], 1) == headings[1] + 1
    assert next_choice(lines, headings[1], -1) == headings[1] - 1
    assert next_choice(lines, 0, -1) == -1
    assert next_choice(lines, len(lines), 1) == -1


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2026, 6, 30), 2025), (date(2026, 7, 1), 2026), (date(2026, 1, 1), 2025)],
)
def test_the_usual_year_is_the_one_whose_assessment_is_due(today, year):
    assert usual_year(today) == year


@pytest.mark.parametrize("text", ["", "202", "20245", "năm", "²⁰²⁴", "0000", "9900"])
def test_no_year_is_read_from_what_is_none(text):
    assert typed_year(text) is None


@pytest.mark.parametrize(
    ("kind_id", "year", "form", "reason"),
    [
        ("bao-cao-tu-danh-gia", 2023, "dvht-2020", "Thông tư số 22/2020/TT-BGDĐT có hiệu lực từ 21/09/2020."),
        ("bao-cao-don-vi-hoc-tap", 2024, "dvht-2023", "Thông tư số 24/2023/TT-BGDĐT có hiệu lực từ 26/01/2024."),
    ],
)
def test_the_form_in_force_at_the_end_of_the_year_is_proposed(kind_id, year, form, reason):
    found = proposal(kind_id, year)

    assert (found.form, found.in_force, found.instead) == (form, True, "")
    assert found.reason == reason
    assert found.title == LIBRARY.form(form).title


@pytest.mark.parametrize(
    ("kind_id", "year", "instead"),
    [
        ("bao-cao-tu-danh-gia", 2024, "bao-cao-don-vi-hoc-tap"),
        ("ke-hoach-kiem-tra-danh-gia", 2025, "ke-hoach-tu-danh-gia"),
        ("to-trinh-cong-dong-hoc-tap", 2025, "to-trinh-cong-dong-muc-do"),
        ("bao-cao-cong-dong-hoc-tap", 2025, "bao-cao-cong-dong-muc-do"),
        ("ke-hoach-tu-kiem-tra", 2025, "ke-hoach-cong-dong-hoc-tap"),
    ],
)
def test_a_repealed_form_comes_with_a_warning_and_the_document_to_use(kind_id, year, instead):
    found = proposal(kind_id, year)

    assert (found.in_force, found.instead) == (False, instead)
    assert "đã hết hiệu lực từ" in found.reason
    assert found.reason.endswith("Năm {} hãy chọn “{}”.".format(year, LIBRARY.kind(instead).title))


def test_a_form_of_a_later_year_points_back_to_the_document_of_that_year():
    found = proposal("bao-cao-don-vi-hoc-tap", 2023)

    assert (found.form, found.in_force, found.instead) == ("dvht-2023", False, "bao-cao-tu-danh-gia")
    assert found.reason.startswith("Thông tư số 24/2023/TT-BGDĐT chỉ có hiệu lực từ 26/01/2024.")


@pytest.mark.parametrize("kind_id", ["bien-ban-tu-kiem-tra", "bao-cao-don-vi-hoc-tap", "ke-hoach-thi-diem"])
def test_where_nothing_took_its_place_nothing_is_named(kind_id):
    found = proposal(kind_id, 2024 if kind_id.startswith("bien-ban") else 2010)

    assert (found.in_force, found.instead) == (False, "")
    assert "hãy chọn" not in found.reason


@pytest.mark.parametrize(
    ("unit_type", "year", "form"),
    [
        ("", 2024, "dvht-2023"),
        ("thcs", 2024, "dvht-2023"),
        ("xa", 2024, "cdht-2023"),
        ("xa", 2022, "cdht-2014"),
        ("thcs", 2022, "dvht-2020"),
    ],
)
def test_of_several_forms_the_one_for_the_unit_is_proposed(unit_type, year, form):
    found = proposal("to-trinh-ban-hanh-ke-hoach", year, unit_type)

    assert found.form == form
    assert found.reason.endswith(messages.OTHER_FORMS)


def test_an_award_that_no_group_names_comes_after_the_others():
    library = replace(LIBRARY, groups=("Cộng đồng học tập",))

    assert proposed_form(library, library.kind("danh-muc-ho-so"), 2024).form == "cdht-2023"


@pytest.mark.parametrize("kind_id", ["cong-van", "giay-moi", "thong-bao", "quyet-dinh", "bien-ban", "phu-luc"])
def test_a_letter_of_every_week_needs_no_form(kind_id):
    found = proposal(kind_id, 1999)

    assert (found.form, found.in_force, found.reason) == ("", True, messages.NO_FORM_NEEDED)


def test_the_usual_document_follows_the_year():
    assert usual_kind(LIBRARY, "bao-cao-tu-danh-gia", 2023) == "bao-cao-tu-danh-gia"
    assert usual_kind(LIBRARY, "bao-cao-tu-danh-gia", 2026) == "bao-cao-don-vi-hoc-tap"


def test_a_new_record_takes_the_choice_and_the_profile_of_the_same_unit():
    profile = Profile(Unit(name="Trường A", place="Kon Rẫy"), "thcs", signer=Signer(title="HIỆU TRƯỞNG"))

    record = begun_record(LIBRARY, "to-trinh-de-nghi-cong-nhan", 2025, " Trường A ", "tieu-hoc", profile)

    assert (record.form, record.year, record.kind) == ("dvht-2023", 2025, "to-trinh-de-nghi-cong-nhan")
    assert (record.unit.place, record.unit_type, record.signer.title) == ("Kon Rẫy", "tieu-hoc", "HIỆU TRƯỞNG")


def test_a_new_record_of_another_unit_takes_nothing_from_the_profile():
    profile = Profile(Unit(name="Trường A", place="Kon Rẫy"), "thcs")

    record = begun_record(LIBRARY, "cong-van", 2025, "Trường B", "", profile)

    assert (record.unit, record.unit_type) == (Unit(name="Trường B"), "")


def test_a_new_record_needs_no_profile():
    assert begun_record(LIBRARY, "cong-van", 2025, "", "", None).unit == Unit()
