"""Every template's pages: margins, page numbers, and where components stand to each other."""

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
    each_template,
    gap,
    having,
    mm,
    off,
    right_tolerance,
    within,
)
from pages import POINTS_PER_MM, Line
from printed import Document, Printed, components

pytestmark = pytest.mark.office

HEADINGS = ("phan", "muc", "khoan", "phu_luc", "tieu_de_phu_luc", "tieu_de_phieu", "tieu_de_phieu_sang_trang")
RUNNING_TEXT = ("noi_dung", "loi_ket", "khoan_khong_tieu_de", "diem", "bang", "bang_giua")


@each_template
def test_nothing_is_printed_in_the_margins_but_the_page_number(measured, id: str):
    found, page = measured(id), LAYOUT.page
    above = {letter for line in found.margin_lines for letter in line.letters}
    for number, sheet in enumerate(found.pages):
        section = found.sections[found.section_of(number)]
        letters = [letter for letter in sheet.letters if letter not in above]
        edges = [(letter.x0, letter.x1) for letter in letters] + [(x0, x1) for x0, x1, _ in sheet.rules]
        assert (sheet.width, sheet.height) == pytest.approx((section.width, section.height), abs=TOLERANCE)
        assert mm(min(x0 for x0, _ in edges) + TOLERANCE) >= float(page.left_mm.minimum)
        assert mm(sheet.width - max(x1 for _, x1 in edges) + right_tolerance(sheet)) >= float(page.right_mm.minimum)
        assert mm(min(letter.y - letter.size * 0.7 for letter in letters) + TOLERANCE) >= float(page.top_mm.minimum)
        assert mm(sheet.height - max(letter.y for letter in letters) + TOLERANCE) >= float(page.bottom_mm.minimum)


@each_template
def test_the_text_reaches_both_margins(measured, id: str):
    found, page = measured(id), LAYOUT.page
    for section_number, section in enumerate(found.sections):
        sheets = [sheet for number, sheet in enumerate(found.pages) if found.section_of(number) == section_number]
        edges = [(letter.x0, letter.x1) for sheet in sheets for letter in sheet.letters]
        edges += [(x0, x1) for sheet in sheets for x0, x1, _ in sheet.rules]
        assert within(mm(min(x0 for x0, _ in edges)), page.left_mm, mm(TOLERANCE))
        assert within(mm(section.width - max(x1 for _, x1 in edges)), page.right_mm, mm(right_tolerance(sheets[0])))


@each_template
def test_pages_are_numbered_from_two_in_the_top_margin_and_an_annex_begins_again(measured, id: str):
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


def test_an_annex_has_a_second_page_that_shows_the_number_two(measured):
    with_annex = {id for id, name in PRINTED if name == "phu_luc"}
    annexes = [measured(id) for id in with_annex]

    assert with_annex
    assert all("2" in [line.text for line in found.margin_lines] for found in annexes)
    assert any(len(found.sections) > 1 for found in annexes)
    assert any(section.width > section.height for found in annexes for section in found.sections)


@each_template
def test_no_two_lines_overlap(measured, id: str):
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


@pytest.mark.parametrize("id", having("quoc_hieu"))
def test_nation_and_motto_stand_on_the_right_at_the_top_a_single_line_apart(measured, id: str):
    found = measured(id)
    nation, motto, agency = (only(found, name) for name in ("quoc_hieu", "tieu_ngu", "co_quan_ban_hanh"))

    assert (len(nation.lines), len(motto.lines)) == (1, 1)
    assert motto.first.centre == pytest.approx(nation.first.centre, abs=TOLERANCE)
    assert (motto.first.y - nation.first.y) / (SINGLE * motto.first.size) == pytest.approx(1, abs=2 * LINE_TOLERANCE)
    assert nation.first.x0 > found.pages[0].width / 2 - 20 * POINTS_PER_MM
    assert nation.first.x0 > max(line.x1 for line in agency.lines)
    assert nation.first.y == min(line.y for one in found.printed for line in one.lines if line.page == 0)


@pytest.mark.parametrize("id", having("quoc_hieu"))
def test_the_agency_stands_on_the_left_level_with_the_nation_below_its_superior(measured, id: str):
    found = measured(id)
    nation, agency = only(found, "quoc_hieu"), only(found, "co_quan_ban_hanh")
    superior = found.of("co_quan_chu_quan")
    first, *_ = (*superior, agency)

    assert first.first.y == pytest.approx(nation.first.y, abs=2 * TOLERANCE)
    for one in superior:
        assert one.first.centre == pytest.approx(agency.first.centre, abs=TOLERANCE)
        assert agency.first.y - one.last.y == pytest.approx(SINGLE * agency.first.size, abs=TOLERANCE)


@pytest.mark.parametrize("id", having("so_ky_hieu", "dia_danh_thoi_gian"))
def test_number_and_date_stand_on_one_line(measured, id: str):
    number, day = only(measured(id), "so_ky_hieu"), only(measured(id), "dia_danh_thoi_gian")

    assert number.first.y == pytest.approx(day.first.y, abs=TOLERANCE)
    assert number.first.centre == pytest.approx(only(measured(id), "co_quan_ban_hanh").first.centre, abs=TOLERANCE)
    assert day.first.centre == pytest.approx(only(measured(id), "quoc_hieu").first.centre, abs=TOLERANCE)


@pytest.mark.parametrize("id", having("so_ky_hieu"))
def test_number_and_symbol_are_written_without_blanks(measured, id: str):
    text = only(measured(id), "so_ky_hieu").text
    word, _, rest = text.partition(":")

    assert word == "Số"
    assert "/" in rest
    assert " " not in rest.partition("/")[2]


