"""The deck stood open when Writer was closed: the office opens it again as it starts."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator

import pytest
from window.desktop import DECK, Desktop, missing, until
from window.eyes import order

pytestmark = pytest.mark.window

SCORE = "Điểm (tối đa"
OURS = "VanthuDeck"


@pytest.fixture
def again(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """A desk whose office has ended with the deck open, and has started again; its log stays empty."""
    lacking = missing()
    if lacking:
        pytest.skip(f"a window test needs {', '.join(lacking)}")
    with Desktop(tmp_path_factory.mktemp("desk")) as desk:
        document = desk.open()
        order(desk.context, document, "vnd.vanthu:panel")
        desk.field(document, SCORE)
        document.setModified(False)
        desk.end_office()
        desk.start_again()
        yield desk
        log = desk.folder / "profile" / "user" / "vanthu.log"
        assert not log.exists(), log.read_text(encoding="utf-8")


def is_open(document: Any) -> bool:
    return bool(document.getCurrentController().getSidebar().getDecks().getByName(OURS).isActive())


def test_it_comes_back_and_can_be_worked_in(again: Desktop) -> None:
    document = again.open()
    until(lambda: is_open(document), f"the deck {DECK} stands open")
    again.click(again.field(document, SCORE))
    again.type("10")
    again.see(document, "10/100", "LABEL")
    again.see(document, "Hồ sơ", "LABEL")


def test_a_command_at_once_finds_its_panel(again: Desktop) -> None:
    document = again.open()
    order(again.context, document, "vnd.vanthu:panel")
    until(lambda: again.field(document, SCORE), "the field of the score")
    again.type("7")
    again.see(document, "7/100", "LABEL")


def test_a_window_closed_at_once_takes_nothing_along(again: Desktop, tmp_path: Path) -> None:
    again.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ()).close(True)
    document = again.open()
    again.click(again.field(document, SCORE))
    again.type("3")
    again.see(document, "3/100", "LABEL")
