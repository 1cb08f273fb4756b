"""A clerk's desk: a screen of its own, a window manager, and a Writer with the extension in it.

Nothing here reaches into the panels: the tests look at the screen as a screen reader does, and act by true clicks
and keys.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Callable, List, Optional, Sequence, Tuple

from window.at_spi import Outside, can_look
from window.eyes import in_deck, install, look, look_from_outside, order
from window.thing import Thing

PROJECT = Path(__file__).resolve().parents[2]
DISTRIBUTION_PACKAGES = "/usr/lib/python3/dist-packages"
PROGRAMS = ("soffice", "Xvfb", "openbox", "xdotool", "import")
SCREEN = "1366x768x24"
STILL = 0.15  # seconds in which nothing moves
PATIENCE = 5.0  # seconds after which a person clicks again
DOUBLE_CLICK = 0.7  # seconds; the office takes two clicks within half a second for one
DECK = "Văn thư"
YEAR = "Năm đánh giá"  # the first field of Hồ sơ that one types in
UNFOLD = "Mở hồ sơ"
BLIND_FROM = (26, 8)
WRITER = "Setup/Office/Factories/org.openoffice.Setup:Factory['com.sun.star.text.TextDocument']"
SETTINGS = (  # Vietnamese menus, windows as large as the screen, and none of the boxes of a first start
    (WRITER, "ooSetupFactoryWindowAttributes", "60,60,1000,600;4;0,0,1366,768;"),
    ("Office.Linguistic/General", "UILocale", "vi"),
    ("Office.UI.Sidebar/General", "MaximumWidth", "700"),
    ("Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Misc", "UseSystemFileDialog", "false"),
    ("Setup/Product", "ooSetupLastVersion", "99.0"),
    ("Setup/Product", "LastTimeGetInvolvedShown", "9999999999"),
    ("Setup/Product", "LastTimeDonateShown", "9999999999"),
)


def missing() -> List[str]:
    """What a window test needs and this machine has not."""
    programs = [program for program in PROGRAMS if shutil.which(program) is None]
    try:
        bridge()
    except ImportError:
        programs.append("python3-uno")
    return programs


@functools.lru_cache(maxsize=1)
def is_blind() -> bool:
    """Whether the office lets no macro look at its windows: so it is from 26.8 on."""
    said = subprocess.run(["soffice", "--version"], capture_output=True, timeout=60, check=True).stdout.decode("utf-8")
    year, month = said.split()[1].split(".")[:2]  # LibreOffice 26.8.2.1 (X86_64)
    return (int(year), int(month)) >= BLIND_FROM


def bridge() -> Any:
    """The module ``uno``: this Python's own, else the distribution's, which a virtual environment does not see."""
    try:
        import uno
    except ImportError:
        sys.path.append(DISTRIBUTION_PACKAGES)
        import uno
    return uno


def load_build() -> Any:
    """The build script of the extension as a module."""
    place = importlib.util.spec_from_file_location("vanthu_build", PROJECT / "extension" / "build.py")
    assert place is not None and place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module


def until(condition: Callable[[], Any], what: str, seconds: float = 15.0) -> Any:
    """Wait for a condition to give something true, and return it; ``AssertionError`` naming it when it never does."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        assert time.monotonic() < end, f"waited {seconds:g} s in vain: {what}"
        time.sleep(0.05)


def again_until(act: Callable[[], object], done: Callable[[], Any], what: str) -> Any:
    """Do it as a person does: again where nothing happened, three times at most."""
    for _ in range(2):
        act()
        try:
            return until(done, what, PATIENCE)
        except AssertionError:
            continue
    act()
    return until(done, what)


