"""Places of single scores, in documents that are not ours."""

from __future__ import annotations

import pytest
from core.factories import EXAMPLE, a_record, the_library

from vanthu.messages import place_label
from vanthu.read_back import mended
from vanthu.record import with_score
from vanthu.record_file import load
from vanthu.score_places import as_meant, is_score_place, line_of_place, score_place, score_slots
from vanthu.shown_answers import shown_answers
from vanthu.slots import Paragraphs, Text

LIBRARY = the_library()
RECORD = load(EXAMPLE)
DONE = LIBRARY.assess(RECORD)
STATED = (("3", "38"), ("total", "98"), ("rating", "Tốt"))


def without(*names):
    record = RECORD
    for name in names:
        record = with_score(record, name, "")
    return LIBRARY.assess(record)


def texts(**standing):
    return {name: Text(text) for name, text in standing.items()}


def test_every_line_of_the_form_has_a_place_and_a_name_for_people():
    slots = score_slots(DONE)

    assert {score_place(line.id) for line in DONE.form.criteria} < set(slots)
    assert all(is_score_place(name) for name in slots)
    assert [slots[name].text for name in ("diem_1_a", "diem_3", "diem_tong", "diem_xep_loai")] == [
        "10",
        "33",
        "93",
        "Tốt",
    ]
    assert [place_label(name) for name in ("diem_3_a_2__2", "diem_tong")] == ["Điểm mục 3.a.2", "Tổng điểm của bảng"]


@pytest.mark.parametrize("slot", ["diem_toi_da", "tong_diem", "diem_", "diem_a"])
def test_other_slots_are_none_of_these(slot):
    assert not is_score_place(slot)


@pytest.mark.parametrize(
    ("slot", "line"),
    [("diem_3_a_2", "3.a.2"), ("diem_tong", "total"), ("diem_xep_loai", "rating"), ("diem_9", ""), ("nam", "")],
)
def test_a_place_is_known_by_the_line_that_it_shows(slot, line):
    assert line_of_place(slot, DONE) == line


def test_an_unfinished_form_has_no_total_yet():
    slots = score_slots(without("1.a"))

    assert [slots[name].text for name in ("diem_1_a", "diem_1", "diem_tong", "diem_xep_loai")] == ["", "", "…", "…"]


def test_a_form_of_levels_has_its_answers_as_they_were_typed():
    record = a_record({"2.1": "19/20", "1.1": "đạt"}, form="dvht-2023", unit_type="co-quan")
    slots = score_slots(LIBRARY.assess(record))

    assert [slots[name].text for name in ("diem_2_1", "diem_1_1", "diem_1_2", "diem_xep_loai")] == [
        "19/20",
        "đạt",
        "",
        "…",
    ]
    assert "diem_1" not in slots


def test_a_form_of_criteria_to_assign_has_no_scores():
    assert score_slots(LIBRARY.assess(a_record({}, form="huyen-hoc-tap-2021"))) == {}


def test_a_whole_form_of_levels_has_its_rating():
    done = LIBRARY.assess(an_example_of_levels())

    assert score_slots(done)["diem_xep_loai"].text == done.rating.label


def an_example_of_levels():
    form = LIBRARY.assess(a_record({}, form="dvht-2023", unit_type="co-quan")).form
    typed = {line.id: "không đạt" for line in form.counted()}
    return a_record(typed, form="dvht-2023", unit_type="co-quan")


def test_the_documents_own_way_of_writing_a_number_counts_as_right():
    standing = texts(diem_1="30,0", diem_1_a=" 10", diem_3="38", diem_xep_loai="TỐT", khac="10")

    meant = as_meant(standing, {**score_slots(DONE), "khac": Text("9")}, DONE)

    assert meant == texts(diem_1="30", diem_1_a="10", diem_3="38", diem_xep_loai="Tốt", khac="10")


def test_a_word_beside_a_number_counts_as_right_and_so_do_the_most_points_of_the_line():
    standing = texts(diem_1="30 điểm", diem_1_a="10/10", diem_1_b="10/20", diem_3="33/40đ", diem_tong="93/100 điểm")

    meant = as_meant(standing, score_slots(DONE), DONE)

    assert meant == texts(diem_1="30", diem_1_a="10", diem_1_b="10/20", diem_3="33", diem_tong="93")


def test_a_sum_that_is_open_leaves_what_stands_there():
    open_ = without("1.a", "3.a.1")
    standing = texts(
        diem_1="30", diem_1_a="10", diem_2="31", diem_3_a="25", diem_tong="98", diem_tong__2="{{ diem_tong }}"
    )

    meant = as_meant(standing, score_slots(open_), open_)

    assert meant == texts(
        diem_1="", diem_1_a="10", diem_2="31", diem_3_a="", diem_tong="…", diem_tong__2="{{ diem_tong }}"
    )


def test_a_criterion_scored_as_a_whole_is_no_sum():
    typed = tuple(pair for pair in RECORD.typed if not pair[0].startswith("3.a"))
    open_ = LIBRARY.assess(a_record(dict(typed)))

    assert as_meant(texts(diem_3_a="25"), score_slots(open_), open_) == texts(diem_3_a="25")


def test_paragraphs_and_places_that_nobody_wants_are_read_as_they_are():
    standing = {"diem_1": Paragraphs(("3", "0")), "diem_9": Text("1")}

    assert as_meant(standing, score_slots(DONE), DONE) == standing


def test_what_the_document_stated_is_forgotten_once_it_says_what_was_computed():
    record = a_record(dict(RECORD.typed), stated=STATED)

    def left(assessment, **standing):
        shown = shown_answers(LIBRARY.kind(RECORD.kind), assessment, score_slots(assessment), texts(**standing), {})
        return mended(record, shown.answers, assessment)

    assert left(DONE, diem_3="33", diem_tong="93", diem_tong__2="98").stated == STATED[1:]
    assert left(DONE, diem_3="33", diem_tong="93", diem_tong__2="93").stated == STATED[2:]
    assert left(without("1.a"), diem_3="33", diem_tong="…").stated == STATED[1:]
    assert left(DONE) == record
