"""./dev matrix: the tests that need an office, on three versions of LibreOffice, and one table of how they went.

The versions: this machine's own, and those of Debian 12's and Debian 13's backports, each in a Debian of its own under
.dev/chroots (made by the first run; ``rm -rf .dev/chroots`` makes them anew with the newest office). No test there has
a network. Every group of tests has a time limit, and no office ever runs with the developer's own profile. The group
``looks`` makes pictures of every panel and dialog, for a person to look at.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import List, NamedTuple, Sequence
from xml.etree import ElementTree

from chroots import PYTHON, Chroot, may_be_root, require, say, version_in

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / ".dev" / "chroots"
REPORTS = PROJECT / ".dev" / "matrix"
HERE = "here"
SUITES = ("bookworm", "trixie")
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")  # what has no mouse and no keyboard
GROUPS = {
    "office": ("tests/office", *SIDE_BY_SIDE),
    "window": ("tests/window",),
    "docx": ("tests/docx", "-m", "office", *SIDE_BY_SIDE),
    "looks": ("tests/matrix/looks.py",),
}
GROUP_SECONDS = 45 * 60
HANGING_SECONDS = 300  # a test that takes longer has its stack printed
SHOWN_FAILURES = 12
LINE = 200  # letters of a failure
PYTEST = (
    *("-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", f"faulthandler_timeout={HANGING_SECONDS}"),
    "--tb=short",  # a long one prints arguments, and printing an object of an office that has died ends Python
)


class Result(NamedTuple):
    """How one group of tests went on one office."""

    office: str
    group: str
    passed: int
    failed: int
    skipped: int
    seconds: float
    failures: Sequence[str]  # a line for each failed test

    @property
    def is_good(self) -> bool:
        """A group that ran nothing has shown nothing."""
        return self.failed == 0 and self.passed > 0


def main() -> int:
    chosen = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    shutil.rmtree(REPORTS, ignore_errors=True)
    results: List[Result] = []
    with tempfile.TemporaryDirectory(prefix="vanthu-matrix-") as folder:
        for place in chosen.place or (HERE, *SUITES):
            results += _on_this_machine(chosen) if place == HERE else _in_chroot(place, chosen, Path(folder))
    say("\n" + table(results))
    for result in results:
        for failure in result.failures[:SHOWN_FAILURES]:
            say(f"{result.office} {result.group}: {failure}")
        if len(result.failures) > SHOWN_FAILURES:
            say(f"{result.office} {result.group}: … and {len(result.failures) - SHOWN_FAILURES} more in its log")
    say(f"Reports, logs and pictures of failures: {REPORTS.relative_to(PROJECT)}")
    return 0 if all(result.is_good for result in results) else 1


def table(results: Sequence[Result]) -> str:
    """One line for each group of tests.

    >>> print(table([Result("7.4.7.2 (here)", "office", 84, 1, 0, 61.2, [])]))
    LibreOffice                group    passed  failed  skipped    time
    7.4.7.2 (here)             office       84       1        0    61 s
    """
    lines = [f"{'LibreOffice':<26} {'group':<8} {'passed':>6} {'failed':>7} {'skipped':>8} {'time':>7}"]
    for result in results:
        numbers = f"{result.passed:>6} {result.failed:>7} {result.skipped:>8} {result.seconds:>5.0f} s"
        lines.append(f"{result.office:<26} {result.group:<8} {numbers}")
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev matrix", description=__doc__.splitlines()[0])
    parser.add_argument("--packages", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--place", action="append", choices=(HERE, *SUITES), help="only there; can be given again")
    parser.add_argument("--group", action="append", choices=tuple(GROUPS), help="only these; can be given again")
    parser.add_argument("pytest", nargs="*", help="for pytest, after --, like: -- -k undo")
    return parser.parse_args()


def _on_this_machine(chosen: argparse.Namespace) -> List[Result]:
    said = subprocess.run(["soffice", "--version"], capture_output=True, timeout=60, check=True).stdout.decode("utf-8")
    office = f"{version_in(said)} ({HERE})"
    reports = _reports(HERE)
    results = []
    for group in chosen.group or GROUPS:
        say(f"{office}: {group}")
        command = [sys.executable, *PYTEST, f"--junitxml={reports / group}.xml", *GROUPS[group], *chosen.pytest]
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as home, (reports / f"{group}.log").open("wb") as log:
            limited = ["timeout", "--signal=INT", "--kill-after=60", str(GROUP_SECONDS), *command]
            environment = {**os.environ, "HOME": home}
            output = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
            code = subprocess.run(limited, cwd=PROJECT, env=environment, **output).returncode
        results.append(result_in(reports, office, group, time.monotonic() - started, code))
    return results


def _in_chroot(suite: str, chosen: argparse.Namespace, folder: Path) -> List[Result]:
    require("debootstrap", "unshare", "ip", "git", "tar")
    if not may_be_root():
        say(f"{suite}: making and entering another Debian needs an administrator (root, or sudo without a password)")
        return [Result(suite, group, 0, 0, 0, 0, ["not run"]) for group in chosen.group or GROUPS]
    project = _snapshot(folder / "project.tar")
    chroot = Chroot(suite, FOLDER)
    chroot.prepare(project, chosen.packages.split(), (PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    reports = _reports(suite)
    office = f"{chroot.office_version(project, reports)} ({suite})"
    results = []
    for group in chosen.group or GROUPS:
        say(f"{office}: {group}")
        command = [PYTHON, *PYTEST, f"--junitxml=/reports/{group}.xml", *GROUPS[group], *chosen.pytest]
        started = time.monotonic()
        code = chroot.run(project, reports, command, GROUP_SECONDS, reports / f"{group}.log")
        results.append(result_in(reports, office, group, time.monotonic() - started, code))
    return results


def _snapshot(target: Path) -> Path:
    """The project as it stands, committed or not, without what git ignores."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=PROJECT, check=True, capture_output=True, timeout=60).stdout
    standing = b"\0".join(name for name in names.split(b"\0") if name and (PROJECT / os.fsdecode(name)).exists())
    command = ["tar", "--create", "--file", str(target), "--null", "--files-from=-"]
    subprocess.run(command, cwd=PROJECT, input=standing, check=True, timeout=60)
    return target


def _reports(place: str) -> Path:
    folder = REPORTS / place
    folder.mkdir(parents=True)
    return folder


def result_in(reports: Path, office: str, group: str, seconds: float, code: int) -> Result:
    """What the report of a group says; a run that left none has failed."""
    try:
        suite = next(ElementTree.parse(reports / f"{group}.xml").getroot().iter("testsuite"))
    except (FileNotFoundError, ElementTree.ParseError):
        return Result(office, group, 0, 0, 0, seconds, [f"no report, exit code {code}; see its log"])
    counts = {name: int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")}
    failed = counts["failures"] + counts["errors"]
    passed = counts["tests"] - failed - counts["skipped"]
    failures = [_failure(case) for case in suite.iter("testcase") if case.find("failure") is not None]
    failures += [_failure(case) for case in suite.iter("testcase") if case.find("error") is not None]
    return Result(office, group, passed, failed, counts["skipped"], seconds, failures)


def _failure(case: ElementTree.Element) -> str:
    reason = next(part for part in case if part.tag in ("failure", "error"))
    return f"{case.get('classname')}::{case.get('name')}: {' '.join((reason.get('message') or '').split())}"[:LINE]


if __name__ == "__main__":
    sys.exit(main())
