"""What a system says in English, or in whatever language it speaks, is told in the language of the interface."""

from __future__ import annotations

import errno

import pytest

from vanthu.data_error import DataError
from vanthu.record_file import load
from vanthu.system_reason import system_reason


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "không có quyền"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "tên quá dài"),
        (OSError(errno.ELOOP, "Too many levels of symbolic links"), "liên kết trỏ vòng"),
        (ValueError("embedded null byte"), "hệ thống không nhận tên này"),
        (OSError(12345, "Unknown"), "lỗi hệ thống số 12345"),
    ],
)
def test_the_reason_is_told_in_vietnamese(error, words):
    assert system_reason(error).startswith(words)


def test_a_file_whose_name_is_too_long_is_one_vietnamese_line(tmp_path):
    with pytest.raises(DataError, match=r"không đọc được tệp \(tên quá dài; hãy đặt tên ngắn hơn\)$"):
        load(tmp_path / ("a" * 300 + ".toml"))
