"""Digital transformation and learning citizens, as far as their rules are known."""

from __future__ import annotations

from decimal import Decimal

import pytest
from core.factories import FORMS

from vanthu.data_error import DataError
from vanthu.demand import DIGITAL_GRADES
from vanthu.related import citizen_rule_from, digital_rule_from
from vanthu.toml import read

DIGITAL = digital_rule_from(read(FORMS / "related" / "chuyen-doi-so.toml"), "chuyen-doi-so.toml")
CITIZEN = citizen_rule_from(read(FORMS / "related" / "cong-dan-hoc-tap.toml"), "cong-dan-hoc-tap.toml")


def numbers(*texts):
    return [Decimal(text) for text in texts]


@pytest.mark.parametrize(
    ("points", "label", "uncertain"),
    [
        (("49.99", "100"), "chưa đáp ứng", False),
        (("50", "100"), "đáp ứng cơ bản", True),
        (("50.01", "74.99"), "đáp ứng cơ bản", False),
        (("75", "90"), "đáp ứng tốt", True),
        (("75.01", "76"), "đáp ứng tốt", False),
        (("0", "0"), "chưa đáp ứng", False),
    ],
)
def test_the_weaker_group_decides_and_the_thresholds_themselves_are_uncertain(points, label, uncertain):
    result = DIGITAL.judge(numbers(*points))

    assert (result.label, result.uncertain) == (label, uncertain)
    assert result.grade is None or result.grade.id in DIGITAL_GRADES


@pytest.mark.parametrize(
    ("indices", "reached", "missing", "low"),
    [
        (("8",) * 10, True, "0", ()),
        (("8",) * 9 + ("7.5",), False, "0.5", ()),
        (("10",) * 9 + ("4.5",), False, "0", (10,)),
        (("10",) * 9 + ("5",), True, "0", ()),
    ],
)
def test_a_learning_citizen_has_eighty_points_and_no_index_below_five(indices, reached, missing, low):
    result = CITIZEN.judge(numbers(*indices))

    assert (result.reached, result.missing, result.low_indices) == (reached, Decimal(missing), low)
    assert result.points == sum(numbers(*indices))


@pytest.mark.parametrize("points", [("50",), ("-1", "5"), ("101", "5")])
def test_impossible_points_are_an_error(points):
    with pytest.raises(DataError):
        DIGITAL.judge(numbers(*points))


@pytest.mark.parametrize(
    ("points", "words"), [(("50",), "điểm: cần 2 số, đã nhập 1"), (("101", "5"), "điểm: phải từ 0 đến 100")]
)
def test_impossible_points_are_told_in_words_of_the_catalog(points, words):
    with pytest.raises(DataError) as caught:
        DIGITAL.judge(numbers(*points))

    assert str(caught.value) == words


def test_more_points_than_there_are_is_an_error():
    with pytest.raises(DataError, match="từ 0 đến 100"):
        CITIZEN.judge(numbers(*["10"] * 11))


@pytest.mark.parametrize(
    ("read_rule", "name"), [(digital_rule_from, "chuyen-doi-so.toml"), (citizen_rule_from, "cong-dan-hoc-tap.toml")]
)
def test_a_rule_of_another_version_is_refused(read_rule, name):
    newer = {**read(FORMS / "related" / name), "schema": 2}

    with pytest.raises(DataError, match="schema: phiên bản tệp chưa được hỗ trợ; được phép: 1"):
        read_rule(newer, name)
