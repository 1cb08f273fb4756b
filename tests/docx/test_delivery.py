"""Files come into a folder all or none, and older ones are never lost."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from vanthu.data_error import DataError
from vanthu_docx.delivery import deliver, deliver_into
from vanthu_docx.sameness import same_content


@pytest.fixture
def made(tmp_path):
    folder = tmp_path / "made"
    folder.mkdir()
    for name in ("a.docx", "b.docx", "c.docx"):
        (folder / name).write_text("new " + name, encoding="utf-8")
    return sorted(folder.iterdir())


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


class Broken:
    """A function of the system that refuses from the given call on."""

    def __init__(self, works, times, error):
        self.works, self.times, self.error = works, times, error

    def __call__(self, *arguments, **options):
        self.times -= 1
        if self.times < 0:
            raise self.error
        return self.works(*arguments, **options)


FULL = OSError(28, "No space left on device")


@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()], ids=["full", "interrupted"])
@pytest.mark.parametrize("times", range(6))
def test_what_stops_in_the_middle_leaves_the_folder_as_it_was(tmp_path, made, monkeypatch, times, error):
    out = tmp_path / "out"
    out.mkdir()
    for name in ("a.docx", "c.docx"):
        (out / name).write_text("old " + name, encoding="utf-8")
    before = contents(out)
    copies = Broken(shutil.copyfile, times, error)
    renames = Broken(Path.replace, times - 3, error)  # three copies come first
    monkeypatch.setattr(shutil, "copyfile", copies)
    monkeypatch.setattr(Path, "replace", lambda *paths: back(*paths) if "bản cũ" in paths[0].name else renames(*paths))

    with pytest.raises((DataError, KeyboardInterrupt)):
        deliver_into(out, made)

    monkeypatch.undo()
    assert contents(out) == before


back = Path.replace


@pytest.mark.parametrize("times", range(3))
def test_a_folder_made_for_files_that_did_not_come_is_taken_away(tmp_path, made, monkeypatch, times):
    monkeypatch.setattr(shutil, "copyfile", Broken(shutil.copyfile, times, FULL))

    with pytest.raises(DataError, match=r"\.docx: không ghi được tệp \(ổ đĩa đã đầy"):
        deliver_into(tmp_path / "out", made)

    assert not (tmp_path / "out").exists()


def test_files_come_in_and_older_ones_are_told(tmp_path, made):
    out = tmp_path / "out"
    out.mkdir()
    (out / "b.docx").write_text("old", encoding="utf-8")

    assert deliver_into(out, made) == (out / "b (bản cũ 1).docx",)
    assert contents(out) == {
        **{"a.docx": "new a.docx", "b.docx": "new b.docx", "c.docx": "new c.docx"},
        "b (bản cũ 1).docx": "old",
    }


def test_a_link_that_leads_nowhere_is_kept_too(tmp_path, made):
    target = tmp_path / "a.docx"
    target.symlink_to(target)

    assert deliver(made[0], target) == tmp_path / "a (bản cũ 1).docx"
    assert (tmp_path / "a (bản cũ 1).docx").is_symlink()


def test_a_file_that_already_says_the_same_is_not_touched(tmp_path, made):
    target = tmp_path / "a.docx"
    target.write_text("new a.docx", encoding="utf-8")
    before = target.stat().st_ino

    assert deliver(made[0], target) is None
    assert target.stat().st_ino == before


PDF = b"%PDF-1.6 /CreationDate(D:2026112702{}49Z') text {} /ID [ <{}>\n<{}> ] /DocChecksum /{}"


@pytest.mark.parametrize(("text", "same"), [(b"x", True), (b"y", False)])
def test_a_pdf_is_the_same_whenever_it_was_printed(tmp_path, text, same):
    moments = [(b"01", b"x", b"A" * 32), (b"05", text, b"B" * 32)]
    for name, (minute, words, number) in zip("ab", moments, strict=True):
        parts = iter((minute, words, number, number, number))
        (tmp_path / name).write_bytes(b"".join(piece + next(parts, b"") for piece in PDF.split(b"{}")))

    assert same_content(tmp_path / "a", tmp_path / "b") is same


@pytest.mark.parametrize(("date", "text", "same"), [("2", "x", True), ("2", "y", False)])
def test_an_odt_is_the_same_whenever_it_was_written(tmp_path, date, text, same):
    for name, (day, words) in {"a": ("1", "x"), "b": (date, text)}.items():
        with zipfile.ZipFile(tmp_path / name, "w") as package:
            package.writestr("meta.xml", "<dc:date>202{}-01-01</dc:date>".format(day))
            package.writestr("settings.xml", 'config:name="RsidRoot" config:type="int">{}<'.format(day))
            package.writestr("content.xml", words)

    assert same_content(tmp_path / "a", tmp_path / "b") is same


def test_a_damaged_file_is_another_one(tmp_path):
    for name in "ab":
        with zipfile.ZipFile(tmp_path / name, "w") as package:
            package.writestr("content.xml", "x" * 100)
    damaged = bytearray((tmp_path / "b").read_bytes())
    damaged[60] ^= 1
    (tmp_path / "b").write_bytes(damaged)

    assert not same_content(tmp_path / "a", tmp_path / "b")
