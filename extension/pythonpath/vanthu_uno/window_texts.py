"""What a window says: its file (.xdl) has it in Vietnamese, its controls show it in the language in use."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator, NamedTuple
from xml.etree import ElementTree

from vanthu import language
from vanthu.language import tell

_DIALOG = "{http://openoffice.org/2000/dialog}"
_PROPERTIES = {"title": "Title", "value": "Label", "help-text": "HelpText"}  # in the file, and of a control's model


class _Said(NamedTuple):
    control: str  # blank: the window itself
    property: str
    vietnamese: str


def show(window: Any, file: Path) -> None:
    """Say what stands in its file in the language in use, also where the program itself has written since."""
    for said in _texts(file):
        control = window.getControl(said.control) if said.control else window
        setattr(control.getModel(), said.property, tell(said.vietnamese))


def in_language(window: Any, file: Path) -> Any:
    """The window that has just been made, in the language in use: in Vietnamese it speaks by itself."""
    if language.in_use() is not language.VIETNAMESE:
        show(window, file)
    return window


def _texts(file: Path) -> Iterator[_Said]:
    root = ElementTree.parse(file).getroot()
    for element in root.iter():
        control = "" if element is root else element.get(_DIALOG + "id", "")
        for attribute, name in _PROPERTIES.items():
            text = element.get(_DIALOG + attribute)
            if text:
                yield _Said(control, name, text)
