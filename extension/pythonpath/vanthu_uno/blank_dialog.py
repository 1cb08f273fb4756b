"""The dialog "Chỗ chưa điền": which blank of the document to go to."""

from __future__ import annotations

from typing import Any

from vanthu import messages
from vanthu.language import tell

from . import choice_dialog, open_panels
from .blank_places import go_to
from .choice_dialog import Words
from .notice import notice
from .open_sessions import session_of


def visit(context: Any, frame: Any) -> None:
    """Ask which blank to go to, select it in the document and give the document the keys."""
    document = frame.getController().getModel()
    session = session_of(document)
    found = session.blanks()
    panel = open_panels.of(frame)
    if panel is not None:
        panel.show_blanks(len(found))
    if not found:
        notice(frame, tell(messages.NO_BLANKS))
        return
    words = Words(*map(tell, messages.BLANK_WORDS))
    first = min(session.last_blank, len(found) - 1)
    chosen = choice_dialog.choose(context, document, [blank.name for blank in found], words, "blanks", first)
    if chosen >= 0:
        session.last_blank = chosen
        go_to(document, found[chosen])
