"""Sentences for the clerk."""

from __future__ import annotations

import string
import unicodedata

import pytest
from core.factories import a_record, an_example, the_form, the_library, with_marks

from vanthu import file_messages, messages
from vanthu.assess import assess
from vanthu.compose import compose
from vanthu.finding import Finding, FindingCode, Severity
from vanthu.record import Record


@pytest.mark.parametrize("code", list(FindingCode))
def test_every_finding_has_a_sentence_that_ends_and_a_severity(code):
    words = messages.FINDINGS[code]

    assert words.endswith((".", "."))
    assert unicodedata.is_normalized("NFC", words)
    assert isinstance(code.severity, Severity)


def test_a_very_long_typed_text_is_quoted_short():
    words = messages.sentence(Finding(FindingCode.NOT_A_NUMBER, "1.a", "x\n" * 10_000))

    assert len(words) < 200
    assert "\n" not in words


def test_braces_in_typed_text_do_no_harm():
    [finding] = assess(the_form(), a_record(with_marks(a1="{typed}"))).findings

    assert "“{typed}”" in messages.sentence(finding)


@pytest.mark.parametrize("kind", the_library().kinds, ids=lambda kind: kind.id)
def test_every_slot_has_a_name_for_people(kind):
    library = the_library()
    records = [an_example(name) for name in ("000", "001", "002", "003-ke-hoach", "003-to-trinh", "004")]
    served = [record for record in (*records, a_commune()) if kind.serves(record.form)]

    slots = {name for record in served for name in compose(kind, record, library.assess(record), library.paper)}
    unnamed = [name for name in slots if messages.place_label(name) == name and not name.startswith("ke_")]
    assert served
    assert unnamed == []


def a_commune():
    return Record("cdht-2023", 2024, unit_type="xa")


def test_labels_are_in_order_and_no_two_slots_share_one():
    names, labels = list(messages.SLOT_LABELS), list(messages.SLOT_LABELS.values())

    assert names == sorted(names)
    assert sorted(set(labels)) == sorted(labels)
    assert all(unicodedata.is_normalized("NFC", label) for label in labels)


def test_every_sentence_template_is_well_formed():
    for name, value in [*vars(messages).items(), *vars(file_messages).items()]:
        if name.isupper() and isinstance(value, str):
            assert list(string.Formatter().parse(value))
