"""One desk for all window tests; each test opens its own document on it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Iterator

import pytest
from window.desktop import PROJECT, Desktop, missing
from window.eyes import Blind, look_at_dialogs


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    lacking = missing()
    if lacking:
        pytest.skip(f"a window test needs {', '.join(lacking)}")
    with Desktop(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture
def log(desk: Desktop) -> Iterator[Path]:
    """The extension's own log; a test ends with nothing written in it."""
    path = desk.folder / "profile" / "user" / "vanthu.log"
    yield path
    written = path.read_text(encoding="utf-8") if path.exists() else ""
    path.unlink(missing_ok=True)
    assert written == ""


@pytest.fixture
def report(desk: Desktop, log: Path) -> Iterator[Any]:
    """A new self-assessment report with the deck open, as the menu makes it."""
    document = desk.new_report()
    yield document
    desk.close_document(document)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """A picture of the screen for each window test that fails: out/failed-<test>.png."""
    report = yield
    desk = getattr(item, "funcargs", {}).get("desk")
    if desk is not None and report.when != "teardown" and report.failed:
        name = re.sub(r"\W+", "-", item.name).strip("-")  # no brackets: ImageMagick takes them for a choice of pages
        desk.screenshot(PROJECT / "out" / f"failed-{name}.png")
        report.sections.append(("what the screen shows", on_screen(desk)))
    return report


def on_screen(desk: Desktop) -> str:
    """For whoever gets no picture: what stands in every window, and in the dialogs (the last part)."""
    try:
        parts = [desk.things(document) for document in desk.documents()]
        return "\n\n".join("\n".join(map(str, part)) for part in (*parts, look_at_dialogs(desk.context)))
    except (AssertionError, Blind) as unseen:
        return str(unseen)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Iterator[None]:
    try:
        yield
    except Blind as blind:
        pytest.skip(str(blind))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    try:
        yield
    except Blind as blind:
        pytest.skip(str(blind))
