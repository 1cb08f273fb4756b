"""The same numbers of the law in the .docx of every template: styles, margins, page numbers; nothing set by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from docx.oxml.ns import qn
from measures import LAYOUT, PAGE_NUMBER, PRINTED, each_template, mm, within
from samples import template_ids

from vanthu_docx.paper.styles import RULE, TITLE_RULE

pytestmark = pytest.mark.office

BLACK = ("000000", "auto", None)


@pytest.mark.parametrize(("id", "name"), [*PRINTED, *((id, PAGE_NUMBER) for id in template_ids())])
def test_the_style_in_the_file_has_the_same_numbers(opened, id: str, name: str):
    component = LAYOUT.component(name)
    look = style_of(opened[id], component.style)

    assert component.size_pt.allows(Decimal(look["sz"]) / 2)
    assert (look["b"], look["i"]) == (component.bold, component.italic)
    assert look["jc"] == {"left": "left", "center": "center", "justify": "both"}[component.alignment]
    assert component.line_spacing.allows(Decimal(look["line"]) / 240)
    assert look["lineRule"] == "auto"
    assert (look["font"], look["color"]) == (LAYOUT.typeface.name, LAYOUT.typeface.color)
    assert look["keepNext"] or not component.keep_with_next
    if component.first_line_indent_mm is not None:
        indent = look["firstLine"] * 25.4 / 1440
        assert any(indent == pytest.approx(float(value), abs=0.05) for value in component.first_line_indent_mm.allowed)
    if component.spacing_pt.minimum is not None and name != "trich_yeu_cong_van":
        assert max(look["before"], look["after"]) >= component.spacing_pt.minimum * 20


def style_of(opened, name: str) -> dict[str, object]:
    """What a paragraph style says, with all that it inherits."""
    element = next(style.element for style in opened.styles if style.name == name)
    chain = [element]
    while (base := chain[0].find(qn("w:basedOn"))) is not None:
        chain.insert(0, opened.styles.element.get_by_id(base.get(qn("w:val"))))
    defaults = opened.styles.element.find(qn("w:docDefaults"))
    found: dict[tuple[str, str], str] = {}
    for part in (*defaults.iter(qn("w:rPr"), qn("w:pPr")), *(part for one in chain for part in one)):
        for setting in part:
            found.update({(setting.tag, key): value for key, value in setting.attrib.items()})
            found.setdefault((setting.tag, qn("w:val")), "1")

    def value(tag: str, key: str = "val", default: str = "0") -> str:
        return found.get((qn(f"w:{tag}"), qn(f"w:{key}")), default)

    return {
        **{"sz": value("sz"), "b": value("b") == "1", "i": value("i") == "1"},
        **{"font": value("rFonts", "ascii"), "color": value("color")},
        **{"jc": value("jc", default="left"), "firstLine": int(value("ind", "firstLine"))},
        **{"line": value("spacing", "line"), "lineRule": value("spacing", "lineRule")},
        **{"before": int(value("spacing", "before")), "after": int(value("spacing", "after"))},
        **{"keepNext": value("keepNext") == "1"},
    }


@each_template
def test_nothing_in_the_file_is_formatted_by_hand(opened, id: str):
    body = opened[id].element.body
    run_marks = {mark.tag for properties in body.iter(qn("w:rPr")) for mark in properties}
    paragraphs = [properties for properties in body.iter(qn("w:pPr")) if len(properties)]
    ruled = {style.style_id for style in opened[id].styles if style.name in (RULE, TITLE_RULE)}
    marks = {
        mark.tag
        for properties in paragraphs
        for mark in properties
        if properties.find(qn("w:pStyle")).get(qn("w:val")) not in ruled
    }

    assert run_marks <= {qn("w:rStyle")}
    assert marks <= {qn("w:pStyle"), qn("w:sectPr")}


@each_template
def test_rules_are_solid_lines(opened, id: str):
    border = next(style.element for style in opened[id].styles if style.name == RULE).find(f".//{qn('w:top')}")

    assert border.get(qn("w:val")) == "single"
    assert border.get(qn("w:color")) in BLACK


@each_template
def test_paper_and_margins_in_the_file_are_the_ones_of_the_law(measured, id: str):
    page = LAYOUT.page
    upright = {round(float(page.width_mm), 0), round(float(page.height_mm), 0)}
    for section in measured(id).sections:
        assert {round(mm(section.width), 0), round(mm(section.height), 0)} == upright
        assert within(mm(section.top), page.top_mm, 0.05)
        assert within(mm(section.bottom), page.bottom_mm, 0.05)
        assert within(mm(section.left), page.left_mm, 0.05)
        assert within(mm(section.right), page.right_mm, 0.05)
        margins = (section.top, page.top_mm), (section.bottom, page.bottom_mm)
        margins += (section.left, page.left_mm), (section.right, page.right_mm)
        assert [limits.article for length, limits in margins if mm(length) < float(limits.minimum)] == []
        assert section.starts_at == 1
        assert section.hides_first


@each_template
def test_the_number_is_a_field_in_the_header_of_every_page_but_the_first(opened, id: str):
    for section in opened[id].sections:
        (paragraph,) = section.header.paragraphs
        assert paragraph.style.name == LAYOUT.component(PAGE_NUMBER).style
        assert "PAGE" in "".join(paragraph._p.itertext())
        assert [one.text for one in section.first_page_header.paragraphs] == [""]
