"""Pictures of every panel, dialog and state: ``out/looks/``, to be looked at by a person on each office.

``./dev matrix`` runs it as the group ``looks``; ``./dev test`` does not. A picture is made when nothing on it lies over
another thing or outside its window. Plain, in dark colours (where the office draws with GTK), and at twice the size.
"""

from __future__ import annotations

import time
from itertools import combinations
from pathlib import Path
from typing import Any, Callable, Iterator, List, NamedTuple, Optional

import pytest
from office.foreign_report import typed
from samples import sample_document
from window import dialogs
from window.at_spi import can_look
from window.desktop import DECK, PROJECT, Desktop, missing, until
from window.eyes import Thing, in_deck, look_at_dialogs, order
from window.test_read import type_into
from window.test_sidebar import enter_field, overlap, replace, within

pytestmark = pytest.mark.window

PICTURES = PROJECT / "out" / "looks"
POINTS, LEVELS = "bao-cao-tu-danh-gia", "bao-cao-don-vi-hoc-tap"
DIALOGS = ("new", "blanks", "mark", "insert", "settings", "diagnose", "about")
REPEALED = "theo thong tu 22"
WRONG = "31"  # above the maximum
SHOWN = ("LABEL", "TEXT", "PUSH_BUTTON", "COMBO_BOX", "LIST", "CHECK_BOX", "SCROLL_PANE")
LOOKS = {
    "plain": {},
    "dark": {"dark": True},
    "large": {"dpi": 192, "screen": "2732x1536x24"},
}


Opened = Callable[[str], Any]


class Studio(NamedTuple):
    """A desk, and the folder for the pictures of it."""

    desk: Desktop
    pictures: Path

    def take(self, name: str) -> None:
        self.desk.rest_pointer()
        self.desk.screenshot(self.pictures / f"{name}.png")


