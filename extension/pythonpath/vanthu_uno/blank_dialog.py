"""The dialog "Chỗ chưa điền": which blank of the document to go to."""

from __future__ import annotations

from typing import Any

from vanthu import messages

from . import list_dialog, open_panels
from .blank_places import go_to
from .notice import notice
from .session import session_of

DIALOG = "blanks.xdl"


def visit(context: Any, frame: Any) -> None:
    """Ask which blank to go to, select it in the document and give the document the keys."""
    document = frame.getController().getModel()
    session = session_of(document)
    found = session.blanks()
    panel = open_panels.of(frame)
    if panel is not None:
        panel.show_blanks(len(found))
    if not found:
        notice(frame, messages.NO_BLANKS)
        return
    chosen = list_dialog.choose(
        context, document, DIALOG, [blank.name for blank in found], min(session.last_blank, len(found) - 1)
    )
    if chosen >= 0:
        session.last_blank = chosen
        go_to(document, found[chosen])
