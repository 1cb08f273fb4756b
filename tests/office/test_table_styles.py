"""Styles for a table's small file, chosen from a document as flat XML. No office."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

_SPACES = " ".join(
    'xmlns:{0}="urn:oasis:names:tc:opendocument:xmlns:{0}:1.0"'.format(name)
    for name in ("office", "style", "table", "text")
)
_FLAT = """<office:document {spaces}>
<office:styles>
  <style:style style:name="Chữ" style:family="paragraph"/>
  <style:style style:name="Chữ_20_bảng" style:family="paragraph" style:parent-style-name="Chữ"/>
  <style:style style:name="Số" style:family="paragraph" style:parent-style-name="Chữ" style:list-style-name="L1"/>
  <style:style style:name="Đề_20_mục" style:family="paragraph" style:default-outline-level="1"/>
</office:styles>
<office:automatic-styles>
  <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Chữ_20_bảng">
    <style:text-properties style:color="red"/></style:style>
  <style:style style:name="P2" style:family="paragraph" style:parent-style-name="Chữ" style:list-style-name=""/>
  <style:style style:name="P3" style:family="paragraph" style:parent-style-name="Số"/>
  <style:style style:name="P4" style:family="paragraph" style:parent-style-name="Đề_20_mục"/>
  <style:style style:name="Bảng1.A1" style:family="table-cell"><style:table-cell-properties/></style:style>
  <style:style style:name="Bảng1.A9" style:family="table-cell"/>
  <style:style style:name="Bảng1.A9.P1" style:family="table-cell"/>
  <style:style style:name="Bảng1.2" style:family="table-row">
    <style:table-row-properties style:keep-together="always"/></style:style>
  <style:style style:name="Bảng1.3" style:family="table-row">
    <style:table-row-properties style:min-row-height="0.1cm"/></style:style>
  <style:style style:name="Bảng1.4" style:family="table-row">
    <style:table-row-properties style:row-height="1cm"/></style:style>
  <style:style style:name="Bảng1.5" style:family="table-row"/>
</office:automatic-styles></office:document>"""


@pytest.fixture
def styles():
    from vanthu_uno.table_styles import TableStyles

    return TableStyles(ElementTree.fromstring(_FLAT.format(spaces=_SPACES)))


def table_with(name: str) -> ElementTree.Element:
    return ElementTree.fromstring('<table:table {} table:style-name="{}"/>'.format(_SPACES, name))


def in_file(part: ElementTree.Element):
    """Family, name and parent of each style."""
    found = []
    for style in part:
        values = {name.partition("}")[2]: value for name, value in style.attrib.items()}
        found.append((values["family"], values["name"], values.get("parent-style-name")))
    return found


def test_a_pair_has_both_looks_under_one_name(styles):
    name = styles.pair("Bảng1.A1", "P1")

    assert name == "Bảng1.A1.P1" == styles.pair("Bảng1.A1", "P1")
    automatic = styles.automatic(table_with(name))
    assert in_file(automatic) == [("table-cell", name, None), ("paragraph", name, "Chữ_20_bảng")]
    assert [len(style) for style in automatic] == [1, 1]
    assert in_file(styles.named(table_with(name))) == [
        ("paragraph", "Chữ_20_bảng", "Chữ"),
        ("paragraph", "Chữ", None),
    ]


def test_a_named_style_of_paragraphs_makes_a_pair_too(styles):
    name = styles.pair("Bảng1.A1", "Chữ")

    assert in_file(styles.automatic(table_with(name)))[1] == ("paragraph", name, "Chữ")


@pytest.mark.parametrize("paragraph", ["P2", "P3", "P4", "Số", "Đề_20_mục", "", "không có"])
def test_a_style_that_is_more_than_a_look_makes_none(styles, paragraph):
    assert styles.pair("Bảng1.A1", paragraph) is None


@pytest.mark.parametrize("cell", ["", "Bảng1.B7", "Bảng1.A9"])
def test_a_cell_without_a_look_and_a_name_that_is_taken_make_none(styles, cell):
    assert styles.pair(cell, "P1") is None


def test_what_the_table_does_not_use_stays_out_of_its_file(styles):
    styles.pair("Bảng1.A1", "P1")

    assert in_file(styles.automatic(table_with("Bảng1.A1"))) == [("table-cell", "Bảng1.A1", None)]
    assert in_file(styles.named(table_with("Bảng1.A1"))) == []


def test_a_row_is_made_so_high_once_and_what_it_says_itself_stays(styles):
    assert styles.high("Bảng1.2", "13pt") == styles.high("Bảng1.2", "13pt") == "Bảng1.2.13pt"
    assert styles.high("Bảng1.3", "13pt") == "Bảng1.3"
    assert styles.high("Bảng1.4", "13pt") == "Bảng1.4"
    assert rows_with(styles, "Bảng1.2.13pt") == [{"keep-together": "always", "min-row-height": "13pt"}]
    assert rows_with(styles, "Bảng1.2") == [{"keep-together": "always"}]


@pytest.mark.parametrize("name", ["", "Bảng1.5"])
def test_a_row_that_says_nothing_is_made_so_high(styles, name):
    assert rows_with(styles, styles.high(name, "0.4cm")) == [{"min-row-height": "0.4cm"}]


def rows_with(styles, name: str):
    """What the style of that name in the file says of rows."""
    (style,) = styles.automatic(table_with(name))
    return [{key.partition("}")[2]: value for key, value in look.attrib.items()} for look in style]
