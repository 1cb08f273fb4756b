"""Folders that somebody named."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanthu.data_error import DataError
from vanthu.named_folder import files_in


def test_the_ending_counts_in_capitals_too_and_files_come_by_name(tmp_path):
    for name in ("c.TOML", "a.toml", "b.Toml", "d.toml.bak", "toml", "e.docx"):
        (tmp_path / name).write_bytes(b"")

    assert [path.name for path in files_in(tmp_path, ".toml")] == ["a.toml", "b.Toml", "c.TOML"]


def test_an_empty_folder_is_no_mistake(tmp_path):
    assert files_in(tmp_path, ".toml") == ()


def test_a_folder_that_is_not_there_is_named_with_what_to_do(tmp_path):
    with pytest.raises(DataError) as caught:
        files_in(tmp_path / "không có", ".toml")

    assert str(caught.value).startswith("{}: không có thư mục này; hãy tạo lại".format(tmp_path / "không có"))
    assert "Thiết lập" in str(caught.value)
    assert "VANTHU_LAYERS" in str(caught.value)


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "a.toml").write_bytes(b"")

    with pytest.raises(DataError, match=r"a\.toml: đây không phải là thư mục; hãy chỉ ra"):
        files_in(tmp_path / "a.toml", ".toml")


def test_a_folder_that_nobody_may_read_is_named(tmp_path, monkeypatch):
    def locked(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", locked)

    with pytest.raises(DataError, match=r"không mở được thư mục \(không có quyền; hãy chọn nơi khác hoặc xin quyền\)"):
        files_in(tmp_path, ".toml")