@pytest.mark.parametrize("id", having("trich_yeu_cong_van"))
def test_the_subject_of_a_letter_stands_below_the_number_without_a_rule(measured, id: str):
    found = measured(id)
    number, subject = only(found, "so_ky_hieu"), only(found, "trich_yeu_cong_van")

    assert subject.text.startswith("V/v ")
    assert subject.first.centre == pytest.approx(number.first.centre, abs=TOLERANCE)
    assert gap(number, subject) == pytest.approx(6, abs=TOLERANCE)
    assert found.pages[0].rules_below(subject.last) == []
    assert found.of("ten_loai") == found.of("trich_yeu") == []


@pytest.mark.parametrize("id", having("ten_loai"))
def test_the_subject_stands_right_below_the_type(measured, id: str):
    found = measured(id)
    kind, subject = only(found, "ten_loai"), only(found, "trich_yeu")

    assert kind.paragraph.number + 1 == subject.paragraph.number
    assert 0 < subject.first.y - kind.last.y < 2 * SINGLE * subject.first.size
    assert kind.first.y > max(line.y for one in found.of("quoc_hieu") for line in one.lines)


@pytest.mark.parametrize("id", having("kinh_gui"))
def test_addressees_stand_below_the_heading_and_their_dashes_below_the_colon(measured, id: str):
    first, *others = measured(id).of("kinh_gui")
    colon = next(letter for letter in first.letters if letter.text == ":")

    assert first.text.startswith("Kính gửi:")
    assert [one.first.x0 for one in others if not colon.x0 - TOLERANCE <= one.first.x0 <= colon.x1 + TOLERANCE] == []
    assert (first.first.page, first.first.y) < min((one.first.page, one.first.y) for one in measured(id).of("noi_dung"))


@pytest.mark.parametrize("id", having("noi_nhan_tu"))
def test_recipients_stand_at_the_left_margin_level_with_the_position(measured, id: str):
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
def test_a_name_stands_centred_below_its_position_with_room_to_sign(measured, id: str):
    found = measured(id)
    for name in found.of("ho_ten_ky"):
        above = [one for one in found.of("chuc_vu_ky") if one.paragraph.cell == name.paragraph.cell]
        assert name.first.centre == pytest.approx(above[-1].first.centre, abs=TOLERANCE)
        assert mm(name.first.y - above[-1].last.y) > 20
        assert name.first.page == above[0].first.page
    right = found.of("chuc_vu_ky")[-1].first
    assert right.x0 > found.pages[right.page].width / 2


@pytest.mark.parametrize("id", having("chuc_vu_ky"))
def test_two_who_sign_stand_on_one_line(measured, id: str):
    tops = {one.paragraph.cell: one.first.y for one in reversed(measured(id).of("chuc_vu_ky"))}

    assert len(tops) == signers(measured(id))
    assert max(tops.values()) - min(tops.values()) <= TOLERANCE


@pytest.mark.parametrize("id", having("chuc_vu_ky"))
def test_who_signs_never_stands_on_a_page_without_a_line_of_the_text(measured, id: str):
    found = measured(id)
    position = found.of("chuc_vu_ky")[0]
    text = {line.page for name in RUNNING_TEXT for one in found.of(name) for line in one.lines}

    assert position.first.page in text
    for closing in found.of("loi_ket"):
        assert {line.page for line in closing.lines} == {position.first.page}


@pytest.mark.parametrize("id", having("chuc_vu_ky"))
def test_the_last_paragraph_of_the_text_is_tied_to_the_signature(measured, id: str):
    found = measured(id)
    signature = min(one.paragraph.number for name in ("noi_nhan_tu", "chuc_vu_ky") for one in found.of(name))
    last = found.printed[signature - 1]

    assert LAYOUT.by_style(last.paragraph.style).keep_with_next, last.text


@each_template
def test_no_heading_stands_last_on_its_page(measured, id: str):
    found = measured(id)
    for page in range(len(found.pages)):
        here = [(line.y, one) for one in found.printed for line in one.lines if line.page == page]
        _, last = max(here, key=lambda entry: entry[0])
        assert set(components(last.paragraph, LAYOUT)).isdisjoint(HEADINGS), last.text


@pytest.mark.parametrize("id", having("phu_luc"))
def test_an_annex_begins_a_page_with_its_word_its_title_and_what_it_belongs_to(measured, id: str):
    found = measured(id)
    word, title, source = (only(found, name) for name in ("phu_luc", "tieu_de_phu_luc", "chi_dan_phu_luc"))
    page = word.first.page

    assert word.first.y == min(line.y for one in found.printed for line in one.lines if line.page == page)
    assert found.page_in_section(page) == 1
    assert word.last.y < title.first.y < source.first.y
    assert source.text.startswith("(Kèm theo ")
    assert source.text.endswith(")")


@pytest.mark.parametrize("id", having("tieu_de_phieu_sang_trang"))
def test_every_further_sheet_begins_a_page(measured, id: str):
    found = measured(id)
    for one in found.of("tieu_de_phieu_sang_trang"):
        here = [line.y for other in found.printed for line in other.lines if line.page == one.first.page]
        assert one.first.y == min(here)


@pytest.mark.parametrize("id", having("bang_dam_giua"))
def test_the_heading_row_of_a_table_comes_again_on_every_page_of_it(measured, id: str):
    found = measured(id)
    for table in {one.paragraph.table for one in found.printed if one.paragraph.heads_table}:
        rows = [one for one in found.printed if one.paragraph.table == table]
        sheets = {line.page for one in rows for line in one.lines}
        heading = [one for one in rows if one.paragraph.heads_table]
        assert [one for one in heading if {line.page for line in one.lines} != sheets] == []
