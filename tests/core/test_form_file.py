"""Rule files: the shipped one against the law, and one broken file for each kind of mistake."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from core.factories import FORMS, PROJECT, the_library

from vanthu.data_error import DataError
from vanthu.demand import Measure
from vanthu.form_file import form_from
from vanthu.layer import apply_layer, layer_from
from vanthu.score import plain
from vanthu.toml import loads

OFFICIAL = loads((FORMS / "dvht" / "dvht-2020.toml").read_text(encoding="utf-8"))
LEVELS = loads((FORMS / "dvht" / "dvht-2023.toml").read_text(encoding="utf-8"))
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


MISTAKES = [(OFFICIAL, mistake) for mistake in BROKEN["form"]] + [(LEVELS, mistake) for mistake in BROKEN["levels"]]


@pytest.mark.parametrize(("values", "mistake"), MISTAKES, ids=[mistake["name"] for _, mistake in MISTAKES])
def test_a_broken_form_says_what_is_wrong_and_what_is_allowed(values, mistake):
    for path, value in mistake["change"].items():
        values = changed(values, path, value)

    with pytest.raises(DataError) as caught:
        form_from(values, "hong.toml")

    assert str(caught.value).startswith("hong.toml: ")
    assert "\n" not in str(caught.value)
    for words in mistake["message"]:
        assert words in str(caught.value)


@pytest.mark.parametrize("values", [OFFICIAL, LEVELS], ids=["points", "levels"])
def test_every_key_of_a_form_is_explained_beside_the_forms(values):
    explained = set(re.findall(r"`\[*([a-z_]+)", (FORMS / "README.md").read_text(encoding="utf-8")))

    with pytest.raises(DataError, match="được phép: ") as caught:
        form_from({**values, "strange": ""}, "la.toml")

    assert set(str(caught.value).partition("được phép: ")[2].split(", ")) - explained == set()


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


LAWS = {
    "dvht-2020": "22-2020-TT-BGDDT-dieu-5-6.txt",
    "dvht-2023": "24-2023-TT-BGDDT.txt",
    "cdht-2014": "44-2014-TT-BGDDT.txt",
    "cdht-2023": "25-2023-TT-BGDDT.txt",
}
RULES = {
    path.stem: form_from(loads(path.read_text(encoding="utf-8")), path.name)
    for path in sorted(path for folder in ("dvht", "cdht") for path in (FORMS / folder).glob("*-20??.toml"))
}


def the_law(form_id):
    text = (PROJECT / "tests" / "forms" / "law" / LAWS[form_id]).read_text(encoding="utf-8")
    return " ".join(text.split())


@pytest.mark.parametrize("form_id", LAWS)
def test_the_words_are_those_of_the_law(form_id):
    form, law = RULES[form_id], the_law(form_id)

    assert [criterion.id for criterion in form.criteria if criterion.label not in law] == []
    assert [line.id for line in form.criteria for demand in line.demands if demand.text not in law] == []


@pytest.mark.parametrize("form_id", LAWS)
def test_every_line_band_demand_and_deadline_names_its_article(form_id):
    form = RULES[form_id]
    articles = [
        *(line.article for line in form.criteria),
        *(demand.article for line in form.criteria for demand in line.demands),
        *(band.article for band in form.bands),
        *(deadline.article for deadline in form.deadlines),
        *(item.article for item in form.dossier),
    ]

    assert [article for article in articles if not re.match(r"Điều \d+", article)] == []


@pytest.mark.parametrize("form_id", LAWS)
def test_percentages_stand_in_the_words_of_the_law(form_id):
    for line in RULES[form_id].criteria:
        for demand in line.demands if line.measure is Measure.COUNT else ():
            numbers = set(re.findall(r"(\d+)%", demand.text)) | {"0"}
            used = {plain(percent) for percent in (*demand.at_least, *demand.at_least_disadvantaged)}
            assert used <= numbers, (line.id, demand.level)


def test_the_gap_between_the_whole_point_bands_of_2014_is_declared():
    assert RULES["cdht-2014"].whole_points
    assert RULES["cdht-2014"].zero_blocks
    assert "từ 70-84" in the_law("cdht-2014")


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


def test_validity_ends_on_the_first_day_no_longer_in_force():
    form = the_library().form("dvht-2020")

    assert [form.in_force(date(*day)) for day in [(2020, 9, 20), (2020, 9, 21), (2024, 1, 25), (2024, 1, 26)]] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("values", "path", "value"),
    [
        (OFFICIAL, "effective_to", date(2020, 9, 22)),
        (OFFICIAL, "dossier/0/copies", 0),
        (OFFICIAL, "dossier/0/copies", 99),
        (OFFICIAL, "dossier/0/scope", ""),
        (LEVELS, "deadlines/0/day", "02-28"),
        (LEVELS, "deadlines/0/day", "12-31"),
        (LEVELS, "deadlines/0/scope", "cap-tinh"),
        (LEVELS, "criteria/7/demands/1/at_least", ["100"]),
        (LEVELS, "criteria/7/demands/1/at_least_disadvantaged", ["100"]),
        (LEVELS, "recognition/years", 1),
        (LEVELS, "recognition/years", 99),
        (LEVELS, "recognition/upgrade_months", 0),
        (LEVELS, "recognition/upgrade_months", 1188),
    ],
)
def test_what_is_just_within_its_limits_is_read(values, path, value):
    assert form_from(changed(values, path, value), "vua-du.toml").id == values["id"]


def test_a_form_without_an_end_is_in_force_for_good():
    form = form_from(changed(OFFICIAL, "effective_to", "(bỏ)"), "mo.toml")

    assert form.effective_to is None
    assert form.in_force(date(2099, 1, 1))
