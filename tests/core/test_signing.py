"""Signing authority: the marks of Nghị định 30, as people type them."""

from __future__ import annotations

import pytest
from core.factories import a_record

from vanthu.correspondence import authority, signer_lines
from vanthu.data_error import DataError
from vanthu.record import AUTHORITY_MARKS, DocumentFacts, Signer, Unit
from vanthu.record_file import from_json, load, to_json

START = 'schema = 1\nform = "dvht-2020"\nyear = 2023\n'


def signer_of(tmp_path, table: str) -> Signer:
    path = tmp_path / "du-lieu.toml"
    path.write_text(START + "[signer]\n" + table, encoding="utf-8")
    return load(path).signer


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            'above = ["TM. ỦY BAN NHÂN DÂN"]\nmark = "KT."\nhead = "Chủ tịch"\ntitle = "Phó Chủ tịch"',
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            'above = ["TL. CHỦ TỊCH"]\nmark = "KT."\nhead = "CHÁNH VĂN PHÒNG"\ntitle = "PHÓ CHÁNH VĂN PHÒNG"',
            ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ),
        ('mark = "TM."\nhead = "ỦY BAN NHÂN DÂN"\ntitle = "CHỦ TỊCH"', ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ('mark = "Q."\nhead = "GIÁM ĐỐC"', ("Q. GIÁM ĐỐC",)),
        ('title = "HIỆU TRƯỞNG"', ("HIỆU TRƯỞNG",)),
    ],
)
def test_authority_stands_line_over_line(tmp_path, table, lines):
    assert signer_lines(signer_of(tmp_path, table)) == lines


@pytest.mark.parametrize(
    ("table", "signer"),
    [
        ('head = "KT.CHỦ TỊCH"', Signer("KT.", "CHỦ TỊCH")),
        ('mark = "KT.CHỦ TỊCH"', Signer("KT.", "CHỦ TỊCH")),
        ('mark = "KT."\nhead = "CHỦ TỊCH"', Signer("KT.", "CHỦ TỊCH")),
        ('mark = "kt."\nhead = "Chủ tịch"', Signer("kt.", "Chủ tịch")),
        ('above = ["TM.ỦY BAN NHÂN DÂN", "TM.   HỘI ĐỒNG"]', Signer(above=("TM. ỦY BAN NHÂN DÂN", "TM. HỘI ĐỒNG"))),
        ('above = ["ĐÁNH GIÁ, XẾP LOẠI"]', Signer(above=("ĐÁNH GIÁ, XẾP LOẠI",))),
        ('head = "P.Trưởng ban"', Signer(head="P.Trưởng ban")),
        ('head = "QUYỀN GIÁM ĐỐC"', Signer(head="QUYỀN GIÁM ĐỐC")),
    ],
)
def test_a_blank_stands_after_the_dot_whatever_was_typed(tmp_path, table, signer):
    assert signer_of(tmp_path, table) == signer


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ('mark = "KTT."', "KTT."),
        ('mark = "KT"', "KT"),
        ('mark = "THAY"', "THAY"),
        ('mark = "KT. TRƯỞNG PHÒNG"\nhead = "TRƯỞNG PHÒNG"', "KT. TRƯỞNG PHÒNG"),
        ('above = ["T/M ỦY BAN NHÂN DÂN"]', "T/M"),
        ('above = ["TM ỦY BAN NHÂN DÂN"]', "TM"),
        ('above = ["TM. HỘI ĐỒNG", "PP.CHỦ TỊCH"]', "PP."),
    ],
)
def test_a_mark_that_the_law_does_not_know_is_an_error_that_names_those_it_knows(tmp_path, table, found):
    with pytest.raises(DataError) as caught:
        signer_of(tmp_path, table)

    sentence = 'du-lieu.toml: signer: không có chữ quyền hạn "{}"; được phép: TM., KT., TL., TUQ., Q.'
    assert str(caught.value) == sentence.format(found)


@pytest.mark.parametrize("mark", AUTHORITY_MARKS)
def test_every_mark_survives_the_way_to_json_and_back(mark):
    record = a_record(signer=Signer(mark, "CHỦ TỊCH", above=(mark + " ỦY BAN NHÂN DÂN",)))

    assert from_json(to_json(record), "x.json") == record


def test_a_body_that_signs_through_somebody_decides_itself():
    record = a_record(
        unit=Unit(name="Ủy ban nhân dân huyện Kon Rẫy"),
        signer=Signer("KT.", "Chủ tịch", "Phó Chủ tịch", above=("TM. Ủy ban nhân dân",)),
    )

    assert authority(record) == "ỦY BAN NHÂN DÂN HUYỆN KON RẪY"


def test_the_drafter_is_kept():
    record = a_record(document=DocumentFacts(drafter="PL.(300)"))

    assert from_json(to_json(record), "x.json").document.drafter == "PL.(300)"
