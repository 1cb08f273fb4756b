"""Documents that another version of Văn thư wrote into."""

from __future__ import annotations

import base64
import json
import shutil
import zlib

import pytest

from vanthu import messages
from vanthu.memory import SCHEMA, from_properties
from vanthu_docx.house import template

pytestmark = pytest.mark.office

FIRST = {
    "schema": 1,
    "record": {"schema": 1, "form": "dvht-2020", "year": 2023, "kind": "bao-cao-tu-danh-gia", "typed": {"1.a": "10"}},
    "written": {},
    "kinds": {},
}


@pytest.fixture
def written_by(office, tmp_path):
    """The report, opened from a file into which some version stored its memory."""
    documents = []

    def opened(content):
        path = tmp_path / "bc.odt"
        packed = base64.b64encode(zlib.compress(json.dumps(content).encode("utf-8"))).decode("ascii")
        document = office.open(shutil.copy(template("bao-cao-tu-danh-gia"), tmp_path / "mẫu.docx"))
        document.getDocumentProperties().getUserDefinedProperties().addProperty("vanthu.01", 128, packed)
        office.store(document, path)
        office.close(document)
        documents.append(office.open(path))
        return documents[-1]

    yield opened
    for document in documents:
        office.close(document)


def stored_in(document):
    container = document.getDocumentProperties().getUserDefinedProperties()
    return {one.Name: container.getPropertyValue(one.Name) for one in container.getPropertySetInfo().getProperties()}


def test_a_kind_that_only_a_newer_version_knows_is_said_and_the_data_are_left_alone(written_by):
    from vanthu_uno.open_sessions import session_of

    record = {**FIRST["record"], "kind": "bao-cao-nam-sau"}
    document = written_by({**FIRST, "record": record})
    stored = stored_in(document)

    session = session_of(document)
    session.set_score("1.a", "9")

    assert "bao-cao-nam-sau" in session.notice
    assert session.fill().sentence == session.refusal
    assert stored_in(document) == stored


def test_what_an_older_version_stored_is_taken_up_and_stored_anew(written_by):
    from vanthu_uno.open_sessions import session_of

    document = written_by(FIRST)

    session = session_of(document)

    assert (session.notice, session.record.typed) == ("", (("1.a", "10"),))
    assert not document.isModified()  # to look at it changes nothing
    assert session.fill().sentence.startswith("Đã điền")
    again = from_properties(stored_in(document), "bc.odt")
    assert again.record == session.record
    assert "tong_diem" in again.written


def test_what_a_newer_version_stored_is_refused_in_one_sentence_and_kept(written_by, panel_in):
    document = written_by({**FIRST, "schema": SCHEMA + 1})
    before = stored_in(document)
    scores = panel_in(document).scores

    scores.control("score").setText("9")
    scores.fill()

    assert "bản Văn thư mới hơn ghi; hãy cập nhật Văn thư" in scores.control("status").getText()
    assert messages.NOTHING_TO_FILL not in scores.control("status").getText()
    assert stored_in(document) == before
    assert "{{ tong_diem }}" in document.Text.getString()
