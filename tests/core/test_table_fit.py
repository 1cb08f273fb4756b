"""Rows and columns that a clerk added to a table, or took away: what a fill does then, and what it leaves."""

from __future__ import annotations

import pytest

from vanthu.plan import first_written, plan
from vanthu.slots import Row, Table

NAME = "bang_diem"
WORDS = ("Học tập", "Hội họp", "Sinh hoạt", "Đọc sách")


def a_table(*scores, words=WORDS):
    rows = (Row("tieu_chi", (str(n), word, "10", score)) for n, (word, score) in enumerate(zip(words, scores), 1))
    return Table(("stt", "noi_dung", "diem_toi_da", "diem"), tuple(rows))


def standing(*rows):
    return {NAME: Table((), tuple(Row("", tuple(row)) for row in rows))}


def cells(table):
    return [list(row.cells) for row in table.rows]


FIRST = a_table("1", "2", "3")
WRITTEN = first_written({NAME: FIRST})
THEN = {NAME: a_table("1", "2", "9")}


def planned(rows, wanted=THEN, **options):
    return plan(wanted, standing(*rows), WRITTEN, **options)


@pytest.mark.parametrize("at", [0, 1, 3])
@pytest.mark.parametrize("own", [["*", "Ghi thêm", "", "5"], ["", "", "", ""]], ids=["typed", "blank"])
@pytest.mark.parametrize("forced", [False, True])
def test_an_added_row_stays_and_the_others_are_filled(at, own, forced):
    rows = cells(FIRST)
    rows.insert(at, own)

    done = planned(rows, overwrite_hand_edited=forced)

    expected = cells(THEN[NAME])
    expected.insert(at, own)
    assert cells(done.write[NAME]) == expected
    assert [(change.old, change.new) for change in done.changes] == [("3", "9")]
    assert (done.hand_edited, done.lost) == ((), ())


def test_a_table_with_an_added_row_is_known_again_at_the_next_fill():
    rows = cells(FIRST)
    rows.insert(1, ["*", "Ghi thêm", "", ""])
    first = planned(rows)

    again = plan(THEN, {NAME: first.write[NAME]}, first.written)

    assert (again.write, again.hand_edited, again.written) == ({}, (), first.written)


@pytest.mark.parametrize("at", [0, 2, 4])
def test_an_added_column_stays_wherever_it_stands(at):
    rows = cells(FIRST)
    for number, row in enumerate(rows):
        row.insert(at, "ghi chú {}".format(number))

    done = planned(rows)

    expected = [row[:at] + row[at + 1 :] for row in cells(done.write[NAME])]
    assert expected == cells(THEN[NAME])
    assert [row[at] for row in cells(done.write[NAME])] == ["ghi chú 0", "ghi chú 1", "ghi chú 2"]
    assert (done.hand_edited, done.lost) == ((), ())


def test_a_blank_column_is_not_filled_with_what_belongs_into_another():
    rows = [["", *row] for row in cells(FIRST)]

    assert [row[0] for row in cells(planned(rows).write[NAME])] == ["", "", ""]


def test_an_added_row_and_an_added_column_together():
    rows = [[*row, ""] for row in cells(FIRST)]
    rows.insert(2, ["", "Tự đánh giá", "", "", "xem lại"])

    done = planned(rows)

    assert cells(done.write[NAME])[3] == ["3", "Sinh hoạt", "10", "9", ""]
    assert cells(done.write[NAME])[2] == rows[2]


def test_a_column_taken_away_is_told_and_the_others_are_filled():
    rows = [[row[0], row[1], row[3]] for row in cells(FIRST)]

    done = planned(rows)

    assert cells(done.write[NAME])[2] == ["3", "Sinh hoạt", "9"]
    assert done.lost == ("bang_diem//2",)


def test_a_row_taken_away_stays_away_until_the_clerk_wants_the_table_anew():
    rows = [cells(FIRST)[0], cells(FIRST)[2]]

    done = planned(rows)
    forced = planned(rows, overwrite=[NAME])

    assert cells(done.write[NAME]) == [["1", "Học tập", "10", "1"], ["3", "Sinh hoạt", "10", "9"]]
    assert done.hand_edited == (NAME,)
    assert forced.write == THEN