class Desktop:
    """One screen with one office; ``with Desktop(folder) as desk:``.

    ``dpi`` 192 is a screen at 200%. ``dark`` is light writing on dark ground, for an office that draws with GTK.
    ``restores``: the office asks, as everybody's does, for documents that it had open when it died.
    """

    def __init__(
        self, folder: Path, dpi: int = 96, screen: str = SCREEN, dark: bool = False, restores: bool = False
    ) -> None:
        self.folder, self.dpi, self.screen, self.dark, self.restores = folder, dpi, screen, dark, restores
        self.with_gtk = (is_blind() or dark) and can_look()  # no macro sees the widgets that are GTK's own
        self.processes: List[subprocess.Popen[bytes]] = []
        self.context: Any = None
        self.outside: Optional[Outside] = None
        self._last_click = 0.0

    def __enter__(self) -> Desktop:
        try:
            self.display = self._start_screen()
            self.outside = self._start_accessibility() if self.with_gtk else None
            self._start_office()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def close(self) -> None:
        """End everything this desk has started, newest first."""
        for process in reversed(self.processes):
            _end(process)
        self.processes.clear()

    # the office

    def open(self, path: Optional[Path] = None, read_only: bool = False) -> Any:
        """A document in a window as large as the screen; a blank one without a path.

        On the main thread: GTK waits for the clipboard when it makes a window, and on another thread for ever.
        """
        url = path.resolve().as_uri() if path else "private:factory/swriter"
        chosen = (_property("OnMainThread", True), _property("ReadOnly", read_only))
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, chosen[: 1 + read_only])
        self.enlarge(document)
        return document

    def new_report(self) -> Any:
        """A new report in a window of its own, made as a button of one's own does, with the deck open."""
        before = self.documents() or [self.open()]
        order(self.context, before[-1], "vnd.vanthu:new?kind=bao-cao-tu-danh-gia")
        document = until(lambda: next((d for d in self.documents() if d not in before), None), "a new document")
        self.enlarge(document)
        until(lambda: self.button(document, "Điền vào văn bản"), "the deck of the new document")
        return document

    def documents(self) -> List[Any]:
        """The documents that are open; the Start Center, which stands in for the last one closed, is none."""
        components = self.desktop.getComponents().createEnumeration()
        found = []
        while components.hasMoreElements():
            found.append(components.nextElement())
        return [component for component in found if hasattr(component, "getCurrentController")]

    def save(self, document: Any, path: Path) -> None:
        """Save as .docx under this name."""
        document.storeAsURL(path.as_uri(), (_property("FilterName", "MS Word 2007 XML"),))

    def close_document(self, document: Any) -> None:
        """Close the window as a clerk does, but without saving and without a question."""
        document.setModified(False)
        self.window(document).toFront()  # the keys leave the sidebar, where a list or a button would swallow this one
        self.raise_window(document)
        self.keys("ctrl+w")
        until(lambda: document not in self.documents(), "the document is closed")

    def raise_window(self, document: Any) -> None:
        """Make its window the one that gets the keys: the window manager takes a moment after one was closed."""
        frame = document.getCurrentController().getFrame()
        if self._has_the_keys(frame):  # GTK would take them away from a field of the sidebar
            return
        frame.getContainerWindow().toFront()
        until(lambda: self._has_the_keys(frame), f"the keys go to {frame.Title}")

    def in_front(self) -> str:
        """The title of the window that the keys go to."""
        return self._said("xdotool", "getactivewindow", "getwindowname").strip()

    def enlarge(self, document: Any) -> None:
        width = int(self.screen.split("x")[0]) - 20
        if self.window(document).getPosSize().Width < width:
            self.window(document).IsMaximized = True
        until(lambda: self.window(document).getPosSize().Width >= width, "the window fills the screen")
        self.raise_window(document)

    @property
    def desktop(self) -> Any:
        return self.service("com.sun.star.frame.Desktop")

    def service(self, name: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def window(self, document: Any) -> Any:
        return document.getCurrentController().getFrame().getContainerWindow()

    # the clerk's eyes

    def find(self, document: Any, name: str, role: str = "") -> Optional[Thing]:
        """The visible thing of that name (a part will do) and role in the document's window, or ``None``."""
        found = (thing for thing in self.things(document) if name in thing.name and role in ("", thing.role))
        return next(found, None)

    def things(self, document: Any) -> List[Thing]:
        """Everything that shows in the document's window."""
        return look(self.context, document)

    def see(self, document: Any, name: str, role: str = "") -> Thing:
        """Wait until such a thing is on the screen, and return it."""
        return until(lambda: self.find(document, name, role), f"“{name}” on the screen")

    def still(self, document: Any, name: str, role: str = "") -> Thing:
        """Wait until such a thing stands still on the screen, where a click meets it, and return it."""
        return self.steady(lambda: self.find(document, name, role), f"“{name}” on the screen")

    def field(self, document: Any, label: str) -> Thing:
        """The field with that label, standing still."""
        return self.still(document, label, "TEXT")

    def button(self, document: Any, name: str) -> Optional[Thing]:
        """The button of the deck, not the one of the same name in the toolbar; ``None`` while there is none."""
        things = self.things(document)
        if not any(thing.role == "PANEL" and thing.name == DECK for thing in things):
            return None
        buttons = (thing for thing in in_deck(things, DECK) if thing.role == "PUSH_BUTTON" and thing.name == name)
        return next(buttons, None)

    def press(self, document: Any, name: str) -> None:
        """Click the button of the deck once it is there and stands still."""
        self.click(self.steady(lambda: self.button(document, name), f"the button “{name}”"))

    def press_until(self, document: Any, name: str, done: Callable[[], Any], what: str) -> Any:
        """Press a button of the deck until it shows an effect: a click may meet a deck that is laid out just then."""
        return again_until(lambda: self.press(document, name), done, what)

    def open_profile(self, document: Any) -> None:
        """Unfold Hồ sơ where a low screen has folded it, once the deck is there."""

        def field_or_button() -> Optional[Thing]:
            return self.find(document, YEAR, "TEXT") or self.button(document, UNFOLD)

        found = self.steady(field_or_button, "the part Hồ sơ")
        if found.role == "PUSH_BUTTON":
            self.click(found)
        self.field(document, YEAR)

    def steady(self, find: Callable[[], Optional[Thing]], what: str) -> Thing:
        """The thing once it has stopped moving: a deck that opens or tells something new is laid out again."""
        found: Optional[Thing] = None
        since = 0.0

        def stands_still() -> Optional[Thing]:
            nonlocal found, since
            before, found = found, find()
            if before is None or found is None or before.box != found.box:
                since = time.monotonic()
                return None
            return found if time.monotonic() >= since + STILL else None

        return until(stands_still, what)

    def screenshot(self, path: Path) -> Path:
        """The screen once it has come to rest: the office paints in several steps."""
        path.parent.mkdir(parents=True, exist_ok=True)
        end = time.monotonic() + 6
        last = b""
        while True:
            self._run("import", "-window", "root", str(path))
            seen = path.with_suffix(".rgb")
            self._run("convert", str(path), str(seen))
            pixels = seen.read_bytes()
            seen.unlink()
            if pixels == last or time.monotonic() > end:
                return path
            last = pixels
            time.sleep(0.6)

    # the clerk's hands

    def click(self, thing: Thing) -> None:
        left, top, width, height = thing.box
        self.click_at(left + width // 2, top + height // 2)

    def menu(self, document: Any, item: str) -> None:
        """Choose from the menu Văn thư."""
        self.raise_window(document)
        self.click(self.still(document, "Văn thư", "MENU"))
        self.click(self.still(document, item, "MENU_ITEM"))

    def click_at(self, x: int, y: int) -> None:
        """One click; never so soon after the last one that both would make a double click."""
        time.sleep(max(0.0, self._last_click + DOUBLE_CLICK - time.monotonic()))
        self._run("xdotool", "mousemove", str(x), str(y), "click", "1")
        self._last_click = time.monotonic()

    def tick(self, thing: Thing) -> None:
        """Click where it begins: in a wide sidebar the middle of a check box lies beyond its words, and is deaf."""
        left, top, _, height = thing.box
        self.click_at(left + height // 2, top + height // 2)

    def double_click(self, thing: Thing) -> None:
        """On the first letters of a field, which chooses the word that stands there."""
        self.tick(thing)
        self._run("xdotool", "click", "1")
        self._last_click = time.monotonic()

    def rest_pointer(self) -> None:
        """Put the mouse where it shows no help text."""
        self._run("xdotool", "mousemove", str(20), str(int(self.screen.split("x")[1]) - 60))

    def drag(self, start: Tuple[int, int], end: Tuple[int, int]) -> None:
        middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        moves = [("mousemove", str(x), str(y), "sleep", "0.1") for x, y in (start, middle, end)]
        self._run("xdotool", *moves[0], "mousedown", "1", *moves[1], *moves[2], "mouseup", "1")

    def keys(self, *names: str) -> None:
        """Press keys by their X names: ``keys("Tab", "Return")``."""
        self._run("xdotool", "key", "--clearmodifiers", "--delay", "20", *names)

    def type(self, text: str) -> None:
        self._run("xdotool", "type", "--clearmodifiers", "--delay", "20", text)

    # how it is set up

    def _start_screen(self) -> str:
        display = ":" + self._told("Xvfb", "-screen", "0", self.screen, "-nolisten", "tcp", "-displayfd", "{}")
        self.environment = {**os.environ, "DISPLAY": display, "SAL_USE_VCLPLUGIN": "gen"}
        self.environment["SAL_FORCEDPI"] = str(self.dpi)
        self.environment["VANTHU_SETTINGS"] = str(self.folder / "settings")  # never those of the person who runs it
        if self.dark:
            self.environment.update(SAL_USE_VCLPLUGIN="gtk3", GTK_THEME="Adwaita:dark")
        self._start("openbox")
        return display

    def _start_accessibility(self) -> Outside:
        """A session with an accessibility bus, for an office that draws with GTK."""
        for name in ("run", "config"):
            (self.folder / name).mkdir(mode=0o700)
        self.environment.update(
            SAL_USE_VCLPLUGIN="gtk3",
            XDG_RUNTIME_DIR=str(self.folder / "run"),
            XDG_CONFIG_HOME=str(self.folder / "config"),  # never the looks that the person who runs it has chosen
            GSETTINGS_BACKEND="memory",
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._told(
            "dbus-daemon", "--session", "--nofork", "--print-address={}"
        )
        return Outside(self.environment["DBUS_SESSION_BUS_ADDRESS"])

    def _start_office(self) -> None:
        extensions, profile = self.folder / "extensions", self.folder / "profile"
        self.extension = load_build().unpack(extensions)
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
        install(profile)
        self.start_again()

    def end_office(self) -> None:
        """End the office as its menu does, the profile written; it may be gone before it can say so."""
        with contextlib.suppress(bridge().getClass("com.sun.star.lang.DisposedException")):
            self.desktop.terminate()
        self.processes.pop().wait(30)

    def start_again(self) -> None:
        """The office once more, after it has ended: with its profile, and where it restores with what it had saved."""
        options = () if self.restores else ("--norestore",)
        pipe = f"vanthu-window-{os.getpid()}-{id(self)}-{len(self.processes)}"
        self._start(
            "soffice",
            f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
            f"-env:BUNDLED_EXTENSIONS={(self.folder / 'extensions').as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
            "--nologo",
            "--nolockcheck",
            "--nodefault",
            *options,
        )
        self.context = until(lambda: _connected(pipe), "the office answers", 60)
        if self.outside is not None:
            look_from_outside(self.context, self.outside)

    def _told(self, *command: str) -> str:
        """Start a program, ``{}`` standing for the number of a file, and return the line that it writes there."""
        read, write = os.pipe()
        self._start(*(word.format(write) for word in command), pass_fds=(write,))
        os.close(write)
        with os.fdopen(read, encoding="ascii") as pipe:
            return pipe.readline().strip()

    def _start(self, *command: str, pass_fds: Sequence[int] = ()) -> None:
        with (self.folder / f"{command[0]}.log").open("ab") as log:
            self.processes.append(
                subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    env=getattr(self, "environment", None),
                    pass_fds=pass_fds,
                    start_new_session=True,
                )
            )

    def _has_the_keys(self, frame: Any) -> bool:
        """GTK does not call a window active while a field of its sidebar has the keys."""
        if frame.Title not in self.in_front():
            return False
        return self.with_gtk or bool(frame.getContainerWindow().isActive())

    def _said(self, *command: str) -> str:
        done = subprocess.run(command, capture_output=True, timeout=30, env=self.environment, stdin=subprocess.DEVNULL)
        return done.stdout.decode("utf-8", "replace")

    def _run(self, *command: str) -> None:
        subprocess.run(command, check=True, timeout=30, env=self.environment, stdin=subprocess.DEVNULL)


def _property(name: str, value: Any) -> Any:
    made = bridge().createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in SETTINGS
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    return f"{head}{items}</oor:items>"


def _connected(pipe: str) -> Any:
    uno = bridge()
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    try:
        return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    except uno.getClass("com.sun.star.connection.NoConnectException"):
        return None


def _end(process: subprocess.Popen[bytes]) -> None:
    """The process and what it started itself: its session is its own."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.wait(timeout=5)
            return
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
