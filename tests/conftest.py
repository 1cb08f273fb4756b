"""No test reads or writes the settings of the person who runs it."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Iterator

import pytest

_numbers = count(1)


@pytest.fixture(scope="session", autouse=True)
def settings_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """For offices that live longer than one test."""
    folder = tmp_path_factory.mktemp("settings")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VANTHU_SETTINGS", str(folder))
        yield folder


@pytest.fixture(autouse=True)
def settings(settings_of_the_run: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of Văn thư's settings in this test; it does not exist yet."""
    folder = settings_of_the_run / str(next(_numbers))
    monkeypatch.setenv("VANTHU_SETTINGS", str(folder))
    return folder
