"""How long a press on "Điền vào văn bản" takes: the whole session – compose, read, plan, write, keep – in the report.

    python bench/bench_fill_report.py [PRESSES]

Prints medians on the office's main thread: the first press on the raw template (24 table rows, about 30 slots),
a press after every score changed (and the last five of these: none may take longer than those before), a press with
nothing to do, and in the same run the floor: as many plain ``setString`` calls under a lock, into the same places.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, Dict

from in_office import PROJECT, measure
from office.office_process import start

TEMPLATE = PROJECT / "templates" / "docx" / "bao-cao-tu-danh-gia.docx"
RECORD = PROJECT / "forms" / "examples" / "001.toml"
DOCUMENTS = 12

SOURCE = '''
from dataclasses import replace
from pathlib import Path
from vanthu.record_file import load
from vanthu_uno.open_sessions import session_of


def other(record, turn):
    """The record with another value in every place that the clerk can type."""
    score = "2" if turn % 2 else "1"
    unit = replace(record.unit, **{name: "Đơn vị %d" % turn for name in vars(record.unit)})
    return replace(record, year=2000 + turn, unit=unit, typed=tuple((name, score) for name, _ in record.typed),
                   text={name: ("Đoạn văn số %d." % turn,) * len(lines) for name, lines in record.text.items()})


def targets(document):
    marks = document.getBookmarks()
    anchors = [marks.getByIndex(number).getAnchor() for number in range(marks.getCount())]
    table = marks.getByName("bang_diem").getAnchor().TextTable
    cells = [table.getCellByName(column + str(row)) for row in range(2, table.Rows.Count) for column in "ABCD"]
    return [document, *anchors, *cells]


def measured(documents, record, presses):
    example = load(Path(record))
    sessions = [session_of(document) for document in documents]
    for session in sessions:
        session.set_record(example)
    first = [timed(session.fill) for session in sessions]
    again, idle = [], []
    for turn in range(presses):
        sessions[0].set_record(other(example, turn))
        again.append(timed(sessions[0].fill))
        idle.append(timed(sessions[0].fill))
    places = targets(documents[-1])
    floor = [plain_writes(places, turn) for turn in range(presses)]
    answer = {"first": first, "again": again, "late": again[-5:], "idle": idle, "floor": floor}
    return {**{name: statistics.median(times) for name, times in answer.items()}, "places": len(places) - 1}
'''


def main(presses: int) -> None:
    """Start an office, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = start(folder)
        try:
            # A file each: the office would show one file twice as the same document.
            copies = [shutil.copy(TEMPLATE, folder / "mau-{}.docx".format(n)) for n in range(DOCUMENTS)]
            documents = [office.open(Path(copy)) for copy in copies]
            result = measure(office, SOURCE, documents, record=str(RECORD), presses=presses)
            for document in documents:
                office.close(document)
        finally:
            office.stop()
    print(report(result, presses))


def report(result: Dict[str, Any], presses: int) -> str:
    """A line each; each ratio says how far a press is from doing nothing but writing."""
    labels = {
        "first": "first press, raw template",
        "again": "press with every value changed",
        "late": "the last five of these",
        "idle": "press with nothing to do",
        "floor": "floor: {} plain setString".format(result["places"]),
    }
    lines = ["fill of the report, {} presses; median on the office's main thread".format(presses)]
    for name, label in labels.items():
        ratio = result[name] / result["floor"]
        lines.append("{:<34}{:6.1f} ms   {:.2f} × floor".format(label, result[name], ratio))
    return "\n".join(lines)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25)
