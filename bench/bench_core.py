"""How long the core takes: assessing a whole record of each form, and loading all forms.

python bench/bench_core.py [RUNS]
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
for folder in ("core", "tests"):
    sys.path.insert(0, str(PROJECT / folder))

from core.test_cases import CASES, record_of  # noqa: E402  (the path is set above)

from vanthu.library import load_forms, load_library  # noqa: E402


def median_ms(work, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main(runs: int) -> None:
    library = load_library(PROJECT / "forms")
    for form_id, case in {form_id: case for form_id, case in CASES if case["start"] != "empty"}.items():
        record = record_of(form_id, case)
        print("assess {:<12} {:.3f} ms".format(form_id, median_ms(lambda record=record: library.assess(record), runs)))
    folder, few = PROJECT / "forms", max(5, runs // 10)
    print("load all forms      {:.1f} ms".format(median_ms(lambda: load_forms(folder), few)))
    print("load the library    {:.1f} ms".format(median_ms(lambda: load_library(folder), few)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
