"""The dialog "Chỗ chưa điền": which blank of the document to go to."""

from __future__ import annotations

from typing import Any

from vanthu import messages

from . import choice_dialog, open_panels
from .blank_places import go_to
from .choice_dialog import Words
from .notice import notice
from .session import session_of

WORDS = Words(
    title="Chỗ chưa điền",
    prompt="Các chỗ còn để “…” hoặc còn trống:",
    button="Đến chỗ này",
    help="Chọn một chỗ rồi bấm Đến chỗ này để gõ tiếp trong văn bản",
)


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
    first = min(session.last_blank, len(found) - 1)
    chosen = choice_dialog.choose(context, document, [blank.name for blank in found], WORDS, first)
    if chosen >= 0:
        session.last_blank = chosen
        go_to(document, found[chosen])
