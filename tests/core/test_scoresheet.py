"""What a panel shows while scores are typed."""

from __future__ import annotations

from core.factories import a_record, the_form, the_library, with_marks

from vanthu.assess import assess
from vanthu.scoresheet import score_rows, summary


def sheet(marks):
    assessment = assess(the_form(), a_record(marks))
    return score_rows(assessment, a_record(marks)), summary(assessment)


def test_groups_are_computed_and_everything_else_is_typed():
    rows, _ = sheet(with_marks())

    assert [row.id for row in rows if not row.editable] == ["1", "2", "3"]
    assert [row.score for row in rows if row.level == 1] == ["30", "30", "40"]


def test_parts_without_points_cannot_be_typed():
    from core.factories import FORMS

    from vanthu.form_file import form_from
    from vanthu.toml import loads

    official = form_from(loads((FORMS / "dvht" / "dvht-2020.toml").read_text(encoding="utf-8")), "x")
    rows = score_rows(assess(official, a_record()), a_record())

    assert [row.editable for row in rows if row.level == 3] == [False] * 8
    assert {row.maximum for row in rows if row.level == 3} == {""}


def test_the_summary_counts_criteria_and_speaks_of_the_next_rating():
    _, result = sheet(with_marks(a3="8,5"))

    assert (result.total, result.maximum, result.rating) == ("83,5", "100", "Khá")
    assert result.progress == "Đã chấm 10/10 mục"
    assert result.distance == "còn thiếu 1,5 điểm để đạt loại Tốt"
    assert result.findings == ()


def test_a_blank_sheet_is_no_mistake():
    rows, result = sheet({})

    assert (result.total, result.rating, result.progress) == ("0", "Chưa xếp loại", "Đã chấm 0/10 mục")
    assert result.findings == ()
    assert {row.finding for row in rows} == {""}


def test_an_unusable_score_is_shown_as_typed_with_its_sentence():
    rows, result = sheet(with_marks(a1="11"))
    [row] = [row for row in rows if row.id == "1.a"]

    assert (row.typed, row.score) == ("11", "11")
    assert row.finding == result.findings[0] == "Mục 1.a: điểm 11 lớn hơn điểm tối đa 10. Hãy nhập lại."


def test_a_criterion_or_its_parts_are_asked_for_never_both():
    def needed(marks):
        return [row.id for row in sheet(marks)[0] if row.needed]

    assert needed({})[7:11] == ["3.a", "3.a.1", "3.a.2", "3.a.3"]
    assert needed({"3.a": "20"})[7:9] == ["3.a", "3.b"]
    assert needed({"3.a.1": "3"})[7:9] == ["3.a.1", "3.a.2"]
    assert "1" not in needed({"1.a": "3"})


def test_a_line_of_points_says_its_maximum_where_one_types():
    rows, _ = sheet({})

    assert {row.prompt for row in rows if row.id == "1.a"} == {"Đ~iểm (tối đa 10):"}
    assert {(row.reached, row.asks_evidence, row.answers) for row in rows} == {("", False, ())}


def test_the_heading_and_the_amount_are_those_of_points():
    _, result = sheet(with_marks())

    assert (result.heading, result.amount, result.first) == ("Điểm/tối đa và ~tiêu chí:", "100/100", "")


def test_where_nobody_knows_the_maximum_the_sheet_names_none():
    form = the_library().form("cdht-2014")
    record = a_record({"1": "5"}, form=form.id)
    assessment = assess(form, record)

    assert {row.prompt for row in score_rows(assessment, record)} == {"Đ~iểm:"}
    assert [row.brief for row in score_rows(assessment, record)][:2] == ["5", ""]


def test_whose_points_they_are_is_told_where_the_law_has_none():
    record = a_record(with_marks())
    hints = {row.id: row.hint for row in score_rows(assess(the_form(), record), record)}

    assert hints["1.a"] == ""
    assert hints["3.a.1"].startswith("Điểm tối đa ở đây không do Thông tư chia mà lấy theo Công văn số 1497/UBND-VX")
