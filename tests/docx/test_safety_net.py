"""However the command ends, there is one Vietnamese line at most, and the right exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from vanthu_docx import command_line, house
from vanthu_docx.command_line import main
from vanthu_docx.safety_net import caught

EXAMPLE = house.folder("forms") / "examples" / "001.toml"
KIND = "bao-cao-tu-danh-gia"
LONG = "a" * 260


def line(capsys) -> str:
    [said] = capsys.readouterr().err.splitlines()
    return said


def raising(error):
    def command():
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied", "x.toml"), "vanthu: x.toml: không có quyền; hãy"),
        (OSError(28, "No space left on device"), "vanthu: không in ra được kết quả (ổ đĩa đã đầy; hãy"),
        (OSError(98, "Address already in use", "x"), "vanthu: x: lỗi hệ thống số 98; chi tiết ở"),
        (MemoryError(), "vanthu: máy không còn đủ bộ nhớ"),
        (RuntimeError("Symlink loop"), "vanthu: gặp trục trặc và dừng lại; chi tiết ở"),
    ],
)
def test_what_nobody_expected_is_one_line_and_its_details_stand_in_the_log(settings, capsys, error, words):
    assert caught(raising(error)) == 2

    said = line(capsys)
    assert said.startswith(words)
    assert said.endswith("; chi tiết ở {}".format(settings / "vanthu.log"))
    assert type(error).__name__ in (settings / "vanthu.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["render", KIND, str(EXAMPLE), "-o", LONG + ".docx"], "không ghi được tệp (tên quá dài"),
        (["render", LONG + ".docx", str(EXAMPLE), "-o", "x.docx"], "không mở được tệp mẫu (tên quá dài"),
        (["render", KIND, str(EXAMPLE), "-o", "loop/x.docx"], "phải là một tệp trong thư mục đã có"),
        (["dossier", str(EXAMPLE), "--out", LONG], "không tạo được thư mục (tên quá dài"),
        (["dossier", str(EXAMPLE), "--out", "loop"], "phải là một thư mục"),
        (["assess", "loop"], "không đọc được tệp (liên kết trỏ vòng"),
        (["assess", "b\udce1o.toml"], "b\\udce1o.toml: không tìm thấy tệp"),
    ],
)
def test_an_impossible_name_is_one_line_and_no_file(tmp_path, monkeypatch, capsys, settings, arguments, words):
    monkeypatch.chdir(tmp_path)
    Path("loop").symlink_to("loop")

    assert main(arguments) == 2

    assert words in line(capsys)
    assert [path.name for path in tmp_path.iterdir()] == ["loop"]
    assert not settings.exists(), "a cause that is known needs no log"


def test_a_work_folder_that_cannot_be_made_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "khong-co"))

    assert main(["render", KIND, str(EXAMPLE), "-o", str(tmp_path / "x.docx")]) == 2
    assert "khong-co: không ghi được vào thư mục tạm (" in line(capsys)
    assert list(tmp_path.iterdir()) == []


# as a process


def started(*arguments: str, **options) -> subprocess.Popen:
    command = [sys.executable, "-m", "vanthu_docx", *arguments]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, **options)


def ended(process: subprocess.Popen) -> tuple[int, str]:
    _, said = process.communicate(timeout=60)
    return process.returncode, said.decode("utf-8")


@pytest.mark.parametrize("arguments", [("assess", str(EXAMPLE)), ("kinds", "--json"), ("--help",), ("forms",)])
def test_a_full_disk_behind_stdout_is_one_line(arguments):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        code, said = ended(started(*arguments, stdout=full))

    assert code == 2
    assert said.startswith("vanthu: không in ra được kết quả (ổ đĩa đã đầy")
    assert said.count("\n") == 1


@pytest.mark.parametrize("arguments", [("assess", str(EXAMPLE)), ("kinds", "--json"), ("--help",), ("forms",)])
def test_a_closed_pipe_ends_the_command_without_a_word(arguments):
    reading, writing = os.pipe()
    os.close(reading)
    process = started(*arguments, stdout=writing)
    os.close(writing)

    assert ended(process) == (141, "")


def test_a_file_name_that_is_no_text_does_not_swallow_the_sentence(tmp_path):
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    code, said = ended(started("assess", b"b\xe1o.toml", cwd=tmp_path, env=plain))

    assert (code, said) == (2, "vanthu: b\\udce1o.toml: không tìm thấy tệp\n")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_command_that_is_stopped_says_so_and_leaves_nothing_behind(tmp_path, number, code):
    """The office is a program that never answers."""
    sleeper, temporary = tmp_path / "soffice", tmp_path / "tmp"
    sleeper.write_text("#!/bin/sh\necho $$ > {}/pid\nexec sleep 600\n".format(tmp_path), encoding="utf-8")
    sleeper.chmod(0o755)
    temporary.mkdir()
    environment = {**os.environ, "VANTHU_SOFFICE": str(sleeper), "TMPDIR": str(temporary)}
    process = started("dossier", str(EXAMPLE), "--out", "hs", "--pdf", cwd=tmp_path, env=environment)
    office = int(waited_for(tmp_path / "pid"))

    process.send_signal(number)
    process.send_signal(number)

    assert ended(process)[1] == "vanthu: đã dừng theo yêu cầu; không tệp nào được ghi dở\n"
    assert process.returncode in (code, -number), "the second one may come when all is done"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pid", "soffice", "tmp"]
    assert list(temporary.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(office, 0)


def waited_for(path: Path) -> str:
    deadline = time.monotonic() + 30
    while not (path.exists() and path.read_text(encoding="utf-8").strip()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return path.read_text(encoding="utf-8")


def test_outside_of_the_main_thread_signals_are_left_alone(capsys):
    codes: list[int] = []
    thread = threading.Thread(target=lambda: codes.append(main(["kinds", "--json"])))
    thread.start()
    thread.join()

    assert codes == [0]


def test_signals_are_given_back(monkeypatch, capsys):
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(command_line.house, "open_library", lambda: os.kill(os.getpid(), signal.SIGTERM))

    assert main(["kinds"]) == 143
    assert line(capsys).startswith("vanthu: đã dừng")
    assert signal.getsignal(signal.SIGTERM) is before
