"""Rows of real tables, moved, copied, reworded and taken away: each is known by its words or not at all."""

from __future__ import annotations

import pytest
from core.factories import an_example, the_library

from vanthu.compose import compose
from vanthu.plan import first_written, known_in, plan, table_fit
from vanthu.record import with_score
from vanthu.row_fit import fit_rows
from vanthu.slots import Row, Table

NAME = "bang_diem"
LIBRARY = the_library()
WORDS, SCORE = 1, 3  # columns
OWN = ("x", "Tiêu chí riêng", "", "")


def the_table(record):
    return compose(LIBRARY.kind(record.kind), record, LIBRARY.assess(record), LIBRARY.paper)[NAME]


RECORD = an_example("001")
TABLE = the_table(RECORD)
WRITTEN = first_written({NAME: TABLE})
ROWS = [row.cells for row in TABLE.rows]
THEN = the_table(with_score(with_score(RECORD, "1.a", "7,25"), "3.a.1", "1"))
EVERY = range(len(ROWS))


def taken_away(at):
    return ROWS[:at] + ROWS[at + 1 :]


def copied(at):
    return [*ROWS[:at], ROWS[at], *ROWS[at:]]


def moved_up(at):
    return [*ROWS[: at - 1], ROWS[at], ROWS[at - 1], *ROWS[at + 1 :]] if at else ROWS


def moved_up_and_reworded(at):
    rows = moved_up(at)
    return [(row[0], row[1] + " (sửa)", *row[2:]) if row == ROWS[at] and at else row for row in rows]


def taken_away_and_an_own_one_added(at):
    return [*taken_away(at), OWN]


def replaced(at):
    return [*ROWS[:at], OWN, *ROWS[at + 1 :]]


CHANGES = (taken_away, copied, moved_up, moved_up_and_reworded, taken_away_and_an_own_one_added, replaced)


def fitted(rows, wanted=TABLE):
    return table_fit(NAME, [Row("", row) for row in rows], wanted.rows, WRITTEN)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("at", EVERY)
def test_a_row_is_the_one_of_its_words(change, at):
    rows = change(at)

    found = fitted(rows).rows

    words = [row[WORDS] for row in ROWS]
    expected = [words.index(row[WORDS]) if row[WORDS] in words else None for row in rows]
    assert [number for number in found if number is not None] == list(
        dict.fromkeys(e for e in expected if e is not None)
    )
    assert all(number is None or number == known for number, known in zip(found, expected))


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("at", EVERY)
def test_no_score_goes_into_the_row_of_another_line(change, at):
    rows = change(at)

    done = plan({NAME: THEN}, {NAME: Table((), tuple(Row("", row) for row in rows))}, WRITTEN)

    scores = {row.cells[WORDS]: row.cells[SCORE] for row in (*TABLE.rows, *THEN.rows)}
    after = done.write[NAME].rows if NAME in done.write else [Row("", row) for row in rows]
    before = {row[WORDS]: row[SCORE] for row in ROWS}
    for old, new in zip(rows, after):
        assert new.cells[SCORE] in (old[SCORE], scores.get(old[WORDS]), before.get(old[WORDS]))
        assert new.cells[:SCORE] == tuple(old[:SCORE])


@pytest.mark.parametrize("at", EVERY)
def test_a_reworded_row_between_its_neighbours_is_still_known(at):
    rows = list(ROWS)
    rows[at] = (rows[at][0], "Lời khác", *rows[at][2:])

    assert fitted(rows).rows == tuple(EVERY)


def test_reworded_rows_side_by_side_are_known_in_their_turn():
    rows = [(row[0], "Lời khác", *row[2:]) if number in (3, 4) else row for number, row in enumerate(ROWS)]

    assert fitted(rows).rows == tuple(EVERY)


def test_one_reworded_row_where_two_like_it_are_missing_is_nobodys():
    dashes = [number for number, row in enumerate(ROWS) if row[0] == "-"][:2]
    rows = [row for number, row in enumerate(ROWS) if number != dashes[0]]
    rows[dashes[0]] = ("-", "Lời khác", *rows[dashes[0]][2:])

    found = fitted(rows).rows

    assert found[dashes[0]] is None
    assert set(EVERY) - set(found) == set(dashes)


def test_a_reworded_row_beside_one_of_the_clerks_own_is_known_by_the_rest_of_it():
    rows = [*ROWS[:3], (ROWS[3][0], "Lời khác", *ROWS[3][2:]), OWN, *ROWS[4:]]

    assert fitted(rows).rows == (0, 1, 2, 3, None, *range(4, len(ROWS)))


def of(*rows):
    return [Row("", row) for row in rows]


NOTHING = known_in(NAME, {})


@pytest.mark.parametrize(
    ("standing", "wanted", "found"),
    [
        ([("1", "A", "2"), ("2", "A", "3")], [("1", "A", "2"), ("2", "A", "3")], (0, 1)),
        ([("2", "A", "3")], [("1", "A", "2"), ("2", "A", "3")], (1,)),
        ([("1", "A", "2"), ("1", "A", "2")], [("1", "A", "2")], (0, None)),
        ([("9", "A", "9")], [("1", "A", "2"), ("2", "A", "3")], (None,)),
        ([("1 A", "A"), ("9", "B", "9")], [("1", "A", "2"), ("2", "B", "3")], (0, 1)),
        ([("1", "B", "3"), ("2", "C", "4")], [("1", "A", "2"), ("2", "B", "3"), ("3", "C", "4")], (1, 2)),
        ([("1", "B", "3"), ("2", "A", "4")], [("1", "A", "2"), ("2", "B", "3"), ("3", "A", "4")], (1, None)),
        ([("3", "có", "4"), ("1", "có", "2")], [("1", "có", "2"), ("2", "có", "3"), ("3", "có", "4")], (2, 0)),
        (
            [("1 A?", "x"), ("9", "B", "9"), ("9", "C", "9")],
            [("1", "A", "2"), ("2", "B", "3"), ("3", "C", "4")],
            (None, 1, 2),
        ),
        ([("", "", "")], [("1", "A", "2")], (None,)),
    ],
    ids=[
        "in turn",
        "by the rest",
        "the first of two",
        "neither",
        "merged cells",
        "numbered anew",
        "twice, numbered anew",
        "numbers alone tell",
        "merged and reworded",
        "blank",
    ],
)
def test_rows_that_say_the_same(standing, wanted, found):
    assert fit_rows(of(*standing), of(*wanted), (0, 1, 2), 3, NOTHING) == found


def test_words_of_an_earlier_fill_are_known_where_they_went():
    older = first_written({NAME: Table(("a", "b"), tuple(of(("1", "cũ một"), ("2", "cũ hai"))))})
    wanted = of(("1", "mới một"), ("2", "mới hai"))

    swapped = fit_rows(of(("2", "cũ hai"), ("1", "cũ một")), wanted, (0, 1), 2, known_in(NAME, older))

    assert swapped == (1, 0)
