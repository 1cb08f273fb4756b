"""Lập cho năm sau: from the document of one year to an untitled one of the next."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from core.factories import EXAMPLE

from vanthu import messages
from vanthu.record_file import load
from vanthu_docx.house import template

pytestmark = pytest.mark.office

KIND = "bao-cao-tu-danh-gia"


@pytest.fixture
def filled(office, tmp_path):
    """The report of a record, filled and saved as the clerk left it."""
    from vanthu_uno.open_sessions import session_of

    documents = []

    def fill(record, kind=KIND):
        documents.append(office.open(shutil.copy(template(kind), tmp_path / "năm cũ.docx")))
        session = session_of(documents[-1])
        session.set_record(record)
        session.fill()
        documents[-1].setModified(False)
        return documents[-1], session

    yield fill
    for document in documents:
        office.close(document)


@pytest.fixture
def roll(office, monkeypatch):
    """Does what the command does; closes what it opened. Here no extension is installed that brings templates."""
    monkeypatch.setenv("VANTHU_TEMPLATES", str(template(KIND).parent))
    from vanthu_uno.next_document import open_next
    from vanthu_uno.open_sessions import session_of

    opened = []

    def next_of(document):
        found, sentence = open_next(office.context, document, session_of(document))
        opened.extend([found] if found is not None else [])
        return found, sentence

    yield next_of
    for document in opened:
        office.close(document)


def test_the_document_of_the_next_year_is_new_untitled_and_filled(filled, roll):
    from vanthu_uno.open_sessions import session_of

    record = replace(load(EXAMPLE), year=2022, stated=())
    old, session = filled(record)
    before = old.Text.getString()

    new, sentence = roll(old)

    assert sentence.splitlines() == [
        messages.NEXT_OPENED,
        "Năm đánh giá: 2022 thành 2023.",
        messages.NEXT_ANSWERS.format(typed=len(record.typed), evidence=0),
        messages.NEXT_NUMBER,
        *[line for line in sentence.splitlines() if line == messages.NEXT_NARRATIVE.format(year=2022)],
    ]
    assert (new.getURL(), new.isModified(), new.getUndoManager().isUndoPossible()) == ("", False, False)
    made = session_of(new).record
    assert (made.year, made.form, made.unit, made.signer, made.typed) == (
        2023,
        "dvht-2020",
        record.unit,
        record.signer,
        (),
    )
    assert "{{" not in new.Text.getString()
    assert "…" in new.Text.getString()
    assert (old.Text.getString(), old.isModified(), session.record) == (before, False, record)


def test_where_the_rules_have_changed_the_new_document_follows_the_new_ones(filled, roll):
    from vanthu_uno.open_sessions import session_of

    old, _ = filled(load(EXAMPLE))

    new, sentence = roll(old)

    made = session_of(new).record
    assert (made.year, made.form) == (2024, "dvht-2023")
    assert "đã hết hiệu lực" in sentence
    assert session_of(new).fill().sentence == messages.NOTHING_TO_FILL


def test_a_document_without_a_record_is_told_so_and_nothing_opens(office, roll):
    document = office.new_writer()
    try:
        assert roll(document) == (None, messages.NEXT_WITHOUT_RECORD)
        assert not document.isModified()
    finally:
        office.close(document)


def test_a_kind_that_the_new_rules_do_not_know_is_told_and_nothing_opens(filled, roll):
    record = replace(load(EXAMPLE), form="cdht-2014", year=2024, kind="bien-ban-tu-kiem-tra", typed=())
    old, _ = filled(record, "bien-ban-tu-kiem-tra")

    new, sentence = roll(old)

    assert new is None
    assert sentence.splitlines()[-1] == messages.NEXT_WITHOUT_KIND
    assert "thay bằng “chưa chọn”" in sentence


def test_data_of_a_newer_version_is_not_rolled_forward(filled, roll, office, tmp_path):
    old, _ = filled(load(EXAMPLE))
    old.getDocumentProperties().getUserDefinedProperties().setPropertyValue("vanthu.01", "@@@@")
    office.store(old, tmp_path / "hỏng.odt")
    broken = office.open(tmp_path / "hỏng.odt")
    try:
        new, sentence = roll(broken)
        assert (new, "đã hỏng" in sentence) == (None, True)
    finally:
        office.close(broken)
