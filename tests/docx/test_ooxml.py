"""Every document that the product makes is one that Word opens without a word; and the check itself sees faults."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from ooxml_check import problems
from samples import sample_document, template_ids

from vanthu_docx import house

DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
STYLES, HEADER = "word/styles.xml", "word/header1.xml"
TYPES, CUSTOM = "[Content_Types].xml", "docProps/custom.xml"
Spoiled = Callable[..., Path]


@pytest.mark.parametrize("kind", template_ids())
def test_a_template_is_what_word_asks_for(kind: str):
    assert problems(house.template(kind)) == []


@pytest.mark.parametrize("kind", template_ids())
def test_a_document_is_what_word_asks_for(kind: str, tmp_path: Path):
    assert problems(sample_document(kind, tmp_path)) == []


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_document("bao-cao-tu-danh-gia", tmp_path_factory.mktemp("ooxml"))


@pytest.fixture
def spoiled(document: Path, tmp_path: Path) -> Spoiled:
    """A copy with one piece of a part replaced; a blank piece leaves the part out."""

    def copy(part: str, old: str, new: str) -> Path:
        target = tmp_path / "hong.docx"
        with zipfile.ZipFile(document) as whole, zipfile.ZipFile(target, "w") as made:
            for name in whole.namelist():
                text = whole.read(name).decode("utf-8")
                if name == part and old:
                    changed = re.sub(old, new, text, count=1, flags=re.DOTALL)
                    assert changed != text, "nothing was spoiled"
                    made.writestr(name, changed)
                elif name != part:
                    made.writestr(name, text)
        return target

    return copy


FAULTS = {
    "order of a style": (STYLES, r"(<w:name [^>]*/>)(<w:basedOn [^>]*/>)", r"\2\1", "Unexpected element"),
    "order of a paragraph": (DOCUMENT, r"(<w:pStyle [^>]*/>)(<w:ind [^>]*/>)", r"\2\1", "Unexpected element"),
    "order of a table": (DOCUMENT, r"(<w:tblPr>.*?</w:tblPr>)(<w:tblGrid>.*?</w:tblGrid>)", r"\2\1", "tblPr"),
    "an element nobody knows": (DOCUMENT, r"<w:pStyle ", r'<w:mau w:val="1"/><w:pStyle ', "Unexpected element"),
    "an element in an empty one": (DOCUMENT, r"(<w:pStyle [^>]*)/>", r"\1><w:b/></w:pStyle>", "nothing may stand"),
    "an attribute nobody knows": (STYLES, r"w:line=", "w:lime=", "no attribute w:lime"),
    "a value nobody knows": (STYLES, r'<w:jc w:val="both"', '<w:jc w:val="justify"', "Invalid value"),
    "a bookmark twice": (DOCUMENT, r'w:name="co_quan_ban_hanh"', 'w:name="Co_quan_chu_quan"', "stands 2 times"),
    "a bookmark id twice": (DOCUMENT, r'w:id="1"', 'w:id="2"', "bookmark id 2 stands 2 times"),
    "a bookmark with marks": (DOCUMENT, r'w:name="co_quan_chu_quan"', 'w:name="cơ_quan"', "does not take this name"),
    "a bookmark too long": (DOCUMENT, r'w:name="co_quan_chu', f'w:name="{"a" * 40}', "does not take this name"),
    "a bookmark without end": (DOCUMENT, r'<w:bookmarkEnd w:id="1" ?/>', "", "bookmark 1 never ends"),
    "a bookmark without begin": (DOCUMENT, r'<w:bookmarkStart w:id="1"[^>]*/>', "", "was not begun"),
    "a style nobody defined": (DOCUMENT, r'w:val="VTCoQuanChuQuan"', 'w:val="VTLa"', "style VTLa is not defined"),
    "a style named twice": (STYLES, r'w:styleId="Heading2"', 'w:styleId="Heading1"', '"Heading1" stands 2 times'),
    "a relation to nothing": (RELATIONS, r"header1\.xml", "header9.xml", "word/header9.xml, which is not there"),
    "a part out of reach": (RELATIONS, r"<Relationship [^>]*styles\.xml[^>]*/>", "", "no relation leads here"),
    "an id nobody defined": (DOCUMENT, r'r:id="\w+"', 'r:id="rId99"', "uses rId99, which is not defined"),
    "an id twice": (RELATIONS, r'Id="rId2"', 'Id="rId1"', "rId1 is defined 2 times"),
    "no theme": (RELATIONS, r"<Relationship [^>]*theme1\.xml[^>]*/>", "", "has no part theme"),
    "no settings": ("word/settings.xml", "", "", "word/settings.xml, which is not there"),
    "no content type": (TYPES, r"<Override [^>]*styles\.xml[^>]*/>", "", "word/styles.xml: has no content type"),
    "a content type of nothing": (TYPES, r"/word/styles\.xml", "/word/style.xml", "and is not there"),
    "the content type of another": (TYPES, r"fontTable\+xml", "footer+xml", "has not the content type of fontTable"),
    "a field without result": (HEADER, r"<w:t[^>]*>2</w:t>", "", "not instruction, separate, result"),
    "a field without separator": (HEADER, r'<w:fldChar w:fldCharType="separate" ?/>', "", "not instruction"),
    "a field without end": (HEADER, r'<w:fldChar w:fldCharType="end" ?/>', "", "a field never ends"),
    "a field without begin": (HEADER, r'<w:fldChar w:fldCharType="begin" ?/>', "", "before its begin"),
    "no page number": (HEADER, r" PAGE ", " DATE ", "section 1 shows no page number"),
    "a cell without paragraph": (DOCUMENT, r"(</w:tcPr>).*?(</w:tc>)", r"\1\2", "does not end with a paragraph"),
    "a row too short": (DOCUMENT, r"<w:gridCol ", '<w:gridCol w:w="9" /><w:gridCol ', "cells, the grid"),
    "no paragraph at the end": (DOCUMENT, r"<w:p>(?:(?!<w:p>).)*</w:p>(<w:sectPr)", r"\1", "text does not end with"),
    "a property twice": (CUSTOM, r'name="vanthu.02"', 'name="VANTHU.01"', '"vanthu.01" stands 2 times'),
    "a property without number": (CUSTOM, r'pid="2"', 'pid="1"', "the numbers are 1, 3"),
    "a property too long": (CUSTOM, r"(<vt:lpwstr>)", r"\g<1>" + "a" * 256, "Word keeps 255"),
    "no title": ("docProps/core.xml", r"<dc:title>[^<]*", "<dc:title>", "the document has no title"),
    "another language": (STYLES, r'<w:lang w:val="vi-VN"', '<w:lang w:val="en-US"', "is not vi-VN"),
    "a heading too low": (STYLES, r'(="VTMuc".*?outlineLvl w:val=)"0"', r'\1"3"', "a heading of level 4 comes after"),
    "a heading in a table": (DOCUMENT, r'"VTCoQuanChuQuan"', '"VTMuc"', "a heading of level 1 stands in a table"),
    "a table without headings": (DOCUMENT, r"<w:tblHeader ?/>", "", "a table has no row of headings"),
    "merged cells": (DOCUMENT, r"(</w:tcPr>)", r'<w:gridSpan w:val="1" />\1', "a table has merged cells"),
    "broken text": (STYLES, r"</w:styles>", "", "a part is no XML"),
    "no document": (DOCUMENT, "", "", "word/document.xml: missing"),
}


@pytest.mark.parametrize(("part", "old", "new", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_seen(spoiled: Spoiled, part: str, old: str, new: str, words: str):
    found = problems(spoiled(part, old, new))

    assert any(words in problem for problem in found), found


def test_a_copy_that_is_not_spoiled_has_no_fault(spoiled: Spoiled):
    assert problems(spoiled(HEADER, ">2<", ">3<")) == []


def test_what_is_no_zip_is_told(tmp_path: Path):
    (tmp_path / "hong.docx").write_bytes(b"x" * 100)

    assert problems(tmp_path / "hong.docx") == ["this is no zip file"]


def test_a_part_twice_in_the_zip_is_told(spoiled: Spoiled):
    path = spoiled(HEADER, ">2<", ">3<")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(STYLES, archive.read(STYLES))

    assert f"{STYLES}: stands 2 times in the zip" in problems(path)
