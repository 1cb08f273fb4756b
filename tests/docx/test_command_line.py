"""The command line as a stranger types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from vanthu.memory import from_properties
from vanthu.record_file import load
from vanthu_docx import house
from vanthu_docx.command_line import main
from vanthu_docx.parser import Parser

EXAMPLE = house.folder("forms") / "examples" / "001.toml"
KIND = "bao-cao-tu-danh-gia"
SMALLEST = 'schema = 1\nform = "dvht-2020"\nyear = 2023\n'


def test_forms_lists_validity(capsys):
    assert main(["forms", "--json"]) == 0

    [row] = [row for row in json.loads(capsys.readouterr().out) if row["id"] == "dvht-2020"]
    assert (row["effective_from"], row["effective_to"], row["source"]) == (
        "2020-09-21",
        "2024-01-26",
        "22/2020/TT-BGDĐT",
    )


def test_forms_for_people_name_the_legal_text(capsys):
    assert main(["forms"]) == 0
    assert "22/2020/TT-BGDĐT" in capsys.readouterr().out


def test_forms_of_a_day_are_those_in_force(capsys):
    assert main(["forms", "--json", "--on", "2024-12-31"]) == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == ["cdht-2023", "dvht-2023"]


def test_kinds_are_the_documents_for_a_form(capsys):
    assert main(["kinds", "--json", "--form", "huyen-hoc-tap-2021"]) == 0

    ids = {row["id"] for row in json.loads(capsys.readouterr().out)}
    assert {"ke-hoach-thi-diem", "to-trinh-ban-hanh-ke-hoach", "cong-van"} <= ids
    assert "bao-cao-tu-danh-gia" not in ids


def test_kinds_for_people_name_the_document(capsys):
    assert main(["kinds"]) == 0
    assert "Báo cáo tự đánh giá" in capsys.readouterr().out


def test_kinds_of_an_unknown_form_are_refused(capsys):
    assert main(["kinds", "--form", "x"]) == 2
    assert 'không có bộ tiêu chí "x"; được phép: ' in capsys.readouterr().err


SCHOOL = """
schema = 1
form = "dvht-2023"
year = 2024
unit_type = "tieu-hoc"
[typed]
"1.1" = "đạt"
"2.1" = "17/19"
[evidence]
"1.1" = ["Kế hoạch số 12"]
"2.1" = ["Biên bản họp"]
"""


def test_a_level_form_is_assessed_for_programs_and_for_people(tmp_path, capsys):
    record = tmp_path / "truong.toml"
    record.write_text(SCHOOL, encoding="utf-8")

    assert main(["assess", str(record), "--json", "--on", "2025-01-04"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["total"], result["rating_id"], result["complete"], result["state"]) == (None, None, False, "draft")
    assert result["criteria"]["2.1"]["result"] == "not_met"
    assert result["deadlines"][0]["days_left"] == 10

    assert main(["assess", str(record), "--on", "2025-01-04"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "17/19 = 89,47%, không đạt" in shown
    assert "chậm nhất ngày 14/01/2025, còn 10 ngày" in shown


def test_assess_prints_the_contract_and_tells_of_errors_by_its_code(capsys):
    assert main(["assess", str(EXAMPLE), "--json"]) == 1

    result = json.loads(capsys.readouterr().out)
    assert (result["total"], result["rating_id"]) == ("93", "tot")


def test_assess_for_people_shows_the_contradiction(capsys):
    assert main(["assess", str(EXAMPLE)]) == 1

    shown = " ".join(capsys.readouterr().out.split())
    assert "Tổng điểm: 93/100 Xếp loại: Tốt" in shown
    assert "30 + 30 + 33 = 93, nhưng văn bản ghi 98 (lệch 5)" in shown


def test_what_is_not_the_laws_is_told(capsys):
    main(["assess", str(EXAMPLE)])
    words = " ".join(capsys.readouterr().out.split())
    main(["assess", str(EXAMPLE), "--json"])

    assert "Cách chia điểm của địa phương, không có trong Thông tư Công văn số 1497/UBND-VX" in words
    assert json.loads(capsys.readouterr().out)["local_sources"][0].startswith("Công văn số 1497/UBND-VX")


def test_what_the_law_leaves_open_is_told(tmp_path, capsys):
    record = tmp_path / "r.toml"
    record.write_text('schema = 1\nform = "cdht-2023"\nyear = 2024\nunit_type = "tinh"\n', encoding="utf-8")
    main(["assess", str(record)])
    words = " ".join(capsys.readouterr().out.split())
    main(["assess", str(record), "--json"])

    [first, *_] = json.loads(capsys.readouterr().out)["open_points"]
    assert "Điều văn bản quy định chưa nói rõ " + first in words


def test_a_record_without_mistakes_ends_with_zero(tmp_path, capsys):
    record = tmp_path / "r.toml"
    record.write_text(SMALLEST, encoding="utf-8")

    assert main(["assess", str(record)]) == 0
    assert "Chưa xếp loại" in capsys.readouterr().out


@pytest.fixture(
    params=[
        "missing",
        "folder",
        "empty",
        "broken",
        "unknown form",
        "unknown kind",
        "unknown key",
        "not utf-8",
        "unwritable",
    ]
)
def unusable(request, tmp_path):
    record = tmp_path / "r.toml"
    contents = {
        "empty": b"",
        "broken": b"schema = ",
        "unknown form": SMALLEST.replace("2020", "1999").encode("utf-8"),
        "unknown kind": (SMALLEST + 'kind = "tho"\n').encode("utf-8"),
        "unknown key": (SMALLEST + "nam = 2023\n").encode("utf-8"),
        "not utf-8": "đ".encode("utf-16"),
    }
    if request.param == "folder":
        record.mkdir()
    elif request.param in contents:
        record.write_bytes(contents[request.param])
    return record if request.param != "unwritable" else tmp_path / "không có" / "r.toml"


def one_line(capsys):
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("vanthu: ")
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err
    return captured.err


def test_unusable_input_is_one_line_and_no_file(unusable, tmp_path, capsys):
    out = tmp_path / "out.docx"

    assert main(["assess", str(unusable)]) == 2
    one_line(capsys)
    assert main(["render", KIND, str(unusable), "-o", str(out)]) == 2
    one_line(capsys)
    assert not out.exists()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2020", "1999", 'vanthu: r.toml: form: không có bộ tiêu chí "dvht-1999"; được phép: cdht-2014, '),
        ("year", 'kind = "tho"\nyear', 'vanthu: r.toml: kind: không có loại văn bản "tho"; được phép: ban-tong-hop-'),
    ],
)
@pytest.mark.parametrize("command", [["assess"], ["render", KIND, "-o", "{}/a.docx"], ["dossier", "--out", "{}/ra"]])
def test_what_a_record_names_and_nobody_knows_is_told_with_the_file(tmp_path, capsys, old, new, words, command):
    record = tmp_path / "r.toml"
    record.write_text(SMALLEST.replace(old, new), encoding="utf-8")

    assert main([*(part.format(tmp_path) for part in command), str(record)]) == 2

    assert one_line(capsys).startswith(words)
    assert list(tmp_path.iterdir()) == [record]


@pytest.mark.parametrize("variable", ["VANTHU_LAYERS", "VANTHU_TEMPLATES"])
def test_a_folder_that_the_environment_names_and_that_is_away_is_one_line(tmp_path, capsys, monkeypatch, variable):
    monkeypatch.setenv(variable, str(tmp_path / "ổ mạng"))

    assert main(["render", KIND, str(EXAMPLE), "-o", str(tmp_path / "a.docx")]) == 2

    assert "ổ mạng: không có thư mục này; hãy tạo lại, hoặc sửa" in one_line(capsys)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "out", "words"),
    [
        ("tho", "a.docx", 'không có mẫu "tho"; được phép: ban-tong-hop-cong-dong, '),
        (KIND, "a.txt", 'không có định dạng ".txt"; được phép: .docx, .odt, .pdf'),
        (KIND, "khong-co/a.docx", "phải là một tệp trong thư mục đã có"),
    ],
)
def test_an_impossible_output_is_one_line_and_no_file(tmp_path, capsys, kind, out, words):
    assert main(["render", kind, str(EXAMPLE), "-o", str(tmp_path / out)]) == 2
    assert words in one_line(capsys)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "còn thiếu LỆNH"),
        (["render", KIND], "còn thiếu"),
        (["forms", "--xml"], "không hiểu --xml"),
        (["forms", "--js"], "không hiểu --js"),
        (["forms", "--json=x"], "--json không nhận giá trị 'x'"),
        (["forms", "--on"], "--on cần một giá trị"),
        (["dossier", "r.toml", "--out", ""], "--out: tên để trống; hãy ghi tên tệp hoặc thư mục"),
        (["render", KIND, "r.toml", "-o", " "], "-o/--output: tên để trống"),
        (["forms", "--on", "32/13"], "--on: không có ngày 32/13"),
        (["render", KIND, "r.toml", "-o", "x.docx", "--engine", "word"], "không có 'word'"),
    ],
)
def test_a_wrong_command_is_one_vietnamese_line(capsys, arguments, words):
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert words in one_line(capsys)


def test_the_sentence_of_argparse_that_nobody_knows_is_not_passed_on(capsys):
    with pytest.raises(SystemExit):
        Parser(prog="vanthu").error("unheard of")

    assert "không hiểu tham số hoặc tùy chọn; gõ vanthu --help" in one_line(capsys)


@pytest.mark.parametrize("command", ["", "forms", "kinds", "assess", "render", "dossier", "profile", "doctor"])
def test_help_is_vietnamese(capsys, command):
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])

    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith("cách dùng: vanthu")
    assert "xem cách dùng" in said
    english = ("usage", "positional", "optional", "options:", "arguments", "show", "exit")
    assert [words for words in english if words in said] == []


def custom_properties(document: Path) -> dict[str, str]:
    import lxml.etree

    with zipfile.ZipFile(document) as package:
        tree = lxml.etree.fromstring(package.read("docProps/custom.xml"))
    return {entry.get("name"): "".join(entry.itertext()) for entry in tree}


def test_render_writes_a_document_that_remembers_its_record(tmp_path, capsys):
    out = tmp_path / "báo cáo.docx"

    assert main(["render", KIND, str(EXAMPLE), "-o", str(out)]) == 1
    assert str(out) in capsys.readouterr().out

    record = load(EXAMPLE)
    remembered = from_properties(custom_properties(out), "x").record
    assert dict(record.stated)["total"] == "98"
    assert remembered == replace(record, stated=()), "what an older document stated wrongly is right in this one"


def test_what_a_document_has_no_place_for_stays_as_an_older_one_stated_it(tmp_path):
    out = tmp_path / "kế hoạch.docx"

    main(["render", "ke-hoach-kiem-tra-danh-gia", str(EXAMPLE), "-o", str(out)])

    assert from_properties(custom_properties(out), "x").record.stated == load(EXAMPLE).stated


def test_an_older_file_of_that_name_is_kept(tmp_path, capsys):
    out = tmp_path / "a.docx"
    out.write_text("của người khác", encoding="utf-8")

    main(["render", KIND, str(EXAMPLE), "-o", str(out)])
    main(["render", KIND, str(EXAMPLE), "-o", str(out)])

    assert "bản cũ giữ ở" in capsys.readouterr().out
    assert (tmp_path / "a (bản cũ 1).docx").read_text(encoding="utf-8") == "của người khác"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a (bản cũ 1).docx", "a.docx"]


@pytest.mark.office
def test_the_installed_command_speaks_utf8_and_knows_what_is_missing(tmp_path):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-m", "vanthu_docx.command_line", "doctor"]

    done = subprocess.run(command, capture_output=True, env=environment, timeout=120, check=False)

    assert done.returncode == 0, done.stderr.decode("utf-8")
    assert "✓ Python của LibreOffice" in done.stdout.decode("utf-8")


@pytest.fixture
def blank_record(tmp_path):
    record = tmp_path / "trống.toml"
    record.write_text(SMALLEST, encoding="utf-8")
    return record


def test_a_profile_is_kept_and_shown(settings, capsys):
    assert main(["profile"]) == 0
    assert "Chưa nhớ hồ sơ đơn vị nào" in capsys.readouterr().out

    assert main(["profile", "--from", str(EXAMPLE)]) == 0
    assert "Đã nhớ hồ sơ đơn vị" in capsys.readouterr().out

    assert main(["profile"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Viết tắt: PGDĐT" in shown
    assert "KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG" in shown
    assert [path.name for path in settings.iterdir()] == ["ho-so-don-vi.json"]


def test_render_fills_the_blanks_of_a_record_from_the_profile(blank_record, tmp_path):
    main(["profile", "--from", str(EXAMPLE)])

    assert main(["render", KIND, str(blank_record), "-o", str(tmp_path / "a.docx")]) == 0

    remembered = from_properties(custom_properties(tmp_path / "a.docx"), "x").record
    assert (remembered.unit, remembered.signer) == (load(EXAMPLE).unit, load(EXAMPLE).signer)


def test_assess_knows_the_type_of_unit_from_the_profile(tmp_path, capsys):
    school, silent = tmp_path / "truong.toml", tmp_path / "im.toml"
    school.write_text(SCHOOL + '[unit]\nname = "Trường Tiểu học"\n', encoding="utf-8")
    silent.write_text(SCHOOL.replace('unit_type = "tieu-hoc"\n', ""), encoding="utf-8")
    assert main(["assess", str(silent), "--json"]) == 1

    main(["profile", "--from", str(school)])
    capsys.readouterr()

    assert main(["assess", str(silent), "--json", "--on", "2025-01-04"]) == 0
    assert json.loads(capsys.readouterr().out)["criteria"]["2.1"]["result"] == "not_met"


def test_a_broken_profile_is_one_line_and_no_file(settings, tmp_path, capsys):
    settings.mkdir()
    (settings / "ho-so-don-vi.json").write_text("{", encoding="utf-8")

    for command in (["profile"], ["assess", str(EXAMPLE)]):
        assert main(command) == 2
        assert "ho-so-don-vi.json: JSON sai cú pháp" in one_line(capsys)
    assert main(["render", KIND, str(EXAMPLE), "-o", str(tmp_path / "a.docx")]) == 2
    assert not (tmp_path / "a.docx").exists()


def test_a_record_without_a_unit_gives_no_profile(blank_record, settings, capsys):
    assert main(["profile", "--from", str(blank_record)]) == 2
    assert "Chưa có tên đơn vị" in one_line(capsys)
    assert not settings.exists()
