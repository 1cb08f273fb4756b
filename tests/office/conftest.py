"""One office for the whole run; every test opens its own documents in it."""

from __future__ import annotations

from typing import Iterator

import pytest
from office.office_process import Office, OfficeMissing, start


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A headless LibreOffice; tests that need it are skipped, with the reason, where there is none."""
    try:
        running = start(tmp_path_factory.mktemp("office"))
    except OfficeMissing as missing:
        pytest.skip("cần LibreOffice: {}".format(missing))
    yield running
    running.stop()
