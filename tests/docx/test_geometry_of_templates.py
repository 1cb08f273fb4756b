"""Every template measured with a ruler: on paper as LibreOffice prints it, and the same numbers in the .docx.

Each printed letter is known by the paragraph of the .docx it comes from, and the paragraph by its style: so every
component (thành phần thể thức) is held against the limits of the law, not against the value we happen to use.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pages import METRICS, POINTS_PER_MM, Line
from printed import Document, Paragraph, Printed, components, contents, document
from samples import library, sample_document, template_ids

from vanthu.layout import Component, Layout, Limits
from vanthu_docx.paper.styles import RULE, TITLE_RULE

pytestmark = pytest.mark.office

LAYOUT = library().paper.layout
TOLERANCE = 1.0  # point; a third of a millimetre
SINGLE = 1.149  # Times New Roman: ascent, descent and line gap of a single line, by its size
DESCENT = 0.216
LINE_TOLERANCE = 0.03  # of a line
RAGGED = 3.0  # points; LibreOffice spreads a line in whole twips for each letter and blank
INDENT_TOLERANCE_MM = 0.4
PAGE_NUMBER = "so_trang"
HEADINGS = ("phan", "muc", "khoan", "phu_luc", "tieu_de_phu_luc", "tieu_de_phieu", "tieu_de_phieu_sang_trang")
RUNNING_TEXT = ("noi_dung", "loi_ket", "khoan_khong_tieu_de", "diem", "bang", "bang_giua")
BLACK = ("000000", "auto", None)

Measured = Callable[[str], Document]


def printed_components() -> list[tuple[str, str]]:
    """Every template with every component that stands in its document."""
    with tempfile.TemporaryDirectory(prefix="vanthu-") as name:
        made = {id: sample_document(id, Path(name)) for id in template_ids()}
        found = {id: contents(path)[1] for id, path in made.items()}
    standing = {id: {c for one in paragraphs for c in components(one, LAYOUT)} for id, paragraphs in found.items()}
    return [(id, component.id) for id in standing for component in LAYOUT.components if component.id in standing[id]]


PRINTED = printed_components()
each_component = pytest.mark.parametrize(("id", "name"), PRINTED)
each_template = pytest.mark.parametrize("id", template_ids())


@pytest.fixture(scope="module")
def sample_files(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("samples")
    return {id: sample_document(id, folder) for id in template_ids()}


@pytest.fixture(scope="module")
def measured(sample_files, converted) -> Measured:
    printed = dict(zip(sample_files, converted(list(sample_files.values()), "pdf"), strict=True))
    known: dict[str, Document] = {}

    def one(id: str) -> Document:
        if id not in known:
            known[id] = document(sample_files[id], printed[id], LAYOUT)
        return known[id]

    return one


@pytest.fixture(scope="module")
def opened(sample_files):
    return {id: docx.Document(str(path)) for id, path in sample_files.items()}


def within(value: float, limits: Limits, tolerance: float) -> bool:
    return float(limits.minimum) - tolerance <= value <= float(limits.maximum) + tolerance


def mm(points: float) -> float:
    return points / POINTS_PER_MM


# On paper: a component


@each_component
def test_every_letter_has_the_size_and_shape_of_its_component(measured: Measured, id: str, name: str):
    component = LAYOUT.component(name)
    letters = measured(id).letters_of(name)

    assert letters
    assert [letter for letter in letters if not within(letter.size, component.size_pt, 0.05)] == []
    assert [letter for letter in letters if (letter.bold, letter.italic) != (component.bold, component.italic)] == []
    assert [letter for letter in letters if not letter.font.startswith(METRICS)] == []
    assert [letter for letter in letters if not letter.black] == []


@each_component
def test_capitals_stand_where_the_law_wants_them(measured: Measured, id: str, name: str):
    component = LAYOUT.component(name)
    texts = [line.text for one in measured(id).of(name) for line in one.lines]

    if component.case == "upper":
        assert [text for text in texts if text != text.upper()] == []
    elif component.case == "sentence":
        assert [text for text in texts if text.isupper() and len(text.split()) > 2] == []
    else:
        assert [text for text in texts if text.isupper() or text.islower()] == []


@each_component
def test_a_component_stands_in_its_place_of_its_column(measured: Measured, id: str, name: str):
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


def off(value: float, wanted: float) -> bool:
    return abs(value - wanted) > TOLERANCE


@each_component
def test_lines_stand_as_far_apart_as_the_law_says(measured: Measured, id: str, name: str):
    component = LAYOUT.component(name)
    pairs = [pair for one in measured(id).of(name) for pair in itertools.pairwise(one.lines) if on_one_page(*pair)]
    ratios = [(upper.text, (lower.y - upper.y) / (SINGLE * lower.size)) for upper, lower in pairs]

    assert [found for found in ratios if not within(found[1], component.line_spacing, LINE_TOLERANCE)] == []


def on_one_page(upper: Line, lower: Line) -> bool:
    return upper.page == lower.page


@pytest.mark.parametrize(
    ("id", "name"), [(id, name) for id, name in PRINTED if LAYOUT.component(name).spacing_pt.minimum is not None]
)
def test_paragraphs_stand_as_far_apart_as_the_law_says(measured: Measured, id: str, name: str):
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


def gap(above: Printed, below: Printed) -> float:
    """White between two paragraphs beyond the distance of their lines, in points.

    LibreOffice puts what a line has beyond single spacing below it, so it is the upper paragraph's that counts.
    """
    look = LAYOUT.by_style(above.paragraph.style)
    extra = (float(look.line_spacing.used) - 1) * SINGLE * above.last.size
    pitch = SINGLE * below.first.size - DESCENT * (below.first.size - above.last.size)
    return below.first.y - above.last.y - pitch - extra


@pytest.mark.parametrize(("id", "name"), [(id, name) for id, name in PRINTED if LAYOUT.component(name).rule])
def test_a_rule_is_as_long_as_the_law_says_and_centred_below_its_text(measured: Measured, id: str, name: str):
    found, component = measured(id), LAYOUT.component(name)
    lines = [line for one in found.of(name) for line in one.lines]
    longest = max(line.x1 - line.x0 for line in lines)
    x0, x1, _ = found.pages[lines[-1].page].rule_below(lines[-1])

    assert within((x1 - x0) / longest, component.rule, TOLERANCE / longest)
    assert (x0 + x1) / 2 == pytest.approx(lines[-1].centre, abs=TOLERANCE)


@pytest.mark.parametrize(("id", "name"), [(id, name) for id, name in PRINTED if not LAYOUT.component(name).rule])
def test_nothing_else_is_underlined(measured: Measured, id: str, name: str):
    found = measured(id)
    free = [one for one in found.of(name) if not one.paragraph.table or one.paragraph.side_by_side]
    drawn = [(line, rule) for one in free for line in one.lines for rule in found.pages[line.page].rules_below(line, 5)]

    assert [line.text for line, (x0, x1, _) in drawn if x0 > line.x0 - 2 and x1 < line.x1 + 2] == []


# In the file: a component


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


# The page


@each_template
def test_paper_and_margins_in_the_file_are_the_ones_of_the_law(measured: Measured, id: str):
    page = LAYOUT.page
    upright = {round(float(page.width_mm), 0), round(float(page.height_mm), 0)}
    for section in measured(id).sections:
        assert {round(mm(section.width), 0), round(mm(section.height), 0)} == upright
        assert within(mm(section.top), page.top_mm, 0.05)
        assert within(mm(section.bottom), page.bottom_mm, 0.05)
        assert within(mm(section.left), page.left_mm, 0.05)
        assert within(mm(section.right), page.right_mm, 0.05)
        assert section.starts_at == 1
        assert section.hides_first


@each_template
def test_nothing_is_printed_in_the_margins_but_the_page_number(measured: Measured, id: str):
    found, page = measured(id), LAYOUT.page
    above = {letter for line in found.margin_lines for letter in line.letters}
    for number, sheet in enumerate(found.pages):
        section = found.sections[found.section_of(number)]
        letters = [letter for letter in sheet.letters if letter not in above]
        edges = [(letter.x0, letter.x1) for letter in letters] + [(x0, x1) for x0, x1, _ in sheet.rules]
        assert (sheet.width, sheet.height) == pytest.approx((section.width, section.height), abs=TOLERANCE)
        assert mm(min(x0 for x0, _ in edges) + TOLERANCE) >= float(page.left_mm.minimum)
        assert mm(sheet.width - max(x1 for _, x1 in edges) + TOLERANCE) >= float(page.right_mm.minimum)
        assert mm(min(letter.y - letter.size * 0.7 for letter in letters) + TOLERANCE) >= float(page.top_mm.minimum)
        assert mm(sheet.height - max(letter.y for letter in letters) + TOLERANCE) >= float(page.bottom_mm.minimum)


@each_template
def test_the_text_reaches_both_margins(measured: Measured, id: str):
    found, page = measured(id), LAYOUT.page
    for section_number, section in enumerate(found.sections):
        sheets = [sheet for number, sheet in enumerate(found.pages) if found.section_of(number) == section_number]
        edges = [(letter.x0, letter.x1) for sheet in sheets for letter in sheet.letters]
        edges += [(x0, x1) for sheet in sheets for x0, x1, _ in sheet.rules]
        assert within(mm(min(x0 for x0, _ in edges)), page.left_mm, mm(TOLERANCE))
        assert within(mm(section.width - max(x1 for _, x1 in edges)), page.right_mm, mm(TOLERANCE))


@each_template
def test_pages_are_numbered_from_two_in_the_top_margin_and_an_annex_begins_again(measured: Measured, id: str):
    found, look = measured(id), LAYOUT.component(PAGE_NUMBER)
    for number in range(len(found.pages)):
        in_section = found.page_in_section(number)
        lines = [line for line in found.margin_lines if line.page == number]
        assert [line.text for line in lines] == ([] if in_section == 1 else [str(in_section)])
        for line in lines:
            assert line.centre == pytest.approx(found.sections[found.section_of(number)].middle, abs=TOLERANCE)
            assert within(line.size, look.size_pt, 0.05)
            assert (line.bold, line.italic) == (look.bold, look.italic)
            assert line.letters[0].black


def test_an_annex_has_a_second_page_that_shows_the_number_two(measured: Measured):
    with_annex = {id for id, name in PRINTED if name == "phu_luc"}
    annexes = [measured(id) for id in with_annex]

    assert with_annex
    assert all("2" in [line.text for line in found.margin_lines] for found in annexes)
    assert any(len(found.sections) > 1 for found in annexes)
    assert any(section.width > section.height for found in annexes for section in found.sections)


@each_template
def test_the_number_is_a_field_in_the_header_of_every_page_but_the_first(opened, id: str):
    for section in opened[id].sections:
        (paragraph,) = section.header.paragraphs
        assert paragraph.style.name == LAYOUT.component(PAGE_NUMBER).style
        assert "PAGE" in "".join(paragraph._p.itertext())
        assert [one.text for one in section.first_page_header.paragraphs] == [""]


@each_template
def test_no_two_lines_overlap(measured: Measured, id: str):
    lines = sorted((line for one in measured(id).printed for line in one.lines), key=lambda line: (line.page, line.y))
    for position, one in enumerate(lines):
        for other in itertools.takewhile(lambda other, one=one: near(one, other), lines[position + 1 :]):
            side_by_side = one.x1 <= other.x0 + TOLERANCE or other.x1 <= one.x0 + TOLERANCE
            assert side_by_side, (one.text, other.text)


def near(one: Line, other: Line) -> bool:
    return one.page == other.page and other.y - one.y < min(one.size, other.size) * 0.9


# Where components stand to each other


def only(found: Document, name: str) -> Printed:
    (one,) = found.of(name)
    return one


def having(*names: str) -> list[str]:
    """The templates whose documents have all these components."""
    return [id for id in template_ids() if all((id, name) in PRINTED for name in names)]


@pytest.mark.parametrize("id", having("quoc_hieu"))
def test_nation_and_motto_stand_on_the_right_at_the_top_a_single_line_apart(measured: Measured, id: str):
    found = measured(id)
    nation, motto, agency = (only(found, name) for name in ("quoc_hieu", "tieu_ngu", "co_quan_ban_hanh"))

    assert (len(nation.lines), len(motto.lines)) == (1, 1)
    assert motto.first.centre == pytest.approx(nation.first.centre, abs=TOLERANCE)
    assert (motto.first.y - nation.first.y) / (SINGLE * motto.first.size) == pytest.approx(1, abs=2 * LINE_TOLERANCE)
    assert nation.first.x0 > found.pages[0].width / 2 - 20 * POINTS_PER_MM
    assert nation.first.x0 > max(line.x1 for line in agency.lines)
    assert nation.first.y == min(line.y for one in found.printed for line in one.lines if line.page == 0)


@pytest.mark.parametrize("id", having("quoc_hieu"))
def test_the_agency_stands_on_the_left_level_with_the_nation_below_its_superior(measured: Measured, id: str):
    found = measured(id)
    nation, agency = only(found, "quoc_hieu"), only(found, "co_quan_ban_hanh")
    superior = found.of("co_quan_chu_quan")
    first, *_ = (*superior, agency)

    assert first.first.y == pytest.approx(nation.first.y, abs=2 * TOLERANCE)
    for one in superior:
        assert one.first.centre == pytest.approx(agency.first.centre, abs=TOLERANCE)
        assert agency.first.y - one.last.y == pytest.approx(SINGLE * agency.first.size, abs=TOLERANCE)


@pytest.mark.parametrize("id", having("so_ky_hieu", "dia_danh_thoi_gian"))
def test_number_and_date_stand_on_one_line(measured: Measured, id: str):
    number, day = only(measured(id), "so_ky_hieu"), only(measured(id), "dia_danh_thoi_gian")

    assert number.first.y == pytest.approx(day.first.y, abs=TOLERANCE)
    assert number.first.centre == pytest.approx(only(measured(id), "co_quan_ban_hanh").first.centre, abs=TOLERANCE)
    assert day.first.centre == pytest.approx(only(measured(id), "quoc_hieu").first.centre, abs=TOLERANCE)


@pytest.mark.parametrize("id", having("so_ky_hieu"))
def test_number_and_symbol_are_written_without_blanks(measured: Measured, id: str):
    text = only(measured(id), "so_ky_hieu").text
    word, _, rest = text.partition(":")

    assert word == "Số"
    assert "/" in rest
    assert " " not in rest.partition("/")[2]


@pytest.mark.parametrize("id", having("trich_yeu_cong_van"))
def test_the_subject_of_a_letter_stands_below_the_number_without_a_rule(measured: Measured, id: str):
    found = measured(id)
    number, subject = only(found, "so_ky_hieu"), only(found, "trich_yeu_cong_van")

    assert subject.text.startswith("V/v ")
    assert subject.first.centre == pytest.approx(number.first.centre, abs=TOLERANCE)
    assert gap(number, subject) == pytest.approx(6, abs=TOLERANCE)
    assert found.pages[0].rules_below(subject.last) == []
    assert found.of("ten_loai") == found.of("trich_yeu") == []


@pytest.mark.parametrize("id", having("ten_loai"))
def test_the_subject_stands_right_below_the_type(measured: Measured, id: str):
    found = measured(id)
    kind, subject = only(found, "ten_loai"), only(found, "trich_yeu")

    assert kind.paragraph.number + 1 == subject.paragraph.number
    assert 0 < subject.first.y - kind.last.y < 2 * SINGLE * subject.first.size
    assert kind.first.y > max(line.y for one in found.of("quoc_hieu") for line in one.lines)


@pytest.mark.parametrize("id", having("kinh_gui"))
def test_addressees_stand_below_the_heading_and_their_dashes_below_the_colon(measured: Measured, id: str):
    first, *others = measured(id).of("kinh_gui")
    colon = next(letter for letter in first.letters if letter.text == ":")

    assert first.text.startswith("Kính gửi:")
    assert [one.first.x0 for one in others if not colon.x0 - TOLERANCE <= one.first.x0 <= colon.x1 + TOLERANCE] == []
    assert (first.first.page, first.first.y) < min((one.first.page, one.first.y) for one in measured(id).of("noi_dung"))


@pytest.mark.parametrize("id", having("noi_nhan_tu"))
def test_recipients_stand_at_the_left_margin_level_with_the_position(measured: Measured, id: str):
    found = measured(id)
    recipients, positions = only(found, "noi_nhan_tu"), found.of("chuc_vu_ky")
    section = found.sections[recipients.paragraph.section]

    assert recipients.first.x0 == pytest.approx(section.left, abs=TOLERANCE)
    assert [one for one in found.of("noi_nhan_danh_sach") if off(one.first.x0, section.left)] == []
    if signers(found) == 1:
        assert recipients.first.y == pytest.approx(positions[0].first.y, abs=3)  # two sizes of letters in one row
    else:
        assert recipients.first.y > max(one.last.y for one in found.of("ho_ten_ky"))


def signers(found: Document) -> int:
    return len({one.paragraph.cell for one in found.of("ho_ten_ky")})


@pytest.mark.parametrize("id", having("ho_ten_ky"))
def test_a_name_stands_centred_below_its_position_with_room_to_sign(measured: Measured, id: str):
    found = measured(id)
    for name in found.of("ho_ten_ky"):
        above = [one for one in found.of("chuc_vu_ky") if one.paragraph.cell == name.paragraph.cell]
        assert name.first.centre == pytest.approx(above[-1].first.centre, abs=TOLERANCE)
        assert mm(name.first.y - above[-1].last.y) > 20
        assert name.first.page == above[0].first.page
    right = found.of("chuc_vu_ky")[-1].first
    assert right.x0 > found.pages[right.page].width / 2


@pytest.mark.parametrize("id", having("chuc_vu_ky"))
def test_two_who_sign_stand_on_one_line(measured: Measured, id: str):
    tops = {one.paragraph.cell: one.first.y for one in reversed(measured(id).of("chuc_vu_ky"))}

    assert len(tops) == signers(measured(id))
    assert max(tops.values()) - min(tops.values()) <= TOLERANCE


NOT_TIED = {"phieu-danh-gia-chi-tieu": "các phiếu kết thúc bằng đoạn nội dung, không có đoạn kết"}


def kept_with_signature(id: str) -> object:
    reason = NOT_TIED.get(id, "")
    return pytest.param(id, marks=pytest.mark.xfail(reason=reason, strict=True)) if reason else id


@pytest.mark.parametrize("id", having("chuc_vu_ky"))
def test_who_signs_never_stands_on_a_page_without_a_line_of_the_text(measured: Measured, id: str):
    found = measured(id)
    position = found.of("chuc_vu_ky")[0]
    text = {line.page for name in RUNNING_TEXT for one in found.of(name) for line in one.lines}

    assert position.first.page in text
    for closing in found.of("loi_ket"):
        assert {line.page for line in closing.lines} == {position.first.page}


@pytest.mark.parametrize("id", [kept_with_signature(id) for id in having("chuc_vu_ky")])
def test_the_last_paragraph_of_the_text_is_tied_to_the_signature(measured: Measured, id: str):
    found = measured(id)
    signature = min(one.paragraph.number for name in ("noi_nhan_tu", "chuc_vu_ky") for one in found.of(name))
    last = found.printed[signature - 1]

    assert LAYOUT.by_style(last.paragraph.style).keep_with_next, last.text


@each_template
def test_no_heading_stands_last_on_its_page(measured: Measured, id: str):
    found = measured(id)
    for page in range(len(found.pages)):
        here = [(line.y, one) for one in found.printed for line in one.lines if line.page == page]
        _, last = max(here, key=lambda entry: entry[0])
        assert set(components(last.paragraph, LAYOUT)).isdisjoint(HEADINGS), last.text


@pytest.mark.parametrize("id", having("phu_luc"))
def test_an_annex_begins_a_page_with_its_word_its_title_and_what_it_belongs_to(measured: Measured, id: str):
    found = measured(id)
    word, title, source = (only(found, name) for name in ("phu_luc", "tieu_de_phu_luc", "chi_dan_phu_luc"))
    page = word.first.page

    assert word.first.y == min(line.y for one in found.printed for line in one.lines if line.page == page)
    assert found.page_in_section(page) == 1
    assert word.last.y < title.first.y < source.first.y
    assert source.text.startswith("(Kèm theo ")
    assert source.text.endswith(")")


@pytest.mark.parametrize("id", having("tieu_de_phieu_sang_trang"))
def test_every_further_sheet_begins_a_page(measured: Measured, id: str):
    found = measured(id)
    for one in found.of("tieu_de_phieu_sang_trang"):
        here = [line.y for other in found.printed for line in other.lines if line.page == one.first.page]
        assert one.first.y == min(here)


@pytest.mark.parametrize("id", having("bang_dam_giua"))
def test_the_heading_row_of_a_table_comes_again_on_every_page_of_it(measured: Measured, id: str):
    found = measured(id)
    for table in {one.paragraph.table for one in found.printed if one.paragraph.heads_table}:
        rows = [one for one in found.printed if one.paragraph.table == table]
        sheets = {line.page for one in rows for line in one.lines}
        heading = [one for one in rows if one.paragraph.heads_table]
        assert [one for one in heading if {line.page for line in one.lines} != sheets] == []


def test_every_component_of_the_law_is_measured_somewhere_or_has_no_template(layout: Layout):
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
