"""The servant office: what it says when it cannot serve."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vanthu.data_error import DataError
from vanthu_docx import office


def test_without_libreoffice_there_is_one_sentence_and_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "find_office", lambda: None)

    with pytest.raises(DataError, match="không tìm thấy LibreOffice; chạy vanthu doctor"):
        office.convert(tmp_path / "a.docx", tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_without_its_python_there_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "find_office_python", lambda: None)

    with pytest.raises(DataError, match="python3-uno"):
        office.fill(tmp_path / "a.docx", tmp_path / "r.json", tmp_path / "b.docx")


def test_a_program_that_fails_is_told_calmly_and_its_words_go_to_the_log(tmp_path, monkeypatch):
    monkeypatch.setattr(office.tempfile, "gettempdir", lambda: str(tmp_path))
    script = "import sys; print('Traceback: x'); sys.exit(7)"

    with pytest.raises(DataError) as caught:
        office._run([sys.executable, "-c", script], tmp_path)

    assert "Traceback" not in str(caught.value)
    assert "Traceback: x" in Path(tmp_path, "vanthu.log").read_text(encoding="utf-8")


def test_a_program_that_never_answers_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "_SECONDS", 1)

    with pytest.raises(DataError, match="không trả lời trong 1 giây"):
        office._run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path)


@pytest.mark.office
def test_a_damaged_file_is_one_sentence_and_no_output(tmp_path):
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"\x00\x01" * 2000)
    target = tmp_path / "ra.pdf"

    with pytest.raises(DataError):
        office.fill(broken, tmp_path / "r.json", target)
    assert not target.exists()
