"""Session (phiên làm việc): one open document, its record and what follows from it.

Panels and commands talk to a session; only the session talks to the document's memory and paper.
"""

from __future__ import annotations

import functools
import os
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Callable, Collection, Dict, List, Optional, Sequence, Tuple

import unohelper
from com.sun.star.util import XCloseListener

from vanthu import messages
from vanthu.assessment import Assessment
from vanthu.compose import compose
from vanthu.data_error import DataError
from vanthu.document_kind import DocumentKind
from vanthu.library import Library, load_library
from vanthu.memory import Memory
from vanthu.messages import place_label
from vanthu.plan import Plan, given_up, plan, row_kinds
from vanthu.preview import Preview, preview_of
from vanthu.profile import Profile, completed, renewed
from vanthu.profile_file import FILE_NAME, settings_folder
from vanthu.profile_file import load as load_profile
from vanthu.profile_file import save as save_profile
from vanthu.record import Record, with_score, with_unit_fact
from vanthu.scoresheet import ScoreRow, Summary, score_rows, summary
from vanthu.slots import Paragraphs, Slot, Table, Text, slot_name
from vanthu.tags import plain_name, with_nearest
from vanthu.templates import layer_folders

from .marking import mark
from .paper import Paper
from .stored_memory import read_memory, write_memory

_DEFAULT_KIND = "bao-cao-tu-danh-gia"
_SECOND_HALF = 7  # from July on, people prepare the assessment of the running year
_UNIT = "unit."
_sessions: Dict[str, Session] = {}


@dataclass(frozen=True)
class FormChoice:
    """A form as a list box offers it."""

    id: str
    title: str


@dataclass(frozen=True)
class FillReport:
    """What a fill did, in a sentence, and the labels of the places it left to the clerk."""

    sentence: str
    hand_edited: Tuple[str, ...]


