"""Places of the panel's controls at any width, height and font size; needs no office."""

from __future__ import annotations

from itertools import combinations, product
from typing import Dict, List

import pytest

from vanthu_uno import profile_layout, scores_layout
from vanthu_uno.boxes import Box, Measures, lowered
from vanthu_uno.panel_layout import least, shares
from vanthu_uno.profile_layout import Facts
from vanthu_uno.scores_layout import LIST_ROWS, Sheet, line_width

FONTS = {
    "100%": Measures(letter=7.3, line=13.4, row=14),
    "150%": Measures(letter=11, line=20, row=21),
    "200%": Measures(letter=14.6, line=27, row=28),
    "small font": Measures(letter=5, line=10, row=11),
    "GTK": Measures(letter=9, line=15, row=16, least_field=34),
}
SCORES_HEIGHTS = [scores_layout.least_of, scores_layout.height_of]
PROFILE_HEIGHTS = [profile_layout.least_of, profile_layout.height_of]
SHEETS = {
    "points": Sheet(),
    "levels": Sheet(levels=True),
    "levels and proof": Sheet(levels=True, evidence=True),
    "points and proof": Sheet(evidence=True),
}
FACTS = {
    "open": Facts(),
    "typed": Facts(typed=True),
    "folded": Facts(folded=True),
    "typed and folded": Facts(typed=True, folded=True),
}
ROOM, ROOM_WITH_GTK = 632, 593  # measured: heights of the panel's window
LABEL = "Cơ quan chủ quản"


@pytest.fixture(params=FONTS.values(), ids=FONTS.keys())
def measures(request: pytest.FixtureRequest) -> Measures:
    return request.param


@pytest.fixture(params=[1, 1.5, 3], ids=["narrow", "medium", "wide"])
def width(request: pytest.FixtureRequest, measures: Measures) -> int:
    return round(measures.narrowest * request.param)


@pytest.mark.parametrize("needed", SCORES_HEIGHTS)
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())
def test_nothing_of_the_score_panel_is_cut_or_covered(width, measures, needed, sheet):
    for more, overwrite, told, found in product([0, 37, 400], [False, True], [0, 1, 2, 3, 9], [False, True]):
        height = needed(measures, sheet) + more
        boxes = scores_layout.places(width, height, measures, overwrite, bool(told), found, sheet, told)
        if not overwrite:
            boxes.pop("overwrite")
        if not told:
            boxes.pop("status")
        assert faults(boxes, width, height) == [], (more, overwrite, told, found)


@pytest.mark.parametrize("needed", PROFILE_HEIGHTS)
@pytest.mark.parametrize("facts", FACTS.values(), ids=FACTS.keys())
@pytest.mark.parametrize("checks", [(), ("private",), ("private", "disadvantaged")])
def test_nothing_of_the_profile_is_cut_or_covered(width, measures, needed, facts, checks):
    height = needed(measures, facts)
    boxes = profile_layout.places(width, height, measures, round(measures.letter * 14), facts, checks)
    assert faults(boxes, width, height) == []
    assert {"about", "fold", "edge"} <= set(boxes)
    assert (set(checks) <= set(boxes)) == (not facts.folded or not checks)
    assert ("unit_type" in boxes) == (facts.typed and not facts.folded)


@pytest.mark.parametrize("facts", FACTS.values(), ids=FACTS.keys())
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())
def test_both_parts_stand_in_the_panel_from_its_least_height_on(width, measures, facts, sheet):
    for more in (0, 1, 37, 110, 400):  # 110: in some, only Hồ sơ is set narrowly
        height = least(measures, sheet, facts) + more
        above, below = shares(height, measures, sheet, facts)
        boxes = {
            **profile_layout.places(width, above, measures, round(measures.letter * 14), facts),
            **lowered(scores_layout.places(width, below, measures, overwrite=True, told=True, sheet=sheet), above),
        }
        assert faults(boxes, width, height) == [], more
        assert boxes["edge"].bottom <= boxes["read"].y
        assert boxes["edge"].x == boxes["list"].x
        assert {boxes[name].right for name in ("fold", "edge", "read", "list")} == {boxes["edge"].right}


def test_where_both_parts_stand_well_what_is_over_goes_to_the_list(measures):
    enough = profile_layout.height_of(measures) + scores_layout.height_of(measures)
    assert shares(enough, measures) == (profile_layout.height_of(measures), scores_layout.height_of(measures))
    assert shares(enough + 50, measures) == (profile_layout.height_of(measures), scores_layout.height_of(measures) + 50)
    assert shares(enough - 1, measures) == (
        profile_layout.least_of(measures),
        enough - 1 - profile_layout.least_of(measures),
    )


def test_folded_the_profile_leaves_all_but_a_line_to_the_list(measures):
    (whole, _), (line, _) = (shares(900, measures, facts=facts) for facts in (Facts(), Facts(folded=True)))
    assert line < 3 * measures.line < whole


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())
def test_five_rows_of_the_list_fit_on_a_small_screen(sheet):
    """What a screen of 1366x768 leaves to the panel, from its first row to the last of the window."""
    measures = FONTS["100%"]
    above, below = shares(ROOM, measures, sheet, Facts(typed=True))
    boxes = scores_layout.places(measures.narrowest, below, measures, overwrite=False, told=False, sheet=sheet)
    assert boxes["list"].height >= 5 * measures.row
    assert (above, scores_layout.height_of(measures, sheet) <= below) == (
        profile_layout.height_of(measures, Facts(typed=True)),
        True,
    )


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())
def test_with_the_toolbar_of_tables_in_the_window_nothing_has_to_be_scrolled(sheet):
    assert least(FONTS["100%"], sheet, Facts(typed=sheet.levels)) <= ROOM - 27


