"""Makes the panel of the deck when the sidebar asks for it."""

from __future__ import annotations

from typing import Any

import unohelper
from com.sun.star.ui import XUIElementFactory

from . import ahead
from .log import calm
from .panel_to_come import PanelToCome


class PanelFactory(unohelper.Base, XUIElementFactory):
    """``private:resource/toolpanel/VanthuPanelFactory/Panel``, the only one that it is asked for."""

    def __init__(self, context: Any) -> None:
        self.context = context

    @calm()
    def createUIElement(self, url: str, arguments: Any) -> Any:
        place = {argument.Name: argument.Value for argument in arguments}
        about = self.context, place["Frame"], place["ParentWindow"], url, place.get("Sidebar")
        return PanelToCome(_panel, *about) if ahead.is_reading() else _panel(*about)


def _panel(context: Any, frame: Any, parent: Any, url: str, sidebar: Any) -> Any:
    # Late: a deck that stood open when Writer was closed is made before the window is shown.
    from .panel import Panel

    return Panel(context, frame, parent, url, sidebar)
