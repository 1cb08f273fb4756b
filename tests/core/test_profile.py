"""The profile of an organisation: copied into records, kept in the user's settings."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from core.factories import EXAMPLE, a_record

from vanthu.correspondence import recipient_lines
from vanthu.data_error import DataError
from vanthu.kept_file import settings_folder
from vanthu.profile import Profile, completed, learned, profile_lines, profile_of, renewed
from vanthu.profile_file import FILE_NAME, load, save
from vanthu.record import DocumentFacts, Record, Signer, Unit
from vanthu.record_file import load as load_record

OFFICE = Unit(parent="ỦY BAN NHÂN DÂN HUYỆN KON RẪY", name="Phòng Giáo dục và Đào tạo", short="PGDĐT", place="Kon Rẫy")
SIGNER = Signer("KT.", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")
PROFILE = Profile(
    unit=OFFICE,
    unit_type="co-quan",
    signer=SIGNER,
    addressees=("Ủy ban nhân dân huyện Kon Rẫy",),
    recipients=("Lãnh đạo Phòng",),
    archive="VT, GDTX",
    field="GDTX",
)


def a_document(**facts) -> Record:
    return a_record(document=DocumentFacts(**facts))


# what goes into a record


def test_a_blank_record_gets_everything():
    record = completed(a_record(), PROFILE)

    assert (record.unit, record.unit_type, record.signer) == (OFFICE, "co-quan", SIGNER)
    assert record.document == DocumentFacts(
        addressees=PROFILE.addressees, recipients=PROFILE.recipients, archive="VT, GDTX", field="GDTX"
    )
    assert profile_of(record) == PROFILE


def test_what_was_typed_stays():
    typed = a_document(
        number="5", addressees=("Sở",), recipients=("Như trên",), archive="VT, VP", field="VX", drafter="PL.(300)"
    )
    typed = replace(typed, signer=Signer(title="TRƯỞNG PHÒNG"), unit=Unit(place="Kon Tum"), unit_type="su-nghiep")

    record = completed(typed, PROFILE)

    assert record == replace(typed, unit=replace(OFFICE, place="Kon Tum"))


def test_a_signer_is_taken_whole_or_not_at_all():
    named = a_record(signer=Signer(name="Nguyễn Thị Bích Phượng"))

    assert completed(named, PROFILE).signer == named.signer


def test_another_unit_gets_nothing_of_ours():
    school = a_record(unit=Unit(name="Trường Tiểu học"))

    assert completed(school, PROFILE) == school


def test_the_same_unit_is_known_whatever_its_capitals():
    ours = a_record(unit=Unit(name=" PHÒNG GIÁO DỤC VÀ ĐÀO TẠO "))

    assert completed(ours, PROFILE).unit == replace(OFFICE, name=ours.unit.name)


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        (a_record(), "tu-thuc"),
        (a_record(unit_type="thcs"), "cong-lap"),
    ],
    ids=["nothing said", "a type said"],
)
def test_ownership_comes_with_the_type_of_unit(typed, becomes):
    assert completed(typed, Profile(unit_type="thcs", ownership="tu-thuc")).ownership == becomes


def test_a_private_school_does_not_become_public():
    assert completed(a_record(ownership="tu-thuc"), PROFILE).ownership == "tu-thuc"


def test_remembering_keeps_what_the_clerk_could_not_see():
    shown = a_record(unit=Unit(name=OFFICE.name, place="Đăk Ruồng"))

    profile = renewed(PROFILE, shown, ("name", "parent", "place"))

    assert profile.unit == Unit(name=OFFICE.name, short=OFFICE.short, place="Đăk Ruồng")
    assert (profile.signer, profile.recipients) == (SIGNER, PROFILE.recipients)


def test_remembering_for_the_first_time_takes_the_record():
    assert renewed(None, a_record(unit=OFFICE), ("name",)) == Profile(unit=OFFICE)


def test_a_record_that_names_no_archive_is_kept_by_the_clerks_office(kind_of_report):
    assert recipient_lines(kind_of_report, a_record())[-1] == "- Lưu: VT."
    assert recipient_lines(kind_of_report, completed(a_record(), PROFILE))[-1] == "- Lưu: VT, GDTX."


def test_people_read_what_is_not_blank():
    assert profile_lines(PROFILE)[-6:] == (
        ("Loại đơn vị", "co-quan (cong-lap)"),
        ("Người ký", "KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG"),
        ("Kính gửi", "Ủy ban nhân dân huyện Kon Rẫy"),
        ("Nơi nhận", "Lãnh đạo Phòng"),
        ("Lưu", "VT, GDTX"),
        ("Lĩnh vực", "GDTX"),
    )
    assert profile_lines(Profile(unit=Unit(name="Trường"))) == (("Đơn vị", "Trường"),)


@pytest.fixture
def kind_of_report():
    from core.factories import the_library

    return the_library().kind("bao-cao-tu-danh-gia")


# where it lies


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({}, "linux", "/nha/.config/vanthu"),
        ({"XDG_CONFIG_HOME": "/cau-hinh"}, "linux", "/cau-hinh/vanthu"),
        ({"XDG_CONFIG_HOME": "cau-hinh"}, "linux", "/nha/.config/vanthu"),
        ({}, "darwin", "/nha/Library/Application Support/vanthu"),
        ({"APPDATA": "/du-lieu"}, "win32", "/du-lieu/vanthu"),
        ({}, "win32", "/nha/AppData/Roaming/vanthu"),
        ({"VANTHU_SETTINGS": "/rieng", "APPDATA": "/du-lieu"}, "win32", "/rieng"),
        ({"VANTHU_SETTINGS": ""}, "linux", "/nha/.config/vanthu"),
    ],
)
def test_settings_lie_where_the_system_keeps_them(environ, platform, folder):
    assert settings_folder(environ, platform, Path("/nha")) == Path(folder)


# the file


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cấu hình" / "vanthu" / FILE_NAME


def test_no_file_is_no_profile(path):
    assert load(path) is None


def test_a_kept_profile_comes_back(path):
    profile = replace(PROFILE, signer=replace(SIGNER, above=("TM. ỦY BAN NHÂN DÂN",)), ownership="tu-thuc")

    save(profile, path)

    assert load(path) == profile
    assert "Phòng Giáo dục" in path.read_text(encoding="utf-8")
    assert [entry.name for entry in path.parent.iterdir()] == [FILE_NAME]


def test_keeping_again_replaces(path):
    save(PROFILE, path)
    save(Profile(unit=Unit(name="Trường Tiểu học")), path)

    assert load(path) == Profile(unit=Unit(name="Trường Tiểu học"))


def test_the_organisation_of_the_example_survives_the_way_to_the_file(path):
    record = load_record(EXAMPLE)

    save(profile_of(record), path)

    assert completed(a_record(), load(path)).unit == record.unit


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "tệp trống"),
        ("{", "JSON sai cú pháp"),
        ("[1]", "phải là một bảng"),
        ("{}", 'thiếu khóa "schema"'),
        ('{"schema": 2}', "schema: phiên bản hồ sơ chưa được hỗ trợ; được phép: 1"),
        ('{"schema": 1, "don_vi": "X"}', 'khóa lạ "don_vi"; được phép: schema, unit'),
        ('{"schema": 1, "unit": {"ten": "X"}}', 'unit: khóa lạ "ten"'),
        ('{"schema": 1, "unit_type": "truong"}', "unit_type: không có giá trị"),
        ('{"schema": 1, "document": {"number": "5"}}', 'document: khóa lạ "number"; được phép: addressees'),
        ('{"schema": 1, "signer": {"mark": "KTT."}}', 'signer: không có chữ quyền hạn "KTT."'),
    ],
)
def test_a_broken_profile_is_one_sentence_that_names_the_file(path, content, words):
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load(path)

    assert FILE_NAME in str(caught.value)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_profile_that_nobody_may_look_for_is_an_error(tmp_path):
    with pytest.raises(DataError, match="không đọc được tệp"):
        load(tmp_path / ("x" * 5000) / FILE_NAME)


def test_an_unreadable_profile_is_set_aside_and_not_lost(path):
    path.parent.mkdir(parents=True)
    for content in ("của bản mới hơn", "hỏng"):
        path.write_text(content, encoding="utf-8")
        save(PROFILE, path)

    assert load(path) == PROFILE
    aside = path.with_name("ho-so-don-vi (không đọc được 1).json")
    assert aside.read_text(encoding="utf-8") == "của bản mới hơn"
    assert aside.with_name("ho-so-don-vi (không đọc được 2).json").read_text(encoding="utf-8") == "hỏng"


def test_what_cannot_be_written_is_one_sentence_and_leaves_nothing(tmp_path):
    (tmp_path / "tep").write_text("x", encoding="utf-8")

    with pytest.raises(DataError, match="không ghi được tệp"):
        save(PROFILE, tmp_path / "tep" / FILE_NAME)

    assert [entry.name for entry in tmp_path.iterdir()] == ["tep"]


def test_a_full_disk_leaves_the_old_profile(path, monkeypatch):
    save(PROFILE, path)

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DataError, match="ổ đĩa đã đầy"):
        save(Profile(), path)

    assert load(path) == PROFILE
    assert [entry.name for entry in path.parent.iterdir()] == [FILE_NAME]


def test_what_could_not_be_read_back_is_said_and_not_kept(path):
    save(PROFILE, path)

    with pytest.raises(DataError, match='Hồ sơ đơn vị: signer: không có chữ quyền hạn "T/M"'):
        save(replace(PROFILE, signer=replace(SIGNER, above=("T/M ỦY BAN NHÂN DÂN",))), path)

    assert load(path) == PROFILE


def test_the_file_is_json_that_people_can_read(path):
    save(PROFILE, path)

    values = json.loads(path.read_text(encoding="utf-8"))
    assert values["unit"]["name"] == "Phòng Giáo dục và Đào tạo"
    assert values["document"]["recipients"] == ["Lãnh đạo Phòng"]


# what a new document teaches


def test_the_first_unit_that_is_named_is_remembered():
    assert learned(None, a_record(unit=OFFICE, unit_type="co-quan")) == Profile(
        Unit(name="Phòng Giáo dục và Đào tạo"), "co-quan"
    )
    assert learned(Profile(signer=SIGNER), a_record(unit=OFFICE)).signer == SIGNER


def test_a_type_chosen_anew_is_remembered_and_a_blank_one_is_not():
    assert learned(PROFILE, a_record(unit=OFFICE, unit_type="su-nghiep")) == replace(PROFILE, unit_type="su-nghiep")
    assert learned(PROFILE, a_record(unit=OFFICE)) == PROFILE


def test_another_unit_and_none_teach_nothing():
    assert learned(PROFILE, a_record(unit=Unit(name="Trường A"), unit_type="thcs")) == PROFILE
    assert learned(None, a_record()) is None