def test_points_fit_on_a_small_screen_where_fields_are_high():
    """What GTK leaves to the panel on a screen of 1366x768."""
    assert least(FONTS["GTK"]) <= ROOM_WITH_GTK


def test_the_finding_of_a_row_takes_its_place_from_the_wording(width, measures):
    plain, found = (scores_layout.places(width, 900, measures, False, False, found) for found in (False, True))
    assert (found["wording"].y, found["finding"].bottom) == (plain["wording"].y, plain["wording"].bottom)
    assert {name: box for name, box in found.items() if name not in ("wording", "finding")} == {
        name: box for name, box in plain.items() if name != "wording"
    }


def test_an_answer_has_the_whole_width_and_the_proof_stands_below_it(width, measures):
    boxes = scores_layout.places(width, 900, measures, False, False, sheet=Sheet(levels=True, evidence=True))
    assert boxes["score"].width == boxes["list"].width
    assert boxes["score"].bottom < boxes["evidence"].y
    assert boxes["evidence"].height >= 2 * measures.line


def test_a_panel_too_low_still_shows_a_usable_list(measures):
    boxes = scores_layout.places(measures.narrowest, 10, measures, overwrite=False, told=False)
    assert boxes["list"].height >= LIST_ROWS * measures.row


def test_the_list_takes_the_height_that_is_left_in_whole_rows(measures):
    low, high = scores_layout.least_of(measures), scores_layout.height_of(measures)
    assert (
        scores_layout.places(measures.narrowest, low, measures, overwrite=False, told=False)["list"].height
        >= LIST_ROWS * measures.row
    )
    lists = [
        scores_layout.places(measures.narrowest, high + rows * measures.row, measures, overwrite=False, told=False)[
            "list"
        ]
        for rows in (0, 1, 10)
    ]
    assert [box.height - lists[0].height for box in lists] == [0, measures.row, 10 * measures.row]


def test_the_list_stands_still_when_a_sentence_comes_and_goes(width, measures):
    quiet, told = (scores_layout.places(width, 900, measures, overwrite=False, told=told) for told in (False, True))
    assert quiet["list"] == told["list"]
    assert quiet["score"] == told["score"]
    assert quiet["fill"] == told["fill"]


def test_labels_stand_level_with_their_fields(measures):
    boxes = profile_layout.places(measures.narrowest, 900, measures, measures.letters(len(LABEL)))
    for name in ("form", "year", "unit"):
        label, field = boxes[name + "_label"], boxes[name]
        assert abs((label.y + label.bottom) - (field.y + field.bottom)) <= 2


def test_a_wider_panel_gives_its_width_to_fields_and_wording(measures):
    narrow, wide = (
        profile_layout.places(w, 900, measures, 100) for w in (measures.narrowest, measures.narrowest + 200)
    )
    assert wide["unit"].width - narrow["unit"].width == 200
    assert wide["unit_label"] == narrow["unit_label"]


def test_lines_are_cut_to_a_list_that_stands_and_to_no_width_before(measures):
    list_box = scores_layout.places(measures.narrowest, 900, measures, overwrite=False, told=False)["list"]
    beside_a_scroll_bar = list_box.width - 20
    assert 0 < line_width(list_box.width, measures) < list_box.width
    assert line_width(beside_a_scroll_bar, measures) == line_width(list_box.width, measures) - 20
    assert line_width(list_box.width + 200, measures) == line_width(list_box.width, measures) + 200
    assert [line_width(round(measures.narrowest * part), measures) for part in (0.48, 0.76)] == [0, 0]


def test_the_controls_draw_in_where_a_narrower_sidebar_asks_and_not_while_one_opens(office, opened, raw, panel_in):
    panel = panel_in(opened(raw))
    narrowest = panel.measures.narrowest
    panel.place(narrowest + 200, 640)

    def reach():
        return max(
            one.getPosSize().X + one.getPosSize().Width for one in (panel.control("fill"), panel.control("list"))
        )

    def asked(width):
        panel.getHeightForWidth(width)
        return reach() + panel.measures.margin

    assert reach() + panel.measures.margin == narrowest + 200
    assert [asked(width) for width in (narrowest + 300, narrowest * 3 // 4, 0)] == [narrowest + 200] * 3
    assert [asked(narrowest + 50), asked(narrowest), asked(narrowest + 50)] == [narrowest + 50, narrowest, narrowest]


def faults(boxes: Dict[str, Box], width: int, height: int) -> List[str]:
    """What is cut by the edges of the panel, without any room, or covered by something else."""
    cut = [
        f"{name}: {box}"
        for name, box in boxes.items()
        if box.x < 0 or box.y < 0 or box.right > width or box.bottom > height or box.width <= 0 or box.height <= 0
    ]
    covered = [
        f"{one} over {other}"
        for (one, a), (other, b) in combinations(boxes.items(), 2)
        if a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
    ]
    return cut + covered
