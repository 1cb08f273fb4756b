"""What dialogs and panels say: read from their files, shown in the language in use, in a real office."""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import Any, List, Tuple

import pytest

from vanthu import language

pytestmark = pytest.mark.office

DIALOGS = sorted((Path(__file__).resolve().parents[2] / "extension" / "dialogs").glob("*.xdl"))
PROVIDER = "com.sun.star.awt.DialogProvider2"
PROPERTIES = ("Title", "Label", "HelpText")


class Marked(gettext.NullTranslations):
    """A language in which every text can be told from the Vietnamese one."""

    def gettext(self, message: str) -> str:
        return "«" + message + "»"


@pytest.fixture(params=DIALOGS, ids=[path.stem for path in DIALOGS])
def file(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def made(office, file):
    """The window that the office makes from the file."""
    provider = office.context.ServiceManager.createInstanceWithContext(PROVIDER, office.context)
    window = provider.createDialog(file.as_uri())
    yield window
    window.dispose()


@pytest.fixture(autouse=True)
def vietnamese_afterwards():
    yield
    language.use()


def texts_of(window: Any) -> List[Tuple[str, str, str]]:
    """Every text that a control or the window itself shows: name, property, text."""
    found = []
    for name, control in [("", window), *((one.getModel().Name, one) for one in window.getControls())]:
        known = control.getModel().getPropertySetInfo()
        shown = [(one, getattr(control.getModel(), one)) for one in PROPERTIES if known.hasPropertyByName(one)]
        found.extend((name, one, text) for one, text in shown if text)
    return found


def test_every_text_of_a_window_is_shown_in_the_language_in_use(made, file):
    from vanthu_uno import window_texts

    vietnamese = texts_of(made)
    assert vietnamese != []
    language.use(Marked())

    window_texts.in_language(made, file)
    assert texts_of(made) == [(name, one, "«" + text + "»") for name, one, text in vietnamese]

    language.use()
    window_texts.show(made, file)
    assert texts_of(made) == vietnamese


def test_a_window_in_vietnamese_is_left_as_it_was_made(made, file, monkeypatch):
    from vanthu_uno import window_texts

    vietnamese = texts_of(made)
    monkeypatch.setattr(window_texts, "_texts", lambda file: pytest.fail("read for nothing"))

    assert window_texts.in_language(made, file) is made
    assert texts_of(made) == vietnamese
