"""Settings: kept beside the profile, read strictly."""

from __future__ import annotations

import pytest

from vanthu.data_error import DataError
from vanthu.settings import FILE_NAME, Settings, load, save
from vanthu.toml import read

CHOSEN = Settings(language="en", layers='/nhà/tầng của "sở"', templates="C:\\mẫu\\tờ trình", kind="to-trinh")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "thiết lập" / FILE_NAME


def test_where_nothing_was_kept_the_interface_is_vietnamese_and_the_rules_are_the_shipped_ones(path):
    assert load(path) == Settings() == Settings(language="vi", layers="", templates="", kind="")


def test_what_is_kept_comes_back(path):
    save(CHOSEN, path)

    assert load(path) == CHOSEN
    assert [file.name for file in path.parent.iterdir()] == [FILE_NAME]
    assert read(path)["schema"] == 1


def test_a_later_choice_replaces_the_earlier_one(path):
    save(CHOSEN, path)
    save(Settings(), path)

    assert load(path) == Settings()
    assert [file.name for file in path.parent.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("schema = 2", "phiên bản thiết lập chưa được hỗ trợ; được phép: 1"),
        ('schema = 1\nlanguage = "fr"', 'language: không có giá trị "fr"; được phép: vi, en'),
        ('schema = 1\nmau = "x"', 'khóa lạ "mau"'),
        ("schema = 1\nlayers = 3", "layers: phải là một chuỗi"),
        ("schema = ", "TOML sai cú pháp"),
        ("", "tệp trống"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_clear_sentence(path, text, words):
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load(path)

    assert words in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_file_that_cannot_be_used_is_set_aside_when_new_settings_are_kept(path):
    path.parent.mkdir()
    path.write_text("schema = 2", encoding="utf-8")

    save(CHOSEN, path)

    assert load(path) == CHOSEN
    assert path.with_name("thiet-lap (không đọc được 1).toml").read_text(encoding="utf-8") == "schema = 2"
