"""A whole dossier written into a folder, as a clerk asks for it."""

from __future__ import annotations

import json
import shutil
import zipfile
from datetime import date
from pathlib import Path

import docx
import lxml.etree
import pytest

from vanthu.library import load_library
from vanthu.memory import from_properties
from vanthu.record_file import load
from vanthu_docx import house
from vanthu_docx.command_line import main
from vanthu_docx.dossier import deliver_dossier

EXAMPLE = house.folder("forms") / "examples" / "001.toml"
SCHOOL = """
schema = 1
form = "dvht-2023"
kind = "bao-cao-don-vi-hoc-tap"
year = 2024
unit_type = "tieu-hoc"
[unit]
name = "Trường Tiểu học Vĩnh Phong 3"
[document]
number = "12"
[typed]
"1.1" = "đạt"
[text]
mo_dau = ["Lời của báo cáo."]
uu_diem = ["Đơn vị đã tự đánh giá đúng hạn."]
"to-trinh-de-nghi-cong-nhan/ket_luan" = ["Kính trình cấp trên./."]
"""
LIST, REQUEST = "00-danh-muc-ho-so.docx", "01-to-trinh-de-nghi-cong-nhan.docx"
REPORT, SUMMARY = "02-bao-cao-don-vi-hoc-tap.docx", "03-ban-tong-hop-ket-qua.docx"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    record = tmp_path / "truong.toml"
    record.write_text(SCHOOL, encoding="utf-8")
    return record


def gathered(record: Path, folder: Path, *options: str) -> int:
    return main(["dossier", str(record), "--out", str(folder), "--on", "2025-01-04", *options])


def text_of(document: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(document)).paragraphs)


def properties(document: Path) -> dict[str, str]:
    with zipfile.ZipFile(document) as package:
        tree = lxml.etree.fromstring(package.read("docProps/custom.xml"))
    return {entry.get("name"): "".join(entry.itertext()) for entry in tree}


def cells_of_the_list(folder: Path) -> list[list[str]]:
    tables = docx.Document(str(folder / LIST)).tables
    [table] = [table for table in tables if table.cell(0, 0).text == "STT"]
    return [[cell.text for cell in row.cells] for row in table.rows]


def statuses(folder: Path) -> list[str]:
    return [row[4] for row in cells_of_the_list(folder)[1:]]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_document_and_the_list_stand_in_the_folder(school, tmp_path, capsys):
    out = tmp_path / "hồ sơ"

    assert gathered(school, out) == 0

    assert names_in(out) == [LIST, REQUEST, REPORT, SUMMARY]
    assert names_in(tmp_path) == ["hồ sơ", "truong.toml"]
    shown = " ".join(capsys.readouterr().out.split())
    assert "do Hội đồng đánh giá cấp huyện lập" in shown
    assert "Nơi tiếp nhận hồ sơ: Phòng Giáo dục và Đào tạo" in shown
    assert "chậm nhất ngày 14/01/2025, còn 10 ngày" in shown
    assert "Đã ghi 4 tệp" in shown


def test_the_list_says_what_each_document_still_lacks(school, tmp_path):
    gathered(school, tmp_path / "out")

    heading, *rows = cells_of_the_list(tmp_path / "out")
    assert heading == ["STT", "Tên văn bản", "Số bộ", "Căn cứ", "Tình trạng"]
    assert [row[2] for row in rows] == ["không quy định"] * 3
    assert all(row[4].startswith("Chưa có kết quả của các mục: 1.2, 1.3") for row in rows)
    assert "Tồn tại" in rows[1][4]
    assert "Ưu điểm" not in rows[1][4]
    lines = text_of(tmp_path / "out" / LIST)
    assert "trước ngày 15/01/2025 (Điều 10 khoản 1 điểm c)." in lines
    assert "Nơi tiếp nhận hồ sơ: Phòng Giáo dục và Đào tạo." in lines


