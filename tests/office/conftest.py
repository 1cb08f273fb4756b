"""One office for the whole run; every test opens its own documents in it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Callable, Iterator, List

import pytest
from core.factories import EXAMPLE
from office.office_process import Office, OfficeMissing, start

from vanthu.record import Record
from vanthu.record_file import load
from vanthu_docx.house import template

KIND = "bao-cao-tu-danh-gia"


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
    from vanthu_uno.open_sessions import session_of

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


@pytest.fixture
def opened(office):
    """Opens documents and closes them after the test."""
    documents = []

    def open_document(path, **options):
        documents.append(office.open(path, **options))
        return documents[-1]

    yield open_document
    for document in documents:
        office.close(document)


@pytest.fixture
def blank(office):
    """A new text document."""
    document = office.new_writer()
    yield document
    office.close(document)


@pytest.fixture
def session_for(office):
    from vanthu_uno.open_sessions import session_of

    return session_of


@pytest.fixture
def raw(tmp_path):
    """A copy of the template, as a clerk would have it."""
    return shutil.copy(template(KIND), tmp_path / "mau.docx")


@pytest.fixture
def filled(opened, session_for, raw):
    """The example report, filled by a session into the raw template."""
    document = opened(raw)
    session = session_for(document)
    session.set_record(load(EXAMPLE))
    report = session.fill()
    assert report.sentence.startswith("Đã điền")
    return document, session


def text_of(document):
    """All text of the document, tables included, as a reader sees it."""
    cells = [
        document.TextTables.getByIndex(number).getCellByName(name).getString()
        for number in range(document.TextTables.getCount())
        for name in document.TextTables.getByIndex(number).getCellNames()
    ]
    return document.Text.getString().replace("\r\n", "\n"), tuple(cells)


@pytest.fixture
def panel_in(office: Office) -> Iterator[Callable[[Any], Any]]:
    """Makes the panel for a document, with true controls, as the sidebar does."""
    from vanthu_uno import factory

    panels: List[Any] = []

    def panel(document: Any) -> Any:
        frame = document.getCurrentController().getFrame()
        url = "private:resource/toolpanel/VanthuPanelFactory/Panel"
        panels.append(factory._panel(office.context, frame, frame.getContainerWindow(), url, None))
        return panels[-1]

    yield panel
    for made in panels:
        made.dispose()
