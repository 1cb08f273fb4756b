"""The titles of menu, toolbar and panels, in the language of the interface.

The office takes them from the files in ``registry`` by its own language; there they are Vietnamese for everyone. A
status of a command that is a text becomes the title of its menu entry and button, and a panel can be given a title.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, Dict, Iterator, Tuple
from xml.etree import ElementTree

from vanthu.language import tell

from .home import home

FILES = ("Addons.xcu", "Sidebar.xcu")
NAME = "{http://openoffice.org/2001/registry}name"


def title(context: Any, key: str) -> str:
    """The title of a command (by its URL) or a panel (by its id) in the language in use, blank for an unknown one."""
    return tell(_titles(Path(home(context)) / "registry").get(key, ""))


@functools.lru_cache(maxsize=None)
def _titles(folder: Path) -> Dict[str, str]:
    """The menu stands before the toolbar, which has no access keys."""
    found: Dict[str, str] = {}
    for name in FILES:
        for key, text in _entries(ElementTree.parse(folder / name).getroot()):
            found.setdefault(key, text)
    return found


def _entries(root: Any) -> Iterator[Tuple[str, str]]:
    for node in root.iter("node"):
        values = {prop.get(NAME): prop.findtext("value") or "" for prop in node.findall("prop")}
        if values.get("Title"):
            yield values.get("URL") or values["Id"], values["Title"]