def test_a_cell_changed_by_hand_beside_an_added_row_is_named_where_it_stands():
    rows = cells(FIRST)
    rows[1][3] = "hai"
    rows.insert(0, ["", "Ghi thêm", "", ""])
    wanted = {NAME: a_table("1", "4", "3")}

    done = planned(rows, wanted)
    forced = planned(rows, wanted, overwrite=["bang_diem/2/3"])

    assert done.hand_edited == ("bang_diem/2/3",)
    assert done.write == {}
    assert cells(forced.write[NAME])[2] == ["2", "Hội họp", "10", "4"]
    assert forced.hand_edited == ()


def test_merged_cells_are_left_alone_with_a_word_where_they_differ():
    rows = cells(FIRST)
    rows[2] = ["3", "Sinh hoạt", "3"]
    wanted = {NAME: a_table("1", "7", "9")}

    done = planned(rows, wanted)
    same = planned(rows, {NAME: a_table("1", "7", "3")})

    assert cells(done.write[NAME]) == [rows[0], ["2", "Hội họp", "10", "7"], rows[2]]
    assert [(change.place, change.new) for change in done.kept] == [("bang_diem/2", "3 | Sinh hoạt | 10 | 9")]
    assert same.hand_edited == ("bang_diem/2",)  # the maximum is nowhere in the merged row


def test_a_merged_row_that_says_everything_is_no_trouble():
    wanted = {NAME: Table(FIRST.columns, (*FIRST.rows, Row("ghi_chu", ("", "Cả năm", "", ""))))}
    written = first_written(wanted)

    done = plan(wanted, standing(*cells(FIRST), ["Cả năm"]), written)

    assert (done.write, done.hand_edited) == ({}, ())


def test_a_split_or_merged_cell_that_shows_another_score_is_told():
    written = first_written({NAME: a_table("10", "2", "3")})

    split = plan({NAME: a_table("10", "2", "3")}, standing(["1", "Học tập", "10", "6", ""], *cells(FIRST)[1:]), written)
    merged = plan({NAME: a_table("10", "2", "3")}, standing(["1", "Học tập", "10\n6"], *cells(FIRST)[1:]), written)

    assert split.hand_edited == merged.hand_edited == (NAME + "/0",)


def test_rows_that_the_clerk_has_reordered_are_filled_by_their_words():
    first, second, third = cells(FIRST)

    done = planned([third, first, second])

    assert cells(done.write[NAME]) == [["3", "Sinh hoạt", "10", "9"], first, second]
    assert (done.hand_edited, done.lost, done.orders) == ((), (), {NAME: (2, 0, 1)})
    again = plan(THEN, {NAME: done.write[NAME]}, done.written)
    assert (again.write, again.hand_edited, again.written) == ({}, (), done.written)


def test_a_row_that_stands_twice_or_was_reworded_keeps_its_place():
    first, _second, third = cells(FIRST)

    twice = planned([first, first, third])
    reworded = planned([first, ["2", "Họp", "10", "2"], third])

    assert (twice.orders, reworded.orders) == ({}, {})
    assert reworded.hand_edited == (NAME + "/1/1",)
    assert [change.place for change in twice.changes] == [NAME + "/2/3"]


@pytest.mark.parametrize("forced", [False, True])
def test_a_table_in_which_nothing_is_recognised_is_left_alone(forced):
    rows = [["a", "b", "c", "d", "e"]] * 3

    done = planned(rows, overwrite_hand_edited=forced)

    assert (done.write, done.hand_edited) == ({}, (NAME,))


def test_rows_added_and_taken_away_at_once_are_too_much_to_be_sure():
    rows = [cells(FIRST)[0], ["", "Ghi thêm", "", ""], ["", "Ghi nữa", "", ""], cells(FIRST)[1]]

    assert (planned(rows).write, planned(rows).hand_edited) == ({}, (NAME,))


def test_rows_that_are_not_wanted_any_more_go_only_while_every_cell_is_ours():
    shorter = {NAME: a_table("1", "2")}
    edited = cells(FIRST)
    edited[0][3] = "một"

    assert planned(cells(FIRST), shorter).write == shorter
    kept = planned(edited, shorter)
    assert (kept.write, kept.hand_edited) == ({}, (NAME, "bang_diem/0/3"))
    assert planned(edited, shorter, overwrite=[NAME]).write == shorter


def test_an_empty_table_that_shall_stay_empty_is_left_alone():
    done = plan({NAME: a_table()}, {NAME: Table((), ())}, {})

    assert (done.write, done.hand_edited) == ({}, ())
