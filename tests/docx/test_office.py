"""The servant office: what it says when it cannot serve."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

from vanthu.data_error import DataError
from vanthu_docx import doctor, office
from vanthu_docx.log import with_details


def test_without_libreoffice_there_is_one_sentence_and_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "find_office", lambda: None)

    with pytest.raises(DataError, match="không tìm thấy LibreOffice; chạy vanthu doctor"):
        office.convert(tmp_path / "a.docx", tmp_path / "a.pdf", "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_without_its_python_there_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "find_office_python", lambda: None)

    with pytest.raises(DataError, match="python3-uno"):
        office.fill(tmp_path / "a.docx", tmp_path / "r.json", tmp_path / "b.docx", "b.docx")


def test_a_program_that_fails_is_told_calmly_and_its_words_go_to_the_log(tmp_path, settings):
    script = "import sys; print('Traceback: x'); sys.exit(7)"

    with pytest.raises(DataError) as caught:
        office._run([sys.executable, "-c", script], tmp_path)

    assert str(caught.value) == "LibreOffice: gặp trục trặc và dừng lại; chi tiết ở {}".format(settings / "vanthu.log")
    assert "Traceback: x" in (settings / "vanthu.log").read_text(encoding="utf-8")


def test_where_the_log_cannot_stand_beside_the_settings_it_is_a_new_file_that_nobody_has_laid_there(
    tmp_path, monkeypatch, settings
):
    settings.write_text("no folder", encoding="utf-8")
    (tmp_path / "vanthu.log").symlink_to(tmp_path / "of somebody else")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    sentence = with_details("Hỏng", "chi tiết")

    log = Path(sentence.rpartition(" ")[2])
    assert (log.parent, log.read_text(encoding="utf-8").splitlines()[1]) == (tmp_path, "chi tiết")
    assert not (tmp_path / "of somebody else").exists()


def test_where_no_log_can_be_written_the_sentence_stands_alone(tmp_path, monkeypatch, settings):
    settings.write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "khong-co"))

    assert with_details("Hỏng", "chi tiết") == "Hỏng"


def test_a_log_grown_too_long_begins_anew(settings):
    for _ in range(12):
        with_details("Hỏng", "x" * 100_000)

    assert (settings / "vanthu.log").stat().st_size < 700_000


@pytest.mark.parametrize("content", [None, "no program"])
def test_an_environment_that_names_no_office_is_one_sentence(tmp_path, monkeypatch, content):
    named = tmp_path / "soffice"
    if content:
        named.write_text(content, encoding="utf-8")
    monkeypatch.setenv("VANTHU_SOFFICE", str(named))

    with pytest.raises(DataError, match=r'VANTHU_SOFFICE ghi ".*soffice", không phải một chương trình'):
        office.convert(tmp_path / "a.docx", tmp_path / "a.pdf", "a.pdf")
    [check] = [check for check in doctor.checks() if check.name == "LibreOffice"]
    assert "hãy sửa hoặc bỏ biến môi trường này" in check.cure


def test_a_program_that_the_system_cannot_start_is_one_sentence(tmp_path):
    program = tmp_path / "soffice"
    program.write_bytes(b"\x7fELF nothing")
    program.chmod(0o755)

    with pytest.raises(DataError, match=r"không chạy được .*không phải là chương trình"):
        office._run([str(program)], tmp_path)


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
        office.fill(broken, tmp_path / "r.json", target, "ra.pdf")
    assert not target.exists()
