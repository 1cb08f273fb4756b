"""The deck "Văn thư" in the sidebar of a Writer window."""

from __future__ import annotations

from typing import Any, Callable

from .afterwards import afterwards

DECK = "VanthuDeck"


def show(frame: Any, then: Callable[[], object] = lambda: None) -> bool:
    """Open the sidebar of the frame's window at our deck; ``False`` where the window has no sidebar.

    So it is too where the document is read only: the office would shut ours at once, and another one that is open is
    left as it is.
    ``then``: what is to be done in the open deck; nothing as a rule. A sidebar that is switched off has its decks only
    once the office has returned from the call that switches it on.
    """
    sidebar = _sidebar(frame)
    if sidebar is None or _is_read_only(frame):
        return False
    if sidebar.isVisible():
        return _open(sidebar, then)
    sidebar.setVisible(True)
    afterwards(lambda: _open(sidebar, then))
    return True


def _open(sidebar: Any, then: Callable[[], object]) -> bool:
    deck = _deck(sidebar)
    if deck is None:
        return False
    sidebar.showDecks(True)
    if not deck.isActive():  # activating the deck that is already open closes it
        deck.activate(True)
    then()
    return True


def is_shown(frame: Any) -> bool:
    """Whether the deck can be seen in the frame's window: the office shuts it where the document is read only."""
    sidebar = _sidebar(frame)
    if sidebar is None or not sidebar.isVisible() or _is_read_only(frame):
        return False
    deck = _deck(sidebar)
    return deck is not None and bool(deck.isActive())


def _is_read_only(frame: Any) -> bool:
    return bool(frame.getController().getModel().isReadonly())


def _sidebar(frame: Any) -> Any:
    controller = frame.getController()
    return controller.getSidebar() if hasattr(controller, "getSidebar") else None


def _deck(sidebar: Any) -> Any:
    """``None`` where the sidebar has other decks, or none: where pages are shown as printed."""
    decks = sidebar.getDecks()
    return decks.getByName(DECK) if decks.hasByName(DECK) else None
