"""How long a keystroke in the sidebar takes, from the typed text to the updated deck, in a real window.

    python bench/bench_keystroke.py [KEYSTROKES]

Prints the median and the slowest of many score changes on the office's main thread, with the panel listening, and
in the same run the assessment alone. A frame lasts 16.7 ms.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

from in_office import PROJECT, measure
from window.desktop import Desktop

SOURCE = """
from vanthu_uno.open_sessions import session_of


def measured(documents, presses):
    session = session_of(documents[0])
    listeners = tuple(session._listeners)
    keys = [timed(lambda: session.set_score("1.b", str(turn % 10))) for turn in range(presses)]
    for listener in listeners:
        session.unsubscribe(listener)
    alone = [timed(lambda: session.set_score("1.b", str(turn % 10))) for turn in range(presses)]
    for listener in listeners:
        session.subscribe(listener)
    return {"keys": statistics.median(keys), "slowest": max(keys), "alone": statistics.median(alone),
            "panels": len(listeners)}
"""


def main(presses: int) -> None:
    """Open a new report with its deck, type, print."""
    with tempfile.TemporaryDirectory(prefix="vanthu-bench-") as folder, Desktop(Path(folder)) as desk:
        report = desk.new_report()
        office = SimpleNamespace(profile=desk.folder / "profile", context=desk.context)
        result = measure(office, SOURCE, [report], presses=presses)
    assert result["panels"] == 1, "the panel must listen"
    print("keystroke to updated deck   {keys:5.1f} ms   slowest {slowest:.1f} ms".format(**result))
    print("assessment alone            {alone:5.1f} ms".format(**result))


if __name__ == "__main__":
    assert PROJECT.is_dir()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
