"""Số, ký hiệu, Kính gửi, Nơi nhận and the authority of whoever signs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from core.factories import a_kind, a_record, an_example, the_library

from vanthu.correspondence import (
    addressee_lines,
    attached_to,
    authority,
    number_line,
    place_and_date,
    recipient_lines,
    signer_lines,
    symbol,
)
from vanthu.messages import sentence
from vanthu.record import DocumentFacts, Signer, Unit

PADDING = the_library().paper.padding
LETTER = a_kind(type_name="", abbreviation="")
PLAN = a_kind()


def a_document(unit=None, **document):
    return a_record(
        unit=unit or Unit(name="Ủy ban nhân dân xã Đồng Thịnh", short="UBND"), document=DocumentFacts(**document)
    )


def test_a_letter_names_the_field_in_its_symbol_and_other_types_do_not():
    assert symbol(LETTER, a_document(field="VX")) == "UBND-VX"
    assert symbol(PLAN, a_document(field="VX")) == "KH-UBND"
    assert symbol(LETTER, a_document()) == "UBND-…"
    assert symbol(PLAN, a_document(unit=Unit())) == "KH-…"


@pytest.mark.parametrize(
    ("number", "line"), [("5", "Số: 05/KH-UBND"), ("96", "Số: 96/KH-UBND"), ("5a", "Số: 5a/KH-UBND")]
)
def test_a_small_number_has_two_digits(number, line):
    assert number_line(PLAN, a_document(number=number), PADDING) == line


@pytest.mark.parametrize(("number", "found"), [("07/BC-PGDĐT", 1), ("07/", 1), ("07", 0), ("07a", 0), ("", 0)])
def test_a_number_typed_with_its_symbol_is_told(number, found):
    record = replace(an_example("001"), document=DocumentFacts(number=number))

    told = [one for one in the_library().assess(record).findings if one.place == "document.number"]

    assert [sentence(one) for one in told] == [
        f"Số văn bản ghi “{number}”: chỉ ghi số, ví dụ 07; dấu / và ký hiệu đã có sẵn trong văn bản. Hãy nhập lại."
    ] * found


def test_a_number_and_a_day_that_are_open_are_left_for_the_pen():
    record = an_example("003-ke-hoach")

    blank = "\u00a0" * 6
    assert number_line(PLAN, record, PADDING) == "Số: {}/KH-UBND".format(blank)
    assert place_and_date(record, PADDING) == "Hồng Ngự, ngày{}tháng 02 năm 2022".format(blank)
    assert place_and_date(a_document(date="2022-02-14"), PADDING) == "…, ngày 14 tháng 02 năm 2022"


def test_an_annex_names_the_document_it_belongs_to():
    words = attached_to(LETTER, a_document(number="96", date="2022-02-14", field="VX"), PADDING)

    assert words == ("(Kèm theo Công văn số 96/UBND-VX ngày 14 tháng 02 năm 2022 của Ủy ban nhân dân xã Đồng Thịnh)")
    assert attached_to(PLAN, a_document(unit=Unit(short="UBND")), PADDING).endswith("của …)")


@pytest.mark.parametrize(
    ("addressees", "lines"),
    [
        ((), ("Kính gửi: …",)),
        (("", " ;"), ("Kính gửi: …",)),
        (("Sở Giáo dục và Đào tạo.",), ("Kính gửi: Sở Giáo dục và Đào tạo",)),
        (("Sở Nội vụ", ""), ("Kính gửi: Sở Nội vụ",)),
        (("- Sở Nội vụ;", "– UBND huyện,"), ("Kính gửi:", "\t- Sở Nội vụ;", "\t- UBND huyện.")),
    ],
)
def test_addressees_stand_as_the_decree_wants_whatever_signs_were_typed(addressees, lines):
    assert addressee_lines(addressees) == lines


@pytest.mark.parametrize(
    ("to_superior", "recipients", "archive", "lines"),
    [
        (True, (), "", ("- Như trên;", "- Lưu: VT.")),
        (False, (), "VT, GDĐT.", ("- Lưu: VT, GDĐT.",)),
        (False, ("- UBND huyện (b/c);", " ", "HĐND,"), "VT", ("- UBND huyện (b/c);", "- HĐND;", "- Lưu: VT.")),
        (True, ("Như trên", "Sở Nội vụ", "Sở Nội vụ;"), "VT", ("- Như trên;", "- Sở Nội vụ;", "- Lưu: VT.")),
        (False, ("Như trên",), "VT", ("- Như trên;", "- Lưu: VT.")),
    ],
)
def test_nobody_is_named_twice_or_blank_and_the_archive_stands_last(to_superior, recipients, archive, lines):
    kind = a_kind(to_superior=to_superior)

    assert recipient_lines(kind, a_document(recipients=recipients, archive=archive)) == lines


def test_the_lines_of_authority_stand_in_capitals_over_each_other():
    signer = Signer("KT.", "Chủ tịch", "Phó Chủ tịch", "Huỳnh Văn Tài", ("TM. Ủy ban nhân dân",))

    assert signer_lines(signer) == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert signer_lines(Signer()) == ("…",)


@pytest.mark.parametrize(
    ("name", "signer", "words"),
    [
        ("Trường Tiểu học Vĩnh Phong 3", Signer(title="Hiệu trưởng"), "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC VĨNH PHONG 3"),
        ("Phòng Nội vụ huyện X", Signer("KT.", "Trưởng phòng", "Phó Trưởng phòng"), "TRƯỞNG PHÒNG NỘI VỤ HUYỆN X"),
        (
            "Ủy ban nhân dân xã Đồng Thịnh",
            Signer("TM.", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            "ỦY BAN NHÂN DÂN XÃ ĐỒNG THỊNH",
        ),
        ("Ủy ban nhân dân xã Đồng Thịnh", Signer("tm.", "Ủy ban nhân dân"), "ỦY BAN NHÂN DÂN XÃ ĐỒNG THỊNH"),
        ("Ủy ban nhân dân huyện Kon Rẫy", Signer(title="Chủ tịch"), "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN KON RẪY"),
        ("Phòng Nội vụ", Signer(), "PHÒNG NỘI VỤ"),
        ("", Signer(title="Hiệu trưởng"), "HIỆU TRƯỞNG"),
        ("", Signer(), "…"),
    ],
)
def test_a_decision_is_taken_by_the_head_or_by_the_body_that_signs_through_somebody(name, signer, words):
    assert authority(a_record(unit=Unit(name=name), signer=signer)) == words


def test_a_decision_names_first_whom_its_last_article_obliges():
    kind = the_library().kind("quyet-dinh-cong-nhan")

    assert recipient_lines(kind, a_document(recipients=("Sở Nội vụ",)))[:2] == ("- Như Điều 3;", "- Sở Nội vụ;")


@pytest.mark.parametrize("name", ["quyet-dinh", "quyet-dinh-cong-nhan", "quyet-dinh-to-danh-gia"])
def test_the_first_recipient_of_a_decision_is_its_last_article(name):
    kind = the_library().kind(name)
    last = max(slot for slot in kind.text if slot.startswith("dieu_"))

    assert kind.first_recipient == "Như Điều " + last[len("dieu_") :]
