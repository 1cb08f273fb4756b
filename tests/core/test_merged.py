"""A step that is taken back after something else was typed."""

from __future__ import annotations

from dataclasses import replace

from core.factories import a_record

from vanthu.memory import Memory
from vanthu.merged import merged
from vanthu.record import Unit, with_evidence, with_score, with_unit_fact

BEFORE = Memory(a_record({"1.a": "10", "1.b": "9"}, unit=Unit(name="Phòng Nội vụ")), {"nam": ("m",)})
READ = with_score(with_score(with_evidence(BEFORE.record, "1.a", ("Kế hoạch",)), "1.b", "8"), "1.c", "7")
AFTER = Memory(replace(READ, stated=(("total", "98"),)), {"nam": ("m",), "bang_diem/0/3": ("n",)})


def test_without_anything_typed_since_all_is_as_before_the_step():
    assert merged(AFTER, AFTER, BEFORE) is BEFORE


def test_what_the_step_brought_goes_and_what_was_typed_since_stays():
    typed = with_score(with_unit_fact(AFTER.record, "place", "K"), "2.a", "5")

    back = merged(replace(AFTER, record=typed), AFTER, BEFORE)

    assert back.record == with_score(with_unit_fact(BEFORE.record, "place", "K"), "2.a", "5")
    assert back.written == BEFORE.written
    again = merged(back, BEFORE, AFTER)
    assert dict(again.record.typed) == dict(typed.typed)
    assert replace(again, record=replace(again.record, typed=typed.typed)) == replace(AFTER, record=typed)


def test_a_line_that_was_typed_anew_since_keeps_that():
    typed = with_score(AFTER.record, "1.b", "6")

    back = merged(replace(AFTER, record=typed), AFTER, BEFORE)

    assert dict(back.record.typed) == {"1.a": "10", "1.b": "6"}
    assert (back.record.evidence, back.record.stated) == ({}, ())


def test_a_line_that_was_taken_away_since_stays_away():
    typed = with_evidence(with_score(AFTER.record, "1.b", ""), "1.a", ())

    back = merged(replace(AFTER, record=typed), AFTER, BEFORE)

    assert (dict(back.record.typed), back.record.evidence) == ({"1.a": "10"}, {})


def test_a_score_that_was_given_twice_comes_back_so():
    twice = replace(BEFORE, record=replace(BEFORE.record, typed=(("1.a", "1"), ("1.A", "2"))))
    once = replace(twice, record=replace(twice.record, typed=(("1.a", "2"),)))
    typed = replace(once, record=with_score(once.record, "1.b", "3"))

    assert merged(typed, once, twice).record.typed == (("1.a", "1"), ("1.A", "2"), ("1.b", "3"))
