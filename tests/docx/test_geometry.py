"""One report with long names, and grown line by line: what breaks only where texts are long or a page ends.

What every template has to keep to is measured in ``test_geometry_of_components.py`` and beside it.
"""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from pages import METRICS, POINTS_PER_MM, Line, Page, pages

from vanthu.layout import Component, Layout
from vanthu.slots import Paragraphs, Slot, Text
from vanthu.typeface import Typeface
from vanthu_docx.engine import render

pytestmark = pytest.mark.office

TOLERANCE = 1.0  # point; a third of a millimetre
LONG = {
    "co_quan_chu_quan": Text("ỦY BAN NHÂN DÂN HUYỆN KRÔNG PẮC"),
    "co_quan_ban_hanh": Text("TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NGUYỄN BỈNH KHIÊM"),
    "dia_danh_thoi_gian": Text("Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026"),
    "trich_yeu": Text(
        "Tự đánh giá, xếp loại Đơn vị học tập năm 2023 theo Thông tư số 22/2020/TT-BGDĐT ngày 06 tháng 8 năm 2020 "
        "của Bộ trưởng Bộ Giáo dục và Đào tạo"
    ),
    "kinh_gui": Paragraphs(
        (
            "Kính gửi:",
            "\t- Ủy ban nhân dân huyện Kon Rẫy;",
            "\t- Phòng Giáo dục và Đào tạo huyện Kon Rẫy và Hội Khuyến học huyện Kon Rẫy, tỉnh Kon Tum.",
        )
    ),
}
# The same report grown paragraph by paragraph, so that its end falls on every height of a page.
GROWN = tuple(range(0, 24, 2))


@pytest.fixture(scope="module")
def reports(tmp_path_factory, report_template, sample_slots, converted) -> dict[str, list[Page]]:
    folder = tmp_path_factory.mktemp("reports")
    variants: dict[str, dict[str, Slot]] = {"short": {}, "long": LONG}
    for count in GROWN:
        variants[f"grown-{count}"] = {"kien_nghi": Paragraphs(("Đề nghị huyện xem xét.",) * (count + 1))}
    for name, changed in variants.items():
        render(report_template, sample_slots(**changed), folder / f"{name}.docx")
    printed = converted([folder / f"{name}.docx" for name in variants], "pdf")
    made = {path.stem: pages(path) for path in printed}
    strange = {line.font for line in made["short"][0].lines if not line.font.startswith(METRICS)}
    assert not strange, "measuring needs fonts as wide as Times New Roman with Vietnamese letters (fonts-liberation2)"
    return made


@pytest.fixture(params=["short", "long"])
def report(request: pytest.FixtureRequest, reports: dict[str, list[Page]]) -> list[Page]:
    return reports[request.param]


def looks_like(line: Line, component: Component) -> bool:
    size_is_right = abs(line.size - float(component.size_pt.used)) < 0.1
    return size_is_right and (line.bold, line.italic) == (component.bold, component.italic)


BEGINNINGS = {
    "quoc_hieu": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "tieu_ngu": "Độc lập - Tự do - Hạnh phúc",
    "co_quan_chu_quan": "UBND HUYỆN",
    "co_quan_ban_hanh": "PHÒNG GIÁO DỤC",
    "so_ky_hieu": "Số:",
    "dia_danh_thoi_gian": "Kon Rẫy, ngày",
    "ten_loai": "BÁO CÁO",
    "trich_yeu": "Tự đánh giá",
    "kinh_gui": "Kính gửi",
    "noi_dung": "Thực hiện Công văn",
    "muc": "I. THÔNG TIN CHUNG",
    "bang": "Đơn vị có chủ trương",
    "bang_dam": "Các điều kiện",
    "bang_dam_giua": "STT",
    "khoan": "1. Ưu điểm",
    "loi_ket": "Trên đây là báo cáo",
    "noi_nhan_tu": "Nơi nhận:",
    "noi_nhan_danh_sach": "- Như trên;",
    "chuc_vu_ky": "KT. TRƯỞNG PHÒNG",
    "ho_ten_ky": "Nguyễn Thị Bích Phượng",
    "so_trang": "2",
}


@pytest.mark.parametrize("id", BEGINNINGS)
def test_a_component_is_printed_in_its_size_and_shape(reports: dict[str, list[Page]], layout: Layout, id: str):
    printed = [line for page in reports["short"] for line in page.lines if line.text.startswith(BEGINNINGS[id])]

    assert any(looks_like(line, layout.component(id)) for line in printed)


