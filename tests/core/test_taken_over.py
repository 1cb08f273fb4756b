"""What a record takes over from a table that was recognised."""

from __future__ import annotations

from dataclasses import replace

import pytest
from core.factories import a_record, the_library

from vanthu.recognised_table import RecognisedTable
from vanthu.taken_over import TakenOver, fitting_kind, taken_over_sentence, takes_over, with_unit_type

LIBRARY = the_library()
KINDS = LIBRARY.kinds
READ = (("1.a", "10"), ("1.b", "9"))


def a_table(typed=READ, stated=(), lines=22):
    return RecognisedTable("dvht-2020", 1, dict.fromkeys(range(lines), "1.a"), typed, stated)


def test_a_blank_record_takes_everything():
    taken = takes_over(a_record({}, form="dvht-2023"), a_table(stated=(("total", "98"),)), (("rating", "Tốt"),))

    assert (taken.record.form, taken.record.typed, taken.differing) == ("dvht-2020", READ, ())
    assert dict(taken.record.stated) == {"total": "98", "rating": "Tốt"}


def test_the_table_says_the_total_before_a_sentence_does():
    taken = takes_over(a_record({}), a_table(stated=(("total", "98"),)), (("total", "97"),))

    assert taken.record.stated == (("total", "98"),)


def test_what_was_typed_stays_and_is_named():
    record = a_record({"1.A)": "8", "1.b": "9,0", "2.a": "7", "2.b": " "})

    taken = takes_over(record, a_table(), ())

    assert dict(taken.record.typed) == {"1.a": "8", "1.b": "9", "2.a": "7"}
    assert taken.differing == ("1.a",)
    instead = takes_over(record, a_table(), (), instead=True)
    assert (dict(instead.record.typed)["1.a"], instead.differing) == ("10", ())


def test_scores_of_another_form_are_not_mixed():
    assert takes_over(a_record({"1.1": "đạt"}, form="dvht-2023"), a_table(), ()) is None


def test_the_kind_of_document_fits_the_form():
    assert fitting_kind(KINDS, "bao-cao-tu-danh-gia", "dvht-2020") == "bao-cao-tu-danh-gia"
    assert fitting_kind(KINDS, "bao-cao-tu-danh-gia", "cdht-2023") != "bao-cao-tu-danh-gia"
    assert fitting_kind((), "bao-cao-tu-danh-gia", "cdht-2023") == "bao-cao-tu-danh-gia"


def the_sentence(typed, stated=(), differing=(), year=2023, elsewhere=0):
    record = replace(a_record(typed), year=2023, stated=stated)
    taken = TakenOver(record, differing)
    return taken_over_sentence(a_table(), taken, LIBRARY.assess(record), year, elsewhere)


def scores(last):
    maxima = {line.id: str(line.max_score) for line in LIBRARY.form("dvht-2020").counted()}
    return {**maxima, "3.c": last}


def test_the_sentence_says_lines_and_total():
    assert the_sentence(scores("5")) == "Đã nhận bảng điểm: 22 dòng; tổng 100."
    assert the_sentence(scores("5"), (("total", "100,0"),)) == "Đã nhận bảng điểm: 22 dòng; tổng 100."
    assert the_sentence({}) == "Đã nhận bảng điểm: 22 dòng; còn 10 mục chưa có điểm dùng được."


def test_a_wrong_total_is_said_with_the_places_that_repeat_it():
    said = the_sentence(scores("3"), (("total", "99"),), elsewhere=2)

    assert said == (
        "Đã nhận bảng điểm: 22 dòng; tổng ghi 99, tính lại 98. Số 99 còn ở 2 chỗ khác trong lời văn; hãy xem lại."
    )


def test_what_to_look_at_is_said():
    said = the_sentence(scores("5"), differing=("1.a", "2.b"), year=None)

    assert said.endswith("Giữ điểm đã nhập, khác với bảng, ở 2 mục: 1.a, 2.b. Năm đánh giá đang là 2023; hãy kiểm tra.")


def levels(**typed):
    return RecognisedTable("dvht-2023", 1, {1: "1.1", 2: "1.2"}, tuple(typed.items()), ())


def test_a_table_of_levels_says_what_it_comes_to():
    record = a_record({}, form="dvht-2023")

    def said(record):
        return taken_over_sentence(levels(), TakenOver(record), LIBRARY.assess(record), record.year, 0)

    assert said(record) == "Đã nhận bảng mức độ: 2 chỉ tiêu; hãy chọn “Loại đơn vị” ở Hồ sơ."
    office = replace(record, unit_type="co-quan")
    lines = LIBRARY.assess(office).form.counted()
    assert "còn {} chỉ tiêu chưa đánh giá được".format(len(lines)) in said(office)
    done = replace(office, typed=tuple((line.id, "không đạt") for line in lines))
    assert "kết quả: Không đạt" in said(done)


@pytest.mark.parametrize(
    ("kind", "chosen", "expected"), [("dai-hoc", "", "dai-hoc"), ("thcs", "", ""), ("dai-hoc", "thpt", "thpt")]
)
def test_the_type_of_unit_is_taken_from_the_table_where_it_can_be_but_one(kind, chosen, expected):
    form = LIBRARY.form("dvht-2023")
    criteria = form.for_unit(form.scope_of(kind, ""), kind, "cong-lap").criteria
    table = RecognisedTable("dvht-2023", 1, {}, (), (), criteria)

    assert with_unit_type(a_record({}, form="dvht-2023", unit_type=chosen), form, table).unit_type == expected
