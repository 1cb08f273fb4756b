"""The text that a command works on (văn bản đang mở): a Writer document in front, shown so that one can write in it.

Macros send commands from wherever they are called: also from the Start Center, and from a sheet of Calc. Where pages
are shown as printed there is neither a cursor nor a deck of ours.
"""

from __future__ import annotations

import functools
from typing import Any, Callable

from vanthu import messages
from vanthu.language import tell

from .notice import notice

Command = Callable[[Any, Any], None]
ANY_TEXT = "com.sun.star.text.GenericTextDocument"


def document_of(frame: Any) -> Any:
    """The document in the frame's window; ``None`` where there is none, as in the Start Center."""
    controller = frame.getController()  # the Start Center has one without a document, or none
    return controller.getModel() if controller is not None else None


def needs_document(command: Command) -> Command:
    """Decorator for a command that works on a text document: without one it is said what to do, and nothing else."""
    return _unless(_no_document, command)


def needs_open_text(command: Command) -> Command:
    """The same for a command that also needs the text to be shown for writing."""
    return _unless(lambda frame: _no_document(frame) or _in_preview(frame), command)


def _unless(obstacle: Callable[[Any], str], command: Command) -> Command:
    @functools.wraps(command)
    def guarded(context: Any, frame: Any) -> None:
        sentence = obstacle(frame)
        if sentence:
            notice(frame, sentence)
        else:
            command(context, frame)

    return guarded


def _no_document(frame: Any) -> str:
    document = document_of(frame)
    known = document is not None and document.supportsService(ANY_TEXT)
    return "" if known else tell(messages.NO_DOCUMENT)


def _in_preview(frame: Any) -> str:
    return "" if hasattr(frame.getController(), "getViewCursor") else tell(messages.IN_PREVIEW)
