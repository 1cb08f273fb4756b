"""One template, two engines, one result."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pytest
from core.factories import EXAMPLE
from lxml import etree

from vanthu.record import Unit, with_score
from vanthu.record_file import load
from vanthu_docx.house import folder, open_library
from vanthu_docx.render import render

pytestmark = pytest.mark.office

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATES = sorted(path.stem for path in (folder("templates") / "docx").glob("*.docx"))
EXAMPLE_RECORD = load(EXAMPLE)

HARD = replace(
    with_score(EXAMPLE_RECORD, "1.a", "ba & <bốn>"),
    unit=Unit(
        parent="Ủy ban nhân dân thành phố “A&B”",
        name="Trường Tiểu học <Vĩnh Phong> & \"bạn\" 'bè' " + "rất dài" * 40,
        place="Hòa Bình",
    ),
    text={"uu_diem": ("một\ndòng & <hai>",), "ton_tai": ("a", "b", "c\td"), "kien_nghi": ("“{{ x }}” {% y %}",)},
)
RECORDS = {"example": EXAMPLE_RECORD, "blank": replace(EXAMPLE_RECORD, unit=Unit(), typed=(), text={}), "hard": HARD}


def paragraphs(document):
    """Every paragraph, table cells included, in the order of the file."""
    with zipfile.ZipFile(document) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return [paragraph_text(paragraph) for paragraph in body.iter(W + "p")]


def paragraph_text(paragraph):
    signs = {W + "tab": "\t", W + "br": "\n"}
    return "".join(
        signs.get(node.tag, node.text or "")
        for node in paragraph.iter(W + "t", W + "tab", W + "br")
        if node.getparent().tag == W + "r"
    )


def tables(document):
    """Every cell of every table, row by row."""
    with zipfile.ZipFile(document) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return [
        [[cell_text(cell) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")]
        for table in body.iter(W + "tbl")
    ]


def cell_text(cell):
    return "\n".join(map(paragraph_text, cell.iter(W + "p")))


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("kind", TEMPLATES)
def test_both_engines_give_the_same_document(kind, name, tmp_path):
    record, through_docx, through_writer = RECORDS[name], tmp_path / "docx.docx", tmp_path / "writer.docx"

    render(open_library(), kind, record, through_docx, "docx")
    render(open_library(), kind, record, through_writer, "writer")

    assert paragraphs(through_docx) == paragraphs(through_writer)
    assert tables(through_docx) == tables(through_writer)
    assert len(paragraphs(through_docx)) > 50


def test_the_same_record_is_kept_by_both_engines(tmp_path, office):
    from vanthu_uno.stored_memory import read_memory

    memories = []
    for engine in ("docx", "writer"):
        target = tmp_path / (engine + ".docx")
        render(open_library(), TEMPLATES[0], EXAMPLE_RECORD, target, engine)
        document = office.open(target)
        memories.append(read_memory(document))
        office.close(document)

    assert memories[0].record == memories[1].record == EXAMPLE_RECORD
    assert memories[0].kinds == memories[1].kinds


@pytest.mark.parametrize("engine", ["docx", "writer"])
@pytest.mark.parametrize("ending", [".odt", ".pdf"])
def test_other_formats_come_from_a_real_office(tmp_path, engine, ending):
    target = tmp_path / ("báo cáo" + ending)

    render(open_library(), TEMPLATES[0], EXAMPLE_RECORD, target, engine)

    start = target.read_bytes()[:5]
    assert start == (b"%PDF-" if ending == ".pdf" else b"PK\x03\x04\x14")
    assert sorted(path.name for path in tmp_path.iterdir()) == [target.name]
