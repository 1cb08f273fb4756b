"""The titles of menu and toolbar, in the language of the interface.

The office takes them from the files in ``registry`` by its own language; there they are Vietnamese for everyone. A
status of a command that is a text becomes the title of its menu entry and button. The deck and its panel are called
by the product's name in any language.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, Dict, Iterator, Tuple

from vanthu import language

from .home import home

FILE = "Addons.xcu"
TITLE = "Title"
NAME = "{http://openoffice.org/2001/registry}name"


_renamed = False  # whether this office has been told other titles than those of the files


def title(context: Any, url: str) -> str:
    """The title of a command in the language in use.

    Blank for an unknown one, and where the title of the files still stands: most offices never need to look.
    """
    global _renamed
    _renamed = _renamed or language.in_use() is not language.VIETNAMESE
    return language.tell(_titles(Path(home(context)) / "registry" / FILE).get(url, "")) if _renamed else ""


@functools.lru_cache(maxsize=None)
def _titles(file: Path) -> Dict[str, str]:
    """The menu stands before the toolbar, which has no access keys."""
    from xml.etree import ElementTree  # late: most offices never look into this file

    found: Dict[str, str] = {}
    for url, text in _entries(ElementTree.parse(file).getroot()):
        found.setdefault(url, text)
    return found


def _entries(root: Any) -> Iterator[Tuple[str, str]]:
    for node in root.iter("node"):
        values = {prop.get(NAME): prop.findtext("value") or "" for prop in node.findall("prop")}
        if values.get(TITLE):
            yield values["URL"], values[TITLE]
