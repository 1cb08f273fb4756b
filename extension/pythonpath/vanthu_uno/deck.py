"""The deck "Văn thư" in the sidebar of a Writer window."""

from __future__ import annotations

from typing import Any

DECK = "VanthuDeck"
PROFILE = "VanthuProfilePanel"


def show(frame: Any) -> bool:
    """Open the sidebar of the frame's window at our deck; ``False`` where the window has no sidebar."""
    controller = frame.getController()
    sidebar = controller.getSidebar() if hasattr(controller, "getSidebar") else None
    if sidebar is None or not sidebar.getDecks().hasByName(DECK):
        return False
    sidebar.setVisible(True)
    sidebar.showDecks(True)
    deck = sidebar.getDecks().getByName(DECK)
    if not deck.isActive():  # activating the deck that is already open closes it
        deck.activate(True)
    return True


def fold_profile(frame: Any) -> None:
    """Fold the panel Hồ sơ in the frame's window to its heading; a click on that opens it again."""
    panel = frame.getController().getSidebar().getDecks().getByName(DECK).getPanels().getByName(PROFILE)
    if panel.isExpanded():
        panel.collapse()
