"""What a window says: its file has it in Vietnamese, its controls show it in the language in use."""

from __future__ import annotations

from typing import Any, Iterator, List, NamedTuple

from vanthu.language import tell

PROPERTIES = ("Title", "Label", "HelpText")


class _Said(NamedTuple):
    control: str  # blank: the window itself
    property: str
    vietnamese: str


class WindowTexts:
    """The texts of one window, taken from it when it has just been made. Holds nothing of the office."""

    def __init__(self, window: Any) -> None:
        self._texts: List[_Said] = list(_texts(window))

    def show(self, window: Any) -> None:
        """Say them in the language in use, what the program itself has written there since included."""
        for said in self._texts:
            control = window.getControl(said.control) if said.control else window
            setattr(control.getModel(), said.property, tell(said.vietnamese))


def in_language(window: Any) -> Any:
    """The window that has just been made, in the language in use."""
    WindowTexts(window).show(window)
    return window


def _texts(window: Any) -> Iterator[_Said]:
    yield from _texts_of("", window)
    for control in window.getControls():
        yield from _texts_of(control.getModel().Name, control)


def _texts_of(name: str, control: Any) -> Iterator[_Said]:
    model = control.getModel()
    known = model.getPropertySetInfo()
    for one in PROPERTIES:
        if known.hasPropertyByName(one) and getattr(model, one):
            yield _Said(name, one, getattr(model, one))
