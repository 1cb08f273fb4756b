"""How much longer Writer takes to start with the extension than without it, from the command to a window.

    python bench/bench_start.py [STARTS]

The kinds of start take turns on one screen, each with a profile of its own that has been started once before, so that
none has to register anything: without the extension, with it, and with it when its deck stood open as Writer was last
closed, so that the office opens it again. Medians, and the difference of each pair; beside them how long the office
computed, its end included: on a machine that is busy with other things the time on the clock says little.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Dict, List, Tuple

from in_office import PROJECT
from window import desktop
from window.desktop import Desktop, load_build

WITHOUT, WITH, OPEN = "without the extension", "with the extension", "with its deck open"
KINDS = (WITHOUT, WITH, OPEN)
LEFT_OPEN = (
    '<item oor:path="/org.openoffice.Office.UI.Sidebar/Content"><prop oor:name="LastActiveDeck" oor:op="fuse"><value>'
    "<it>any,PropertyDeck</it><it>com.sun.star.text.TextDocument,VanthuDeck</it></value></prop></item>"
)
LIMIT = 120.0  # seconds
LINE = "{:<28} {:6.0f} ms   computing {:6.0f} ms"


class Starts:
    """Offices started and ended one after the other on the screen of a desk."""

    def __init__(self, desk: Desktop) -> None:
        desk.display = desk._start_screen()
        desk.environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a clerk's office keeps what it has compiled
        self._desk = desk
        for kind in KINDS:
            (desk.folder / kind / "extensions").mkdir(parents=True)
            (desk.folder / kind / "profile" / "user").mkdir(parents=True)
            settings = desk.folder / kind / "profile" / "user" / "registrymodifications.xcu"
            more = LEFT_OPEN if kind == OPEN else ""
            settings.write_text(desktop._settings().replace("</oor:items>", more + "</oor:items>"), encoding="utf-8")
            if kind != WITHOUT:
                load_build().unpack(desk.folder / kind / "extensions")

    def one(self, kind: str) -> Tuple[float, float]:
        """Milliseconds from the command to a Writer window that can be typed in, and all that the office computed."""
        folder = self._desk.folder / kind
        pipe = "vanthu-start-{}".format(time.monotonic_ns())
        command = (
            "soffice",
            "-env:UserInstallation=" + (folder / "profile").as_uri(),
            "-env:BUNDLED_EXTENSIONS=" + (folder / "extensions").as_uri(),
            "--accept=pipe,name={};urp;".format(pipe),
            *("--norestore", "--nologo", "--nolockcheck", "--writer"),
        )
        begin, before = time.perf_counter(), _computed()
        self._desk._start(*command)
        context = self._connected(pipe)
        shown = self._shown(context)
        taken = (time.perf_counter() - begin) * 1000
        shown.setModified(False)
        self._end(context)
        return taken, _computed() - before

    def _connected(self, pipe: str) -> Any:
        return _at_once(lambda: desktop._connected(pipe))

    def _shown(self, context: Any) -> Any:
        service = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

        def document() -> Any:
            frame = service.getCurrentFrame()
            window = frame.getContainerWindow() if frame else None
            controller = frame.getController() if window and window.isVisible() else None
            return controller.getModel() if controller else None

        return _at_once(document)

    def _end(self, context: Any) -> None:
        context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        process = self._desk.processes.pop()
        try:
            process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            self._desk.processes.append(process)
            raise


def _computed() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (spent.ru_utime + spent.ru_stime) * 1000


def _at_once(condition: Any) -> Any:
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.005)
    raise SystemExit("the office did not start within {:g} s".format(LIMIT))


def main(starts: int) -> None:
    """Start by turns, print."""
    times: Dict[str, List[Tuple[float, float]]] = {kind: [] for kind in KINDS}
    with tempfile.TemporaryDirectory(prefix="vanthu-bench-") as folder:
        desk = Desktop(Path(folder))
        try:
            offices = Starts(desk)
            for kind in KINDS * 2:  # the first registers, the second finds what the first has compiled
                offices.one(kind)
            for turn in range(starts):
                for kind in KINDS if turn % 2 else KINDS[::-1]:
                    times[kind].append(offices.one(kind))
        finally:
            desk.close()
    print("start of Writer to a window, {} starts of each kind by turns; medians".format(starts))
    for kind in KINDS:
        print(LINE.format(kind, *(statistics.median(values) for values in zip(*times[kind]))))
    for kind in KINDS[1:]:
        pairs = [[more - less for less, more in zip(*pair)] for pair in zip(times[WITHOUT], times[kind])]
        print(LINE.format("longer " + kind, *(statistics.median(values) for values in zip(*pairs))))


if __name__ == "__main__":
    assert PROJECT.is_dir()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
