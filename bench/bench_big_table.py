"""How long a press takes that makes a table grow by hundreds and thousands of rows.

    python bench/bench_big_table.py [--window] [ROWS …]

For each number of rows: the first press on the raw template, a press with nothing to do, and Ctrl+Z; and in the same
run the floor, as many plain ``setString`` calls under a lock. They go into a table of 500 rows at most: in a longer
one each call takes longer than the one before. Without a window nothing is laid out; with ``--window`` the pages are in
it that the office lays out before it gives the document back, not those that follow while it idles.
"Computing" is what the office computed for the first press: on a busy machine the clock says little.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Dict, Iterator, List

from in_office import PROJECT, measure
from office.office_process import start
from window.desktop import Desktop

TEMPLATE = PROJECT / "templates" / "docx" / "bao-cao-tham-dinh.docx"
SIZES = (24, 500, 1_000, 3_000, 10_000)
RUNS = 3  # documents of each size
LINE = "{:>7}{:>13}{:>11}{:>9}{:>8}{:>10}{:>12}{:>9}"

SOURCE = '''
from vanthu.record import Record
from vanthu_uno.open_sessions import session_of

SLOT, KIND = "danh_sach_don_vi", "bao-cao-tham-dinh"


def units(count, turn):
    return tuple(("Đơn vị số %d, lượt %d" % (n, turn), "Mức độ %d" % (n % 2 + 1), "Đạt") for n in range(count))


def table_of(document):
    return document.getBookmarks().getByName(SLOT).getAnchor().TextTable


def says(document, count, turn):
    """Whether the first, the middle and the last row are right, and their number."""
    table = table_of(document)
    rows = [("A%d:D%d" % (n + 2, n + 2), (str(n + 1), *units(count, turn)[n])) for n in (0, count // 2, count - 1)]
    return table.getRows().getCount() == count + 1 and all(
        table.getCellRangeByName(name).getDataArray() == (cells,) for name, cells in rows)


def filled(document, count, turn):
    session = session_of(document)
    session.set_record(Record("dvht-2023", 2024, kind=KIND, rows={SLOT: units(count, turn)}))
    begin = time.process_time()
    taken = timed(session.fill), (time.process_time() - begin) * 1000
    assert says(document, count, turn)
    return session, taken


def floor_of(document, count):
    """The time of so many cells, from as many as stand in 500 rows."""
    rows = min(count, 500)
    filled(document, rows, 0)
    cells = [table_of(document).getCellByName(column + str(row + 2)) for row in range(rows) for column in "ABCD"]
    return statistics.median(plain_writes([document, *cells], turn) for turn in range(3)) * count / rows


def measured(documents, count):
    *documents, other = documents
    times = {"first": [], "computing": [], "idle": [], "undo": [], "floor": [floor_of(other, count)]}
    for document in documents:
        session, taken = filled(document, count, 0)
        times["first"].append(taken[0])
        times["computing"].append(taken[1])
        times["idle"].append(timed(session.fill))
        times["undo"].append(timed(document.getUndoManager().undo))
    return {name: statistics.median(values) for name, values in times.items()}
'''


def main(sizes: List[int], window: bool) -> None:
    """Start an office, measure, print line by line."""
    where = "in a window" if window else "no window"
    print("table of N rows and four columns: ms on the office's main thread, {}".format(where))
    print(LINE.format("rows", "first press", "computing", "floor", "ratio", "µs a row", "idle press", "Ctrl+Z"))
    with tempfile.TemporaryDirectory() as name, (_shown if window else _hidden)(Path(name)) as office:
        for count in sizes:
            print(line(count, _measured(office, Path(name), count)), flush=True)


@contextlib.contextmanager
def _hidden(folder: Path) -> Iterator[Any]:
    office = start(folder)
    try:
        yield office
    finally:
        office.stop()


@contextlib.contextmanager
def _shown(folder: Path) -> Iterator[Any]:
    with Desktop(folder) as desk:
        yield SimpleNamespace(profile=desk.folder / "profile", context=desk.context, open=desk.open, close=_close)


def _close(document: Any) -> None:
    document.close(True)


def _measured(office: Any, folder: Path, count: int) -> Dict[str, Any]:
    copies = [folder / "mau-{}-{}.docx".format(count, run) for run in range(1 + RUNS)]
    documents = [office.open(Path(shutil.copy(TEMPLATE, copy))) for copy in copies]
    result = measure(office, SOURCE, documents, count=count)
    for document in documents:
        office.close(document)
    return result


def line(count: int, one: Dict[str, float]) -> str:
    """One size; the ratio says how far the press is from doing nothing but writing."""
    ratios = [one["first"] / one["floor"], one["first"] / count * 1000]
    first, computing, floor, ratio, each = (
        "{:.0f}".format(n) if n > 20 else "{:.1f}".format(n)
        for n in (one["first"], one["computing"], one["floor"], *ratios)
    )
    return LINE.format(
        count, first, computing, floor, ratio, each, "{:.0f}".format(one["idle"]), "{:.0f}".format(one["undo"])
    )


if __name__ == "__main__":
    arguments = sys.argv[1:]
    chosen = [int(size) for size in arguments if size != "--window"] or list(SIZES)
    main(chosen, "--window" in arguments)