def test_the_paper_is_a4_and_nothing_stands_in_its_margins_but_the_page_number(report: list[Page], layout: Layout):
    paper = layout.page
    for page in report:
        assert page.width == pytest.approx(float(paper.width_mm) * POINTS_PER_MM, abs=TOLERANCE)
        assert page.height == pytest.approx(float(paper.height_mm) * POINTS_PER_MM, abs=TOLERANCE)
        for line in page.lines:
            if line.text.isdigit() and line.y < float(paper.top_mm.used) * POINTS_PER_MM:
                continue
            assert line.x0 >= float(paper.left_mm.minimum) * POINTS_PER_MM - TOLERANCE
            assert line.x1 <= page.width - float(paper.right_mm.minimum) * POINTS_PER_MM + TOLERANCE
            assert line.y - line.size * 0.7 >= float(paper.top_mm.minimum) * POINTS_PER_MM - TOLERANCE
            assert line.y <= page.height - float(paper.bottom_mm.minimum) * POINTS_PER_MM + TOLERANCE


def test_lines_are_as_wide_as_the_table_of_widths_says(report: list[Page], typeface: Typeface):
    for line in report[0].lines:
        justified = line.size == 14 and not line.bold and line.x1 > report[0].width - 50
        if not justified:
            width = typeface.text_width_mm(line.text, Decimal(str(round(line.size))), line.bold, line.italic)
            assert line.x1 - line.x0 == pytest.approx(float(width) * POINTS_PER_MM, abs=2 * TOLERANCE), line.text


@pytest.mark.parametrize("id", ["co_quan_chu_quan", "co_quan_ban_hanh", "trich_yeu"])
def test_long_names_are_broken_where_the_table_of_widths_says(
    reports: dict[str, list[Page]], layout: Layout, typeface: Typeface, id: str
):
    look = layout.component(id)
    width = layout.page.text_width_mm if id == "trich_yeu" else layout.letterhead.left_mm
    lines = typeface.wrapped_lines(LONG[id].text, width, look.size_pt.used, look.bold, look.italic)
    printed = [line.text for line in reports["long"][0].lines]

    assert len(lines) > 1
    assert [line for line in printed if line in lines] == list(lines)


def test_no_two_lines_overlap(report: list[Page]):
    for page in report:
        for one, other in itertools.combinations(page.lines, 2):
            side_by_side = one.x1 <= other.x0 + TOLERANCE or other.x1 <= one.x0 + TOLERANCE
            assert side_by_side or abs(one.y - other.y) >= min(one.size, other.size) * 0.9, (one.text, other.text)


def test_the_motto_stands_centred_below_the_nation_on_one_line_each(report: list[Page]):
    nation, motto = report[0].starting("CỘNG HÒA"), report[0].starting("Độc lập")

    assert nation.text == BEGINNINGS["quoc_hieu"]
    assert motto.text == BEGINNINGS["tieu_ngu"]
    assert motto.centre == pytest.approx(nation.centre, abs=TOLERANCE)


def test_the_rule_below_the_motto_is_as_long_as_its_line(report: list[Page], layout: Layout):
    motto = report[0].starting("Độc lập")
    x0, x1, _ = report[0].rule_below(motto)
    ratio = float(layout.component("tieu_ngu").rule.used)

    assert x1 - x0 == pytest.approx((motto.x1 - motto.x0) * ratio, abs=2 * TOLERANCE)
    assert (x0 + x1) / 2 == pytest.approx(motto.centre, abs=TOLERANCE)


@pytest.mark.parametrize(("id", "before", "after"), [("co_quan_ban_hanh", "", "Số:"), ("trich_yeu", "BÁO CÁO", "Kính")])
def test_the_other_rules_are_a_third_to_a_half_of_the_longest_line_and_centred(
    report: list[Page], layout: Layout, id: str, before: str, after: str
):
    component, page = layout.component(id), report[0]
    top, bottom = page.starting(before).y, page.starting(after).y
    wanted = [
        line for line in page.lines if top <= line.y < bottom and looks_like(line, component) and line.text != before
    ]
    text = [line for line in wanted if line.x0 < page.width / 2 and not line.text.startswith(("CỘNG HÒA", "Độc lập"))]
    longest = max(text, key=lambda line: line.x1 - line.x0)
    x0, x1, _ = page.rule_below(max(text, key=lambda line: line.y))
    share = (x1 - x0) / (longest.x1 - longest.x0)

    assert float(component.rule.minimum) <= share <= float(component.rule.maximum)
    assert (x0 + x1) / 2 == pytest.approx(longest.centre, abs=TOLERANCE)


def test_number_and_date_stand_on_one_line_below_agency_and_motto(report: list[Page]):
    number = report[0].starting("Số:")
    date = next(line for line in report[0].lines if line.italic and ", ngày" in line.text)

    assert number.y == pytest.approx(date.y, abs=TOLERANCE)
    assert date.text.endswith(("2023", "2026"))
    assert date.centre == pytest.approx(report[0].starting("CỘNG HÒA").centre, abs=TOLERANCE)
    assert number.centre == pytest.approx(report[0].lines[0].centre, abs=TOLERANCE)