class Session:
    """The record of one document while it is open."""

    def __init__(self, document: Any, library: Library) -> None:
        """Take up the document's own record, or begin a blank one."""
        self._document = document
        self._library = library
        self._listeners: List[Callable[[], None]] = []
        self._profile_refusal, profile = _own_profile()
        self._refusal, self._memory = _first_memory(document, library, profile)
        self._assessment = self._assessed()

    @property
    def notice(self) -> str:
        """Why the data of this document, or the profile, could not be taken up; blank in the ordinary case."""
        return self._refusal or self._profile_refusal

    @property
    def record(self) -> Record:
        """What was typed so far."""
        return self._memory.record

    @property
    def assessment(self) -> Assessment:
        """What follows from it."""
        return self._assessment

    @property
    def forms(self) -> Tuple[FormChoice, ...]:
        """The forms that this kind of document is made for."""
        kind = self._kind()
        return tuple(FormChoice(form.id, form.title) for form in self._library.forms if kind.serves(form.id))

    def fact(self, key: str) -> str:
        """A field of the profile: "form", "year" or "unit.name" and its kin."""
        if key.startswith(_UNIT):
            return str(getattr(self.record.unit, key[len(_UNIT) :]))
        return str(getattr(self.record, key))

    def set_fact(self, key: str, text: str) -> None:
        """Take over a field of the profile. A year that is none yet is left for the clerk to finish."""
        if key.startswith(_UNIT):
            self._change(with_unit_fact(self.record, key[len(_UNIT) :], text))
        elif key == "form" and text in [form.id for form in self.forms]:
            self._change(replace(self.record, form=text))
        elif key == "year" and text.isascii() and text.isdigit() and int(text) in range(1, 10000):
            self._change(replace(self.record, year=int(text)))

    def set_record(self, record: Record) -> None:
        """Take over a whole record, as the batch side does."""
        self._change(record)

    def rows(self) -> Tuple[ScoreRow, ...]:
        """The score sheet."""
        return score_rows(self._assessment, self.record)

    def set_score(self, criterion_id: str, text: str) -> None:
        """Take over what was typed for a criterion; the assessment follows at once."""
        self._change(with_score(self.record, criterion_id, text))

    def summary(self) -> Summary:
        """Total, rating, progress, distance and findings."""
        return summary(self._assessment)

    def keep(self) -> None:
        """Store the record in the document, so that saving the document saves it.

        Data that could not be read is never replaced: a newer Văn thư may still read it.
        """
        if not self._refusal:
            write_memory(self._document, self._memory)

    def remember(self, shown: Sequence[str]) -> str:
        """Keep the organisation for new documents, and say so; ``shown``: facts in sight, which count even if blank."""
        if not self.record.unit.name.strip():
            return messages.NOTHING_TO_KEEP
        names = [key[len(_UNIT) :] for key in shown if key.startswith(_UNIT)]
        try:
            save_profile(renewed(_own_profile()[1], self.record, names), profile_file())
        except DataError as error:
            return str(error)
        return messages.PROFILE_KEPT

    def preview(self) -> Preview:
        """What a fill would do; nothing is written."""
        refusal = self._refusal or (messages.READ_ONLY if self._document.isReadonly() else "")
        wanted = self.slots()
        standing = {} if refusal else self._paper(wanted).read()
        if not any(slot_name(place) in wanted for place in standing):
            return Preview(refusal=refusal or messages.NO_PLACES)
        return preview_of(plan(wanted, standing, self._memory.written))

    def show(self, place: str) -> None:
        """Select a place in the document's window."""
        self._paper(self.slots()).show(place)

    def fill(self, overwrite_hand_edited: bool = False, overwrite: Collection[str] = ()) -> FillReport:
        """Put every slot into the document, in one undo step. What was typed by hand stays unless told otherwise.

        ``overwrite``: the places, by their names in the preview, that the clerk gives up.
        """
        refusal = self._refusal or (messages.READ_ONLY if self._document.isReadonly() else "")
        if refusal:
            return FillReport(refusal, ())
        wanted = self.slots()
        paper = self._paper(wanted)
        standing = paper.read()
        if not any(slot_name(place) in wanted for place in standing):
            return FillReport(" ".join([messages.NO_PLACES, *_unknown(paper.unknown_tags, wanted)]), ())
        todo = plan(wanted, standing, self._memory.written, overwrite_hand_edited, overwrite)
        paper.write(todo.write, messages.UNDO_FILL, kinds=self._standing_kinds(todo))
        shown = {name: wanted[name] for name in map(slot_name, standing) if name in wanted}
        self._memory = replace(self._memory, written=todo.written, kinds=_kinds(shown))
        self.keep()
        return _report(todo, _unknown(paper.unknown_tags, wanted))

    def markable(self) -> Tuple[str, ...]:
        """The slots that a place in the text can show, in the order of their labels."""
        texts = [name for name, slot in self.slots().items() if isinstance(slot, (Text, Paragraphs))]
        return tuple(sorted(texts, key=lambda name: plain_name(place_label(name))))

    def mark(self, slot: str) -> str:
        """Make what is selected the place of a slot, and say so. The next fill may replace what stands there."""
        refusal = self._refusal or (messages.READ_ONLY if self._document.isReadonly() else "")
        marked = None if refusal else mark(self._document, slot, messages.UNDO_MARK)
        if marked is None:
            return refusal or messages.NOT_MARKABLE
        self._memory = replace(self._memory, written=given_up(self._memory.written, slot, marked))
        self.keep()
        return messages.MARKED.format(label=place_label(slot))

    def slots(self) -> Dict[str, Slot]:
        """What the document should show."""
        return compose(self._kind(), self.record, self._assessment, self._library.paper)

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Call the listener after every change."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Callable[[], None]) -> None:
        """Stop calling it; one that never subscribed is no mistake."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def _paper(self, wanted: Dict[str, Slot]) -> Paper:
        tables = frozenset(name for name, slot in wanted.items() if isinstance(slot, Table))
        return Paper(self._document, tables, slots=frozenset(wanted))

    def _kind(self) -> DocumentKind:
        return self._library.kind(self.record.kind or _DEFAULT_KIND)

    def _assessed(self) -> Assessment:
        return self._library.assess(self.record)

    def _change(self, record: Record) -> None:
        if record == self.record:
            return
        self._memory = replace(self._memory, record=record)
        self._assessment = self._assessed()
        for listener in tuple(self._listeners):
            listener()

    def _standing_kinds(self, todo: Plan) -> Dict[str, Tuple[str, ...]]:
        known = self._memory.kinds
        return {place: known[slot_name(place)] for place in todo.write if slot_name(place) in known}


def session_of(document: Any) -> Session:
    """The session of an open document: the same one until the document is closed."""
    name = document.RuntimeUID
    if name not in _sessions:
        _sessions[name] = Session(document, _library())
        document.addCloseListener(_Forget(name))
    return _sessions[name]


class _Forget(unohelper.Base, XCloseListener):
    """Drops the session of a closed document, so that no office object outlives it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def queryClosing(self, source: Any, ownership: bool) -> None:
        """Closing is never refused: what was typed is in the document already."""

    def notifyClosing(self, source: Any) -> None:
        """The document closes."""
        _sessions.pop(self._name, None)

    def disposing(self, source: Any) -> None:
        """The document is gone."""
        _sessions.pop(self._name, None)


