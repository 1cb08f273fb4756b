"""One office for the whole run; every test opens its own documents in it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Callable, Iterator

import pytest
from office.office_process import Office, OfficeMissing, start

from vanthu.record import Record
from vanthu_docx.house import template


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A headless LibreOffice; tests that need it are skipped, with the reason, where there is none."""
    try:
        running = start(tmp_path_factory.mktemp("office"))
    except OfficeMissing as missing:
        pytest.skip("cần LibreOffice: {}".format(missing))
    yield running
    running.stop()


@pytest.fixture
def fill_in_writer(office: Office) -> Callable[[str, Record, Path], Path]:
    """Fills the template of a kind in Writer, as the sidebar does, and stores it."""
    from vanthu_uno.session import session_of

    def filled(kind: str, record: Record, target: Path) -> Path:
        document = office.open(shutil.copy(template(kind), target.with_name("mẫu " + target.name)))
        try:
            session = session_of(document)
            session.set_record(record)
            session.fill()
            office.store(document, target)
        finally:
            office.close(document)
        return target

    return filled
