"""What shows in the dialogs of a desk, found by name and role as a screen reader tells it."""

from __future__ import annotations

from typing import Any, Callable, List, Optional

from window.desktop import PROJECT, Desktop, again_until, until
from window.eyes import Thing, look_at_dialogs


def thing(desk: Desktop, name: str, role: str) -> Optional[Thing]:
    """The thing of that name, else the first whose name begins so; ``None`` while there is none."""
    found = [one for one in look_at_dialogs(desk.context) if one.role == role and one.name.startswith(name)]
    return next((one for one in found if one.name == name), found[0] if found else None)


def wait_for(desk: Desktop, name: str, role: str) -> Thing:
    """The thing once it is there and stands still."""
    return desk.steady(lambda: thing(desk, name, role), f"“{name}” in the dialog")


def wait_for_keys(desk: Desktop, title: str) -> None:
    """Until the dialog of that title is in front and one of its controls has the keys."""
    until(lambda: desk.in_front() == title, f"“{title}” in front")
    until(lambda: any("FOCUSED" in one.states for one in look_at_dialogs(desk.context)), "the keys go to a control")


def wait_until_gone(desk: Desktop) -> None:
    """Until no dialog is open."""
    until(lambda: not look_at_dialogs(desk.context), "the dialog has gone")


def answer_ok(desk: Desktop) -> None:
    """Click OK of the box that says a sentence; again where the window manager had not yet given it the mouse."""
    _again_until_gone(desk, lambda: desk.click(wait_for(desk, "OK", "PUSH_BUTTON")))


def accept(desk: Desktop) -> None:
    """Press Enter; again where a list of names had opened below the field of the dialog for files and took it."""
    _again_until_gone(desk, lambda: desk.keys("Return"))


def _again_until_gone(desk: Desktop, act: Callable[[], None]) -> None:
    again_until(act, lambda: not look_at_dialogs(desk.context), "the dialog has gone")


def lines(desk: Desktop) -> List[str]:
    """The lines of the dialog's list that can be seen."""
    return [one.name for one in look_at_dialogs(desk.context) if one.role == "LIST_ITEM"]


def chosen(desk: Desktop) -> str:
    """The line that is chosen, blank while there is none."""
    things = look_at_dialogs(desk.context)
    return next((one.name for one in things if one.role == "LIST_ITEM" and "SELECTED" in one.states), "")


def said(desk: Desktop) -> str:
    """All the words of the dialog."""
    return "\n".join(one.name + one.text for one in look_at_dialogs(desk.context))


def open_from_menu(desk: Desktop, document: Any, item: str, button: str) -> None:
    """Choose the entry of the menu Văn thư, and wait for this button of its dialog."""
    desk.menu(document, item)
    wait_for(desk, button, "PUSH_BUTTON")


def choose_language(desk: Desktop, document: Any, item: str, key: str, button: str) -> None:
    """In the settings, whose names depend on the language in use: ``key`` is Up for Vietnamese, Down for English."""
    open_from_menu(desk, document, item, button)
    desk.keys(key)  # the list has the keys from the start
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / f"settings-{key.lower()}.png")
    desk.click(wait_for(desk, button, "PUSH_BUTTON"))
    wait_until_gone(desk)