def test_type_and_subject_stand_in_the_middle_between_the_margins(report: list[Page], layout: Layout):
    middle = float(layout.page.left_mm.used + layout.page.text_width_mm / 2) * POINTS_PER_MM

    assert report[0].starting("BÁO CÁO").centre == pytest.approx(middle, abs=TOLERANCE)
    assert report[0].starting("Tự đánh giá").centre == pytest.approx(middle, abs=TOLERANCE)


def test_dashes_of_several_addressees_stand_below_the_colon(reports: dict[str, list[Page]]):
    page = reports["long"][0]
    word = page.starting("Kính gửi:")
    dashes = [page.starting("- Ủy ban"), page.starting("- Phòng")]
    colon_width = word.size * 0.28

    assert dashes[0].x0 == pytest.approx(dashes[1].x0, abs=0.1)
    assert word.x1 - colon_width - TOLERANCE <= dashes[0].x0 <= word.x1 + TOLERANCE


def test_the_first_line_of_a_paragraph_is_indented_as_the_law_says(report: list[Page], layout: Layout):
    allowed = [float(indent) for indent in layout.component("noi_dung").first_line_indent_mm.allowed]
    left = float(layout.page.left_mm.used) * POINTS_PER_MM
    for beginning in ("Thực hiện Công văn", "I. THÔNG TIN", "- Tên cơ quan"):
        indent = (report[0].starting(beginning).x0 - left) / POINTS_PER_MM
        assert any(indent == pytest.approx(value, abs=0.4) for value in allowed)


def test_paragraphs_stand_as_far_apart_as_the_law_says(report: list[Page], layout: Layout):
    body = layout.component("noi_dung")
    page = report[0]
    first = page.starting("Thực hiện Công văn")
    second = page.lines[page.lines.index(first) + 1]  # where the line is broken is the office's choice
    one, two = page.starting("- Tên cơ quan"), page.starting("- Địa chỉ")
    line_height = second.y - first.y

    single = float(body.size_pt.used) * 1.149  # Times New Roman: ascent and descent together, with the line gap
    assert float(body.line_spacing.minimum) <= line_height / single <= float(body.line_spacing.maximum)
    assert two.y - one.y - line_height >= float(body.spacing_pt.minimum) - 0.1


def test_the_page_number_is_missing_on_page_one_and_centred_in_the_top_margin_after(report: list[Page], layout: Layout):
    top = float(layout.page.top_mm.used) * POINTS_PER_MM
    middle = float(layout.page.left_mm.used + layout.page.text_width_mm / 2) * POINTS_PER_MM

    assert [line.text for line in report[0].lines if line.y < top] == []
    for number, page in enumerate(report[1:], start=2):
        (line,) = [line for line in page.lines if line.y < top]
        assert line.text == str(number)
        assert line.centre == pytest.approx(middle, abs=TOLERANCE)


def test_the_heading_row_of_the_table_comes_again_on_the_next_page(report: list[Page]):
    assert report[0].starting("STT").y > report[1].starting("STT").y


def test_position_stands_level_with_recipients_on_the_right_and_name_centred_below(report: list[Page]):
    last = report[-1]
    recipients, position = last.starting("Nơi nhận:"), last.starting("KT. TRƯỞNG PHÒNG")
    name = last.starting("Nguyễn Thị Bích Phượng")

    assert recipients.y == pytest.approx(position.y, abs=3)  # two sizes of letters in one row
    assert position.x0 > last.width / 2
    assert name.centre == pytest.approx(position.centre, abs=TOLERANCE)
    assert name.y - last.starting("PHÓ TRƯỞNG PHÒNG").y > 20 * POINTS_PER_MM  # room to sign


@pytest.mark.parametrize("count", GROWN)
def test_the_signature_never_stands_alone_on_a_page(reports: dict[str, list[Page]], count: int):
    ends = [
        [number for number, page in enumerate(reports[f"grown-{count}"]) for line in page.lines if text in line.text]
        for text in ("Trên đây là báo cáo", "Kon Rẫy./.", "Nơi nhận:", "KT. TRƯỞNG", "Nguyễn Thị Bích Phượng")
    ]

    assert len({number for numbers in ends for number in numbers}) == 1


@pytest.mark.parametrize("count", GROWN)
def test_a_heading_never_stands_last_on_a_page(reports: dict[str, list[Page]], count: int):
    for page in reports[f"grown-{count}"]:
        last = max(page.lines, key=lambda line: line.y)
        assert last.text[:3] not in {"1. ", "2. ", "3. ", "4. ", "5. ", "I. ", "II.", "III"}
