"""Every component of every template on paper, as LibreOffice prints it, against the limits of the law.

Each printed letter is known by the paragraph of the .docx it comes from, and the paragraph by its style, so it is the
law's numbers that count, not the value we happen to use.
"""

from __future__ import annotations

import itertools

import pytest
from measures import (
    LAYOUT,
    LINE_TOLERANCE,
    PAGE_NUMBER,
    PRINTED,
    SINGLE,
    TOLERANCE,
    each_component,
    gap,
    mm,
    off,
    within,
)
from pages import METRICS, POINTS_PER_MM, Line
from printed import Document, Paragraph, Printed, components

from vanthu.layout import Component

pytestmark = pytest.mark.office

RAGGED = 3.0  # points; LibreOffice spreads a line in whole twips for each letter and blank
INDENT_TOLERANCE_MM = 0.4


@each_component
def test_every_letter_has_the_size_and_shape_of_its_component(measured, id: str, name: str):
    component = LAYOUT.component(name)
    letters = measured(id).letters_of(name)

    assert letters
    assert [letter for letter in letters if not within(letter.size, component.size_pt, 0.05)] == []
    assert [letter for letter in letters if (letter.bold, letter.italic) != (component.bold, component.italic)] == []
    assert [letter for letter in letters if not letter.font.startswith(METRICS)] == []
    assert [letter for letter in letters if not letter.black] == []


@each_component
def test_capitals_stand_where_the_law_wants_them(measured, id: str, name: str):
    component = LAYOUT.component(name)
    texts = [line.text for one in measured(id).of(name) for line in one.lines]

    if component.case == "upper":
        assert [text for text in texts if text != text.upper()] == []
    elif component.case == "sentence":
        assert [text for text in texts if text.isupper() and len(text.split()) > 2] == []
    else:
        assert [text for text in texts if text.isupper() or text.islower()] == []


@each_component
def test_a_component_stands_in_its_place_of_its_column(measured, id: str, name: str):
    component = LAYOUT.component(name)

    assert [fault for one in measured(id).of(name) for fault in misplaced(one, component)] == []


def misplaced(one: Printed, component: Component) -> list[str]:
    """What is wrong with where the lines of a paragraph begin and end."""
    paragraph, left = one.paragraph, one.paragraph.left + float(component.left_indent_mm) * POINTS_PER_MM
    if component.alignment == "center":
        middle = (paragraph.left + paragraph.right) / 2
        return [f"{line.text}: lệch {line.centre - middle:.1f}" for line in one.lines if off(line.centre, middle)]
    faults = []
    if component.first_line_indent_mm is not None:
        indent = mm(one.first.x0 - left)
        allowed = component.first_line_indent_mm.allowed
        if all(abs(indent - float(value)) > INDENT_TOLERANCE_MM for value in allowed):
            faults.append(f"{one.first.text}: thụt {indent:.1f} mm")
    elif not paragraph.broken and off(one.first.x0, left):
        faults.append(f"{one.first.text}: cách lề {mm(one.first.x0 - left):.1f} mm")
    if component.alignment == "justify" and not paragraph.broken:
        faults += [f"{line.text}: không sát lề trái" for line in one.lines[1:] if off(line.x0, left)]
        short = [line for line in one.lines[:-1] if abs(line.x1 - paragraph.right) > RAGGED]
        faults += [f"{line.text}: không sát lề phải" for line in short]
    return faults


@each_component
def test_lines_stand_as_far_apart_as_the_law_says(measured, id: str, name: str):
    component = LAYOUT.component(name)
    pairs = [pair for one in measured(id).of(name) for pair in itertools.pairwise(one.lines) if on_one_page(*pair)]
    ratios = [(upper.text, (lower.y - upper.y) / (SINGLE * lower.size)) for upper, lower in pairs]

    assert [found for found in ratios if not within(found[1], component.line_spacing, LINE_TOLERANCE)] == []


def on_one_page(upper: Line, lower: Line) -> bool:
    return upper.page == lower.page


@pytest.mark.parametrize(
    ("id", "name"), [(id, name) for id, name in PRINTED if LAYOUT.component(name).spacing_pt.minimum is not None]
)
def test_paragraphs_stand_as_far_apart_as_the_law_says(measured, id: str, name: str):
    component = LAYOUT.component(name)
    gaps = [(below.first.text, gap(above, below)) for above, below in neighbours(measured(id), name)]

    assert [found for found in gaps if found[1] < float(component.spacing_pt.minimum) - 0.15] == []


def neighbours(found: Document, name: str) -> list[tuple[Printed, Printed]]:
    """Each paragraph of the component with the one above it in the same column of the same page."""
    return [
        (above, below)
        for above, below in itertools.pairwise(found.printed)
        if name in components(below.paragraph, LAYOUT)
        and above.paragraph.cell == below.paragraph.cell
        and above.paragraph.section == below.paragraph.section
        and on_one_page(above.last, below.first)
    ]


@pytest.mark.parametrize(("id", "name"), [(id, name) for id, name in PRINTED if LAYOUT.component(name).rule])
def test_a_rule_is_as_long_as_the_law_says_and_centred_below_its_text(measured, id: str, name: str):
    found, component = measured(id), LAYOUT.component(name)
    lines = [line for one in found.of(name) for line in one.lines]
    longest = max(line.x1 - line.x0 for line in lines)
    x0, x1, _ = found.pages[lines[-1].page].rule_below(lines[-1])

    assert within((x1 - x0) / longest, component.rule, TOLERANCE / longest)
    assert (x0 + x1) / 2 == pytest.approx(lines[-1].centre, abs=TOLERANCE)


@pytest.mark.parametrize(("id", "name"), [(id, name) for id, name in PRINTED if not LAYOUT.component(name).rule])
def test_nothing_else_is_underlined(measured, id: str, name: str):
    found = measured(id)
    free = [one for one in found.of(name) if not one.paragraph.table or one.paragraph.side_by_side]
    drawn = [(line, rule) for one in free for line in one.lines for rule in found.pages[line.page].rules_below(line, 5)]

    assert [line.text for line, (x0, x1, _) in drawn if x0 > line.x0 - 2 and x1 < line.x1 + 2] == []


def test_every_component_of_the_law_is_measured_somewhere_or_has_no_template(layout):
    measured_ones = {name for _, name in PRINTED} | {PAGE_NUMBER}
    unused = {component.id for component in layout.components} - measured_ones

    assert unused == NOT_IN_ANY_TEMPLATE


# Components of Nghị định 30/2020 that no document of these dossiers has.
NOT_IN_ANY_TEMPLATE = {
    *("phan", "tieu_de_phan", "tu_muc", "tieu_de_muc"),  # a decree or a long project is divided into phần and chương
    *("dau_khan", "pham_vi_luu_hanh"),  # stamps
    *("ky_hieu_nguoi_soan", "dia_chi_co_quan"),  # on paper that an agency prints for itself
}


def test_a_paragraph_without_a_style_of_the_layout_is_refused():
    paragraph = Paragraph(0, "Normal", "a", (False,), False, 0, 1, 0, 0, 0, False, 0, False)

    with pytest.raises(AssertionError, match="kiểu đoạn lạ"):
        components(paragraph, LAYOUT)
