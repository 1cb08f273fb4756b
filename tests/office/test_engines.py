"""One template, two engines, one result."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from samples import VARIANTS, library, sample_record, template_ids

from vanthu.messages import NOTHING_TO_FILL
from vanthu.slots import slot_name
from vanthu_docx.engine import places
from vanthu_docx.house import template
from vanthu_docx.render import render

pytestmark = pytest.mark.office

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KINDS = template_ids()
REPORT = "bao-cao-tu-danh-gia"


def sample(kind, variant="whole"):
    return VARIANTS[variant](sample_record(kind))


def paragraphs(document):
    """Every paragraph with its style, table cells included, in the order of the file."""
    with zipfile.ZipFile(document) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        styles = etree.fromstring(package.read("word/styles.xml"))
    names = {style.get(W + "styleId"): style.find(W + "name").get(W + "val") for style in styles.iter(W + "style")}
    return [(paragraph_text(paragraph), style_of(paragraph, names)) for paragraph in body.iter(W + "p")]


def style_of(paragraph, names):
    """The name of its style; not that of an empty one, since Writer makes a new one where a section ends."""
    style = paragraph.find(W + "pPr/" + W + "pStyle")
    return names[style.get(W + "val")] if style is not None and paragraph_text(paragraph) else None


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


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("kind", KINDS)
def test_both_engines_give_the_same_document(kind, variant, tmp_path, fill_in_writer):
    record = sample(kind, variant)
    through_docx = tmp_path / "docx.docx"
    render(library(), kind, record, through_docx, "docx")

    through_writer = fill_in_writer(kind, record, tmp_path / "writer.docx")

    assert paragraphs(through_docx) == paragraphs(through_writer)
    assert tables(through_docx) == tables(through_writer)
    assert variant == "hard" or not [text for text, _ in paragraphs(through_docx) if "{{ " in text]


@pytest.mark.parametrize("ending", [".odt", ".docx"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_rendered_document_reopens_and_can_be_filled_again(kind, ending, tmp_path, office):
    from vanthu_uno.open_sessions import session_of

    target = tmp_path / ("văn bản" + ending)
    record = sample(kind)
    render(library(), kind, record, target)
    document = office.open(target)
    try:
        session = session_of(document)
        assert replace(session.record, stated=()) == replace(record, stated=())
        assert set(session.record.stated) <= set(record.stated)
        assert session.fill().sentence == NOTHING_TO_FILL

        session.set_fact("unit.name", "Trường Tiểu học số 2")
        session.set_fact("year", "2031")
        report = session.fill()

        assert (report.sentence.startswith("Đã điền"), report.hand_edited) == (True, ())
        shown = {slot_name(name) for name in document.getBookmarks().getElementNames()}
        assert {"co_quan_ban_hanh", "kem_theo"} & shown
        assert places(template(kind)) <= shown
    finally:
        office.close(document)


@pytest.mark.parametrize("engine", ["docx", "writer"])
def test_the_command_line_engines_keep_the_same_record(tmp_path, office, engine):
    from vanthu_uno.stored_memory import read_memory

    target = tmp_path / (engine + ".docx")
    render(library(), REPORT, sample(REPORT), target, engine)
    document = office.open(target)
    memory = read_memory(document)
    office.close(document)

    assert sample(REPORT).stated
    assert memory.record == replace(sample(REPORT), stated=()), "an older document stated it, this one says it right"
    assert memory.kinds["bang_diem"][:2] == ("nhom", "tieu_chi")


@pytest.mark.parametrize("engine", ["docx", "writer"])
@pytest.mark.parametrize("ending", [".odt", ".pdf"])
def test_other_formats_come_from_a_real_office(tmp_path, engine, ending):
    target = tmp_path / ("báo cáo" + ending)

    render(library(), REPORT, sample(REPORT), target, engine)

    start = target.read_bytes()[:5]
    assert start == (b"%PDF-" if ending == ".pdf" else b"PK\x03\x04\x14")
    assert sorted(path.name for path in tmp_path.iterdir()) == [target.name]
