"""How high a line is at least, from the styles of a document as flat XML. No office."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

_SPACES = " ".join(
    'xmlns:{0}="urn:oasis:names:tc:opendocument:xmlns:{1}:1.0"'.format(name, where)
    for name, where in (("office", "office"), ("style", "style"), ("fo", "xsl-fo-compatible"))
)
_STYLE = """<style:style style:name="{}" style:family="{}" style:parent-style-name="{}">
  <style:paragraph-properties{}/><style:text-properties{}/></style:style>"""
_FLAT = """<office:document {spaces}>
<office:styles>
  <style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/></style:default-style>
  <style:default-style style:family="text"/>
  {named}
</office:styles>
<office:automatic-styles>{automatic}</office:automatic-styles></office:document>"""


def style(name: str, parent: str = "", size: str = "", spacing: str = "", family: str = "paragraph") -> str:
    said = {' fo:line-height="{}"'.format(spacing): spacing, ' fo:font-size="{}"'.format(size): size}
    return _STYLE.format(name, family, parent, *(text if value else "" for text, value in said.items()))


def least(*looks: str, named: str = "", automatic: str = "") -> str:
    from vanthu_uno.line_heights import LineHeights

    document = _FLAT.format(spaces=_SPACES, named=named, automatic=automatic)
    return LineHeights(ElementTree.fromstring(document)).least(looks)


def test_as_high_as_the_letters_of_the_style_or_of_those_it_is_made_from():
    named = style("Chữ", size="14pt") + style("Chữ_20_bảng", "Chữ")
    assert least("P1", named=named, automatic=style("P1", "Chữ_20_bảng")) == "14pt"
    assert least("P1", named=named, automatic=style("P1", "Chữ_20_bảng", size="13.5pt")) == "13.5pt"
    assert least("Chữ_20_bảng", named=named) == "14pt"


def test_the_default_where_no_style_says_a_size():
    assert least("Chữ", named=style("Chữ")) == least("Không_20_có") == least() == "12pt"


def test_the_innermost_span_that_says_a_size_counts():
    automatic = style("T1", size="9pt", family="text") + style("T2", family="text") + style("P1", size="13pt")
    assert least("P1", "T1", "T2", automatic=automatic) == "9pt"
    assert least("P1", "T2", "T1", automatic=automatic) == "9pt"
    assert least("P1", "T2", automatic=automatic) == "13pt"


@pytest.mark.parametrize(
    ("spacing", "high"),
    [
        *(("150%", "14pt"), ("101%", "14pt"), ("100%", "14pt"), ("99%", "13.86pt"), ("50%", "7pt"), ("normal", "14pt")),
        *(("0.4cm", "0.4cm"), ("12pt", "12pt")),
    ],
)
def test_lines_that_are_pressed_together(spacing, high):
    assert least("P1", automatic=style("P1", size="14pt", spacing=spacing)) == high


@pytest.mark.parametrize("size", ["80%", "1em", ""])
def test_a_small_line_where_the_size_is_not_plain(size):
    assert least("P1", automatic=style("P1", size=size or "0.5cm")) == "5pt"
