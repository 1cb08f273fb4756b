"""Words that were typed and have no place in the document are named; they do not vanish in silence."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from vanthu_docx.command_line import main

HEAD = """
schema = 1
form = "dvht-2020"
year = 2023
kind = "{kind}"
"""
REPORT, APPENDIX = "bao-cao-tu-danh-gia", "phu-luc"
SCHOOL = """
schema = 1
form = "dvht-2023"
kind = "bao-cao-don-vi-hoc-tap"
year = 2024
unit_type = "tieu-hoc"
"""


def own(path: Path, text: str) -> Path:
    """A template of one paragraph."""
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))
    return path


@pytest.fixture
def told(tmp_path, capsys):
    """What is said of words without a place when a document is made of these lines; "" for nothing."""

    def line(kind: str, lines: str, head: str = HEAD.format(kind=REPORT)) -> str:
        record = tmp_path / "r.toml"
        record.write_text(head + lines, encoding="utf-8")
        assert main(["render", kind, str(record), "-o", str(tmp_path / "ra.docx")]) == 0
        said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Không có chỗ ghi")]
        return said[0].split(": ", 1)[1].split(". Hãy")[0] if said else ""

    return line


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ('[text]\nuu_diem = ["a"]\ntrich_yeu = ["b"]\nkinh_gui_khac = [" "]', ""),
        ('[text]\nuu_diemm = ["a"]', "[text] uu_diemm (gần giống: uu_diem)"),
        ('[text]\n"mo_ta/1.a" = ["a"]', "[text] mo_ta/1.a"),
        ('[text]\n"to-trinh-ban-hanh-ke-hoach/mo_dau" = ["a"]', ""),
        ('[rows]\nbang_phu_luc = [["a", "b"]]', "[rows] bang_phu_luc"),
        ("[rows]\nbang_phu_luc = []", ""),
    ],
    ids=["placed", "unknown name", "no field of a criterion", "for another document", "no such table", "empty table"],
)
def test_texts_and_tables_that_the_document_does_not_show(told, lines, named):
    assert told(REPORT, lines) == named


def test_a_name_that_an_own_template_has_no_place_for_is_not_told_to_be_another(told, tmp_path):
    template = docx.Document()
    template.add_paragraph("{{ tong_diem }}")
    template.save(str(tmp_path / "mau.docx"))

    assert told(str(tmp_path / "mau.docx"), '[text]\nuu_diem = ["a"]') == "[text] uu_diem"


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ('[["một", "ghi chú"], ["2", "hai", "ghi chú"]]', ""),
        ('[["một", "ghi chú"], ["2", "hai", "ghi chú", "thừa"]]', "[rows] bang_phu_luc (hàng 2, cột 4)"),
        (
            '[["1", "a", "b", "c", "d", "e", "f"]]',
            "[rows] bang_phu_luc (hàng 1, cột 4; hàng 1, cột 5; hàng 1, cột 6; …)",
        ),
    ],
)
def test_cells_beyond_the_columns_of_a_table(told, rows, named):
    assert told(APPENDIX, "[rows]\nbang_phu_luc = " + rows, HEAD.format(kind=APPENDIX)) == named


def test_words_of_the_records_own_kind_are_not_missed_in_another_document(told):
    lines = '[text]\nuu_diem = ["a"]\nuu_diemm = ["b"]\n[rows]\nbang_phu_luc = [["a"]]'

    assert told("thong-bao", lines) == "[text] uu_diemm; [rows] bang_phu_luc"


def test_an_own_template_shows_what_its_tags_work_with(told, tmp_path):
    template = own(tmp_path / "phieu.docx", "{% if uu_diem %}có{% endif %} {{ ton_tai|upper }}")

    assert told(str(template), '[text]\nuu_diem = ["a"]\nton_tai = ["b"]\nkien_nghi = ["c"]') == "[text] kien_nghi"


def test_what_was_typed_is_not_named_a_second_time_among_the_slots(tmp_path, capsys):
    template, record = own(tmp_path / "phieu.docx", "{{ nam }}"), tmp_path / "r.toml"
    record.write_text(HEAD.format(kind=REPORT) + '[text]\nuu_diem = ["a"]', encoding="utf-8")

    main(["render", str(template), str(record), "-o", str(tmp_path / "ra.docx")])

    typed, slots, _ = capsys.readouterr().out.splitlines()
    assert typed.startswith("Không có chỗ ghi chữ đã nhập: [text] uu_diem.")
    assert slots.startswith("Mẫu không có ô: bang_diem, ")
    assert "uu_diem" not in slots


def gathered(folder: Path, lines: str, *options: str) -> int:
    (folder / "r.toml").write_text(SCHOOL + lines, encoding="utf-8")
    return main(["dossier", str(folder / "r.toml"), "--out", str(folder / "hs"), "--on", "2025-01-04", *options])


def test_a_dossier_names_what_stands_in_none_of_its_documents(tmp_path, capsys):
    lines = """
[text]
mo_dau = ["của báo cáo"]
uu_diem = ["của mọi văn bản"]
mo_dauu = ["sai tên"]
"to-trinh-de-nghi-cong-nhan/ket_luan" = ["của tờ trình"]
"to-trinh-de-nghi-cong-nhan/ket_luann" = ["sai tên"]
"cong-van/noi_dung" = ["của văn bản khác"]
[rows]
bang_x = [["a", "b"]]
"""
    names = ["[text] mo_dauu (gần giống: mo_dau)", "[text] to-trinh-de-nghi-cong-nhan/ket_luann", "[rows] bang_x"]

    assert gathered(tmp_path, lines) == 0
    assert "Không có chỗ ghi chữ đã nhập: {}. Hãy".format("; ".join(names)) in capsys.readouterr().out

    assert gathered(tmp_path, lines, "--json") == 0
    assert json.loads(capsys.readouterr().out)["left_out"] == names
