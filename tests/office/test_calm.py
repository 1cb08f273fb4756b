"""No exception of ours crosses into the office: whatever it may call is calm, or does nothing."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import textwrap
from typing import Any, Callable, Dict, Iterator, List, Tuple

import pytest
from office.office_process import Office, import_uno

from vanthu import messages

pytestmark = pytest.mark.office

FACTS_OF_EVERY_OBJECT = {"queryInterface", "acquire", "release", "getTypes", "getImplementationId"}
HARMLESS = {  # by the type that the office expects; None is the void or the empty reference of the others
    "VOID": type(None),
    "BOOLEAN": bool,
    "LONG": int,
    "STRING": str,
    "SEQUENCE": tuple,
}


class Broken:
    """Stands in for the session: whatever is asked of it fails."""

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError("cố ý: " + name)


def our_classes() -> List[type]:
    """Every class of the extension whose objects are handed to the office."""
    import_uno()
    import unohelper

    import vanthu_uno

    for module in pkgutil.iter_modules(vanthu_uno.__path__, "vanthu_uno."):
        importlib.import_module(module.name)
    found, waiting = [], [unohelper.Base]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("vanthu_uno."):
                found.append(kind)
    return sorted(set(found), key=lambda kind: kind.__name__)


def called_by_the_office(context: Any, kind: type) -> Dict[str, Any]:
    """The methods of all interfaces of a class, by name, as the office describes them."""
    reflection = context.ServiceManager.createInstanceWithContext("com.sun.star.reflection.CoreReflection", context)
    names = {parent.__pyunointerface__ for parent in kind.__mro__ if hasattr(parent, "__pyunointerface__")}
    described = [reflection.forName(name) for name in names]
    methods = {method.getName(): method for one in described for method in one.getMethods()}
    return {name: method for name, method in methods.items() if name not in FACTS_OF_EVERY_OBJECT}


def each_method(context: Any) -> Iterator[Tuple[type, str, Any]]:
    for kind in our_classes():
        for name, description in sorted(called_by_the_office(context, kind).items()):
            yield kind, name, description


def is_calm(function: Callable[..., Any]) -> bool:
    from vanthu_uno.log import calm

    return function.__code__ is calm()(function).__code__


def does_nothing(function: Callable[..., Any]) -> bool:
    """Nothing but a docstring, or "..."."""
    body = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0].body
    return all(isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant) for step in body)


@pytest.fixture
def log(office: Office) -> Any:
    from vanthu_uno import log

    log.log_file(office.context).unlink(missing_ok=True)
    yield log
    log.log_file(office.context).unlink(missing_ok=True)


def entries(office: Office, log: Any) -> List[str]:
    path = log.log_file(office.context)
    return path.read_text(encoding="utf-8").split("--- ")[1:] if path.exists() else []


def test_the_classes_that_the_office_meets_are_known() -> None:
    names = {kind.__name__ for kind in our_classes()}

    assert {"Panel", "ScoresPart", "ProfilePart", "ProtocolHandler", "PanelFactory", "_Forget", "_Copy"} <= names


def test_every_method_that_the_office_may_call_is_there_and_calm_or_empty(office: Office) -> None:
    methods = list(each_method(office.context))

    missing = [f"{kind.__name__}.{name}" for kind, name, _ in methods if not callable(getattr(kind, name, None))]
    assert missing == []
    open_doors = [
        f"{kind.__name__}.{name}"
        for kind, name, _ in methods
        if not is_calm(getattr(kind, name)) and not does_nothing(getattr(kind, name))
    ]
    assert open_doors == []
    assert len(methods) > 60


def test_every_failure_gives_a_harmless_value_one_sentence_and_one_entry(office: Office, log: Any) -> None:
    for kind, name, description in each_method(office.context):
        method = getattr(kind, name)
        if not is_calm(method):
            continue
        before, told = len(entries(office, log)), []

        given = failing(method)(stranded(kind, office.context, told), *description.getParameterInfos())

        place = f"{kind.__name__}.{name}"
        assert told == [messages.SORRY], place
        assert suits(description, given), place
        written = entries(office, log)[before:]
        assert len(written) == 1, place
        assert "RuntimeError: cố ý: " + name in written[0], place
        assert "Traceback (most recent call last)" in written[0], place


def failing(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method with the door it has, and behind it a body that fails."""
    from vanthu_uno.log import calm

    behind = dict(zip(method.__code__.co_freevars, method.__closure__))

    def body(self: Any, *arguments: Any) -> None:
        raise RuntimeError("cố ý: " + method.__name__)

    return calm(behind["harmless"].cell_contents)(body)


