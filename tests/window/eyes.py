"""What is on the screen, seen as a screen reader sees it.

The look is taken inside the office, on its main thread, and comes back as plain values. Accessible objects held by
another process die with their window at a moment of their own choosing, and take the office along. The macro is told
a document by its name: PyUNO asks whatever it is handed what it can do, and an office that is asked so on two threads
at once answers one of them by half. An office that lets no macro look is looked at from outside (``at_spi.py``), if
its desk has said how.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, List, Tuple

from window.at_spi import Outside
from window.thing import CLOSED, ROLES, STATES, Box, Thing

MACRO = """
import json, threading, traceback
import uno, unohelper
from com.sun.star.awt import XCallback

ROLES = {roles!r}
STATES = {states!r}
CLOSED = {closed!r}


def constants(group, names):
    return {{uno.getConstantByName("com.sun.star.accessibility.%s.%s" % (group, name)): name for name in names}}


def named(uid):
    documents = XSCRIPTCONTEXT.getDesktop().getComponents().createEnumeration()
    while documents.hasMoreElements():
        document = documents.nextElement()
        if getattr(document, "RuntimeUID", "") == uid:
            return document
    raise LookupError("a document that is open no more")


class Look(unohelper.Base, XCallback):
    def __init__(self, uid):
        self.uid, self.seen, self.done = uid, [], threading.Event()
        self.roles = constants("AccessibleRole", ROLES)
        self.states = constants("AccessibleStateType", STATES)

    def notify(self, data):
        try:
            if not self.can_see():
                self.seen = {blind!r}
                return
            for window in self.windows():
                self.walk(window.getAccessibleContext())
        except Exception:
            self.seen = traceback.format_exc()
        finally:
            self.done.set()

    def can_see(self):
        return all(hasattr(top, "getAccessibleContext") for top in self.tops())

    def windows(self):
        if self.uid:
            return [named(self.uid).getCurrentController().getFrame().getContainerWindow()]
        seen = [(top, top.getAccessibleContext()) for top in self.tops()]  # one that is just closing has none any more
        return [top for top, context in seen if context and self.role(context) in ("DIALOG", "ALERT")]

    def tops(self):
        context = XSCRIPTCONTEXT.getComponentContext()
        toolkit = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
        return [toolkit.getTopWindow(index) for index in range(toolkit.getTopWindowCount())]

    def role(self, thing):
        return self.roles.get(thing.getAccessibleRole(), "")

    def walk(self, thing):
        role = self.role(thing)
        states = self.states_of(thing)
        if "SHOWING" in states and role:
            text = thing.getText() if role == "TEXT" and hasattr(thing, "getText") else ""
            self.seen.append([thing.getAccessibleName(), role, self.box(thing), states, text])
        if role in CLOSED:
            return
        for index in range(thing.getAccessibleChildCount()):
            child = thing.getAccessibleChild(index)
            if hasattr(child, "getAccessibleContext"):
                self.walk(child.getAccessibleContext())

    def states_of(self, thing):
        states = thing.getAccessibleStateSet()
        if isinstance(states, int):  # a set of states up to 7.4, bits of a number later
            return [name for bit, name in self.states.items() if states & bit]
        return [name for state, name in self.states.items() if states.contains(state)]

    def box(self, thing):
        place, size = thing.getLocationOnScreen(), thing.getSize()
        return [place.X, place.Y, size.Width, size.Height]


class Order(unohelper.Base, XCallback):
    def __init__(self, uid, url):
        self.uid, self.url = uid, url

    def notify(self, data):
        context = XSCRIPTCONTEXT.getComponentContext()
        helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        helper.executeDispatch(self.frame(), self.url, "_self", 0, ())

    def frame(self):
        if self.uid:
            return named(self.uid).getCurrentController().getFrame()
        return XSCRIPTCONTEXT.getDesktop().getCurrentFrame()


def order(uid, url):
    context = XSCRIPTCONTEXT.getComponentContext()
    callback = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)
    callback.addCallback(Order(uid, url), None)


def look(uid):
    eyes = Look(uid)
    context = XSCRIPTCONTEXT.getComponentContext()
    callback = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)
    callback.addCallback(eyes, None)
    if not eyes.done.wait(20):
        return json.dumps("the office is busy")
    return json.dumps(eyes.seen)
"""
BLIND = "this office (26.8 and later) shows what is on the screen to screen readers only, not to macros"
_OUTSIDE: List[Tuple[Any, Outside]] = []  # offices that let no macro look


class Blind(Exception):  # noqa: N818  (a state of the office, told to whoever runs the tests)
    """This office lets nobody look; what only eyes can find cannot be tested in it."""


def install(profile: Path) -> None:
    """Put the macro where the office finds it."""
    folder = profile / "user" / "Scripts" / "python"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "eyes.py").write_text(
        MACRO.format(roles=ROLES, states=STATES, closed=CLOSED, blind=BLIND), encoding="utf-8"
    )


def look_from_outside(context: Any, eyes: Outside) -> None:
    """From now on this office is looked at with these eyes."""
    _OUTSIDE.append((context, eyes))


def title_of(document: Any) -> str:
    """What stands in the title bar of its window, or how that begins."""
    return str(document.getCurrentController().getFrame().Title)


def order(context: Any, document: Any, url: str) -> None:
    """Carry out a command on the office's main thread, as a button of one's own does.

    Without a document it goes to the window in front, as from a macro.
    """
    _macro(context, "order", _uid(document), url)


def look(context: Any, document: Any) -> List[Thing]:
    """Everything that shows in the document's window; without a document, in the dialogs that are open."""
    outside = next((eyes for office, eyes in _OUTSIDE if office == context), None)
    if outside is not None:
        return outside.look(title_of(document)) if document is not None else outside.look_at_dialogs()
    seen: Any = json.loads(_macro(context, "look", _uid(document)))
    if seen == BLIND:
        raise Blind(BLIND)
    assert isinstance(seen, list), seen
    return [Thing(name, role, tuple(box), tuple(states), text) for name, role, box, states, text in seen]


def _uid(document: Any) -> str:
    return "" if document is None else str(document.RuntimeUID)


def _macro(context: Any, name: str, *arguments: Any) -> Any:
    factory = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.script.provider.MasterScriptProviderFactory", context
    )
    url = f"vnd.sun.star.script:eyes.py${name}?language=Python&location=user"
    return factory.createScriptProvider("").getScript(url).invoke(arguments, (), ())[0]


def look_at_dialogs(context: Any) -> List[Thing]:
    """Everything that shows in the dialogs that are open."""
    return look(context, None)


def in_deck(things: List[Thing], name: str) -> List[Thing]:
    """What lies inside the panel of that name."""
    left, top, width, height = next(thing.box for thing in things if thing.role == "PANEL" and thing.name == name)

    def inside(box: Box) -> bool:
        return left <= box[0] < left + width and top <= box[1] < top + height

    return [thing for thing in things if inside(thing.box)]
