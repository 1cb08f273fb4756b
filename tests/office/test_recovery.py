"""Nothing is lost: an office that dies, a document that is closed and a call that fails in the middle of a fill.

The fill runs here and reaches the office call by call, so that what happens happens between two calls, each time at
the same place.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Callable, Iterator, List, NamedTuple, Tuple

import pytest
from core.factories import EXAMPLE
from office.call_by_call import call_by_call
from office.conftest import text_of
from office.office_process import Office, _property, start

from vanthu import messages
from vanthu.record import Record
from vanthu.record_file import load
from vanthu_docx.house import template

pytestmark = pytest.mark.office

KIND = "bao-cao-tu-danh-gia"
NEW_NAME = "Trường Tiểu học Vĩnh Phong 3"
Texts = Tuple[str, Tuple[str, ...]]


class Interrupted(Exception):  # noqa: N818  (what happens to the fill, no fault)
    """The fill stops here."""


class Report(NamedTuple):
    """A report that was filled and saved, and what the next fill makes of it."""

    path: Path
    record: Record
    texts: Texts
    next_texts: Texts
    calls: Tuple[str, ...]  # the names of the calls of that fill, in order

    def call(self, name: str) -> int:
        """The number of the call of that name."""
        return self.calls.index(name) + 1

    def after(self, part: float) -> int:
        """A call after that part of the writing."""
        first, last = self.call("enterUndoContext"), self.call("leaveUndoContext")
        return round(first + part * (last - first))

    @property
    def middle(self) -> int:
        """A call well inside the writing."""
        return (self.call("enterUndoContext") + self.call("leaveUndoContext")) // 2


class Watch:
    """Counts the calls of a fill; before the one of a given number it lets something happen, once."""

    def __init__(self, number: int = 0, happening: Callable[[], None] = lambda: None, before: str = "") -> None:
        self.number, self.happening, self.before = number, happening, before
        self.calls: List[str] = []
        self.happened = False

    def __call__(self, name: str) -> None:
        self.calls.append(name)
        due = 0 < self.number <= len(self.calls) and self.before in ("", name)
        if due and not self.happened:
            self.happened = True
            self.happening()


def a_session(document: Any, watch: Callable[[str], None] = lambda name: None) -> Any:
    from vanthu_uno.session import Session
    from vanthu_uno.shipped import shipped_library

    return Session(call_by_call(document, watch), shipped_library())


def type_on(session: Any) -> None:
    """What the clerk changes after the report was saved."""
    session.set_score("1.a", "9")
    session.set_score("3.b", "7,5")
    session.set_fact("unit.name", NEW_NAME)


def fill_watched(document: Any, watch: Watch) -> Any:
    session = a_session(document, watch)
    type_on(session)
    watch.calls.clear()
    return session.fill()


@pytest.fixture(scope="module")
def saved(request: pytest.FixtureRequest, office: Office, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """In the format that the test names."""
    folder = tmp_path_factory.mktemp("báo cáo")
    path = folder / ("bc" + request.param)
    document = office.open(shutil.copy(template(KIND), folder / "mẫu.docx"))
    session = a_session(document)
    session.set_record(load(EXAMPLE))
    session.fill()
    office.store(document, path)
    office.close(document)
    document, watch = office.open(shutil.copy(path, folder / ("thử" + path.suffix))), Watch()
    texts = text_of(document)
    fill_watched(document, watch)
    report = Report(path, session.record, texts, text_of(document), tuple(watch.calls))
    office.close(document)
    return report


ODT = pytest.mark.parametrize("saved", [".odt"], indirect=True)
DOCX = pytest.mark.parametrize("saved", [".docx"], indirect=True)


@pytest.fixture
def reopened(office: Office, tmp_path: Path) -> Iterator[Callable[[Path], Any]]:
    """Opens copies; closes them after the test."""
    documents: List[Any] = []

    def opened(path: Path) -> Any:
        documents.append(office.open(shutil.copy(path, tmp_path / f"{len(documents)} {path.name}")))
        return documents[-1]

    yield opened
    for document in documents:
        office.close(document)


@pytest.mark.parametrize(
    ("saved", "moment"),
    [
        (".odt", "as it begins"),
        (".odt", "in the middle"),
        (".docx", "as it ends"),
        (".docx", "while the record is stored"),
    ],
    indirect=["saved"],
)
def test_an_office_killed_during_a_fill_leaves_the_file_as_it_was_saved(
    saved: Report, tmp_path: Path, moment: str
) -> None:
    from com.sun.star.lang import DisposedException

    path = Path(shutil.copy(saved.path, tmp_path / saved.path.name))
    office = start(tmp_path)
    numbers = {
        "as it begins": saved.call("enterUndoContext") + 1,
        "in the middle": saved.middle,
        "as it ends": saved.call("leaveUndoContext"),
        "while the record is stored": len(saved.calls),
    }
    with pytest.raises(DisposedException):
        fill_watched(office.open(path), Watch(numbers[moment], office.kill))

    assert path.read_bytes() == saved.path.read_bytes()
    again = start(tmp_path)  # the same person on the same machine: the same settings, and the lock left behind
    try:
        document = again.open(path)
        session = a_session(document)
        assert text_of(document) == saved.texts
        assert (session.notice, session.record) == ("", saved.record)
        type_on(session)
        assert session.fill().hand_edited == ()
        assert text_of(document) == saved.next_texts
        document.store()
    finally:
        again.stop()


@ODT
def test_what_is_saved_in_the_middle_of_a_fill_is_made_whole_by_the_next(
    saved: Report, office: Office, reopened: Callable[[Path], Any], tmp_path: Path
) -> None:
    """As the office does when it dies of its own fault: it saves what it has got."""
    first, last = saved.call("enterUndoContext"), saved.call("leaveUndoContext")
    for number in [*range(first + 1, last, (last - first) // 4), last + 1]:
        document, half = reopened(saved.path), tmp_path / f"dở dang {number}.odt"

        def save(document: Any = document, half: Path = half) -> None:
            office.store(document, half)
            raise Interrupted

        with pytest.raises(Interrupted):
            fill_watched(document, Watch(number, save))

        found = reopened(half)
        session = a_session(found)
        assert session.notice == ""
        assert (session.record.unit.name, dict(session.record.typed)["3.b"]) == (NEW_NAME, "7,5")
        session.set_score("1.a", "8")
        assert session.fill().hand_edited == ()  # all that stands there is known as ours
        session.set_score("1.a", "9")
        report = session.fill()
        assert text_of(found) == saved.next_texts or "Không còn chỗ cho" in report.sentence


@ODT
def test_a_call_that_fails_takes_the_whole_fill_back(
    saved: Report, office: Office, reopened: Callable[[Path], Any]
) -> None:
    def fail() -> None:
        raise Interrupted

    first, last = saved.call("enterUndoContext"), saved.call("leaveUndoContext")
    for number in range(first + 1, last, (last - first) // 3):
        document = reopened(saved.path)

        with pytest.raises(Interrupted):
            fill_watched(document, Watch(number, fail))

        assert text_of(document) == saved.texts
        assert document.getUndoManager().getAllUndoActionTitles() == ()
        session = a_session(document)
        assert session.record.unit.name == NEW_NAME
        assert session.fill().hand_edited == ()
        assert text_of(document) == saved.next_texts


@pytest.mark.parametrize("cause", ["a broken call", "a table not taken in"])
def test_a_fill_over_typed_places_that_fails_is_taken_back_whole_and_tells_its_cause(
    filled: Any, office: Office, monkeypatch: pytest.MonkeyPatch, cause: str
) -> None:
    """Two steps inside one another: the places take in what was typed over them, then the texts go in."""
    from vanthu_uno import place_text
    from vanthu_uno.table_exchange import NotTakenIn

    document, session = filled
    document.CurrentController.select(document.Bookmarks.getByName("xep_loai").getAnchor())
    helper = office.context.ServiceManager.createInstance("com.sun.star.frame.DispatchHelper")
    for letter in "Khá":
        argument = _property("Text", letter)
        helper.executeDispatch(document.CurrentController.Frame, ".uno:InsertText", "", 0, (argument,))
    session.set_score("1.a", "9")
    before, steps = text_of(document), document.UndoManager.getAllUndoActionTitles()
    replaced, written = place_text._replace, []
    raised = NotTakenIn(cause) if "table" in cause else Interrupted(cause)

    def fail(*arguments: Any) -> None:
        written.append(replaced(*arguments))
        if len(written) == 2:
            raise raised

    with monkeypatch.context() as patch, pytest.raises(type(raised), match=cause):
        patch.setattr(place_text, "_replace", fail)
        session.fill(overwrite_hand_edited=True)

    assert (text_of(document), document.UndoManager.getAllUndoActionTitles()) == (before, steps)
    assert (document.hasControllersLocked(), document.UndoManager.isLocked()) == (False, False)
    assert session.fill(overwrite_hand_edited=True).hand_edited == ()
    assert "- Xếp loại: Tốt." in text_of(document)[0]
    document.UndoManager.undo()
    assert text_of(document) == before


class Button:
    """What the office calls when the clerk presses the button."""

    def __init__(self, context: Any, press: Callable[[], Any]) -> None:
        self.context, self.press = context, press
        self.told: List[str] = []
        self.tell = self.told.append

    def actionPerformed(self) -> Any:  # noqa: N802  (the office's name)
        from vanthu_uno.log import calm

        return calm()(lambda self: self.press())(self)


@ODT
@pytest.mark.parametrize(("part", "call"), [(0.1, "createInstance"), (0.5, "getText"), (0.9, "getPropertyValue")])
def test_a_document_closed_during_a_fill_is_one_calm_sentence(
    saved: Report, office: Office, tmp_path: Path, part: float, call: str
) -> None:
    """Closed before a call that 7.4 refuses in a closed document; some others end it (docs/office-facts.md)."""
    from vanthu_uno import log

    path = Path(shutil.copy(saved.path, tmp_path / saved.path.name))
    document = office.open(path)
    watch = Watch(saved.after(part), lambda: document.close(True), call)
    button = Button(office.context, lambda: fill_watched(document, watch))
    log.log_file(office.context).unlink(missing_ok=True)

    button.actionPerformed()

    assert button.told == [messages.SORRY]
    assert log.log_file(office.context).read_text(encoding="utf-8").count("--- ") == 1
    assert path.read_bytes() == saved.path.read_bytes()
    again = office.open(path)
    assert text_of(again) == saved.texts
    assert fill_watched(again, Watch()).hand_edited == ()
    assert text_of(again) == saved.next_texts
    office.close(again)
    log.log_file(office.context).unlink()


@ODT
def test_a_listener_that_closes_the_document_as_the_fill_begins(saved: Report, office: Office, tmp_path: Path) -> None:
    from vanthu_uno import log
    from vanthu_uno.open_sessions import _sessions, session_of

    path = Path(shutil.copy(saved.path, tmp_path / saved.path.name))
    document = office.open(path)
    session, name = session_of(document), document.RuntimeUID
    type_on(session)
    document.getUndoManager().addUndoManagerListener(closing_listener(document))
    button = Button(office.context, session.fill)

    button.actionPerformed()

    assert button.told == [messages.SORRY]
    assert name not in _sessions
    assert path.read_bytes() == saved.path.read_bytes()
    again = office.open(path)
    assert (text_of(again), a_session(again).record) == (saved.texts, saved.record)
    office.close(again)
    log.log_file(office.context).unlink()


def closing_listener(document: Any) -> Any:
    """Somebody's macro that closes the document at an unlucky moment."""
    from vanthu_uno.one_step import _Leaving

    class Closing(_Leaving):
        def enteredContext(self, event: Any) -> None:  # noqa: N802  (the office's name)
            document.close(True)

    return Closing()


@DOCX
def test_a_fill_taken_back_by_undo_leaves_the_record_and_can_be_saved_so(
    saved: Report,
    office: Office,
    reopened: Callable[[Path], Any],
    panel_in: Callable[[Any], Any],
    tmp_path: Path,
) -> None:
    document = reopened(saved.path)
    panel = panel_in(document)
    scores, profile = panel.scores, panel.profile
    type_on(scores.session)
    scores.fill()
    assert text_of(document) == saved.next_texts
    document.getUndoManager().undo()
    assert text_of(document) == saved.texts
    assert (profile.control("unit").getText(), scores.control("total").getText()) == (NEW_NAME, "94,5/100")
    scores.fill()
    assert text_of(document) == saved.next_texts
    assert scores.control("overwrite").isVisible() is False
    document.getUndoManager().undo()
    office.store(document, tmp_path / ("hoàn tác" + saved.path.suffix))

    again = reopened(tmp_path / ("hoàn tác" + saved.path.suffix))

    session = a_session(again)
    assert session.record.unit.name == NEW_NAME
    assert session.fill().hand_edited == ()
    assert text_of(again) == saved.next_texts
    assert session.fill().sentence == messages.NOTHING_TO_FILL