def stranded(kind: type, context: Any, told: List[str]) -> Any:
    """An object of ours with nothing behind it, and with somebody who hears it."""
    thing = kind.__new__(kind)
    thing.context, thing.tell = context, told.append
    return thing


def suits(description: Any, given: Any) -> bool:
    """Whether the office can take this for what the method promises."""
    promised = description.getReturnType()
    word = promised.getTypeClass().value
    if word == "STRUCT":
        return bool(given.__class__.__pyunostruct__ == promised.getName())
    return isinstance(given, HARMLESS.get(word, type(None)))


@pytest.fixture
def document(office: Office) -> Iterator[Any]:
    document = office.new_writer()
    yield document
    office.close(document)


def test_a_panel_whose_session_fails_says_so_and_the_office_goes_on(
    office: Office, log: Any, document: Any, panel_in: Callable[[Any], Any]
) -> None:
    panel = panel_in(document)
    scores = panel.scores
    session, panel.session = panel.session, Broken()

    scores.control("score").setText("8")

    assert scores.control("status").getText() == messages.SORRY
    [entry] = entries(office, log)
    assert "RuntimeError: cố ý: set_score" in entry
    assert "in textChanged" in entry
    panel.session = session
    scores.control("score").setText("9")
    assert dict(session.record.typed) == {scores.rows[scores.list.selected()].id: "9"}
    assert scores.control("status").getText() == ""
    panel.dispose()
    assert len(entries(office, log)) == 1


def test_the_profile_too(office: Office, log: Any, document: Any, panel_in: Callable[[Any], Any]) -> None:
    panel = panel_in(document)
    profile = panel.profile
    session, panel.session = panel.session, Broken()

    profile.control("unit").setText("Trường Tiểu học Vĩnh Phong 3")

    assert profile.control("kept").getText() == messages.SORRY
    assert len(entries(office, log)) == 1
    panel.session = session
    profile.control("unit").setText("Trường Tiểu học Vĩnh Phong")
    assert session.record.unit.name == "Trường Tiểu học Vĩnh Phong"


def test_a_panel_that_cannot_be_made_is_told_later_and_is_no_panel(office: Office, log: Any) -> None:
    from vanthu_uno.factory import PanelFactory

    made = PanelFactory(office.context).createUIElement("private:resource/toolpanel/VanthuPanelFactory/Lạ", ())

    assert made is None
    assert len(entries(office, log)) == 1


def test_a_command_that_fails_is_told_and_the_next_one_works(office: Office, log: Any) -> None:
    from com.sun.star.util import URL

    from vanthu_uno.dispatch import ProtocolHandler

    handler = ProtocolHandler(office.context, Broken())
    told: List[str] = []
    handler.tell = told.append

    assert handler.dispatch(URL(Complete="vnd.vanthu:fill"), ()) is None

    assert told == [messages.SORRY]
    assert "RuntimeError: cố ý" in entries(office, log)[0]
    assert handler.queryDispatch(URL(Complete="vnd.vanthu:fill"), "_self", 0) is handler
    assert handler.queryDispatch(URL(Complete="vnd.vanthu:?"), "_self", 0) is None


def test_a_full_disk_still_lets_the_sentence_be_heard(office: Office, log: Any, capsys: Any) -> None:
    log.log_file(office.context).mkdir()  # what cannot be written to
    told: List[str] = []
    try:
        assert log.attempt(office.context, lambda: 1 // 0, "giá trị", told.append) == "giá trị"
    finally:
        log.log_file(office.context).rmdir()

    assert told == [messages.SORRY]
    assert "IsADirectoryError" in capsys.readouterr().out
