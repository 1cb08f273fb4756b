"""Which file is the template of a kind of document."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vanthu.data_error import DataError
from vanthu.settings import Settings
from vanthu.templates import layer_folders, template_folders, template_path, templates

NOTHING = Settings()


@pytest.fixture
def folders(tmp_path):
    """Three folders: shipped, the province's, the school's."""
    made = []
    for name, files in (("shipped", "a b c"), ("tinh", "a b x"), ("truong", "a")):
        made.append(tmp_path / name)
        made[-1].mkdir()
        for file in files.split():
            (made[-1] / (file + ".docx")).write_bytes(b"")
    return made


def test_the_last_folder_that_has_the_file_wins(folders):
    shipped, province, school = folders

    assert template_path("a", folders) == school / "a.docx"
    assert template_path("b", folders) == province / "b.docx"
    assert template_path("c", folders) == shipped / "c.docx"


def test_every_template_is_listed_once_by_name(folders):
    assert list(templates(folders)) == ["a", "b", "c", "x"]


def test_a_name_without_a_template_is_answered_with_those_there_are(folders):
    with pytest.raises(DataError) as refused:
        template_path("y", folders)

    assert str(refused.value) == 'kind: không có mẫu "y"; được phép: a, b, c, x'


def test_what_an_open_document_leaves_beside_itself_is_no_template(folders):
    for name in ("~$a.docx", ".~lock.a.docx", "a.odt"):
        (folders[2] / name).write_bytes(b"")

    assert templates(folders[2:]) == {"a": folders[2] / "a.docx"}


def test_an_ending_in_capitals_is_one_too(folders):
    (folders[2] / "b.DOCX").write_bytes(b"")

    assert template_path("b", folders) == folders[2] / "b.DOCX"


def test_a_folder_that_is_not_there_is_told_rather_than_the_shipped_template_taken(folders):
    with pytest.raises(DataError, match="gone: không có thư mục này"):
        template_path("a", [*folders, folders[0] / "gone"])


def test_the_environment_names_folders_as_a_list_of_paths(tmp_path):
    names = os.pathsep.join([str(tmp_path / "một"), "", str(tmp_path / "hai")])

    layers = layer_folders({"VANTHU_LAYERS": names}, NOTHING)
    found = template_folders({"VANTHU_TEMPLATES": names}, NOTHING, tmp_path)

    assert layers == (tmp_path / "một", tmp_path / "hai")
    assert found == (tmp_path, tmp_path / "một", tmp_path / "hai")


def test_where_nothing_is_named_the_shipped_ones_count(tmp_path):
    assert layer_folders({"VANTHU_LAYERS": ""}, NOTHING) == ()
    assert template_folders({}, NOTHING, tmp_path) == (tmp_path,)


def test_the_settings_name_one_folder_whatever_signs_its_name_has(tmp_path):
    named = os.pathsep.join(["Mẫu", " 2024"])
    chosen = Settings(layers=str(tmp_path / named), templates=str(tmp_path / named))

    assert layer_folders({}, chosen) == (tmp_path / named,)
    assert template_folders({"VANTHU_LAYERS": "/sở"}, chosen, tmp_path) == (tmp_path, tmp_path / named)


def test_what_the_environment_names_wins_over_the_settings(tmp_path):
    chosen = Settings(layers="/đã chọn", templates="/đã chọn")

    assert layer_folders({"VANTHU_LAYERS": "/sở"}, chosen) == (Path("/sở"),)
    assert template_folders({"VANTHU_TEMPLATES": "/sở"}, chosen, tmp_path) == (tmp_path, Path("/sở"))
