"""Records from files and back."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from core.factories import EXAMPLE, a_record, the_form, the_library, with_marks
from hypothesis import given
from hypothesis import strategies as st

from vanthu.assess import assess
from vanthu.data_error import DataError
from vanthu.date_vi import LAST_YEAR, LONGEST_TERM
from vanthu.progress import progress_findings, recognised_until
from vanthu.record import Record, Unit, normal_id, with_score, with_unit_fact
from vanthu.record_file import from_json, load, to_json
from vanthu.schedule import Recognition

SMALLEST = 'schema = 1\nform = "dvht-2020"\nyear = 2023\n'


def written(tmp_path, text, name="du-lieu.toml"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def test_the_example_is_read_whole():
    record = load(EXAMPLE)

    assert (record.form, record.year, record.kind) == ("dvht-2020", 2023, "bao-cao-tu-danh-gia")
    assert record.unit.short == "PGDĐT"
    assert record.signer.title == "PHÓ TRƯỞNG PHÒNG"
    assert len(record.typed) == 17
    assert dict(record.stated)["total"] == "98"


def test_json_of_the_same_shape_reads_the_same(tmp_path):
    record = load(EXAMPLE)

    assert load(written(tmp_path, to_json(record), "du-lieu.json")) == record


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "tệp trống"),
        ("  \n", "tệp trống"),
        ("schema = 1\nform", "TOML sai cú pháp"),
        (b"\xff\xfe", "không phải văn bản UTF-8"),
        ('schema = 9\nform = "dvht-2020"\nyear = 2023\n', "schema.*được phép: 1"),
        ('form = "dvht-2020"\nyear = 2023\n', 'thiếu khóa "schema"'),
        (SMALLEST + "nam = 2023\n", 'khóa lạ "nam"; được phép: schema'),
        (SMALLEST + '[unit]\nten = "X"\n', 'unit: khóa lạ "ten"'),
        (SMALLEST.replace("2023", "0"), "year: không nhận 0; được phép: từ 1 đến 9899"),
        (SMALLEST.replace("2023", "9900"), "year: không nhận 9900; được phép: từ 1 đến 9899"),
        (SMALLEST + "rows = 5\n", "rows: phải là một bảng"),
        (SMALLEST + '[rows]\nthanh_vien = "An"\n', r'rows\.thanh_vien: phải là một danh sách hàng.*\[\["A", "B"\]\]'),
        (SMALLEST + '[rows]\nthanh_vien = ["An"]\n', r"rows\.thanh_vien: phải là một danh sách hàng"),
        (SMALLEST + '[rows]\nthanh_vien = [["An", 1]]\n', r"rows\.thanh_vien: phải là một danh sách hàng"),
        (SMALLEST + '[document]\nfield = ["VX"]\n', r"document\.field: phải là một chuỗi"),
        (SMALLEST + '[signer]\nabove = "TM. ỦY BAN"\n', r"signer\.above: phải là một danh sách"),
        (SMALLEST + 'unit_type = "truong"\n', "unit_type.*được phép: .*tieu-hoc"),
        (SMALLEST + 'ownership = "x"\n', "ownership.*cong-lap, tu-thuc"),
        (SMALLEST + "vung_kho_khan = 1\n", "vung_kho_khan.*true hoặc false"),
        (SMALLEST + '[document]\ndate = "12/2023"\n', r"document\.date.*2023-12-05"),
        (SMALLEST + '[typed]\n"1.a" = 8.5\n', r"typed\.1\.a.*ngoặc kép.*8\.5"),
        (SMALLEST + "typed = 5\n", "typed.*bảng"),
        (SMALLEST + "unit = 5\n", "unit: phải là một bảng"),
        (SMALLEST + '[text]\nuu_diem = "x"\n', r"text\.uu_diem.*danh sách"),
        ("a = " + "[" * 5000, "TOML sai cú pháp"),
    ],
)
def test_a_broken_record_is_one_error_that_names_file_and_place(tmp_path, content, words):
    with pytest.raises(DataError, match=r"du-lieu\.toml: .*" + words) as caught:
        load(written(tmp_path, content))

    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", ["{", "[1]", "null", "[" * 100_000])
def test_broken_json_is_one_error(tmp_path, content):
    with pytest.raises(DataError, match=r"du-lieu\.json: "):
        load(written(tmp_path, content, "du-lieu.json"))


def test_a_missing_file_a_folder_and_an_impossible_name_are_errors(tmp_path):
    with pytest.raises(DataError, match="không tìm thấy tệp"):
        load(tmp_path / "khong-co.toml")
    with pytest.raises(DataError, match="thư mục"):
        load(tmp_path)
    with pytest.raises(DataError, match="không đọc được tệp"):
        load(tmp_path / ("x" * 5000))
    with pytest.raises(DataError, match="không đọc được tệp"):
        load(tmp_path / "x\0y")


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    assert load(written(tmp_path, b"\xef\xbb\xbf" + SMALLEST.encode("utf-8"))).year == 2023


def test_names_become_nfc_and_keep_every_sign(tmp_path):
    name = "Phòng “GD&ĐT” <huyện> 'Kon Rẫy' " + "ễ" * 10_000
    text = SMALLEST + "[unit]\nname = " + json.dumps(unicodedata.normalize("NFD", name)) + "\n"

    assert load(written(tmp_path, text)).unit.name == name


def test_a_score_given_twice_in_json_is_kept_twice():
    record = from_json('{"schema":1,"form":"dvht-2020","year":2023,"typed":{"1.a":"9","1.a":"8"}}', "x.json")

    assert record.typed == (("1.a", "9"), ("1.a", "8"))
    assert [text for _, text in from_json(to_json(record), "x.json").typed] == ["9", "8"]


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=12), max_size=5))
def test_whatever_was_typed_survives_the_way_to_json_and_back(typed):
    record = a_record(typed)

    assert from_json(to_json(record), "x.json") == record


def test_tables_typed_by_hand_are_read_and_written_cell_by_cell(tmp_path):
    name = unicodedata.normalize("NFD", "Trần Thanh Tùng")
    text = SMALLEST + '[rows]\n" thanh_vien " = [["{}", " Tổ trưởng"], []]\ndanh_sach = []\n'.format(name)

    record = load(written(tmp_path, text))
    assert record.rows == {"thanh_vien": (("Trần Thanh Tùng", " Tổ trưởng"), ()), "danh_sach": ()}
    assert from_json(to_json(record), "x.json") == record


def test_the_field_of_a_letter_and_the_lines_of_authority_are_read(tmp_path):
    text = SMALLEST + '[document]\nfield = " VX "\n[signer]\nabove = [" TM. ỦY BAN NHÂN DÂN "]\n'

    record = load(written(tmp_path, text))
    assert (record.document.field, record.signer.above) == ("VX", ("TM. ỦY BAN NHÂN DÂN",))
    assert from_json(to_json(record), "x.json") == record


def test_the_last_year_still_has_deadlines_and_so_has_a_recognition_in_it(tmp_path):
    record = load(
        written(tmp_path, SMALLEST.replace("2023", str(LAST_YEAR)) + '[progress]\nrecognised = "9899-12-31"\n')
    )
    form = the_library().form("dvht-2023")
    longest = replace(form, recognition=Recognition(LONGEST_TERM, 12 * LONGEST_TERM, ""))

    assert the_form().deadlines[0].named_day(record.year).year == LAST_YEAR + 1
    assert recognised_until(longest, record) == date(9998, 12, 31)
    lowest = replace(record, progress=replace(record.progress, level="muc-do-1"))
    [finding] = progress_findings(assess(longest, lowest), lowest, date(9899, 12, 31))[-1:]
    assert finding.facts["day"] == "31/12/9998"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ('[document]\ndate = "9900-01"\n', r"document\.date: phải là .*, không phải \"9900-01\""),
        ('[document]\ndate = "9999-12"\n', r"document\.date"),
        ('[progress]\nrecognised = "9999-01-01"\n', r"progress\.recognised: phải là một ngày"),
        ('[progress]\nsubmitted = "9900-01-01"\n', r"progress\.submitted"),
        ('[document]\ndate = "{}"\n'.format("1" * 5000), "1{60}…"),
    ],
)
def test_a_day_after_which_nothing_can_be_counted_is_refused(tmp_path, facts, words):
    with pytest.raises(DataError, match=words):
        load(written(tmp_path, SMALLEST + facts))


@pytest.mark.parametrize("number", ["1" * 5000, "0x" + "f" * 5000])
def test_a_year_of_thousands_of_digits_is_one_short_error(tmp_path, number):
    with pytest.raises(DataError, match=r"một số (quá dài|dài hàng nghìn chữ số)") as caught:
        load(written(tmp_path, SMALLEST.replace("2023", number)))

    assert len(str(caught.value)) < 200


TWICE = '{"schema": 1, "form": "dvht-2020", "year": 2023'


@pytest.mark.parametrize(
    ("rest", "place"),
    [
        (', "year": 2024}', "year"),
        (', "unit": {}, "unit": {}}', "unit"),
        (', "unit": {"name": "A", "name": "B"}}', "unit: name"),
        (', "document": {"number": "1", "number": "2"}}', "document: number"),
        (', "evidence": {"1.a": ["x"], "1.a": ["y"]}}', "evidence: 1.a"),
        (', "evidence": {"1.a": ["x"], " 1.a": ["y"]}}', "evidence: 1.a"),
        (', "assigned": {"1": ["x"], "1": ["x"]}}', "assigned: 1"),
        (', "text": {"ket_luan": ["x"], "ket_luan": []}}', "text: ket_luan"),
        (', "rows": {"thanh_vien": [], "thanh_vien": []}}', "rows: thanh_vien"),
        (', "typed": {}, "typed": {"1.a": "10"}}', "typed"),
    ],
)
def test_a_name_given_twice_in_json_loses_nothing_unseen(rest, place):
    table, _, key = place.rpartition(": ")
    with pytest.raises(DataError) as caught:
        from_json(TWICE + rest, "r.json")

    place = "{}: ".format(table) if table else ""
    assert str(caught.value) == 'r.json: {}khóa "{}" có hai lần; hãy giữ lại một'.format(place, key)


def test_names_that_differ_in_blanks_alone_are_one_in_toml_too(tmp_path):
    with pytest.raises(DataError, match=r'evidence: khóa "1\.a" có hai lần'):
        load(written(tmp_path, SMALLEST + '[evidence]\n"1.a" = ["x"]\n"1.a " = ["y"]\n'))


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("year = 2023-01-01\n", "year: phải là một số nguyên, không phải 2023-01-01"),
        ("year = true\n", "year: phải là một số nguyên, không phải true"),
        ('year = {a = "10"}\n', "year: phải là một số nguyên, không phải một bảng"),
        ('year = "{}"\n'.format("9" * 300_000), 'year: phải là một số nguyên, không phải "{}…"'.format("9" * 60)),
        ('year = 1\n[text]\na = ["x", 5]\n', "text.a[2]: phải là một chuỗi trong ngoặc kép, không phải 5"),
        ('year = 1\nunit_type = "{}"\n'.format("x" * 3000), 'unit_type: không có giá trị "{}…"'.format("x" * 60)),
        ('year = 1\nunit_type = "truong"\n', 'unit_type: không có giá trị "truong"; được phép: "", co-quan, '),
        ("year = 1\n{} = 1\n".format("x" * 3000), 'khóa lạ "{}…"; được phép'.format("x" * 60)),
        ('year = 1\n[typed]\n"{}" = 1\n'.format("x" * 3000), "typed.{}…: phải là chữ".format("x" * 54)),
    ],
)
def test_what_was_found_is_told_as_it_was_written_and_no_longer_than_a_sentence(tmp_path, rest, words):
    with pytest.raises(DataError) as caught:
        load(written(tmp_path, 'schema = 1\nform = "dvht-2020"\n' + rest))

    assert str(caught.value).startswith("du-lieu.toml: " + words)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        (', "kind": null}', "kind: phải là một chuỗi trong ngoặc kép, không phải null"),
        (', "unit": null}', "unit: phải là một bảng khóa = giá trị, không phải null"),
        (', "typed": {"1.a": null}}', 'typed.1.a: phải là chữ trong ngoặc kép như "8,5", không phải null'),
    ],
)
def test_null_is_no_missing_key(rest, words):
    with pytest.raises(DataError) as caught:
        from_json(TWICE + rest, "r.json")

    assert str(caught.value) == "r.json: " + words


def test_a_typed_score_replaces_the_old_one_in_its_place():
    record = a_record(with_marks())

    assert with_score(record, "1.b", "7").typed[1] == ("1.b", "7")
    assert with_score(record, "1.b", " ").typed == tuple(pair for pair in record.typed if pair[0] != "1.b")
    assert with_score(Record("f", 2023, typed=(("1.A", "1"), ("1.a", "2"))), "1.a", "3").typed == (("1.a", "3"),)


def test_a_field_of_the_unit_is_changed_alone():
    record = with_unit_fact(a_record(unit=Unit(name="A", place="B")), "name", "C")

    assert record.unit == replace(Unit(), name="C", place="B")


@pytest.mark.parametrize("name", ["1.a", "1.A", " 1.a ", "1.a)", "1.a."])
def test_a_criterion_may_be_named_as_people_write_it(name):
    assert normal_id(name) == "1.a"