def library_folder() -> Path:
    """The folder that holds forms/: the one the batch side names, the unpacked extension, or the project."""
    named = os.environ.get("VANTHU_HOME")
    if named:
        return Path(named)
    here = Path(__file__).resolve()
    return next(folder for folder in here.parents if (folder / "forms").is_dir())


def profile_file() -> Path:
    """Where the profile of this user's organisation lies, once it is kept."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  (Path.home() fails for a user without one)
    return settings_folder(os.environ, sys.platform, home) / FILE_NAME


@functools.lru_cache(maxsize=None)
def _library() -> Library:
    """The shipped rules, with the layers of the organisation."""
    return load_library(library_folder() / "forms", layer_folders(os.environ))


def _own_profile() -> Tuple[str, Optional[Profile]]:
    """Why the profile cannot be used, and the profile; a clerk with a broken one still works, with blank fields."""
    try:
        return "", load_profile(profile_file())
    except DataError as error:
        return str(error), None


def _first_memory(document: Any, library: Library, profile: Optional[Profile]) -> Tuple[str, Memory]:
    blank = Memory(_blank_record(library, profile))
    try:
        memory = read_memory(document) or blank
        library.form(memory.record.form)
    except DataError as error:
        return str(error), blank
    return "", memory


def _blank_record(library: Library, profile: Optional[Profile]) -> Record:
    today = date.today()
    year = today.year if today.month >= _SECOND_HALF else today.year - 1
    kind = library.kind(_DEFAULT_KIND)
    blank = Record(form=kind.form_ids[0], year=year, kind=kind.id)
    return completed(blank, profile) if profile else blank


def _kinds(wanted: Dict[str, Slot]) -> Dict[str, Tuple[str, ...]]:
    return {name: row_kinds(slot) for name, slot in wanted.items() if isinstance(slot, Table)}


def _unknown(names: Sequence[str], wanted: Dict[str, Slot]) -> List[str]:
    """What to say about tags that ask for no text of this document."""
    tables = [messages.TABLE_IN_TEXT.format(name=name) for name in names if name in wanted]
    unknown = with_nearest([name for name in names if name not in wanted], wanted)
    return [*tables, *([messages.UNKNOWN_TAGS.format(names="; ".join(unknown))] if unknown else [])]


def _report(todo: Plan, unknown: Sequence[str]) -> FillReport:
    sentences = [messages.FILLED.format(count=len(todo.changes)) if todo.write else messages.NOTHING_TO_FILL]
    labels = tuple(dict.fromkeys(place_label(place) for place in todo.hand_edited))
    if labels:
        sentences.append(messages.KEPT.format(count=len(labels), places="; ".join(labels)))
    if todo.lost:
        sentences.append(messages.LOST.format(places="; ".join(place_label(name) for name in todo.lost)))
    return FillReport(" ".join([*sentences, *unknown]), labels)
