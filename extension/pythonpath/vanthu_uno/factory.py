"""Makes the panels of the deck when the sidebar asks for them."""

from __future__ import annotations

from typing import Any

import unohelper
from com.sun.star.ui import XUIElementFactory

from .log import calm
from .profile_panel import ProfilePanel
from .scores_panel import ScoresPanel

PANELS = {"Profile": ProfilePanel, "Scores": ScoresPanel}


class PanelFactory(unohelper.Base, XUIElementFactory):
    """``private:resource/toolpanel/VanthuPanelFactory/<name>`` to a panel of that name."""

    def __init__(self, context: Any) -> None:
        self.context = context

    @calm()
    def createUIElement(self, url: str, arguments: Any) -> Any:
        place = {argument.Name: argument.Value for argument in arguments}
        panel = PANELS[url.rsplit("/", 1)[1]]
        return panel(self.context, place["Frame"], place["ParentWindow"], url, place.get("Sidebar"))
