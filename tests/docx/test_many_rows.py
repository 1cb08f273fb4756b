"""Tables of no row, one row and hundreds: headings on every page, rows in one piece, pages numbered."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from samples import library, sample_record

from vanthu_docx.render import render

pytestmark = pytest.mark.office

COUNTS = (0, 1, 30, 500)
TABLES = {
    "danh-sach-cong-nhan": "danh_sach_cong_nhan",
    "quyet-dinh-to-danh-gia": "thanh_vien",
    "bao-cao-tham-dinh": "danh_sach_don_vi",
}
BEGIN, END = "đầu{}", "cuối{}"
LONG = "một cái tên dài đến mức phải xuống dòng trong ô của nó"


def with_rows(kind: str, count: int):
    """The sample record with so many rows, each taking several lines."""
    record, slot = sample_record(kind), TABLES[kind]
    width = len(library().kind(kind).tables[slot].columns) - 1
    rows = tuple(
        (f"{BEGIN.format(number)} {LONG} {END.format(number)}", *["x"] * (width - 1)) for number in range(1, count + 1)
    )
    return replace(record, rows={slot: rows})


@pytest.fixture(scope="module")
def printed(tmp_path_factory, converted) -> dict[tuple[str, int], list[str]]:
    """The words of every page, for every table and count."""
    folder = tmp_path_factory.mktemp("rows")
    targets: dict[tuple[str, int], Path] = {}
    for kind in TABLES:
        for count in COUNTS:
            targets[kind, count] = folder / f"{kind}-{count}.docx"
            render(library(), kind, with_rows(kind, count), targets[kind, count])
    pages = {}
    for key, path in zip(targets, converted(list(targets.values()), "pdf"), strict=True):
        with pdfplumber.open(path) as document:
            pages[key] = [page.extract_text() for page in document.pages]
    return pages


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("kind", TABLES)
def test_every_row_stands_whole_on_one_page_below_the_heading(printed, kind: str, count: int):
    pages = printed[kind, count]
    begun = [re.findall(r"đầu(\d+)", page) for page in pages]
    ended = [re.findall(r"cuối(\d+)", page) for page in pages]

    assert [number for page in begun for number in page] == [str(number) for number in range(1, count + 1)]
    assert begun == ended
    assert all("STT" in page for page, numbers in zip(pages, begun, strict=True) if numbers)


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_without_rows_keeps_its_heading_and_adds_no_page(printed, kind: str):
    assert sum("STT" in page for page in printed[kind, 0]) == 1
    assert len(printed[kind, 0]) <= len(printed[kind, 1])


@pytest.mark.parametrize("kind", TABLES)
def test_the_pages_of_a_long_table_are_numbered_from_the_second_on(printed, kind: str):
    tables = [page for page in printed[kind, 500] if "đầu" in page]
    numbers = [page.split("\n", 1)[0] for page in tables]
    first = numbers.index("2")

    assert first <= 1
    assert numbers[first:] == [str(number) for number in range(2, len(numbers) - first + 2)]