def test_each_document_has_its_own_words_and_number(school, tmp_path):
    gathered(school, tmp_path / "out")

    request, report = (text_of(tmp_path / "out" / name) for name in (REQUEST, REPORT))
    assert "Lời của báo cáo." in report
    assert "Lời của báo cáo." not in request
    assert "Kính trình cấp trên./." in request
    remembered = from_properties(properties(tmp_path / "out" / REQUEST), "x").record
    assert (remembered.kind, remembered.document.number) == ("to-trinh-de-nghi-cong-nhan", "")
    assert from_properties(properties(tmp_path / "out" / REPORT), "x").record.document.number == "12"


def test_what_the_record_cannot_give_is_not_remembered_as_ours(school, tmp_path):
    gathered(school, tmp_path / "out")

    memory = from_properties(properties(tmp_path / "out" / LIST), "x")
    assert "mo_dau" in memory.written
    assert not any(name.startswith(("bang_ho_so", "tiep_nhan")) for name in memory.written)
    assert "bang_ho_so" not in memory.kinds


def test_a_second_time_changes_nothing_and_a_file_of_somebody_else_is_kept(school, tmp_path, capsys):
    out = tmp_path / "out"
    gathered(school, out)
    (out / REPORT).write_text("của người khác", encoding="utf-8")
    gathered(school, out)

    gathered(school, out)

    kept = "02-bao-cao-don-vi-hoc-tap (bản cũ 1).docx"
    assert names_in(out) == sorted([LIST, REQUEST, REPORT, SUMMARY, kept])
    assert (out / kept).read_text(encoding="utf-8") == "của người khác"
    assert "bản cũ giữ ở" in capsys.readouterr().out


def test_errors_in_the_data_are_told_by_the_exit_code(tmp_path, capsys):
    assert gathered(EXAMPLE, tmp_path / "out") == 1

    captured = capsys.readouterr()
    assert "98 (lệch 5)" in " ".join(captured.err.split())
    assert statuses(tmp_path / "out") == ["Còn 2 lỗi phải sửa trong dữ liệu."]


@pytest.mark.parametrize(
    ("text", "folder", "words"),
    [
        (SCHOOL, "khong-co/ho-so", "phải là một thư mục, hoặc một tên mới"),
        (SCHOOL, "truong.toml", "phải là một thư mục, hoặc một tên mới"),
        (SCHOOL.replace('unit_type = "tieu-hoc"', ""), "ho-so", "hãy ghi loại đơn vị"),
        (
            'schema = 1\nform = "huyen-hoc-tap-2021"\nyear = 2022\n',
            "ho-so",
            "huyen-hoc-tap-2021 không quy định hồ sơ",
        ),
        (SCHOOL.replace("dvht-2023", "dvht-1999"), "ho-so", 'không có bộ tiêu chí "dvht-1999"'),
    ],
)
def test_an_impossible_dossier_is_one_line_and_no_file(school, tmp_path, capsys, text, folder, words):
    school.write_text(text, encoding="utf-8")

    assert gathered(school, tmp_path / folder) == 2

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert words in captured.err
    assert names_in(tmp_path) == ["truong.toml"]


