"""Types of unit as a form offers them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from core.factories import the_library

from vanthu import messages
from vanthu.record import UNIT_TYPES, Record
from vanthu.unit_choice import asks_disadvantaged, asks_ownership, chosen, unit_choices, with_unit_choice

UNITS = the_library().form("dvht-2023")
COMMUNITIES = the_library().form("cdht-2023")
POINTS = the_library().form("dvht-2020")


def test_a_type_in_both_scopes_is_offered_for_each_of_them():
    titles = [choice.title for choice in unit_choices(UNITS)]

    assert titles[:5] == [
        *("Cơ quan (cấp huyện)", "Cơ quan (cấp tỉnh)", "Đơn vị sự nghiệp (cấp huyện)", "Đơn vị sự nghiệp (cấp tỉnh)"),
        "Ủy ban nhân dân cấp xã",
    ]
    assert len(set(titles)) == len(titles) == 17


def test_a_form_offers_only_the_types_that_its_scopes_name():
    assert [choice.title for choice in unit_choices(COMMUNITIES)] == ["Xã", "Huyện", "Tỉnh"]
    assert unit_choices(POINTS) == ()


def test_every_type_of_unit_has_a_name():
    assert set(messages.UNIT_TYPES) == set(UNIT_TYPES)


@pytest.mark.parametrize("choice", unit_choices(UNITS), ids=lambda choice: choice.title)
def test_what_was_chosen_is_found_again_in_the_record(choice):
    record = with_unit_choice(Record("dvht-2023", 2025), choice)

    assert chosen(UNITS, record) == choice


def test_a_record_without_a_scope_stands_for_the_one_that_the_form_takes():
    record = Record("dvht-2023", 2025, unit_type="co-quan")

    assert chosen(UNITS, record).title == "Cơ quan (cấp huyện)"
    assert chosen(UNITS, replace(record, scope="cap-tinh")).title == "Cơ quan (cấp tỉnh)"
    assert chosen(UNITS, replace(record, unit_type="tieu-hoc", scope="cap-huyen")).title == "Trường tiểu học"


@pytest.mark.parametrize("unit_type", ["", "tinh"])
def test_a_record_of_no_type_that_the_form_knows_stands_for_no_choice(unit_type):
    assert chosen(UNITS, Record("dvht-2023", 2025, unit_type=unit_type)) is None


def test_a_form_asks_only_for_what_changes_its_result():
    assert [asks_ownership(form) for form in (UNITS, COMMUNITIES, POINTS)] == [True, False, False]
    assert [asks_disadvantaged(form) for form in (UNITS, COMMUNITIES, POINTS)] == [False, True, False]
