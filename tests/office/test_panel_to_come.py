"""A deck that is opened as the office starts: its panel stands blank until modules and forms are read."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any, List

import pytest

pytestmark = pytest.mark.office

NARROWEST = 310


class Sidebar:
    """Counts how often it was asked to share its room out anew."""

    asked = 0

    def requestLayout(self) -> None:  # noqa: N802
        self.asked += 1


class Panel:
    """What the factory would make."""

    def __init__(self, *about: Any) -> None:
        self.about, self.Window, self.ended = about, "a window", False

    def getHeightForWidth(self, width: int) -> str:  # noqa: N802
        return "the height for {}".format(width)

    def getMinimalWidth(self) -> int:  # noqa: N802
        return NARROWEST

    def createAccessible(self, parent: Any) -> str:  # noqa: N802
        return "its accessible object"

    def dispose(self) -> None:
        self.ended = True


@pytest.fixture
def reading(office, monkeypatch):
    """An office in which modules and forms are still being read."""
    from vanthu_uno import ahead, factory, panel_to_come

    monkeypatch.setattr(ahead, "_reading", True)
    monkeypatch.setattr(ahead, "_waiting", [])
    monkeypatch.setattr(panel_to_come, "measures_of", lambda window: SimpleNamespace(narrowest=NARROWEST))
    monkeypatch.setattr(factory, "_panel", Panel)
    return ahead


@pytest.fixture
def asked(office):
    """Asks the factory for a panel, as the sidebar does."""
    from vanthu_uno.factory import PanelFactory

    def ask(sidebar: Any) -> Any:
        facts = {"Frame": "a frame", "ParentWindow": "its parent", "Sidebar": sidebar}
        arguments = [SimpleNamespace(Name=name, Value=value) for name, value in facts.items()]
        return PanelFactory(office.context).createUIElement("private:resource/toolpanel/Any/Panel", arguments)

    return ask


def test_a_panel_asked_for_at_the_start_comes_when_everything_is_read(office, reading, asked):
    sidebar = Sidebar()
    shown = asked(sidebar)
    height = shown.getHeightForWidth(400)
    assert (shown.Window, shown.getMinimalWidth(), shown.createAccessible(None)) == (None, NARROWEST, None)
    assert (height.Minimum, height.Maximum, sidebar.asked) == (0, -1, 0)

    reading.finish()

    assert shown.getRealInterface() is shown
    assert (shown.Window, shown.getMinimalWidth()) == ("a window", NARROWEST)
    assert (shown.getHeightForWidth(400), shown.createAccessible(None)) == (
        "the height for 400",
        "its accessible object",
    )
    assert shown._panel.about == (office.context, "a frame", "its parent", shown.ResourceURL, sidebar)
    assert sidebar.asked == 1
    reading.finish()
    assert sidebar.asked == 1


def test_a_panel_asked_for_later_is_made_at_once(reading, asked):
    reading.finish()

    assert isinstance(asked(Sidebar()), Panel)


def test_a_window_that_is_closed_before_gets_no_panel(reading, asked):
    sidebar = Sidebar()
    shown = asked(sidebar)

    shown.dispose()
    reading.finish()

    assert (shown.Window, shown.Frame, sidebar.asked) == (None, None, 0)


def test_the_panel_ends_with_what_stands_for_it(reading, asked):
    shown = asked(None)
    reading.finish()
    panel = shown._panel

    shown.dispose()

    assert panel.ended
    assert shown.Window is None


def test_a_panel_that_cannot_be_made_is_told_and_that_of_another_window_comes(office, reading, asked, monkeypatch):
    from vanthu_uno import factory, log, panel_to_come

    told: List[str] = []
    monkeypatch.setattr(log, "tell_later", lambda context, sentence: told.append(sentence))
    monkeypatch.setattr(log, "write", lambda context, trouble: told.append(trouble.splitlines()[-1]))
    monkeypatch.setattr(factory, "_panel", lambda *about: 1 // 0)
    broken = asked(Sidebar())
    monkeypatch.setattr(factory, "_panel", Panel)
    whole = asked(Sidebar())

    reading.finish()

    assert broken.Window is None
    assert broken.getHeightForWidth(400) == panel_to_come.ANY_HEIGHT
    assert whole.Window == "a window"
    assert told[0] == "ZeroDivisionError: integer division or modulo by zero"
    assert len(told) == 2


def test_the_reader_lets_nobody_wait_whatever_happens(office, monkeypatch):
    from vanthu_uno import ahead

    arrived: List[str] = []
    monkeypatch.setattr(ahead, "_begun", False)
    monkeypatch.setattr(ahead, "_reading", False)
    monkeypatch.setattr(ahead, "_waiting", [lambda: arrived.append("panel")])
    monkeypatch.setattr(ahead, "SECONDS", 0.0)
    toolkit = office.context.ServiceManager.createInstance("com.sun.star.awt.Toolkit")

    ahead.begin(office.context)
    assert ahead.is_reading()
    end = time.monotonic() + 60
    while not arrived and time.monotonic() < end:
        toolkit.processEventsToIdle()
        time.sleep(0.01)

    assert arrived == ["panel"]
    assert not ahead.is_reading()


def test_a_reader_that_has_read_everything_at_once_is_waited_for_no_more(office, monkeypatch):
    from vanthu_uno import ahead

    monkeypatch.setattr(ahead, "_begun", False)
    monkeypatch.setattr(ahead, "_reading", False)
    monkeypatch.setattr(ahead._Reader, "start", lambda reader: ahead.finish())

    ahead.begin(office.context)

    assert not ahead.is_reading()


@pytest.mark.parametrize("step", ["__init__", "start"])
def test_nobody_waits_for_a_reader_that_cannot_be_started(office, monkeypatch, step):
    from vanthu_uno import ahead

    monkeypatch.setattr(ahead, "_begun", False)
    monkeypatch.setattr(ahead, "_reading", False)
    monkeypatch.setattr(ahead._Reader, step, lambda *about: 1 // 0)

    with pytest.raises(ZeroDivisionError):
        ahead.begin(office.context)

    assert not ahead.is_reading()
