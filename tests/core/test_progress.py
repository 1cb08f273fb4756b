"""Deadlines, states and the time a recognition lasts."""

from __future__ import annotations

from datetime import date

import pytest
from core.factories import a_record, the_library, with_marks
from core.test_levels import SCHOOL, a_school

from vanthu.assess import assess
from vanthu.data_error import DataError
from vanthu.finding import FindingCode
from vanthu.messages import sentence
from vanthu.progress import (
    MOVES,
    State,
    due,
    due_words,
    may_move,
    progress_findings,
    recognised_until,
    state,
    state_words,
    window_words,
    with_progress,
)

FORM = the_library().form("dvht-2023")


def on_day(day, progress=None, typed=SCHOOL):
    record = a_school(typed, progress=progress or {})
    assessment = assess(FORM, record)
    return state(assessment, record, day), state_words(assessment, record, day)


def test_a_dossier_goes_from_draft_to_recognition():
    day = date(2025, 1, 10)

    assert on_day(day, typed={}) == (State.DRAFT, "đang soạn")
    assert on_day(day) == (State.READY, "đủ để trình")
    assert on_day(day, {"submitted": "2025-01-10"}) == (State.SUBMITTED, "đã trình")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2028, 12, 31), (State.RECOGNISED, "được công nhận đến 31/12/2028")),
        (date(2029, 1, 1), (State.EXPIRED, "đã hết thời hạn công nhận sau ngày 31/12/2028")),
    ],
)
def test_a_recognition_lasts_three_years_after_its_year(day, expected):
    assert on_day(day, {"recognised": "2025-02-10", "level": "muc-do-1"}) == expected


def test_an_error_keeps_a_complete_record_from_being_ready():
    record = a_record(with_marks(), stated=(("total", "99"),))
    assessment = assess(the_library().form("dvht-2020"), record)

    assert state(assessment, record, date(2024, 1, 1)) is State.DRAFT
    assert recognised_until(assessment.form, record) is None


def test_every_state_is_reachable_and_only_allowed_moves_are():
    assert set(MOVES) == set(State)
    assert {to for targets in MOVES.values() for to in targets} == set(State)
    assert may_move(State.READY, State.SUBMITTED)
    assert not may_move(State.DRAFT, State.RECOGNISED)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 1, 4), "chậm nhất ngày 14/01/2025, còn 10 ngày"),
        (date(2025, 1, 14), "hạn cuối là hôm nay, 14/01/2025"),
        (date(2025, 1, 15), "hạn cuối 14/01/2025, quá hạn 1 ngày"),
    ],
)
def test_before_the_fifteenth_means_the_fourteenth_at_the_latest(day, words):
    record = a_school()
    dates = due(assess(FORM, record), record, day)

    assert words in due_words(dates)[0]
    assert "Điều 10" in due_words(dates)[0]
    assert [entry.last_day for entry in dates] == sorted(entry.last_day for entry in dates)


def test_the_figures_are_those_of_the_assessed_year():
    record = a_school()

    assert window_words(assess(FORM, record), record).startswith("Số liệu tính từ 01/01/2024 đến 31/12/2024 (Điều 10")
    points = a_record()
    assert window_words(assess(the_library().form("dvht-2020"), points), points) == ""


def test_from_july_2025_the_receiver_has_no_silent_default():
    record = a_school()
    assessment = assess(FORM, record)

    [finding] = progress_findings(assessment, record, date(2025, 7, 1))
    assert finding.code is FindingCode.RECEIVER_UNKNOWN
    assert "Từ 01/7/2025" in sentence(finding) or "Từ 01/07/2025" in sentence(finding)
    assert progress_findings(assessment, record, date(2025, 6, 30)) == ()
    named = a_school(progress={"receiver": "Ủy ban nhân dân xã"})
    assert progress_findings(assess(FORM, named), named, date(2025, 7, 1)) == ()
    assert with_progress(assessment, record, date(2025, 7, 1)).findings == (finding,)


@pytest.mark.parametrize(("day", "warned"), [(date(2025, 2, 9), True), (date(2025, 2, 10), False)])
def test_a_higher_level_may_be_asked_for_after_twelve_months(day, warned):
    record = a_school(progress={"recognised": "2024-02-10", "level": "muc-do-1"})
    found = progress_findings(assess(FORM, record), record, day)

    assert [finding.code for finding in found] == [FindingCode.UPGRADE_TOO_EARLY] * warned
    assert all("10/02/2025" in sentence(finding) for finding in found)


def test_twelve_months_after_a_leap_day_end_with_february():
    record = a_school(progress={"recognised": "2024-02-29", "level": "muc-do-1"})
    [finding] = progress_findings(assess(FORM, record), record, date(2024, 12, 31))

    assert finding.facts["day"] == "28/02/2025"


@pytest.mark.parametrize("written", ["2025-02", "10/02/2025", "2025-02-30"])
def test_a_day_of_progress_must_be_a_whole_day(written):
    with pytest.raises(DataError, match=r"progress\.recognised: phải là một ngày"):
        a_school(progress={"recognised": written})
