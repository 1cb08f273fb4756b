"""The criteria as paragraphs, each with what was reached."""

from __future__ import annotations

from core.factories import EXAMPLE, a_record, the_library

from vanthu.criteria_lines import criteria_lines
from vanthu.record import Record
from vanthu.record_file import load

LIBRARY = the_library()


def lines_of(record):
    return criteria_lines(LIBRARY.assess(record))


def test_each_criterion_has_its_score_and_its_maximum():
    lines = lines_of(load(EXAMPLE))

    assert len(lines) == 21
    assert lines[0] == "1. Các điều kiện để xây dựng Đơn vị học tập: 30/30 điểm."
    assert lines[1].startswith("a) Đơn vị có chủ trương")
    assert lines[12] == "- Có cam kết học tập suốt đời để phát triển bản thân: 3/3 điểm."


def test_what_is_open_stays_open_and_what_was_typed_is_shown():
    lines = lines_of(a_record({"1.a": "31"}))

    assert lines[1].endswith(": 31/10 điểm.")
    assert lines[2].endswith(": …/10 điểm.")


def test_a_criterion_without_a_maximum_has_its_score_alone():
    assert lines_of(Record("cdht-2014", 2020))[10] == "11. Giảm tỷ lệ hộ nghèo: … điểm."


def test_answers_carry_the_level_that_they_come_to():
    typed = {"1.1": "đạt", "1.2": "không đạt", "1.4": "không áp dụng: mới lập", "2.1": "17/19"}
    record = Record("dvht-2023", 2024, unit_type="thcs", typed=tuple(typed.items()), require_evidence=False)

    lines = lines_of(record)

    assert lines[0] == "1. Về điều kiện xây dựng “Đơn vị học tập”"
    assert lines[1].endswith("kế hoạch: đạt (Mức độ 2).")
    assert lines[2].endswith(": không đạt.")
    assert lines[3].endswith(": …")
    assert lines[4].endswith(": không áp dụng: mới lập.")
    assert lines[7].endswith(": 17/19 = 89,47% (Không đạt).")


def test_where_nothing_is_judged_or_known_there_are_no_results():
    assert lines_of(Record("huyen-hoc-tap-2021", 2022))[2].endswith("hằng năm của Huyện")
    assert lines_of(Record("dvht-2023", 2024)) == ("…",)
