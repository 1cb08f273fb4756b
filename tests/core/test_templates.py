"""Which file is the template of a kind of document."""

from __future__ import annotations

import os

import pytest

from vanthu.data_error import DataError
from vanthu.templates import layer_folders, template_folders, template_path, templates


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


def test_a_folder_that_is_not_there_holds_nothing(folders):
    assert template_path("a", [*folders, folders[0] / "gone"]) == folders[2] / "a.docx"


def test_the_environment_names_folders_as_a_list_of_paths(tmp_path):
    names = os.pathsep.join([str(tmp_path / "một"), "", str(tmp_path / "hai")])

    assert layer_folders({"VANTHU_LAYERS": names}) == (tmp_path / "một", tmp_path / "hai")
    assert template_folders({"VANTHU_TEMPLATES": names}, tmp_path) == (tmp_path, tmp_path / "một", tmp_path / "hai")


def test_an_environment_without_names_means_the_shipped_ones(tmp_path):
    assert layer_folders({}) == ()
    assert template_folders({}, tmp_path) == (tmp_path,)
