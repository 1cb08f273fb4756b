"""The folders of the settings count on the command line too, so that both sides of one desk agree."""

from __future__ import annotations

import os

import pytest

from vanthu import settings
from vanthu.data_error import DataError
from vanthu.settings import Settings
from vanthu_docx import doctor, house


@pytest.fixture
def path():
    """Where the settings of this test's user lie."""
    return house.profile_file().with_name(settings.FILE_NAME)


def test_the_folder_of_templates_is_that_of_the_settings(path, tmp_path):
    settings.save(Settings(templates=str(tmp_path)), path)

    assert house.own_templates() == (tmp_path,)


def test_the_environment_wins_over_the_settings(path, tmp_path, monkeypatch):
    settings.save(Settings(templates=str(tmp_path)), path)
    monkeypatch.setenv("VANTHU_TEMPLATES", str(tmp_path / "khác"))

    assert house.own_templates() == (tmp_path / "khác",)


def test_a_layer_in_the_folder_of_the_settings_is_used(path, tmp_path):
    layer = (house.folder("forms") / "dvht" / "dvht-2020.to-chuc.toml").read_text(encoding="utf-8")
    (tmp_path / "của đơn vị.toml").write_text(layer.replace('layer = "organisation"', 'layer = "lạ"'), encoding="utf-8")
    settings.save(Settings(layers=str(tmp_path)), path)

    with pytest.raises(DataError, match=r"của đơn vị\.toml"):
        house.open_library()


def test_a_folder_of_the_settings_is_one_folder_whatever_signs_its_name_has(path, tmp_path):
    folder = tmp_path / "Mẫu: 2024; {}".format(os.pathsep)
    folder.mkdir()
    settings.save(Settings(layers=str(folder), templates=str(folder)), path)

    assert house.own_templates() == (folder,)
    assert house.open_library().forms
    assert house.template("cong-van").parent == house.shipped_templates()


def test_a_folder_of_the_settings_that_is_away_is_told(path, tmp_path):
    settings.save(Settings(layers=str(tmp_path / "ổ mạng")), path)

    with pytest.raises(DataError, match="ổ mạng: không có thư mục này"):
        house.open_library()


def test_broken_settings_stop_the_command_and_the_doctor_names_them(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("schema = 9", encoding="utf-8")

    with pytest.raises(DataError, match=r"thiet-lap\.toml"):
        house.open_library()
    [check] = [check for check in doctor.checks() if "thiet-lap.toml" in check.cure]
    assert check.name == "Thiết lập"


def test_the_doctor_names_a_broken_profile(settings):
    settings.mkdir()
    (settings / "ho-so-don-vi.json").write_text("{", encoding="utf-8")

    [check] = [check for check in doctor.checks() if check.name == "Hồ sơ đơn vị"]
    assert check.cure.startswith("sửa ")
    assert (check.found, "ho-so-don-vi.json: JSON sai cú pháp" in check.cure) == ("tệp có lỗi", True)


def test_the_doctor_names_the_folders_of_layers(tmp_path, monkeypatch):
    layer = (house.folder("forms") / "dvht" / "dvht-2020.to-chuc.toml").read_text(encoding="utf-8")
    (tmp_path / "tinh.toml").write_text(layer, encoding="utf-8")
    monkeypatch.setenv("VANTHU_LAYERS", os.pathsep.join([str(tmp_path), str(tmp_path / "khong-co")]))

    [there, gone] = [check for check in doctor.checks() if check.name == "Tầng của đơn vị"]
    assert (there.found, there.cure) == ("{} (tinh)".format(tmp_path), "")
    assert gone.cure.startswith("{}: không có thư mục này; hãy tạo lại".format(tmp_path / "khong-co"))


def test_the_doctor_names_a_layer_that_is_not_used(tmp_path, monkeypatch):
    layer = (house.folder("forms") / "dvht" / "dvht-2020.to-chuc.toml").read_text(encoding="utf-8")
    (tmp_path / "tinh.toml").write_text(layer.replace('"3", "4"]', '"3", "5"]'), encoding="utf-8")
    monkeypatch.setenv("VANTHU_LAYERS", str(tmp_path))

    [there, unused] = sorted(
        (check for check in doctor.checks() if check.name == "Tầng của đơn vị"), key=lambda check: bool(check.cure)
    )

    assert there.found == "{} (tinh)".format(tmp_path)
    assert unused.found == "có tệp không dùng được"
    assert unused.cure.startswith("sửa {}/tinh.toml: ".format(tmp_path.name))


def test_the_doctor_names_a_template_that_is_none(tmp_path, monkeypatch):
    (tmp_path / "phieu.docx").write_text("x", encoding="utf-8")
    monkeypatch.setenv("VANTHU_TEMPLATES", str(tmp_path))

    [check] = [check for check in doctor.checks() if check.name == "Mẫu của đơn vị"]

    assert check.cure.startswith("phieu.docx: không phải tệp văn bản .docx")


def test_the_doctor_names_a_broken_layer(tmp_path, monkeypatch):
    (tmp_path / "tinh.toml").write_text("layer = ", encoding="utf-8")
    monkeypatch.setenv("VANTHU_LAYERS", str(tmp_path))

    [check] = [check for check in doctor.checks() if check.name == "Bộ tiêu chí"]
    assert "tinh.toml: TOML sai cú pháp" in check.cure
