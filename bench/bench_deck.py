"""How long the deck "Văn thư" takes to open in a real window, until everything in it is painted.

    python bench/bench_deck.py [OFFICES]

For each office: the first time, and then in further windows; in the same run the office's own Navigator, opened in
the same way. Half of the offices are given the time to read modules and forms ahead, a third of a second; in the others
the deck of the only window is opened as soon as it stands, quicker than any hand, and reads them itself. Medians over
the offices, and beside each how long the office computed: on a machine that is busy with other things the time on the
clock says little.
"""

from __future__ import annotations

import compileall
import statistics
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Dict, List

from in_office import measure
from window.desktop import Desktop

WINDOWS = 4

SOURCE = """
from vanthu_uno import ahead, open_panels

OURS, OTHERS, FIRST = "VanthuDeck", "NavigatorDeck", "PropertyDeck"


def deck_of(document, name):
    return document.getCurrentController().getSidebar().getDecks().getByName(name)


def opening(document, name):
    toolkit = XSCRIPTCONTEXT.getComponentContext().ServiceManager.createInstance("com.sun.star.awt.Toolkit")

    def work():
        deck_of(document, name).activate(True)
        toolkit.processEventsToIdle()
        while name == OURS and open_panels.of(document.getCurrentController().getFrame()) is None:
            time.sleep(0.001)
            toolkit.processEventsToIdle()

    toolkit.processEventsToIdle()
    begin = time.process_time()
    taken = timed(work), (time.process_time() - begin) * 1000
    assert deck_of(document, name).isActive()
    return taken


def measured(documents, patient):
    toolkit = XSCRIPTCONTEXT.getComponentContext().ServiceManager.createInstance("com.sun.star.awt.Toolkit")
    while patient and ahead.is_reading():
        time.sleep(0.001)
        toolkit.processEventsToIdle()
    document = documents[0]
    sidebar = document.getCurrentController().getSidebar()
    sidebar.setVisible(True)
    sidebar.showDecks(True)
    if not deck_of(document, FIRST).isActive():
        opening(document, FIRST)
    return {"others": opening(document, OTHERS), "ours": opening(document, OURS)}
"""


def main(offices: int) -> None:
    """Start offices one after the other, open decks, print."""
    hasty, patient = ([_one_office(waits) for _ in range(offices)] for waits in (False, True))
    print("opening a deck until it is painted, {} offices of each kind; medians".format(offices))
    for label, runs, name, begin, end in (
        ("Văn thư, first time in an office", patient, "ours", 0, 1),
        ("Văn thư, first time, at once", hasty, "ours", 0, 1),
        ("Văn thư, in a further window", patient, "ours", 1, None),
        ("Navigator, first time", hasty + patient, "others", 0, 1),
        ("Navigator, in a further window", patient, "others", 1, None),
    ):
        times = [one[name] for run in runs for one in run[begin:end]]
        taken, computed = (statistics.median(values) for values in zip(*times))
        print("{:<36}{:6.1f} ms   computing {:6.1f} ms".format(label, taken, computed))


def _one_office(patient: bool) -> List[Dict[str, Any]]:
    """Window after window, as a person opens them; what was taken in each."""
    with tempfile.TemporaryDirectory(prefix="vanthu-bench-") as folder, Desktop(Path(folder)) as desk:
        compileall.compile_dir(str(desk.extension), quiet=1)  # as the first use of an installed extension leaves it
        office = SimpleNamespace(profile=desk.folder / "profile", context=desk.context)
        windows = WINDOWS if patient else 1
        return [measure(office, SOURCE, [desk.open()], patient=patient) for _ in range(windows)]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
