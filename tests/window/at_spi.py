"""What is on the screen, asked from outside over the accessibility bus (AT-SPI), as a screen reader asks.

For offices that let no macro look. They must draw with GTK 3; the programs dbus-daemon and at-spi2-core stand between.
Questions go out in one sheaf for each level of the tree: one by one, a look at Writer's window takes twelve seconds.
"""

from __future__ import annotations

import shutil
import sys
import warnings
from pathlib import Path
from typing import Any, Callable, List, NamedTuple, Optional, Sequence, Tuple

from window.thing import CLOSED, Box, Thing

DISTRIBUTION_PACKAGES = "/usr/lib/python3/dist-packages"
SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
GTK = "libvclplug_gtk3lo.so"
WAIT = 20_000  # milliseconds for an answer
ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT, TEXT = "org.a11y.atspi.Component", "org.a11y.atspi.Text"
PROPERTIES = "org.freedesktop.DBus.Properties"
ON_SCREEN = 0  # places counted from the corner of the screen
ROOT_PANE, EXPANDER = 46, 62
ROLES = {  # AtspiRole
    2: "ALERT",
    7: "CHECK_BOX",
    11: "COMBO_BOX",
    16: "DIALOG",
    29: "LABEL",
    31: "LIST",
    32: "LIST_ITEM",
    33: "MENU",
    35: "MENU_ITEM",
    39: "PANEL",
    43: "PUSH_BUTTON",
    48: "SCROLL_BAR",
    49: "SCROLL_PANE",
    55: "TABLE",
    61: "TEXT",
    62: "TOGGLE_BUTTON",
    94: "DOCUMENT_TEXT",
}
STATES = {"SHOWING": 25, "FOCUSED": 12, "ENABLED": 24, "SELECTED": 23, "EXPANDABLE": 9}  # AtspiStateType; 24: sensitive
DIALOGS = (2, 16)
AROUND = (23, 39)  # a frame and the panels in it, which GTK puts around a dialog of the office
NOWHERE = (0, 0, 1, 1)

Place = Tuple[str, str]  # an accessible object: name on the bus, path


def can_look() -> bool:
    """Whether everything that it takes is installed."""
    try:
        _gio()
    except ImportError:
        return False
    return shutil.which("dbus-daemon") is not None and SERVICE.exists() and draws_with_gtk()


def draws_with_gtk() -> bool:
    """Whether the office can draw with GTK 3."""
    office = shutil.which("soffice")
    return office is not None and Path(office).resolve().with_name(GTK).exists()


class Question(NamedTuple):
    """One call to an accessible object."""

    place: Place
    interface: str
    method: str
    arguments: Any = None


class Node(NamedTuple):
    """An accessible object as it answered."""

    place: Place
    name: str
    role: int
    states: Tuple[str, ...]
    box: Box  # as it says itself
    native: bool  # drawn by GTK, not by the office
    children: Sequence[Place]

    @property
    def kind(self) -> str:
        """The role by the name that the tests have for it, or nothing; a heading that folds is a check box."""
        return "CHECK_BOX" if "EXPANDABLE" in self.states and self.role == EXPANDER else ROLES.get(self.role, "")

    @property
    def shows(self) -> bool:
        """What has no size is not on the screen, as the office's own menu bar behind GTK's."""
        return self.box[2] > 0 and self.box[3] > 0


class Seen(NamedTuple):
    """A node where it stands in the tree."""

    node: Node
    path: Tuple[int, ...]  # which child of which child; sorts as a screen reader reads
    shift: Tuple[int, int]  # how far its places are wrong

    @property
    def box(self) -> Box:
        left, top, width, height = self.node.box
        return left + self.shift[0], top + self.shift[1], width, height


