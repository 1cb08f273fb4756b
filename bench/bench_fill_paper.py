"""How long Writer takes to fill a report: 30 texts and a table of 24 × 4 cells, measured on the office's main thread.

    python bench/bench_fill_paper.py [FILLS]

Prints the median of first fills from the raw template, of fills that change every value, and the floor of the same
run: as many plain ``setString`` calls under a lock, into the same cells and bookmarks.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Dict, List

PROJECT = Path(__file__).resolve().parent.parent
for folder in ("core", "extension/pythonpath", "tests"):
    sys.path.insert(0, str(PROJECT / folder))

from office.office_process import Office, start  # noqa: E402  (the path is set above)
from office.raw_template import raw_template  # noqa: E402

TEXTS = 30
ROWS = 24
TITLE = "Điền văn bản"

MACRO = '''
import json, statistics, sys, threading, time, traceback
import unohelper
from com.sun.star.awt import XCallback

sys.path[:0] = {paths!r}
from vanthu.slots import Row, Table, Text
from vanthu_uno.paper import Paper


class OnMainThread(unohelper.Base, XCallback):
    def __init__(self, work):
        self.work = work

    def notify(self, data):
        self.work()


def measure(jobs, fills):
    """The panel fills on the main thread; a macro called from outside runs beside it and waits for locks."""
    answer, done = {{}}, threading.Event()

    def work():
        try:
            answer.update(measured(jobs, fills))
        except BaseException:
            answer["error"] = traceback.format_exc()
        done.set()

    context = XSCRIPTCONTEXT.getComponentContext()
    callback = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)
    callback.addCallback(OnMainThread(work), None)
    done.wait(300)
    return json.dumps(answer)


def slots(turn):
    kinds = ["nhom" if row % 5 == 0 else "tieu_chi" for row in range({rows})]
    table = Table((), tuple(Row(kind, tuple("%d.%d lượt %d" % (row, column, turn) for column in range(4)))
                            for row, kind in enumerate(kinds)))
    changes = {{"o_%d" % number: Text("Giá trị thứ %d, lượt %d" % (number, turn)) for number in range({texts})}}
    changes["bang_diem"] = table
    return changes, {{"bang_diem": kinds}}


def timed(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def fill(document, turn):
    changes, kinds = slots(turn)
    return timed(lambda: Paper(document, {{"bang_diem"}}).write(changes, {title!r}, kinds))


def floor(document, turn):
    bookmarks = document.getBookmarks()
    anchors = [bookmarks.getByName("o_%d" % number).getAnchor() for number in range({texts})]
    table = bookmarks.getByName("bang_diem").getAnchor().TextTable
    cells = [table.getCellByName(column + str(row + 2)) for row in range({rows}) for column in "ABCD"]

    def work():
        document.lockControllers()
        for number, target in enumerate(anchors + cells):
            target.setString("Giá trị thứ %d, lượt %d" % (number, turn))
        document.unlockControllers()

    return timed(work)


def measured(documents, fills):
    first = [fill(document, 0) for document in documents]
    again = [fill(documents[0], 1 + turn) for turn in range(fills)]
    plain = [floor(documents[-1], turn) for turn in range(fills)]
    return {{"first": statistics.median(first), "again": statistics.median(again), "floor": statistics.median(plain)}}
'''


def main(fills: int) -> None:
    """Start an office, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = start(folder)
        try:
            result = _measure(office, folder, fills)
        finally:
            office.stop()
    print(report(result, fills))


def _measure(office: Office, folder: Path, fills: int) -> Dict[str, Any]:
    macros = office.profile / "user" / "Scripts" / "python"
    macros.mkdir(parents=True, exist_ok=True)
    paths = [str(PROJECT / "core"), str(PROJECT / "extension" / "pythonpath")]
    macro = MACRO.format(paths=paths, rows=ROWS, texts=TEXTS, title=TITLE)
    (macros / "fill_paper.py").write_text(macro, encoding="utf-8")
    documents = _templates(office, folder, min(fills, 15))
    answer = json.loads(_script(office).invoke((tuple(documents), fills), (), ())[0])
    for document in documents:
        office.close(document)
    if "error" in answer:
        raise SystemExit(answer["error"])
    return dict(answer)


def _templates(office: Office, folder: Path, count: int) -> List[Any]:
    # A file each: the office would show one file twice as the same document.
    paths = [raw_template(folder / "mau-{}.docx".format(number), TEXTS) for number in range(count)]
    return [office.open(path) for path in paths]


def _script(office: Office) -> Any:
    manager = office.context.ServiceManager
    factory = manager.createInstanceWithContext(
        "com.sun.star.script.provider.MasterScriptProviderFactory", office.context
    )
    location = "vnd.sun.star.script:fill_paper.py$measure?language=Python&location=user"
    return factory.createScriptProvider("").getScript(location)


def report(result: Dict[str, Any], fills: int) -> str:
    """Three lines; the ratio says how far a fill is from doing nothing but writing."""
    floor = result["floor"]
    lines = ["{} texts, {} × 4 cells, {} fills; median, on the main thread".format(TEXTS, ROWS, fills)]
    for key, label in (("first", "first fill from the raw template"), ("again", "fill that changes every value")):
        lines.append("{:<34}{:6.1f} ms   {:.2f} × floor".format(label, result[key], result[key] / floor))
    lines.append("{:<34}{:6.1f} ms".format("floor: as many plain setString", floor))
    return "\n".join(lines)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25)
