"""Reading TOML with whichever reader is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanthu import toml
from vanthu.data_error import DataError


def test_the_first_reader_that_is_installed_is_taken():
    assert toml.first_importable(("no_such_reader", "json", "csv")).__name__ == "json"


def test_without_any_reader_the_error_names_all_that_would_do():
    with pytest.raises(ImportError, match="no_such_reader, nor_this"):
        toml.first_importable(("no_such_reader", "nor_this"))


def test_vietnamese_text_comes_out_as_it_was_written(tmp_path: Path):
    file = tmp_path / "mau.toml"
    file.write_text('ten = "Tự đánh giá"', encoding="utf-8")

    assert toml.read(file) == {"ten": "Tự đánh giá"}


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"ten = ", "TOML sai cú pháp"), ("ten = 'đ'".encode("cp1258"), "không phải văn bản UTF-8")],
    ids=["not TOML", "not UTF-8"],
)
def test_a_file_that_is_not_toml_is_one_sentence_naming_the_file(tmp_path: Path, content: bytes, words: str):
    file = tmp_path / "mau.toml"
    file.write_bytes(content)

    with pytest.raises(DataError, match=r"^mau\.toml: .*" + words):
        toml.read(file)
