"""The organisation's profile in a session: new documents begin with it, old ones keep their own."""

from __future__ import annotations

import pytest
from core.factories import EXAMPLE

from vanthu import messages
from vanthu.profile import profile_of
from vanthu.profile_file import FILE_NAME, load, save
from vanthu.record import Signer, Unit
from vanthu.record_file import load as load_record

pytestmark = pytest.mark.office

SHOWN = ("year", "unit.parent", "unit.name", "unit.short", "unit.place")


@pytest.fixture
def begin(office):
    """Opens new documents and closes them after the test; gives the session of each."""
    from vanthu_uno.open_sessions import session_of

    documents = []

    def new_session():
        documents.append(office.new_writer())
        return session_of(documents[-1])

    yield new_session
    for document in documents:
        office.close(document)


def test_a_new_document_begins_with_the_profile(begin, settings):
    example = load_record(EXAMPLE)
    save(profile_of(example), settings / FILE_NAME)

    record = begin().record

    assert (record.unit, record.signer, record.unit_type) == (example.unit, example.signer, example.unit_type)
    assert record.typed == ()


def test_what_the_panel_does_not_show_is_remembered_too(begin, settings):
    session = begin()
    session.set_record(load_record(EXAMPLE))

    assert session.remember(SHOWN) == messages.PROFILE_KEPT

    assert load(settings / FILE_NAME).signer == load_record(EXAMPLE).signer


def test_a_field_emptied_in_the_panel_is_empty_next_time(begin, settings):
    save(profile_of(load_record(EXAMPLE)), settings / FILE_NAME)
    session = begin()
    session.set_fact("unit.parent", "")

    session.remember(SHOWN)

    assert begin().fact("unit.parent") == ""
    assert begin().record.signer != Signer()


def test_a_broken_profile_is_told_and_stops_nobody(begin, settings):
    settings.mkdir()
    (settings / FILE_NAME).write_text("{", encoding="utf-8")

    session = begin()

    assert "JSON sai cú pháp" in session.notice
    assert session.record.unit == Unit()
    session.set_fact("unit.name", "Trường Tiểu học")
    assert session.remember(SHOWN) == messages.PROFILE_KEPT
    assert begin().notice == ""
    assert len(list(settings.iterdir())) == 2  # the broken one is set aside


def test_a_profile_that_cannot_be_kept_is_one_sentence(begin, settings):
    session = begin()
    session.set_fact("unit.name", "Trường Tiểu học")
    settings.write_text("đây là một tệp", encoding="utf-8")

    assert "không ghi được tệp" in session.remember(SHOWN)