def test_a_folder_that_cannot_be_written_gets_nothing(school, tmp_path, monkeypatch, capsys):
    def refused(path: Path, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    out = tmp_path / "out"
    monkeypatch.setattr(Path, "mkdir", refused)

    assert gathered(school, out) == 2
    assert "không tạo được thư mục" in capsys.readouterr().err
    assert names_in(tmp_path) == ["truong.toml"]


def test_a_document_without_a_template_is_missing_and_the_others_are_written(school, tmp_path):
    forms = tmp_path / "forms"
    shutil.copytree(house.folder("forms"), forms)
    text = (forms / "dvht" / "dvht-2023.toml").read_text(encoding="utf-8")
    (forms / "dvht" / "dvht-2023.toml").write_text(text.replace('kind = "ban-tong-hop-ket-qua"', ""), encoding="utf-8")

    delivered = deliver_dossier(load_library(forms), load(school), tmp_path / "out", date(2025, 1, 4))

    assert [path.name for path in delivered.files] == names_in(tmp_path / "out") == [LIST, REQUEST, REPORT]
    assert statuses(tmp_path / "out")[2] == "Chưa có mẫu cho văn bản này; đơn vị tự soạn và đưa vào hồ sơ."


def test_nothing_is_written_where_one_document_cannot_be_made(school, tmp_path, monkeypatch, capsys):
    own = tmp_path / "own"
    own.mkdir()
    page = docx.Document()
    page.add_paragraph("{{ o_nay_khong_co }}")
    page.save(str(own / "ban-tong-hop-ket-qua.docx"))
    monkeypatch.setenv("VANTHU_TEMPLATES", str(own))

    assert gathered(school, tmp_path / "out") == 2

    assert "không có ô điền o_nay_khong_co" in capsys.readouterr().err
    assert names_in(tmp_path) == ["own", "truong.toml"]


def test_programs_read_the_list_without_anything_being_written(school, tmp_path, capsys):
    assert main(["dossier", str(school), "--json", "--on", "2025-01-04"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["form"], told["year"], told["unit"]) == ("dvht-2023", 2024, "Trường Tiểu học Vĩnh Phong 3")
    assert (told["state"], told["done"], told["dossier_complete"]) == ("draft", 1, False)
    assert [(entry["number"], entry["kind"], entry["copies"], entry["file_name"]) for entry in told["documents"]] == [
        (1, "to-trinh-de-nghi-cong-nhan", None, "01-to-trinh-de-nghi-cong-nhan"),
        (2, "bao-cao-don-vi-hoc-tap", None, "02-bao-cao-don-vi-hoc-tap"),
        (3, "ban-tong-hop-ket-qua", None, "03-ban-tong-hop-ket-qua"),
    ]
    [criteria, blanks] = told["documents"][1]["missing"]
    assert criteria.startswith("Chưa có kết quả của các mục: 1.2, 1.3")
    assert "Tồn tại" in blanks
    assert told["deadlines"][0]["last_day"] == "2025-01-14"
    assert told["deadlines"][0]["days_left"] == 10
    assert told["receiver"] == "Phòng Giáo dục và Đào tạo"
    assert {entry["by"] for entry in told["superior"]} == {"Phòng Giáo dục và Đào tạo", "Hội đồng đánh giá cấp huyện"}
    assert told["hindrance"] is None
    assert told["files"] == []
    assert names_in(tmp_path) == ["truong.toml"]


def test_programs_are_told_which_files_were_written(school, tmp_path, capsys):
    out = tmp_path / "hồ sơ"
    assert gathered(school, out, "--json") == 0
    (out / REPORT).write_text("của người khác", encoding="utf-8")
    capsys.readouterr()

    assert gathered(school, out, "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert told["files"] == [str(out / name) for name in (LIST, REQUEST, REPORT, SUMMARY)]
    assert told["kept"] == [str(out / "02-bao-cao-don-vi-hoc-tap (bản cũ 1).docx")]


def test_without_a_folder_the_documents_are_not_drawn_up(school, tmp_path, capsys):
    assert main(["dossier", str(school)]) == 2

    assert "hãy ghi thư mục sẽ chứa hồ sơ" in capsys.readouterr().err
    assert names_in(tmp_path) == ["truong.toml"]


@pytest.mark.office
def test_pdf_stands_beside_each_document(tmp_path):
    assert gathered(EXAMPLE, tmp_path / "out", "--pdf") == 1

    assert names_in(tmp_path / "out") == [
        *("00-danh-muc-ho-so.docx", "00-danh-muc-ho-so.pdf"),
        *("01-bao-cao-tu-danh-gia.docx", "01-bao-cao-tu-danh-gia.pdf"),
    ]
    assert (tmp_path / "out" / "01-bao-cao-tu-danh-gia.pdf").read_bytes().startswith(b"%PDF")
