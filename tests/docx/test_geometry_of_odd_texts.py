"""Pages of unlucky records: nothing typed yet, names that wrap in the letterhead, signs of markup everywhere."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from measures import LAYOUT, TOLERANCE, mm, right_tolerance
from pages import Line, Page, pages
from samples import VARIANTS, library, sample_record, template_ids

from vanthu_docx.render import render

pytestmark = pytest.mark.office

ODD = [(variant, id) for variant in ("blank", "hard") for id in template_ids()]


@pytest.fixture(scope="module")
def printed(tmp_path_factory, converted) -> dict[tuple[str, str], list[Page]]:
    """All odd documents, printed in one run of the office."""
    folder = tmp_path_factory.mktemp("odd")
    files = {}
    for variant, id in ODD:
        files[variant, id] = folder / f"{variant}-{id}.docx"
        render(library(), id, VARIANTS[variant](sample_record(id)), files[variant, id])
    printed_files: list[Path] = converted(list(files.values()), "pdf")
    return {key: pages(path) for key, path in zip(files, printed_files, strict=True)}


@pytest.mark.parametrize("key", ODD, ids="-".join)
def test_nothing_runs_over_the_edge_of_its_page(printed, key: tuple[str, str]):
    margins = LAYOUT.page
    for sheet in printed[key]:
        for line in sheet.lines:
            assert mm(line.x0 + TOLERANCE) >= float(margins.left_mm.minimum), line.text
            assert mm(sheet.width - line.x1 + right_tolerance(sheet)) >= float(margins.right_mm.minimum), line.text
            assert mm(sheet.height - line.y + TOLERANCE) >= float(margins.bottom_mm.minimum), line.text


@pytest.mark.parametrize("key", ODD, ids="-".join)
def test_no_two_lines_lie_over_each_other(printed, key: tuple[str, str]):
    for sheet in printed[key]:
        ordered = sorted(sheet.lines, key=lambda line: line.y)
        for position, one in enumerate(ordered):
            for other in itertools.takewhile(lambda other, one=one: near(one, other), ordered[position + 1 :]):
                assert one.x1 <= other.x0 + TOLERANCE or other.x1 <= one.x0 + TOLERANCE, (one.text, other.text)


def near(one: Line, other: Line) -> bool:
    return other.y - one.y < min(one.size, other.size) * 0.9