@pytest.fixture(scope="module", params=LOOKS)
def studio(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    if missing():
        pytest.skip(f"a window test needs {', '.join(missing())}")
    if request.param == "dark" and not can_look():
        pytest.skip("dark colours need GTK, and eyes for it")
    with Desktop(tmp_path_factory.mktemp("studio"), **LOOKS[request.param]) as desk:
        yield Studio(desk, PICTURES / request.param)


@pytest.fixture
def opened(studio: Studio, tmp_path: Path) -> Iterator[Opened]:
    """Opens the sample document of a kind with the deck beside it."""
    documents: List[Any] = []

    def open_kind(kind: str) -> Any:
        documents.append(studio.desk.open(sample_document(kind, tmp_path)))
        show_deck(studio.desk, documents[-1])
        return documents[-1]

    yield open_kind
    for document in documents:
        document.close(True)


@pytest.fixture
def blank(studio: Studio) -> Iterator[Any]:
    document = studio.desk.open()
    yield document
    document.close(True)


@pytest.mark.parametrize("kind", [POINTS, LEVELS])
def test_the_deck_beside_a_whole_report(studio: Studio, opened: Callable[[str], Any], kind: str) -> None:
    document = opened(kind)
    order(studio.desk.context, document, "vnd.vanthu:fill")
    until(lambda: said(studio.desk, document, "Văn bản đã đúng"), "the report is up to date")
    studio.take(f"deck-{kind}")
    assert_in_sight(deck(studio.desk, document))


def test_the_deck_beside_a_new_report(studio: Studio) -> None:
    document = studio.desk.new_report()
    studio.take("deck-new")
    assert_in_sight(deck(studio.desk, document))
    document.close(True)


def test_the_deck_beside_a_report_of_somebody_else(studio: Studio, blank: Any) -> None:
    typed(blank, "001.txt")
    order(studio.desk.context, blank, "vnd.vanthu:bind")
    until(lambda: said(studio.desk, blank, "Đã nhận bảng điểm"), "the table is read")
    studio.take("deck-bind")
    assert_in_sight(deck(studio.desk, blank))


def test_the_deck_when_a_score_is_wrong_and_a_word_was_changed_by_hand(studio: Studio, opened: Opened) -> None:
    document = opened(POINTS)
    replace(document, "Tốt", "Khá")
    order(studio.desk.context, document, "vnd.vanthu:fill")
    until(lambda: studio.desk.button(document, "Ghi đè chỗ sửa tay"), "the button")
    enter_field(studio.desk, document)
    studio.desk.type(WRONG)
    order(studio.desk.context, document, "vnd.vanthu:fill")
    until(lambda: studio.desk.button(document, "Ghi đè chỗ sửa tay"), "the button")
    studio.take("deck-wrong")
    assert_in_sight(deck(studio.desk, document))


@pytest.mark.parametrize("command", DIALOGS)
def test_a_dialog(studio: Studio, command: str) -> None:
    document = studio.desk.new_report()
    show_dialog(studio, document, command)
    document.close(True)


def test_the_preview_of_a_report_in_which_a_word_was_changed(studio: Studio, opened: Opened) -> None:
    document = opened(POINTS)
    replace(document, "Tốt", "Khá")
    show_dialog(studio, document, "preview")


def test_the_dialog_when_a_document_of_a_repealed_text_is_chosen(studio: Studio, blank: Any) -> None:
    show_dialog(studio, blank, "new", REPEALED, "-repealed")


def test_the_dialog_when_document_and_sidebar_say_otherwise(studio: Studio, opened: Opened) -> None:
    document = opened(POINTS)
    order(studio.desk.context, document, "vnd.vanthu:fill")
    until(lambda: said(studio.desk, document, "Văn bản đã đúng"), "the report is up to date")
    for row, score in ((3, "7"), (4, "6")):
        type_into(studio.desk, document, row, score)
    show_dialog(studio, document, "read")


def test_the_whole_profile(studio: Studio) -> None:
    document = studio.desk.new_report()
    dialogs.open_from_menu(studio.desk, document, "Thiết lập…", "Đồng ý")
    studio.desk.click(dialogs.wait_for(studio.desk, "Hồ sơ đơn vị…", "PUSH_BUTTON"))
    dialogs.wait_for(studio.desk, "Nhớ hồ sơ", "PUSH_BUTTON")
    show_open_dialog(studio, "profile")
    studio.desk.keys("Escape")
    dialogs.wait_until_gone(studio.desk)
    document.close(True)


def test_in_english(studio: Studio, opened: Opened) -> None:
    document = opened(POINTS)
    dialogs.choose_language(studio.desk, document, "Thiết lập…", "Down", "Đồng ý")
    try:
        until(lambda: studio.desk.button(document, "Fill the document"), "the panel speaks English")
        enter_field(studio.desk, document, "Score (maximum")
        studio.take("english-deck")
        things = deck(studio.desk, document)
        for command in DIALOGS:
            show_dialog(studio, document, command, name="-english")
    finally:
        dialogs.choose_language(studio.desk, document, "Settings…", "Up", "OK")
    # the dialog goes before the menus have changed; the document is closed from another thread, so only after that
    until(lambda: studio.desk.button(document, "Điền vào văn bản"), "the panel speaks Vietnamese again")
    assert_in_sight(things)


def show_dialog(studio: Studio, document: Any, command: str, typed: str = "", name: str = "") -> None:
    """Open it, type something, take its picture, close it."""
    order(studio.desk.context, document, f"vnd.vanthu:{command}")
    dialog(studio.desk, command)
    studio.desk.type(typed)
    show_open_dialog(studio, command + name)
    dialogs.wait_until_gone(studio.desk)


def show_open_dialog(studio: Studio, name: str) -> None:
    """Take the picture of the dialog in front, and close it."""
    things = dialog(studio.desk, name)
    studio.take(f"dialog-{name}")
    studio.desk.keys("Escape")
    assert_in_sight(of_the_last(things), studio.desk)


def of_the_last(things: List[Thing]) -> List[Thing]:
    """What belongs to the dialog that was opened last, over another."""
    beginnings = [number for number, thing in enumerate(things) if thing.role in ("DIALOG", "ALERT")]
    return things[max(beginnings) :]


def show_deck(desk: Desktop, document: Any) -> None:
    order(desk.context, document, "vnd.vanthu:panel")
    until(lambda: desk.button(document, "Điền vào văn bản"), "the deck")


def said(desk: Desktop, document: Any, words: str) -> bool:
    return desk.find(document, words, "LABEL") is not None


def deck(desk: Desktop, document: Any) -> List[Thing]:
    """The panel that is the deck, and what lies in it."""
    things = at_rest(lambda: in_deck(desk.things(document), DECK), "the deck")
    place = next(number for number, thing in enumerate(things) if (thing.role, thing.name) == ("PANEL", DECK))
    return things[place:]


def dialog(desk: Desktop, name: str) -> List[Thing]:
    return at_rest(lambda: look_at_dialogs(desk.context), name)


def at_rest(look: Callable[[], List[Thing]], what: str) -> List[Thing]:
    """What is seen once it has been the same for half a second: the window manager moves a dialog when it shows it."""
    seen: List[List[Thing]] = [[]] * 3

    def same_again() -> List[Thing]:
        time.sleep(0.25)
        seen.append(look())
        return seen[-1] if seen[-1] == seen[-2] == seen[-3] else []

    return until(same_again, what)


def assert_in_sight(things: List[Thing], desk: Optional[Desktop] = None) -> None:
    """Nothing lies over another thing or reaches out of the deck, which is the first of them; or of this screen.

    A dialog tells at times where it stood before the window manager moved it.
    """
    left, top, width, height = things[0].box if desk is None else (0, 0, *map(int, desk.screen.split("x")[:2]))
    panes = [thing for thing in things if thing.role == "SCROLL_PANE" and not thing.name]  # GTK's, around the panels
    boxes = [(thing.name, thing.box) for thing in things if thing.role in SHOWN and thing not in panes]
    assert [name for name, box in boxes if not within(box, (left, top, left + width, top + height))] == []
    assert [(one[0], other[0]) for one, other in combinations(boxes, 2) if overlap(one[1], other[1])] == []
