"""The titles of menu, toolbar and panels, in the language of the interface.

The office takes them from the files in ``registry`` by its own language; there they are Vietnamese for everyone. A
status of a command that is a text becomes the title of its menu entry and button. The titles of panels are read from
the office's configuration for every new window, so that is where they are written.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, Dict, Iterator, Tuple

from com.sun.star.beans import PropertyValue

from vanthu import language

from .home import home

FILES = ("Addons.xcu", "Sidebar.xcu")
PLACE = "/org.openoffice.Office.UI.Sidebar/Content/PanelList"
PANELS = ("VanthuProfilePanel", "VanthuScoresPanel")
UPDATE = "com.sun.star.configuration.ConfigurationUpdateAccess"
TITLE = "Title"
NAME = "{http://openoffice.org/2001/registry}name"


_renamed = False  # whether this office has been told other titles than those of the files


def title(context: Any, key: str) -> str:
    """The title of a command (by its URL) or a panel (by its id) in the language in use.

    Blank for an unknown one, and where the title of the files still stands: most offices never need to look.
    """
    global _renamed
    _renamed = _renamed or language.in_use() is not language.VIETNAMESE
    return language.tell(_titles(Path(home(context)) / "registry").get(key, "")) if _renamed else ""


def name_panels(context: Any) -> None:
    """Write the titles of the panels in the language in use into the configuration, where others stand there."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    place = PropertyValue(Name="nodepath", Value=PLACE)
    panels = provider.createInstanceWithArguments(UPDATE, (place,))
    for name in filter(panels.hasByName, PANELS):
        wanted = title(context, name)
        if wanted and panels.getByName(name).getByName(TITLE) != wanted:
            panels.getByName(name).replaceByName(TITLE, wanted)
    if panels.hasPendingChanges():
        panels.commitChanges()


@functools.lru_cache(maxsize=None)
def _titles(folder: Path) -> Dict[str, str]:
    """The menu stands before the toolbar, which has no access keys."""
    from xml.etree import ElementTree  # late: most offices never look into these files

    found: Dict[str, str] = {}
    for name in FILES:
        for key, text in _entries(ElementTree.parse(folder / name).getroot()):
            found.setdefault(key, text)
    return found


def _entries(root: Any) -> Iterator[Tuple[str, str]]:
    for node in root.iter("node"):
        values = {prop.get(NAME): prop.findtext("value") or "" for prop in node.findall("prop")}
        if values.get(TITLE):
            yield values.get("URL") or values["Id"], values[TITLE]
