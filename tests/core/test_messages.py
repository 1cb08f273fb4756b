"""Sentences for the clerk."""

from __future__ import annotations

import string
import unicodedata

import pytest
from core.factories import EXAMPLE, a_record, the_form, the_library, with_marks

from vanthu import messages
from vanthu.assess import assess
from vanthu.compose import compose
from vanthu.finding import Finding, FindingCode, Severity
from vanthu.record_file import load


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


def test_every_slot_has_a_name_for_people():
    library, record = the_library(), load(EXAMPLE)
    slots = compose(library.kind(record.kind), record, assess(library.form(record.form), record), library.paper)

    unnamed = [name for name in slots if name not in messages.SLOT_LABELS and not name.startswith("ke_")]
    assert unnamed == []


def test_every_sentence_template_is_well_formed():
    for name, value in vars(messages).items():
        if name.isupper() and isinstance(value, str):
            assert list(string.Formatter().parse(value))