class Outside:
    """The accessibility bus of one desktop session."""

    def __init__(self, session: str) -> None:
        """``session`` is the address of the session's bus; whoever comes after finds accessibility switched on."""
        self.gio, self.glib = _gio()
        bus = self._connected(session)
        on = self.glib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", self.glib.Variant("b", True)))
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", PROPERTIES, "Set", on, None, 0, WAIT, None)
        address = bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, WAIT, None
        )
        self.bus = self._connected(address.unpack()[0])

    def look(self, title: str) -> List[Thing]:
        """Everything that shows in the window whose title begins so."""
        return self._things([window for window in self._windows() if window.name.startswith(title)])

    def look_at_dialogs(self) -> List[Thing]:
        """Everything that shows in the dialogs that are open."""
        found: List[Node] = []
        level = self._windows()
        while level:
            found += [node for node in level if node.role in DIALOGS]
            inside = [child for node in level if node.native and node.role in AROUND for child in node.children]
            level = self._nodes(inside)
        return self._things(found)

    def _windows(self) -> List[Node]:
        offices = self._children([("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")])
        return self._nodes(self._children(offices))

    def _things(self, windows: Sequence[Node]) -> List[Thing]:
        """The things in these windows, parents before children."""
        found: List[Seen] = []
        level = [Seen(window, (number,), (0, 0)) for number, window in enumerate(windows)]
        while level:
            found += level
            level = self._below(level)
        found.sort(key=lambda seen: seen.path)
        return self._with_texts([seen for seen in found if seen.node.kind])

    def _below(self, level: Sequence[Seen]) -> List[Seen]:
        """What shows one step further down the tree."""
        open_ones = [seen for seen in level if seen.node.native or seen.node.kind not in CLOSED]
        places = [(child, seen, number) for seen in open_ones for number, child in enumerate(seen.node.children)]
        nodes = self._asked([place for place, _, _ in places])
        return [
            Seen(node, (*parent.path, number), _shift(parent, node))
            for node, (_, parent, number) in zip(nodes, places)
            if node is not None and node.shows
        ]

    def _with_texts(self, found: Sequence[Seen]) -> List[Thing]:
        whole = self.glib.Variant("(ii)", (0, -1))
        fields = [seen.node.place for seen in found if seen.node.kind == "TEXT"]
        answers = self._sheaf([Question(place, TEXT, "GetText", whole) for place in fields])
        texts = {place: answer[0] for place, answer in zip(fields, answers) if answer is not None}
        return [
            Thing(seen.node.name, seen.node.kind, seen.box, seen.node.states, texts.get(seen.node.place, ""))
            for seen in found
        ]

    # asking

    def _children(self, places: Sequence[Place]) -> List[Place]:
        answers = self._sheaf([Question(place, ACCESSIBLE, "GetChildren") for place in places])
        return [child for answer in answers if answer is not None for child in answer[0]]

    def _nodes(self, places: Sequence[Place]) -> List[Node]:
        return [node for node in self._asked(places) if node is not None]

    def _asked(self, places: Sequence[Place]) -> List[Optional[Node]]:
        """The nodes; ``None`` for what does not show, which is most of a window and is asked nothing else."""
        answers = self._sheaf([Question(place, ACCESSIBLE, "GetState") for place in places])
        states = {place: _states(answer[0]) for place, answer in zip(places, answers) if answer is not None}
        shown = [place for place in places if "SHOWING" in states.get(place, ())]
        sides = (
            (PROPERTIES, "Get", self.glib.Variant("(ss)", (ACCESSIBLE, "Name"))),
            (ACCESSIBLE, "GetRole", None),
            (COMPONENT, "GetExtents", self.glib.Variant("(u)", (ON_SCREEN,))),
            (ACCESSIBLE, "GetAttributes", None),
            (ACCESSIBLE, "GetChildren", None),
        )
        answers = self._sheaf([Question(place, *side) for place in shown for side in sides])
        count = len(sides)
        nodes = {place: _node(place, states[place], answers[count * n :][:count]) for n, place in enumerate(shown)}
        return [nodes.get(place) for place in places]

    def _sheaf(self, questions: Sequence[Question]) -> List[Optional[Tuple[Any, ...]]]:
        """The answers to many calls that are under way at once; ``None`` where there was none."""
        answers: List[Optional[Tuple[Any, ...]]] = [None] * len(questions)
        waiting = [len(questions)]

        def taking(number: int) -> Callable[[Any, Any], None]:
            def take(bus: Any, result: Any) -> None:
                waiting[0] -= 1
                try:
                    answers[number] = bus.call_finish(result).unpack()
                except self.glib.Error:
                    answers[number] = None  # it has gone, or has no such side

            return take

        for number, (place, interface, method, arguments) in enumerate(questions):
            self.bus.call(*place, interface, method, arguments, None, 0, WAIT, None, taking(number))
        while waiting[0]:
            self.glib.MainContext.default().iteration(True)
        return answers

    def _connected(self, address: str) -> Any:
        flags = self.gio.DBusConnectionFlags
        kind = flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION
        return self.gio.DBusConnection.new_for_address_sync(address, kind, None, None)


def _node(place: Place, states: Tuple[str, ...], answers: Sequence[Optional[Tuple[Any, ...]]]) -> Optional[Node]:
    name, role, box, attributes, children = answers
    if name is None or role is None or children is None:
        return None  # it has gone since
    return Node(
        place,
        name[0],
        role[0],
        states,
        box[0] if box else NOWHERE,
        bool(attributes) and attributes[0].get("toolkit") == "gtk",
        children[0],
    )


def _states(words: Sequence[int]) -> Tuple[str, ...]:
    bits = words[0] | words[1] << 32
    return tuple(name for name, bit in STATES.items() if bits >> bit & 1)


def _shift(parent: Seen, node: Node) -> Tuple[int, int]:
    """The office counts places from the corner of its own pane, and leaves out what GTK has put above that."""
    if node.native:
        return 0, 0
    if node.role != ROOT_PANE:
        return parent.shift
    return parent.box[0] - node.box[0], parent.box[1] - node.box[1]


def _gio() -> Tuple[Any, Any]:
    """The modules Gio and GLib: this Python's own, else the distribution's, hidden from a virtual environment."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ImportWarning)  # Debian 12's loads its modules in the old way
        try:
            from gi.repository import Gio, GLib
        except ImportError:
            sys.path.append(DISTRIBUTION_PACKAGES)
            from gi.repository import Gio, GLib
    return Gio, GLib
