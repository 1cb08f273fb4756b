"""LibreOffice's own accessibility check (menu Công cụ ▸ Accessibility Check) finds no error in what the product makes.

In 7.4 the check is a dialog that lists every finding alike; later versions tell errors from warnings.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Iterator, List

import pytest
from samples import sample_document, template_ids
from window.desktop import Desktop, until
from window.eyes import Thing, look_at_dialogs

pytestmark = pytest.mark.window

REPORT = "bao-cao-tu-danh-gia"
# What later versions call a warning, and we do on purpose: numbers are typed, as in the real documents; both engines
# write the same text, and a clerk can correct a number.
TYPED_NUMBERS = "Fake numbering"
BLANK_TO_FILL = "An input form is not interactive."  # "Xếp loại: ….": nobody has typed it yet, or no rule gives it

Opened = Callable[[str], Any]


@pytest.fixture
def opened(desk: Desktop, log: Path, tmp_path: Path) -> Iterator[Opened]:
    """Opens the document of a kind, filled from its sample record, and closes it after the test."""
    documents: List[Any] = []

    def open_kind(kind: str) -> Any:
        documents.append(desk.open(sample_document(kind, tmp_path)))
        return documents[-1]

    yield open_kind
    for document in documents:
        desk.close_document(document)


@pytest.mark.parametrize("kind", template_ids())
def test_the_check_of_the_office_finds_no_error(desk: Desktop, opened: Opened, kind: str) -> None:
    found = issues(desk, opened(kind))

    assert [issue for issue in found if not issue.startswith((TYPED_NUMBERS, BLANK_TO_FILL))] == []


def test_a_new_report_from_the_menu_has_nothing_but_blanks_to_fill(desk: Desktop, report: Any) -> None:
    assert set(issues(desk, report)) == {BLANK_TO_FILL}


def test_the_language_is_vietnamese_everywhere(opened: Opened) -> None:
    document = opened(REPORT)
    families = document.getStyleFamilies()
    styles = families.getByName("ParagraphStyles")
    shown = [styles.getByName(name) for name in styles.getElementNames() if styles.getByName(name).isInUse()]

    assert {(style.CharLocale.Language, style.CharLocale.Country) for style in shown} == {("vi", "VN")}


def test_a_document_without_a_title_is_noticed(desk: Desktop, opened: Opened) -> None:
    document = opened(REPORT)
    document.getDocumentProperties().Title = ""

    assert issues(desk, document) == ["Document title is not set"]


def test_headings_out_of_order_are_noticed(desk: Desktop, opened: Opened) -> None:
    document = opened(REPORT)
    paragraphs = document.getText().createEnumeration()
    while paragraphs.hasMoreElements():
        paragraph = paragraphs.nextElement()
        if paragraph.supportsService("com.sun.star.text.Paragraph") and paragraph.OutlineLevel == 2:
            paragraph.ParaStyleName = "Heading 4"

    assert any(issue.startswith("Heading") for issue in issues(desk, document))


def test_cells_that_were_merged_are_noticed(desk: Desktop, opened: Opened) -> None:
    document = opened(REPORT)
    table = document.getTextTables().getByIndex(1)
    cursor = table.createCursorByCellName("A2")
    cursor.goRight(1, True)
    cursor.mergeRange()

    assert [issue.split("'")[-1].strip() for issue in issues(desk, document)] == ["contains merges or splits"]


def issues(desk: Desktop, document: Any) -> List[str]:
    """What the dialog of the check lists; it is closed again."""
    dispatcher = desk.service("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(document.getCurrentController().getFrame(), ".uno:AccessibilityCheck", "", 0, ())
    things = until(lambda: with_the_keys(look_at_dialogs(desk.context)), "the dialog of the check")
    desk.keys("Escape")
    until(lambda: not look_at_dialogs(desk.context), "the dialog is closed")
    return [thing.name for thing in things if thing.role == "TEXT"]


def with_the_keys(things: List[Thing]) -> List[Thing]:
    """The things of a dialog once one of its buttons has the focus; before that it does not hear a key."""
    return things if any(thing.role == "PUSH_BUTTON" and "FOCUSED" in thing.states for thing in things) else []
