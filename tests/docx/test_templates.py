"""The shipped templates are what the builder makes, and files that Word takes without repairing them."""

from __future__ import annotations

import copy
import os
import posixpath
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from vanthu.data_error import DataError
from vanthu.layout import Layout
from vanthu.slots import slot_name
from vanthu.toml import read
from vanthu.typeface import Typeface
from vanthu_docx import house
from vanthu_docx.engine import render
from vanthu_docx.paper import __main__ as builder
from vanthu_docx.paper.__main__ import build_all
from vanthu_docx.paper.builder import built
from vanthu_docx.paper.description import description_from
from vanthu_docx.paper.names import checked_bookmark, style_id
from vanthu_docx.safety_net import caught

TEMPLATES = sorted((house.folder("templates") / "docx").glob("*.docx"))
DESCRIPTION = house.folder("templates") / "bao-cao-tu-danh-gia.toml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# Order of children in the schema (ECMA-376 part 1, wml.xsd: CT_PPr, CT_RPr, CT_TblPr, CT_TrPr, CT_TcPr, CT_SectPr …).
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "pBdr": "top left bottom right between bar",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "settings": "zoom defaultTabStop compat themeFontLang",
    "font": "altName panose1 charset family notTrueType pitch sig",
}


@pytest.fixture(params=TEMPLATES, ids=lambda path: path.stem)
def parts(request: pytest.FixtureRequest) -> dict[str, bytes]:
    with zipfile.ZipFile(request.param) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(params=[*TEMPLATES, None], ids=lambda path: path.stem if path else "filled")
def any_parts(request: pytest.FixtureRequest, tmp_path: Path, report_template: Path, sample_slots) -> dict[str, bytes]:
    """The parts of every template, and of one that was filled."""
    path = request.param or tmp_path / "filled.docx"
    if not request.param:
        render(report_template, sample_slots(), path, {"VanThu.1": "{}"})
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(part: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(part)


def local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def test_building_again_gives_the_committed_files_byte_for_byte(tmp_path: Path):
    build_all(tmp_path)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in TEMPLATES
    }


def test_the_builder_runs_as_a_command(tmp_path: Path):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    subprocess.run([sys.executable, "-m", "vanthu_docx.paper", tmp_path / "docx"], env=environment, check=True)

    assert (tmp_path / "docx" / "bao-cao-tu-danh-gia.docx").is_file()


def test_a_mistake_in_a_description_is_one_line_and_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch, capsys):
    folder = tmp_path / "templates"
    folder.mkdir()
    for name in ("bao-cao-tu-danh-gia", "cong-van"):
        (folder / f"{name}.toml").write_bytes((builder.DESCRIPTIONS / f"{name}.toml").read_bytes())
    (folder / "phu-luc.toml").write_text("kind = “body”", encoding="utf-8")
    monkeypatch.setattr(builder, "DESCRIPTIONS", folder)
    monkeypatch.setattr(sys, "argv", ["paper", str(tmp_path / "docx")])

    assert caught(builder.main) == 2

    told = capsys.readouterr().err
    assert told.startswith("vanthu: phu-luc.toml: TOML sai cú pháp")
    assert (told.count("\n"), (tmp_path / "docx").exists()) == (1, False)


def test_children_stand_in_the_order_of_the_schema(any_parts: dict[str, bytes]):
    for name in ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/fontTable.xml"):
        for element in xml(any_parts[name]).iter():
            order = ORDER.get(local(element), "").split()
            positions = [order.index(local(child)) for child in element] if order else []
            assert positions == sorted(positions), (name, local(element))


