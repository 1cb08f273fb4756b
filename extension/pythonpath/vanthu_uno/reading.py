"""Reading the document from the sidebar: its score table taken up, what was typed into it read back."""

from __future__ import annotations

from typing import Any

from vanthu import messages
from vanthu.language import tell
from vanthu.read_back import ReadBack

from .notice import agreed
from .open_panels import say, say_of
from .open_sessions import session_of
from .read_dialog import ask
from .session import BindReport, Session


def bind(context: Any, frame: Any) -> None:
    """Take up the score table that the document has; where other scores were typed, ask which count."""
    say(frame, _bound(frame, session_of(frame.getController().getModel())).sentence)


def read(context: Any, frame: Any) -> None:
    """Read what was typed into the document; its totals follow.

    Where the record says otherwise the clerk chooses, place by place. A document that shows no scores yet may have a
    table that can be taken up; one of ours without it, a letter say, has nothing new to read.
    """
    document = frame.getController().getModel()
    session = session_of(document)
    refusal = session.unwritable()
    found = None if refusal else session.read()
    if found is None:
        say(frame, refusal)
    elif not (found.shows or found.fresh or found.differing):
        _take_up(frame, session, found)
    else:
        chosen = ask(context, document, found, session) if found.differing else found.proposed()
        if chosen is not None:
            say_of(frame, session.take(found, chosen))


def _take_up(frame: Any, session: Session, found: ReadBack) -> None:
    report = _bound(frame, session)
    if report.recognised or not session.has_places():
        say(frame, report.sentence)
    else:
        say_of(frame, session.take(found, ()))


def _bound(frame: Any, session: Session) -> BindReport:
    report = session.bind()
    places = ", ".join(report.differing)
    question = tell(messages.TAKE_FROM_TABLE, count=len(report.differing), places=places)
    if report.differing and agreed(frame, question):
        return session.bind(instead=True)
    return report
