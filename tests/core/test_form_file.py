"""Rule files: the shipped one against the law, and one broken file for each kind of mistake."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from core.factories import FORMS, PROJECT, the_library

from vanthu.data_error import DataError
from vanthu.form_file import form_from
from vanthu.layer import apply_layer, layer_from
from vanthu.toml import loads

OFFICIAL = loads((FORMS / "dvht" / "dvht-2020.toml").read_text(encoding="utf-8"))
LAYER = loads((FORMS / "dvht" / "dvht-2020.to-chuc.toml").read_text(encoding="utf-8"))
FORM = form_from(OFFICIAL, "dvht-2020.toml")
BROKEN = loads((PROJECT / "tests" / "forms" / "broken" / "mistakes.toml").read_text(encoding="utf-8"))
LAW = (PROJECT / "tests" / "forms" / "law" / "22-2020-TT-BGDDT-dieu-5-6.txt").read_text(encoding="utf-8")


def changed(values, path, value):
    """A copy of the tables with one value replaced or added, or removed where the value is "(bỏ)"."""
    head, _, rest = path.partition("/")
    key = int(head) if isinstance(values, list) else head
    copy = list(values) if isinstance(values, list) else dict(values)
    if rest:
        copy[key] = changed(values[key], rest, value)
    elif value == "(bỏ)":
        del copy[key]
    elif isinstance(copy, list) and key == len(copy):
        copy.append(value)
    else:
        copy[key] = value
    return copy


@pytest.mark.parametrize("mistake", BROKEN["form"], ids=lambda mistake: mistake["name"])
def test_a_broken_form_says_what_is_wrong_and_what_is_allowed(mistake):
    values = OFFICIAL
    for path, value in mistake["change"].items():
        values = changed(values, path, value)

    with pytest.raises(DataError) as caught:
        form_from(values, "hong.toml")

    assert str(caught.value).startswith("hong.toml: ")
    assert "\n" not in str(caught.value)
    for words in mistake["message"]:
        assert words in str(caught.value)


@pytest.mark.parametrize("mistake", BROKEN["layer"], ids=lambda mistake: mistake["name"])
def test_a_layer_may_not_change_what_the_law_fixes(mistake):
    values = LAYER
    for path, value in mistake["change"].items():
        values = changed(values, path, value)

    with pytest.raises(DataError) as caught:
        apply_layer(FORM, layer_from(values, "tang.toml"), FORM)

    for words in ["tang.toml: ", *mistake["message"]]:
        assert words in str(caught.value)


def test_the_official_form_stands_without_any_layer():
    form = form_from(OFFICIAL, "dvht-2020.toml")

    assert [plain.max_score for plain in form.children("3.a")] == [None] * 8
    assert sum(group.max_score for group in form.children("")) == form.max_score == Decimal(100)


def test_the_words_are_those_of_the_law():
    form = form_from(OFFICIAL, "dvht-2020.toml")
    law = " ".join(LAW.split())

    assert [criterion.id for criterion in form.criteria if criterion.label not in law] == []


def test_every_maximum_stands_in_the_law_behind_its_words():
    form = form_from(OFFICIAL, "dvht-2020.toml")
    law = " ".join(LAW.split())

    for criterion in form.criteria:
        if criterion.max_score is not None:
            [points] = re.findall(re.escape(criterion.label) + r" \(tối đa (\d+) điểm\)", law)
            assert Decimal(points) == criterion.max_score


def test_bands_begin_where_the_law_says():
    form = form_from(OFFICIAL, "dvht-2020.toml")
    law = " ".join(LAW.split())

    for band in form.bands[:-1]:
        assert "Loại {}: Tổng số điểm đạt được từ {} điểm".format(band.label.lower(), band.from_score) in law
    assert "Loại chưa đạt: Các trường hợp còn lại" in law


def test_every_line_and_band_names_its_article():
    form = form_from(OFFICIAL, "dvht-2020.toml")

    assert all(re.match(r"Điều 5 khoản \d", criterion.article) for criterion in form.criteria)
    assert all(re.match(r"Điều 6 khoản 3 điểm [abcd]", band.article) for band in form.bands)


def test_validity_ends_on_the_first_day_no_longer_in_force():
    form = the_library().form("dvht-2020")

    assert [form.in_force(date(*day)) for day in [(2020, 9, 20), (2020, 9, 21), (2024, 1, 25), (2024, 1, 26)]] == [
        False,
        True,
        True,
        False,
    ]


def test_a_form_without_an_end_is_in_force_for_good():
    form = form_from(changed(OFFICIAL, "effective_to", "(bỏ)"), "mo.toml")

    assert form.effective_to is None
    assert form.in_force(date(2099, 1, 1))
