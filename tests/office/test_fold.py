"""The part Hồ sơ of the panel, folded to a line and open."""

from __future__ import annotations

import pytest

from vanthu.record import Record

pytestmark = pytest.mark.office

LEVELS = Record("dvht-2023", 2024, kind="bao-cao-don-vi-hoc-tap")  # of a unit whose type nobody has said yet
NAME = "Trường Tiểu học Vĩnh Phong 3"
WHOLE = {"form", "form_label", "year", "unit", "unit_label", "place", "place_label", "kept", "keep"}
OF_TYPES = {"unit_type", "unit_type_label"}


@pytest.fixture
def panel(office, opened, raw, panel_in, monkeypatch):
    from vanthu_uno import profile_part

    monkeypatch.setattr(profile_part, "_folded", False)
    return panel_in(opened(raw))


def test_folded_it_says_whose_report_it_is_and_shows_no_field(panel):
    panel.session.set_fact("year", "2024")
    panel.session.set_fact("unit.name", NAME)
    assert visible(panel, WHOLE) == WHOLE
    assert panel.control("about").getText() == "Hồ sơ"

    panel.profile.fold(True)
    panel.place(3 * panel.measures.narrowest, 700)

    assert visible(panel, WHOLE | OF_TYPES) == set()
    assert panel.control("about").getText() == "Hồ sơ 2024: " + NAME
    assert panel.control("fold").getModel().Label == "Mở hồ sơ"
    panel.session.set_fact("unit.name", "")
    assert panel.control("about").getText() == "Hồ sơ 2024"


def test_a_long_name_is_cut_to_its_room_with_a_sign_and_shown_whole_under_the_mouse(panel):
    panel.session.set_fact("year", "2024")
    panel.session.set_fact("unit.name", NAME)
    panel.profile.fold(True)

    panel.place(panel.measures.narrowest, 700)

    shown = panel.control("about").getText()
    assert shown.startswith("Hồ sơ 2024: Trường ")
    assert shown.endswith("…")
    assert panel.scores.measure(shown) <= panel.control("about").getPosSize().Width
    assert panel.control("about").getModel().HelpText == "Hồ sơ 2024: " + NAME
    panel.place(1, 700)
    assert panel.control("about").getText() == "…"
    panel.place(3 * panel.measures.narrowest, 700)
    assert panel.control("about").getText() == "Hồ sơ 2024: " + NAME


def test_what_a_form_asks_besides_stays_hidden_until_it_is_unfolded(panel):
    points = panel.session.record
    panel.profile.fold(True)
    panel.session.set_record(LEVELS)
    assert visible(panel, WHOLE | OF_TYPES) == set()

    panel.profile.fold(False)

    assert visible(panel, WHOLE | OF_TYPES) == WHOLE | OF_TYPES
    panel.session.set_record(points)
    assert visible(panel, WHOLE | OF_TYPES) == WHOLE


def test_the_list_gets_the_room(panel):
    panel.place(panel.measures.narrowest, 700)
    low = panel.control("list").getPosSize()
    panel.profile.fold(True)
    panel.place(panel.measures.narrowest, 700)
    high = panel.control("list").getPosSize()

    assert high.Y < low.Y
    assert high.Height > low.Height + 5 * panel.measures.row


def test_the_next_window_begins_in_the_same_way_unless_it_has_to_be_said_what_applies(panel, opened, raw, panel_in):
    from vanthu_uno.open_sessions import session_of

    panel.profile.fold(True)
    assert panel_in(opened(raw)).profile.folded

    asking = opened(raw)
    session_of(asking).set_record(LEVELS)
    open_again = panel_in(asking)
    assert not open_again.profile.folded
    assert visible(open_again, OF_TYPES) == OF_TYPES


def visible(panel, names):
    """Those of the controls that are shown as soon as their window is."""
    return {name for name in names if panel.control(name).isVisible()}
