"""LibreOffice's own accessibility check (menu Công cụ ▸ Accessibility Check) finds no error in what the product makes.

In 7.4 the check is a dialog that lists every finding alike. From 24.2 on it is a deck of the sidebar that tells errors
from warnings, each in groups, with sentences in the language of the menus.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Callable, Iterator, List, NamedTuple

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

DECK_OF_CHECK, TITLE_OF_DECK, OTHER_DECK = "A11yCheckDeck", "Accessibility Check", "PropertyDeck"
ERRORS, WARNINGS = "Accessibility errors", "Accessibility warnings"

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
    assert check(desk, opened(kind)).errors == []


def test_a_new_report_from_the_menu_has_nothing_but_blanks_to_fill(desk: Desktop, report: Any) -> None:
    found = check(desk, report)

    assert found.errors == []
    assert set(found.warnings) == ({"Other", "Formatting"} if has_deck(report) else {BLANK_TO_FILL})


def test_the_language_is_vietnamese_everywhere(opened: Opened) -> None:
    document = opened(REPORT)
    families = document.getStyleFamilies()
    styles = families.getByName("ParagraphStyles")
    shown = [styles.getByName(name) for name in styles.getElementNames() if styles.getByName(name).isInUse()]

    assert {(style.CharLocale.Language, style.CharLocale.Country) for style in shown} == {("vi", "VN")}


def test_a_document_without_a_title_is_noticed(desk: Desktop, opened: Opened) -> None:
    document = opened(REPORT)
    document.getDocumentProperties().Title = ""

    assert check(desk, document).errors == (["Document"] if has_deck(document) else ["Document title is not set"])


def test_headings_out_of_order_are_noticed(desk: Desktop, opened: Opened) -> None:
    document = opened(REPORT)
    paragraphs = document.getText().createEnumeration()
    while paragraphs.hasMoreElements():
        paragraph = paragraphs.nextElement()
        if paragraph.supportsService("com.sun.star.text.Paragraph") and paragraph.OutlineLevel == 2:
            paragraph.ParaStyleName = "Heading 4"

    errors = check(desk, document).errors

    assert errors == ["Other"] if has_deck(document) else any(issue.startswith("Heading") for issue in errors)


def test_cells_that_were_merged_are_noticed(desk: Desktop, opened: Opened) -> None:
    document = opened(REPORT)
    table = document.getTextTables().getByIndex(1)
    cursor = table.createCursorByCellName("A2")
    cursor.goRight(1, True)
    cursor.mergeRange()

    if has_deck(document):
        assert "Table" in check(desk, document).warnings
    else:
        issues = check(desk, document).errors
        assert [issue.split("'")[-1].strip() for issue in issues] == ["contains merges or splits"]


class Found(NamedTuple):
    """What the check says: sentences of the dialog, or groups of the deck."""

    errors: List[str]
    warnings: List[str]


def check(desk: Desktop, document: Any) -> Found:
    return checked_in_deck(desk, document) if has_deck(document) else checked_in_dialog(desk, document)


def has_deck(document: Any) -> bool:
    return bool(document.getCurrentController().getSidebar().getDecks().hasByName(DECK_OF_CHECK))


def checked_in_deck(desk: Desktop, document: Any) -> Found:
    """The groups under the two headings of the deck, which are check boxes too."""
    sidebar = document.getCurrentController().getSidebar()
    sidebar.showDecks(True)
    sidebar.setVisible(True)
    decks = sidebar.getDecks()
    deck, other = decks.getByName(DECK_OF_CHECK), decks.getByName(OTHER_DECK)
    deck.activate(True)
    until(deck.isActive, "the deck of the check")
    desk.see(document, TITLE_OF_DECK, "PANEL")
    until(lambda: groups_in(desk, document), "the groups of the check")
    groups = at_rest(lambda: groups_in(desk, document))
    # The next document would open with this deck, be checked before it is changed, and never again.
    other.activate(True)
    until(lambda: not deck.isActive() and not groups_in(desk, document), "another deck")
    warnings_from = groups.index(WARNINGS) if WARNINGS in groups else len(groups)
    return Found([name for name in groups[:warnings_from] if name != ERRORS], groups[warnings_from + 1 :])


def groups_in(desk: Desktop, document: Any) -> List[str]:
    """Headings that fold, below the head of the deck; whatever is checked, typed numbers are always found."""
    names = [thing.name for thing in desk.things(document) if thing.role == "CHECK_BOX"]
    return names if {ERRORS, WARNINGS} & set(names) else []


def at_rest(look: Callable[[], List[str]]) -> List[str]:
    """What is seen once it has been the same for four seconds: the check runs while the office idles."""
    seen = [look()]
    until(lambda: time.sleep(0.5) or seen.append(look()) or seen[-9:] == [seen[-1]] * 9, "the check has ended")
    return seen[-1]


def checked_in_dialog(desk: Desktop, document: Any) -> Found:
    """What the dialog lists; it is closed again."""
    dispatcher = desk.service("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(document.getCurrentController().getFrame(), ".uno:AccessibilityCheck", "", 0, ())
    things = until(lambda: with_the_keys(look_at_dialogs(desk.context)), "the dialog of the check")
    desk.keys("Escape")
    until(lambda: not look_at_dialogs(desk.context), "the dialog is closed")
    names = [thing.name for thing in things if thing.role == "TEXT"]
    warnings = [name for name in names if name.startswith((TYPED_NUMBERS, BLANK_TO_FILL))]
    return Found([name for name in names if name not in warnings], warnings)


def with_the_keys(things: List[Thing]) -> List[Thing]:
    """The things of a dialog once one of its buttons has the focus; before that it does not hear a key."""
    return things if any(thing.role == "PUSH_BUTTON" and "FOCUSED" in thing.states for thing in things) else []
