"""One desk for all window tests; each test opens its own document on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator

import pytest
from window.desktop import Desktop, missing


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