def test_every_part_has_a_content_type_and_every_relation_a_target(any_parts: dict[str, bytes]):
    types = xml(any_parts["[Content_Types].xml"])
    overrides = {entry.get("PartName") for entry in types if local(entry) == "Override"}
    listed = {f"/{name}" for name in any_parts if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert overrides == listed

    for name in (name for name in any_parts if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        relations = list(xml(any_parts[name]).iter(RELATION))
        assert len({relation.get("Id") for relation in relations}) == len(relations)
        assert {posixpath.join(folder, relation.get("Target", "")) for relation in relations} <= set(any_parts)


def test_every_header_that_the_section_names_is_there(any_parts: dict[str, bytes]):
    known = {relation.get("Id") for relation in xml(any_parts["word/_rels/document.xml.rels"]).iter(RELATION)}
    references = list(xml(any_parts["word/document.xml"]).iter(W + "headerReference"))

    assert {reference.get(W + "type") for reference in references} == {"default", "first"}
    assert {reference.get(R + "id") for reference in references} <= known


def test_every_style_that_is_used_is_defined_once(any_parts: dict[str, bytes]):
    defined = [style.get(W + "styleId") for style in xml(any_parts["word/styles.xml"]).iter(W + "style")]
    named = [name.get(W + "val") for name in xml(any_parts["word/styles.xml"]).iter(W + "name")]
    used = {
        style.get(W + "val")
        for name in any_parts
        if name.startswith("word/") and name.endswith(".xml")
        for tag in ("pStyle", "tblStyle", "basedOn", "next")
        for style in xml(any_parts[name]).iter(W + tag)
    }

    assert len(defined) == len(set(defined))
    assert len(named) == len(set(named))
    assert used <= set(defined)


def test_formatting_lives_in_styles_and_not_in_the_text(parts: dict[str, bytes]):
    document = xml(parts["word/document.xml"])
    direct = {local(child) for properties in document.iter(W + "pPr") for child in properties}
    letters = {local(child) for properties in document.iter(W + "rPr") for child in properties}

    assert direct <= {"pStyle", "ind", "sectPr"}  # the indent of a rule is its length
    assert letters <= {"rStyle"}


def test_bookmarks_are_paired_and_unique(any_parts: dict[str, bytes]):
    document = xml(any_parts["word/document.xml"])
    ids = [start.get(W + "id") for start in document.iter(W + "bookmarkStart")]
    names = [start.get(W + "name", "") for start in document.iter(W + "bookmarkStart")]

    assert sorted(ids) == sorted(end.get(W + "id") for end in document.iter(W + "bookmarkEnd"))
    assert len(set(ids)) == len(ids) == len(set(names))
    assert [checked_bookmark(name.lstrip("_")) for name in names] == [name.lstrip("_") for name in names]


def test_bookmarks_hold_the_slot_of_their_name(parts: dict[str, bytes]):
    document = xml(parts["word/document.xml"])
    for paragraph in document.iter(W + "p"):
        for start in paragraph.findall(W + "bookmarkStart"):
            inside = text_of_bookmark(paragraph, start)
            assert inside in (f"{{{{ {slot_name(start.get(W + 'name', ''))} }}}}", "", "STT")


def text_of_bookmark(paragraph: ElementTree.Element, start: ElementTree.Element) -> str:
    children = list(paragraph)
    end = next(c for c in children if c.tag == W + "bookmarkEnd" and c.get(W + "id") == start.get(W + "id"))
    inside = children[children.index(start) : children.index(end)]
    return "".join(text.text or "" for child in inside for text in child.iter(W + "t"))


def test_a_tag_stands_whole_in_one_run(parts: dict[str, bytes]):
    for text in xml(parts["word/document.xml"]).iter(W + "t"):
        assert (text.text or "").count("{") == (text.text or "").count("}")


def test_no_section_number_stands_twice(parts: dict[str, bytes]):
    headings = paragraph_texts(parts, "VTMuc")
    clauses = paragraph_texts(parts, "VTKhoan")

    assert [heading.split(".")[0] for heading in headings] == ["I", "II", "III", "IV", "V"][: len(headings)]
    assert len(set(clauses)) == len(clauses)
    assert all(re.match(r"\d+\. \S", clause) for clause in clauses)


def paragraph_texts(parts: dict[str, bytes], style: str) -> list[str]:
    return [
        "".join(text.text or "" for text in paragraph.iter(W + "t"))
        for paragraph in xml(parts["word/document.xml"]).iter(W + "p")
        if paragraph.find(f"{W}pPr/{W}pStyle").get(W + "val") == style
    ]


def test_every_component_has_its_style_and_the_style_has_its_look(parts: dict[str, bytes], layout: Layout):
    styles = {style.get(W + "styleId"): style for style in xml(parts["word/styles.xml"]).iter(W + "style")}

    for component in layout.components:
        style = styles[style_id(component.style)]
        assert style.find(W + "name").get(W + "val") == component.style
        assert style.find(f"{W}rPr/{W}sz").get(W + "val") == str(int(component.size_pt.used * 2))
        assert style.find(f"{W}rPr/{W}b").get(W + "val") == str(int(component.bold))
        assert style.find(f"{W}rPr/{W}i").get(W + "val") == str(int(component.italic))


def test_the_typeface_is_times_new_roman_for_every_script(parts: dict[str, bytes], layout: Layout):
    fonts = list(xml(parts["word/styles.xml"]).iter(W + "rFonts"))

    assert {value for font in fonts for value in font.attrib.values()} == {layout.typeface.name}
    assert len(fonts) == len(layout.components) + 1
    assert set.intersection(*(set(font.attrib) for font in fonts)) == {
        W + name for name in ("ascii", "hAnsi", "eastAsia", "cs")
    }


def test_headings_can_be_navigated(parts: dict[str, bytes]):
    styles = {style.get(W + "styleId"): style for style in xml(parts["word/styles.xml"]).iter(W + "style")}

    letter = b"VTTrichYeuCongVan" in parts["word/document.xml"]  # without a title above its clauses
    clause = ("VTKhoan", "Heading1", "0") if letter else ("VTKhoan", "Heading2", "1")
    for name, base, level in (("VTMuc", "Heading1", "0"), clause):
        assert styles[name].find(W + "basedOn").get(W + "val") == base
        assert styles[name].find(f"{W}pPr/{W}outlineLvl").get(W + "val") == level


def test_the_page_number_is_a_whole_field_with_a_result(parts: dict[str, bytes]):
    header = xml(parts["word/header1.xml"])

    assert [field.get(W + "fldCharType") for field in header.iter(W + "fldChar")] == ["begin", "separate", "end"]
    assert [text.text for text in header.iter(W + "t")] == ["2"]
    assert list(xml(parts["word/header2.xml"]).iter(W + "r")) == []


def test_a_paragraph_follows_the_last_table(parts: dict[str, bytes]):
    body = xml(parts["word/document.xml"])[0]

    assert [local(child) for child in body][-2:] == ["p", "sectPr"]
    for cell in body.iter(W + "tc"):
        assert local(cell[-1]) == "p"


def test_rows_are_as_wide_as_their_grid_and_as_the_text(parts: dict[str, bytes], layout: Layout):
    landscape = layout.page.height_mm - layout.page.width_mm + layout.page.text_width_mm
    allowed = [float(width) / 25.4 * 1440 for width in (layout.page.text_width_mm, landscape)]
    for table in xml(parts["word/document.xml"]).iter(W + "tbl"):
        grid = [int(column.get(W + "w", "")) for column in table.iter(W + "gridCol")]
        assert min(abs(sum(grid) - width) for width in allowed) < 4
        for row in table.iter(W + "tr"):
            widths = [int(width.get(W + "w", "")) for width in row.iter(W + "tcW")]
            assert sum(widths) == pytest.approx(sum(grid), abs=3)


BROKEN = [
    ({"schema": 2}, "schema: phiên bản tệp chưa được hỗ trợ; được phép: 1"),
    ({"block": [{"kind": "poem"}]}, 'block[1].kind: không có giá trị "poem"; được phép: letterhead'),
    ({"block": [{"kind": "title", "text": "?"}]}, "block[1].text: khối title không có khóa này"),
    ({"block": [{"kind": "section"}]}, 'block[1]: thiếu khóa "title"'),
    ({"blocks": []}, 'khóa lạ "blocks"; được phép: schema, id, title, block'),
]


@pytest.mark.parametrize(("changed", "sentence"), BROKEN, ids=[sentence for _, sentence in BROKEN])
def test_a_broken_description_is_answered_with_file_place_found_and_allowed(changed: dict, sentence: str):
    with pytest.raises(DataError) as raised:
        description_from({**read(DESCRIPTION), **changed}, "mau.toml")

    assert str(raised.value).startswith("mau.toml: ")
    assert sentence in str(raised.value)


@pytest.mark.parametrize("text", ["{{ mo_dau }} và {{ mo_dau }}", "{{ Mở_đầu }}", "{{ " + "a" * 41 + " }}"])
def test_a_bookmark_that_word_would_not_take_cannot_be_built(text: str, layout: Layout, typeface: Typeface):
    values = copy.deepcopy(read(DESCRIPTION))
    values["block"] = [{"kind": "body", "text": text}]

    with pytest.raises(ValueError, match="bookmark"):
        built(description_from(values, "mau.toml"), layout, typeface)
