"""Commands where they have nothing to work on: one calm sentence, and nothing is done."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, Callable, Dict, Iterator, List

import pytest
from office.conftest import text_of
from office.office_process import Office

from vanthu import messages

pytestmark = pytest.mark.office

ANYWHERE = {"new", "settings", "help", "diagnose", "about"}  # need no document


@pytest.fixture
def said(office: Office, monkeypatch: pytest.MonkeyPatch) -> List[str]:
    """The sentences that come in boxes; a hidden window would leave them unsaid."""
    from vanthu_uno import open_text

    sentences: List[str] = []
    monkeypatch.setattr(open_text, "notice", lambda frame, sentence: sentences.append(sentence))
    return sentences


@pytest.fixture
def commands(office: Office) -> Dict[str, Callable[[Any, Any], None]]:
    from vanthu_uno.commands import COMMANDS

    return {name: command for name, command in COMMANDS.items() if name not in ANYWHERE}


@pytest.fixture
def empty(office: Office) -> Iterator[Any]:
    """A frame without a document, as a macro finds it when every window is closed."""
    frame = office.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Frame", office.context)
    yield frame
    frame.dispose()


def test_without_a_document_each_command_says_what_to_do(
    office: Office, commands: Dict[str, Callable[[Any, Any], None]], empty: Any, said: List[str]
) -> None:
    for command in commands.values():
        command(office.context, empty)

    assert said == [messages.NO_DOCUMENT] * len(commands)


@pytest.mark.parametrize("model", [None, SimpleNamespace(supportsService=lambda name: False)], ids=["start", "sheet"])
def test_the_start_center_and_a_sheet_of_calc_are_no_document_either(
    office: Office, commands: Dict[str, Callable[[Any, Any], None]], said: List[str], model: Any
) -> None:
    frame = SimpleNamespace(getController=lambda: SimpleNamespace(getModel=lambda: model))

    for command in commands.values():
        command(office.context, frame)

    assert said == [messages.NO_DOCUMENT] * len(commands)


@pytest.mark.parametrize("kind", ["swriter", "swriter/web", "swriter/GlobalDocument"])
def test_every_kind_of_text_document_is_one(office: Office, kind: str) -> None:
    from com.sun.star.beans import PropertyValue

    from vanthu_uno.open_text import needs_document

    hidden = PropertyValue(Name="Hidden", Value=True)
    document = office.desktop.loadComponentFromURL("private:factory/" + kind, "_blank", 0, (hidden,))
    carried_out: List[Any] = []
    try:
        frame = document.getCurrentController().getFrame()
        needs_document(lambda context, frame: carried_out.append(frame))(office.context, frame)
        assert carried_out == [frame]
    finally:
        office.close(document)


@pytest.fixture
def preview(filled: Any) -> Any:
    """As a frame whose pages are shown as printed; an office without a window does not show them so."""
    decks = SimpleNamespace(hasByName=lambda name: False)
    sidebar = SimpleNamespace(isVisible=lambda: True, getDecks=lambda: decks)
    controller = SimpleNamespace(getModel=lambda: filled[0], getSidebar=lambda: sidebar)
    return SimpleNamespace(getController=lambda: controller)


def test_in_print_preview_each_command_says_to_close_it_before_anything_is_done(
    office: Office, commands: Dict[str, Callable[[Any, Any], None]], preview: Any, filled: Any, said: List[str]
) -> None:
    document, session = filled
    session.set_score("1.a", "7")
    before = text_of(document), document.getUndoManager().getAllUndoActionTitles()

    for name in set(commands) - {"next"}:
        commands[name](office.context, preview)

    assert said == [messages.IN_PREVIEW] * (len(commands) - 1)
    assert (text_of(document), document.getUndoManager().getAllUndoActionTitles()) == before


def test_in_print_preview_there_is_no_deck_to_show_and_none_shown(preview: Any) -> None:
    from vanthu_uno import deck

    assert deck.show(preview) is False
    assert deck.is_shown(preview) is False


def test_a_dialog_in_which_something_fails_ends_all_the_same(office: Office, filled: Any) -> None:
    from vanthu_uno.choice_dialog import DIALOG, Opened

    with pytest.raises(RuntimeError, match="cố ý"), Opened(office.context, filled[0], DIALOG) as dialog:
        assert dialog.getPeer() is not None
        raise RuntimeError("cố ý")

    assert dialog.getPeer() is None
