"""What a fill writes, and what it leaves to the clerk."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vanthu.plan import first_written, flat, given_up, is_last, knows, plan, row_kinds, taken_over, untouched
from vanthu.slots import Paragraphs, Row, Rule, Table, Text

COLUMNS = ("ky_hieu", "diem")


def a_table(*scores, kind="tieu_chi"):
    return Table(COLUMNS, tuple(Row(kind, (str(number), score)) for number, score in enumerate(scores)))


def test_blank_places_and_template_tags_are_filled():
    wanted = {"tong_diem": Text("93"), "xep_loai": Text("Tốt")}

    done = plan(wanted, {"tong_diem": Text("{{ tong_diem }}"), "xep_loai": Text(" ")}, {})

    assert done.write == wanted
    assert [(change.place, change.old, change.new) for change in done.changes] == [
        ("tong_diem", "{{ tong_diem }}", "93"),
        ("xep_loai", " ", "Tốt"),
    ]


def test_a_second_fill_writes_nothing():
    wanted = {"tong_diem": Text("93"), "bang_diem": a_table("1", "2"), "ke_co_quan": Rule(Decimal("12.3"))}
    written = first_written(wanted)

    again = plan(wanted, {**wanted, "ke_co_quan": Rule(Decimal("12.4"))}, written)

    assert (again.write, again.changes, again.hand_edited, again.written) == ({}, (), (), written)


def test_words_that_the_clerk_gave_up_are_written_over_once_she_says_so():
    standing = Text("chín mươi")
    written = given_up(first_written({"tong_diem": Text("90")}), "tong_diem", standing)

    done = plan({"tong_diem": Text("93")}, {"tong_diem": standing}, written)

    assert (done.write, done.hand_edited) == ({"tong_diem": Text("93")}, ())
    assert plan({"tong_diem": Text("93")}, {"tong_diem": Text("bảy")}, written).hand_edited == ("tong_diem",)


def test_what_the_clerk_typed_stays_unless_she_says_otherwise():
    written = first_written({"tong_diem": Text("90")})
    standing = {"tong_diem": Text("chín mươi")}

    kept = plan({"tong_diem": Text("93")}, standing, written)
    forced = plan({"tong_diem": Text("93")}, standing, written, overwrite_hand_edited=True)

    assert (kept.write, kept.hand_edited, kept.written) == ({}, ("tong_diem",), written)
    assert (forced.write, forced.hand_edited) == ({"tong_diem": Text("93")}, ())


def test_text_that_came_back_by_undo_is_still_known_as_ours():
    first = plan({"tong_diem": Text("90")}, {"tong_diem": Text("")}, {})
    second = plan({"tong_diem": Text("93")}, {"tong_diem": Text("90")}, first.written)

    after_undo = plan({"tong_diem": Text("95")}, {"tong_diem": Text("90")}, second.written)

    assert after_undo.hand_edited == ()
    assert after_undo.write == {"tong_diem": Text("95")}


@pytest.mark.parametrize(
    ("wanted", "standing"),
    [
        (Text("ngày\u00a0\u00a0tháng\u00a0\u00a0năm\u00a0\u00a0"), Text("ngày\u00a0\u00a0tháng\u00a0\u00a0năm")),
        (Text("dòng một \ndòng hai"), Text("dòng một\ndòng hai\t")),
        (Paragraphs(("một ", "hai")), Paragraphs(("một", "hai  "))),
        (a_table("1 ", "2"), a_table("1", "2 ")),
    ],
)
def test_blanks_at_the_end_of_a_line_make_no_other_text(wanted, standing):
    written = first_written({"cho_trong": wanted})

    again = plan({"cho_trong": wanted}, {"cho_trong": standing}, written)

    assert (again.write, again.hand_edited) == ({}, ())
    assert plan({"cho_trong": wanted}, {"cho_trong": standing}, {}).hand_edited == ()


def test_blanks_elsewhere_make_another_text():
    written = first_written({"cho_trong": Text("năm 2024\nmột")})

    for typed in ("năm  2024\nmột", " năm 2024\nmột", "năm 2024\n một", "năm 2024 một"):
        done = plan({"cho_trong": Text("năm 2024\nmột")}, {"cho_trong": Text(typed)}, written)
        assert done.hand_edited == ("cho_trong",)


def test_a_slot_shown_twice_is_compared_in_both_places():
    done = plan({"tong_diem": Text("93")}, {"tong_diem": Text("93"), "tong_diem__2": Text("{{ tong_diem }}")}, {})

    assert done.write == {"tong_diem__2": Text("93")}


def test_places_that_nobody_wants_are_not_touched():
    assert plan({}, {"ghi_chu": Text("x")}, {}).write == {}


def test_a_slot_that_lost_its_place_is_told():
    assert plan({"nam": Text("2023")}, {}, first_written({"nam": Text("2023"), "bang_diem": a_table("1")})).lost == (
        "bang_diem",
        "nam",
    )


def test_paragraphs_are_compared_as_a_whole():
    wanted = {"uu_diem": Paragraphs(("a", "b"))}

    assert plan(wanted, {"uu_diem": Paragraphs(("a", "b"))}, {}).write == {}
    [change] = plan(wanted, {"uu_diem": Text("{{ uu_diem }}")}, {}).changes
    assert change.new == "a\nb"


def test_one_changed_cell_is_one_change():
    written = first_written({"bang_diem": a_table("1", "2")})

    done = plan({"bang_diem": a_table("1", "3")}, {"bang_diem": a_table("1", "2", kind="")}, written)

    assert [change.place for change in done.changes] == ["bang_diem/1/1"]
    assert done.write == {"bang_diem": a_table("1", "3")}


def test_a_cell_changed_by_hand_stays_while_its_neighbours_are_filled():
    written = first_written({"bang_diem": a_table("1", "2")})

    done = plan({"bang_diem": a_table("5", "6")}, {"bang_diem": a_table("1", "hai")}, written)

    assert done.hand_edited == ("bang_diem/1/1",)
    assert done.write == {"bang_diem": a_table("5", "hai")}
    assert plan({"bang_diem": a_table("1", "6")}, {"bang_diem": a_table("1", "hai")}, written).write == {}


def test_a_raw_template_table_is_filled_whole():
    standing = Table(COLUMNS, (Row("", ("{%tr for dong in bang_diem %}", "")), Row("", ("{{ dong.ky_hieu }}", ""))))

    done = plan({"bang_diem": a_table("1", "2")}, {"bang_diem": standing}, {})

    assert done.write == {"bang_diem": a_table("1", "2")}
    assert done.written == first_written({"bang_diem": a_table("1", "2")})


def test_rows_come_and_go_only_while_every_cell_is_ours():
    written = first_written({"bang_diem": a_table("1", "2")})
    wanted = {"bang_diem": a_table("1", "2", "3")}

    grown = plan(wanted, {"bang_diem": a_table("1", "2")}, written)
    stopped = plan(wanted, {"bang_diem": a_table("1", "hai")}, written)

    assert grown.write == wanted
    assert (stopped.write, stopped.hand_edited) == ({}, ("bang_diem", "bang_diem/1/1"))
    assert plan(wanted, {"bang_diem": a_table("1", "hai")}, written, overwrite=["bang_diem"]).write == wanted


def test_a_table_that_became_text_is_filled_whole():
    assert plan({"bang_diem": a_table("1")}, {"bang_diem": Text("")}, {}).write == {"bang_diem": a_table("1")}


def test_a_table_whose_model_row_was_deleted_is_named_and_the_rest_is_filled():
    raw = Table((), (Row("", ("{%tr for dong in bang_diem %}",)), Row("", ("{%tr endfor %}",))))
    written = first_written({"bang_diem": a_table("1")})

    done = plan({"nam": Text("2023"), "bang_diem": a_table("1")}, {"nam": Text(""), "bang_diem": raw}, written)

    assert (done.write, done.unmade, done.lost, done.kept) == ({"nam": Text("2023")}, ("bang_diem",), (), ())
    assert done.written["bang_diem/0/0"] == written["bang_diem/0/0"]


def test_a_text_that_stands_where_a_table_was_read_counts_as_blank():
    assert plan({"nam": Text("2023")}, {"nam": a_table("1")}, {}).write == {"nam": Text("2023")}


def test_a_rule_of_another_length_is_drawn_again():
    wanted = {"ke_co_quan": Rule(Decimal(5))}

    done = plan(wanted, {"ke_co_quan": Rule(Decimal(3))}, {})

    assert (done.write, done.changes, done.hand_edited) == (wanted, (), ())


@pytest.mark.parametrize("now", [Text(""), Text("PHÒNG NỘI VỤ")])
def test_what_is_no_rule_any_more_has_no_length(now):
    done = plan({"ke_co_quan": Rule(Decimal(5))}, {"ke_co_quan": now}, {})

    assert (done.write, done.changes, done.hand_edited) == ({}, (), ())


def test_only_a_few_generations_are_remembered():
    written = {}
    for number in range(20):
        written = plan({"nam": Text(str(number))}, {"nam": Text("")}, written).written

    assert len(written["nam"]) == 8


def test_small_helpers():
    assert flat(Rule(Decimal("1.5"))) == "1.5"
    assert row_kinds(a_table("1", kind="nhom")) == ("nhom",)
    assert row_kinds(Text("x")) == row_kinds(None) == ()


def test_what_was_taken_over_from_the_document_counts_as_ours():
    written = taken_over({}, {"uu_diem": "do văn thư gõ", "bang_diem/0/1": "9"})

    assert knows(written, "uu_diem", "do văn thư gõ")
    assert is_last(written, "bang_diem/0/1", "9")
    assert not knows(written, "uu_diem", "khác")
    assert not is_last(written, "ton_tai", "")


def test_untouched_are_places_with_a_tag_a_text_of_ours_or_nothing():
    standing = {"nam": Text(" "), "nam__2": Text("2023"), "nam__3": Text("2024"), "ky_hieu": Text("{{ ky_hieu }}")}

    found = untouched({**standing, "bang": a_table("1")}, first_written({"nam": Text("2023")}))

    assert found == {"nam", "nam__2", "ky_hieu"}
