"""What the commands do. Menu, toolbar, own buttons and macros call these and nothing else."""

from __future__ import annotations

from typing import Any, Callable, Dict

from vanthu import __version__, messages
from vanthu.data_error import DataError
from vanthu.language import tell
from vanthu.messages import place_label

from . import (
    blank_dialog,
    choice_dialog,
    deck,
    diagnosis,
    diagnosis_dialog,
    fragments,
    guide,
    interface,
    new_document,
    next_document,
    open_panels,
    reading,
    settings_dialog,
)
from .choice_dialog import Words
from .notice import notice
from .open_panels import say, say_of
from .open_sessions import session_of, take_up_settings
from .open_text import document_of, needs_document, needs_open_text
from .review_dialog import review


def new(context: Any, frame: Any) -> None:
    """Ask what to write, and open it: untitled, filled as far as anything is known, with the deck open."""
    try:
        record = new_document.asked_record(context, document_of(frame), new_document.first_kind())
        if record is not None:
            new_document.show(context, record)
            new_document.remember(record)
    except DataError as error:
        notice(frame, str(error))


def new_of_kind(context: Any, frame: Any, kind: str) -> None:
    """A new document of this kind about the usual year, at once and without a question."""
    try:
        new_document.show(context, new_document.usual_record(kind))
    except DataError as error:
        notice(frame, str(error))


@needs_open_text
def fill(context: Any, frame: Any) -> None:
    """Write the results into the document; the panel says what was done, or a box where there is no panel."""
    deck.show(frame)
    panel = open_panels.shown(frame)
    if panel is not None:
        panel.fill()
    else:
        notice(frame, session_of(document_of(frame)).fill().sentence)


@needs_open_text
def preview(context: Any, frame: Any) -> None:
    """Show what a fill will change, and fill when the clerk says so."""
    document = document_of(frame)
    session = session_of(document)
    found = session.preview()
    if found.refusal or not (found.lines or found.rules):
        say(frame, found.refusal or found.sentence())
        return
    overwrite = review(context, document, found, session)
    if overwrite is not None:
        say_of(frame, session.fill(overwrite=overwrite))


@needs_open_text
def mark(context: Any, frame: Any) -> None:
    """Ask which slot the selected text is, and mark it as its place."""
    document = document_of(frame)
    session = session_of(document)
    slots = session.markable()
    labels = [place_label(slot) for slot in slots]
    chosen = choice_dialog.choose(context, document, labels, Words(*map(tell, messages.MARK_WORDS)), "mark")
    if chosen < 0:
        return
    say(frame, session.mark(slots[chosen]))


@needs_open_text
def insert(context: Any, frame: Any) -> None:
    """Ask which part is wanted, and put it in at the cursor."""
    document = document_of(frame)
    session = session_of(document)
    parts = fragments.offered(session)
    chosen = choice_dialog.choose(
        context, document, fragments.labels(parts), Words(*map(tell, messages.INSERT_WORDS)), "insert"
    )
    if chosen < 0:
        return
    refusal = fragments.insert(context, document, session, parts[chosen])
    scores = open_panels.of(frame)
    if scores is not None:
        scores.show_blanks(len(session.blanks()))
    if refusal or scores is not None:  # where there is no panel, what was put in is answer enough
        say(frame, refusal or tell(messages.INSERTED, label=fragments.labels(parts)[chosen]))


@needs_open_text
def bind(context: Any, frame: Any) -> None:
    """Take up the score table that the document has; where other scores were typed, ask which count."""
    deck.show(frame)
    reading.bind(context, frame)


@needs_open_text
def read(context: Any, frame: Any) -> None:
    """Read what was typed into the document itself; where the sidebar says otherwise, ask which counts."""
    deck.show(frame)
    reading.read(context, frame)


@needs_open_text
def blanks(context: Any, frame: Any) -> None:
    """Ask which blank of the document to go to."""
    blank_dialog.visit(context, frame)


@needs_open_text
def panel(context: Any, frame: Any) -> None:
    """Open the deck and go to the score field; where there is none, say why."""
    if not deck.show(frame, lambda: _enter(frame)):
        notice(frame, session_of(document_of(frame)).unwritable() or tell(messages.NO_DECK))


def _enter(frame: Any) -> None:
    scores = open_panels.of(frame)
    if scores is not None:
        scores.enter()


@needs_document
def roll_forward(context: Any, frame: Any) -> None:
    """The same document for the year after, in a window of its own; what differs is said there."""
    document = document_of(frame)
    opened, sentence = next_document.open_next(context, document, session_of(document))
    notice(frame if opened is None else opened.getCurrentController().getFrame(), sentence)


def diagnose(context: Any, frame: Any) -> None:
    """Show versions, folders and the last error, to be copied for whoever helps."""
    diagnosis_dialog.show(context, document_of(frame), diagnosis.report(context))


def about(context: Any, frame: Any) -> None:
    """Say what this is, and its version."""
    notice(frame, tell(messages.ABOUT, version=__version__))


def settings(context: Any, frame: Any) -> None:
    """Ask for the settings; what is kept counts at once in every open window."""
    kept = settings_dialog.ask(context, document_of(frame))
    if kept is not None:
        interface.take_up(context)
        take_up_settings()


def show_guide(context: Any, frame: Any) -> None:
    """Open the clerk's guide."""
    guide.show(context)


COMMANDS: Dict[str, Callable[[Any, Any], None]] = {
    "new": new,
    "fill": fill,
    "preview": preview,
    "mark": mark,
    "blanks": blanks,
    "insert": insert,
    "bind": bind,
    "read": read,
    "panel": panel,
    "next": roll_forward,
    "settings": settings,
    "help": show_guide,
    "diagnose": diagnose,
    "about": about,
}
