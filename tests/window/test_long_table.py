"""A table that gets thousands of rows in a window: laid out at once, taken back and filled again with keys."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Iterator

import pytest
from window.desktop import Desktop, until
from window.eyes import order
from window.test_nothing_lost import in_the_text

from vanthu.memory import Memory
from vanthu.record import Record
from vanthu_docx.house import template

pytestmark = pytest.mark.window

KIND, SLOT, MANY = "bao-cao-tham-dinh", "danh_sach_don_vi", 2_100
TOO_MANY = 6_000  # for 7.4 to keep when they go


@pytest.fixture
def report(desk: Desktop, log: Path, tmp_path: Path, request: Any) -> Iterator[Any]:
    """The report on units as its author left it; its memory knows of thousands of them."""
    from vanthu_uno.stored_memory import write_memory

    units = tuple(("Đơn vị số {}".format(number), "Mức độ 1", "Đạt") for number in range(request.param))
    path = Path(shutil.copy(template(KIND), tmp_path / "báo cáo.docx"))
    document = desk.open(path)
    write_memory(document, Memory(Record("dvht-2023", 2024, kind=KIND, rows={SLOT: units})))
    document.store()
    desk.close_document(document)  # a deck that stood open already has read the memory before it was written
    document = desk.open(path)
    desk.keys("ctrl+7")
    until(lambda: desk.button(document, "Đọc từ văn bản"), "the deck is open")
    yield document
    desk.close_document(document)


@pytest.mark.parametrize("report", [MANY], indirect=True)
def test_thousands_of_rows_are_filled_taken_back_brought_again_and_filled_again(desk: Desktop, report: Any) -> None:
    raw = rows(report)
    for _ in range(3):
        desk.keys("ctrl+9")
        until(lambda: rows(report) == MANY + 1, "all rows are in the table")
        assert not report.TextSections.ElementNames
        assert not report.hasControllersLocked()
        in_the_text(desk, report)
        desk.keys("ctrl+z")
        until(lambda: rows(report) == raw, "one Undo takes them back")
        desk.keys("ctrl+y")
        until(lambda: rows(report) == MANY + 1, "Redo brings them again")
        desk.keys("ctrl+z")
        until(lambda: rows(report) == raw, "and Undo takes them back")
    desk.keys("ctrl+9")
    until(lambda: rows(report) == MANY + 1, "all rows are in the table")
    order(desk.context, report, ".uno:GoToEndOfDoc")
    assert report.CurrentController.ViewCursor.Page > 10


@pytest.mark.parametrize("report", [TOO_MANY], indirect=True)
def test_after_undo_of_a_very_long_table_the_clerk_works_on_and_fills_again(desk: Desktop, report: Any) -> None:
    raw = rows(report)
    desk.keys("ctrl+9")
    until(lambda: rows(report) == TOO_MANY + 1, "all rows are in the table", seconds=60)
    in_the_text(desk, report)
    desk.keys("ctrl+z")
    until(lambda: rows(report) == raw, "one Undo takes them back")
    desk.see(report, "Bảng quá dài để làm lại bằng Ctrl+Y", "LABEL")
    until(lambda: not report.UndoManager.isRedoPossible(), "nothing is kept for Redo")

    wanted = report.createReplaceDescriptor()
    wanted.SearchString, wanted.ReplaceString = "VIỆC TIẾP NHẬN", "Việc tiếp nhận"
    assert report.replaceAll(wanted) == 1  # steps in a step, which 7.4 never ended with so many rows in keeping
    desk.keys("ctrl+9")
    until(lambda: rows(report) == TOO_MANY + 1, "all rows are in the table", seconds=60)


def rows(document: Any) -> int:
    """How many rows the table has, 0 where it was exchanged between one question and the next."""
    from com.sun.star.uno import Exception as OfficeException

    try:
        return int(document.Bookmarks.getByName(SLOT).Anchor.TextTable.Rows.Count)
    except (OfficeException, AttributeError):
        return 0
