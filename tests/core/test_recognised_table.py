"""Score tables in documents that are not ours."""

from __future__ import annotations

from dataclasses import replace

import pytest
from core.factories import EXAMPLE, PROJECT, a_record, the_library

from vanthu.assess import assess
from vanthu.finding import FindingCode
from vanthu.recognised_table import for_recognition, recognised, unit_types_of
from vanthu.record_file import load

LIBRARY = the_library()
SEED = PROJECT / "tests" / "seeds" / "001.txt"


@pytest.fixture
def printed():
    """The rows of the published table, its heading twice as on its two pages."""
    lines = SEED.read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if "\t" in line]


def test_the_published_table_is_recognised_line_by_line(printed):
    table = recognised(LIBRARY.forms, printed)

    assert (table.form_id, table.score_column) == ("dvht-2020", 1)
    assert len(table.lines) == len(LIBRARY.form("dvht-2020").criteria) + 1
    assert dict(table.typed) == dict(load(EXAMPLE).typed)
    assert dict(table.stated) == {"1": "30", "2": "30", "3": "38", "3.a": "25", "total": "98"}


def test_its_wrong_sums_are_found(printed):
    table = recognised(LIBRARY.forms, printed)

    found = assess(LIBRARY.form(table.form_id), a_record(dict(table.typed), stated=table.stated))

    wrong = {finding.place for finding in found.findings if finding.code is FindingCode.GROUP_SUM_DIFFERS}
    assert (str(found.total), wrong) == ("93", {"3"})
    assert FindingCode.TOTAL_DIFFERS in {finding.code for finding in found.findings}


def test_rows_and_columns_that_somebody_added_do_not_matter(printed):
    wider = [["x", *row] for row in printed]
    wider.insert(5, ["x", "", "Ghi chú của phòng", "", ""])

    assert dict(recognised(LIBRARY.forms, wider).typed) == dict(load(EXAMPLE).typed)


WHOLE = ["", "Tổng cộng", "100", "98"]


@pytest.mark.parametrize(
    "below",
    [
        [["", "Cộng mục 3", "40", "38"], WHOLE],
        [["", "Tổng điểm mục III:", "40", "38"], WHOLE],
        [["", "Cộng", "40", "38"], WHOLE],
        [["", "Tổng cộng tiêu chí số 3", "", "38"], ["", "Tổng điểm", "", "98"]],
        [["", "Tổng điểm tối đa", "100", ""], ["", "Tổng điểm đạt được", "", "98"]],
        [["", "Tổng điểm tối đa", "", "100"], ["Tổng cộng số điểm tối đa", "", "100", "98"]],
        [WHOLE, ["", "Tổng điểm tối đa", "100", "100"]],
        [WHOLE, ["", "Tổng cộng nhóm 3", "40", "38"]],
        [WHOLE, ["", "Tổng điểm trừ", "", "0"]],
        [WHOLE, ["", "Tổng cộng sau khi cộng điểm thưởng", "105", "100"]],
        [["", "Tổng cộng (mục 1 + mục 2 + mục 3)", "100", "98"]],
        [["", "Tổng điểm các mục: mục I, II và III", "100", "98"]],
        [["Tổng cộng", "", "", "98"]],
    ],
)
def test_the_total_is_the_sum_of_the_whole_table(printed, below):
    table = recognised(LIBRARY.forms, [*printed[:-1], *below])

    assert dict(table.stated)["total"] == "98"


def test_a_sum_of_one_part_alone_is_no_total(printed):
    table = recognised(LIBRARY.forms, [*printed[:-1], ["", "Cộng mục 3", "40", "38"]])

    assert "total" not in table.lines.values()


def test_a_form_without_a_maximum_has_a_total_as_well(printed):
    form = replace(LIBRARY.form("dvht-2020"), max_score=None)

    assert dict(recognised([form], printed).stated)["total"] == "98"


def test_the_words_of_the_law_are_recognised_as_well():
    form = LIBRARY.form("dvht-2020")
    rows = [[line.words_of_law or line.label, str(line.max_score or ""), "1"] for line in form.criteria]

    table = recognised(LIBRARY.forms, rows)

    assert (table.form_id, len(table.lines)) == ("dvht-2020", len(form.criteria))
    assert ("1.a", "1") in table.typed


def test_a_table_of_scores_alone_takes_them_for_scores(printed):
    without_maxima = [[*row[:-2], row[-1]] for row in printed]
    full = [row[:-1] for row in lines_of(printed)]

    assert dict(recognised(LIBRARY.forms, without_maxima).typed)["3.b"] == "5"
    assert dict(recognised(LIBRARY.forms, full).typed)["3.b"] == "10"


def test_a_table_of_maxima_alone_has_no_scores(printed):
    assert recognised(LIBRARY.forms, [row[:-1] for row in printed]) is None


def lines_of(printed):
    return [row for row in printed if row[0] != "STT"]


@pytest.mark.parametrize("heading", ["Đơn vị tự chấm", "Điểm đạt được", "Kết quả", ""])
def test_a_table_that_waits_for_its_scores_has_none(printed, heading):
    waiting = [[*row[:-1], ""] for row in lines_of(printed)]
    head = [["STT", "Nội dung", "Điểm tối đa", heading]] if heading else []

    table = recognised(LIBRARY.forms, [*head, *waiting])

    assert (table.score_column, table.typed, table.stated) == (1, (), ())
    assert len(table.missing) == 17
    assert len(table.score_rows()) == 22


@pytest.mark.parametrize("heading", ["Ghi chú", "Thang điểm"])
def test_a_blank_column_for_something_else_is_not_for_scores(printed, heading):
    waiting = [[*row[:-1], ""] for row in lines_of(printed)]

    assert recognised(LIBRARY.forms, [["STT", "Nội dung", "Điểm tối đa", heading], *waiting]) is None


CRITERIA = ("a", "b", "c", "d")
HEADINGS = ["Đơn vị tự chấm", "Điểm", "Điểm chấm", "Điểm đạt được", "Kết quả"]


def partly(printed, heading, keep, blank=""):
    """The published table with the scores of some rows alone."""
    rows = [[*row[:-1], row[-1] if keep(row) else blank] for row in lines_of(printed)]
    return [["STT", "Nội dung", "Điểm tối đa", heading], *rows] if heading else rows


@pytest.mark.parametrize("heading", [*HEADINGS, ""])
@pytest.mark.parametrize("blank", ["", "…", "......"])
def test_a_table_whose_criteria_alone_are_scored_is_recognised(printed, heading, blank):
    rows = partly(printed, heading, lambda row: row[0] in CRITERIA or "Tổng" in row[0], blank)

    table = recognised(LIBRARY.forms, rows)

    assert (table.score_column, len(table.typed), dict(table.stated)) == (1, 10, {"total": "98"})
    assert (dict(table.typed)["3.a"], table.missing) == ("25", ())


@pytest.mark.parametrize("heading", [*HEADINGS, ""])
def test_a_table_with_two_scores_is_recognised(printed, heading):
    table = recognised(LIBRARY.forms, partly(printed, heading, lambda row: row[0] == "a" and "chủ trương" in row[1]))

    assert (table.score_column, dict(table.typed)) == (1, {"1.a": "10"})
    assert len(table.score_rows()) == 22


def test_below_a_heading_for_scores_a_word_or_too_many_points_are_read_as_well(printed):
    rows = partly(printed, "Điểm chấm", lambda row: row[0] in CRITERIA)
    rows[2][-1], rows[3][-1] = "chưa chấm", "11"

    typed = dict(recognised(LIBRARY.forms, rows).typed)

    assert (typed["1.a"], typed["1.b"]) == ("chưa chấm", "11")


@pytest.mark.parametrize("heading", ["Ghi chú", "Thang điểm", "Minh chứng"])
def test_a_few_numbers_below_another_heading_are_no_scores(printed, heading):
    assert recognised(LIBRARY.forms, partly(printed, heading, lambda row: row[0] == "a")) is None


@pytest.mark.parametrize("cell", ["xem phụ lục", "2023"])
def test_without_a_heading_a_column_with_anything_but_scores_has_none(printed, cell):
    rows = partly(printed, "", lambda row: row[0] == "a")
    rows[2][-1] = cell

    assert recognised(LIBRARY.forms, rows).score_column == 2


def test_numbers_before_the_wording_are_no_scores(printed):
    rows = [[row[0] if row[0].isdigit() else "", *row[1:-1]] for row in lines_of(printed)]

    assert recognised(LIBRARY.forms, rows).score_column == 1


def test_a_heading_for_scores_counts_before_other_numbers(printed):
    numbered = [[*row[:-1], row[-1] if row[0] == "a" else "", "7"] for row in lines_of(printed)]

    table = recognised(LIBRARY.forms, [["STT", "Nội dung", "Điểm tối đa", "Điểm", "Số trang"], *numbered])

    assert table.score_column == 2


def test_the_units_own_scores_count_before_those_of_the_appraisal(printed):
    appraised = [[*row, "1"] for row in lines_of(printed)]

    table = recognised(LIBRARY.forms, [["STT", "Nội dung", "Điểm tối đa", "Tự chấm", "Huyện chấm"], *appraised])

    assert (table.score_column, dict(table.typed)["3.b"]) == (2, "5")


MAXIMA = ["Điểm tối đa", "Điểm chuẩn", "Điểm", "Mức điểm", "Điểm TĐ", "Điểm quy định"]


def worded(printed, headings, words):
    """The published table below other headings, its scores written in these words."""
    rows = [[*row[:-1], words.format(score=row[-1], most=row[-2])] for row in lines_of(printed)]
    return [["STT", "Nội dung", *headings], *rows]


@pytest.mark.parametrize("maxima", MAXIMA)
@pytest.mark.parametrize("own", ["Đơn vị tự chấm", "Tự đánh giá", "Đơn vị chấm", "Điểm đạt được", "Kết quả"])
@pytest.mark.parametrize("words", ["{score}đ", "{score} điểm", "{score} Điểm.", "{score}/{most}", "{score} / {most} đ"])
def test_scores_with_a_word_beside_them_are_read_as_numbers(printed, maxima, own, words):
    table = recognised(LIBRARY.forms, worded(printed, (maxima, own), words))

    assert (table.score_column, dict(table.typed)) == (1, dict(load(EXAMPLE).typed))
    assert dict(table.stated)["total"] == "98"


def test_so_many_points_of_another_number_are_no_score_of_the_line(printed):
    rows = worded(printed, ("Điểm tối đa", "Tự chấm"), "{score}")
    rows[2][-1], rows[3][-1] = "9/20", "9,5/10"

    typed = dict(recognised(LIBRARY.forms, rows).typed)

    assert (typed["1.a"], typed["1.b"]) == ("9/20", "9,5")


@pytest.mark.parametrize("maxima", MAXIMA)
@pytest.mark.parametrize("sums", [True, False])
def test_maxima_are_no_scores_where_the_unit_says_its_own_in_words(printed, maxima, sums):
    rows = worded(printed, (maxima, "Đơn vị tự đánh giá"), "đã thực hiện tốt")
    for row in rows[1:]:
        row[-2] = row[-2] if sums or row[0] == "-" or row[0] in CRITERIA else ""

    assert recognised(LIBRARY.forms, rows) is None


def test_scores_stand_beside_a_wording_that_is_called_self_assessment(printed):
    rows = [["STT", "Nội dung tự đánh giá", "Điểm"], *([*row[:-2], row[-2]] for row in lines_of(printed))]

    assert recognised(LIBRARY.forms, rows).score_column == 1


def test_a_criterion_whose_parts_are_not_scored_is_scored_as_a_whole(printed):
    whole = [[*row[:-1], ""] if row[0] == "-" else row for row in printed]

    table = recognised(LIBRARY.forms, whole)

    assert dict(table.typed)["3.a"] == "25"
    assert (table.missing, len(table.score_rows())) == ((), 14)


def test_a_sum_that_a_finished_table_leaves_blank_is_no_place_but_its_total_is(printed):
    blank = [[*row[:-1], ""] if row[0] in ("1", "2", "3") or "Tổng" in row[0] else row for row in printed]

    table = recognised(LIBRARY.forms, blank)

    assert {"1", "total"} & set(table.score_rows().values()) == {"total"}


def test_scores_of_parts_that_the_form_gives_no_points_are_kept(printed):
    law = replace(LIBRARY.form("dvht-2020"), criteria=tuple(without_points(LIBRARY.form("dvht-2020"))))

    table = recognised([law], printed)

    assert (dict(table.typed)["3.a"], dict(table.typed)["3.a.8"]) == ("25", "4")


def without_points(form):
    return [replace(line, max_score=None) if line.level > 2 else line for line in form.criteria]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [["STT", "Họ và tên"], ["1", "Trần Thanh Tùng"]],
        [["a", "Đơn vị có chủ trương hoặc kế hoạch cho thành viên học tập thường xuyên.", "10", "10"]],
    ],
    ids=["nothing", "an empty row", "people", "one line"],
)
def test_another_table_is_none_of_ours(rows):
    assert recognised(LIBRARY.forms, rows) is None


def test_a_table_without_numbers_is_none_of_ours(printed):
    assert recognised(LIBRARY.forms, [row[:-2] for row in printed]) is None


def test_a_score_that_was_left_blank_is_not_typed(printed):
    blank = [[*row[:-1], ""] if row[1].startswith("Góp phần") else row for row in printed]

    assert "3.c" not in dict(recognised(LIBRARY.forms, blank).typed)


LEVELS = LIBRARY.form("dvht-2023")
EVERY = [one for form in LIBRARY.forms for one in for_recognition(form, "cong-lap")]


def level_rows(kind, answers, heading=("STT", "Chỉ tiêu", "Kết quả tự đánh giá", "Mức độ đạt", "Minh chứng")):
    """A table of levels as a unit of that type may have it, answered in part."""
    form = LEVELS.for_unit(LEVELS.scope_of(kind, ""), kind, "cong-lap")
    rows = [[line.symbol, line.label + ".", answers.get(line.id, ""), "", "Kế hoạch số 5"] for line in form.criteria]
    return [list(heading), *rows]


def test_a_table_of_levels_is_recognised_with_its_answers():
    table = recognised(EVERY, level_rows("thcs", {"1.1": "Đạt", "2.1": "19/20 = 95%", "3.4": "cơ bản", "1": "Đạt"}))

    assert (table.form_id, table.score_column, len(table.lines)) == ("dvht-2023", 3, 14)
    assert dict(table.typed) == {"1.1": "Đạt", "2.1": "19/20", "3.4": "cơ bản"}
    assert (table.stated, len(table.missing)) == ((), 11)
    assert set(table.score_rows().values()) >= {"1.1", "1.2"}


@pytest.mark.parametrize(("kind", "types"), [("thcs", ("tieu-hoc", "thcs")), ("dai-hoc", ("dai-hoc",))])
def test_its_lines_tell_what_types_of_unit_it_may_be_for(kind, types):
    table = recognised(EVERY, level_rows(kind, {"1.1": "đạt"}))

    assert unit_types_of(LEVELS, table, "cong-lap") == types


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        (("STT", "Chỉ tiêu", "Đơn vị tự đánh giá", "Kết quả thẩm định", ""), 3),
        (("STT", "Chỉ tiêu", "Kết quả", "Ghi chú", ""), 3),
        (("STT", "Chỉ tiêu", "", "Kết quả", ""), 2),
        (("STT", "Chỉ tiêu", "Đánh giá", "", ""), 3),
    ],
)
def test_the_answers_stand_where_a_heading_or_they_themselves_say(heading, column):
    rows = level_rows("thcs", {"1.1": "đạt", "2.1": "19/20"}, heading)

    assert recognised(EVERY, rows).score_column == column


def ticked_rows(heading, ticks, others=()):
    """A table of levels in which a tick tells the answer; ``others``: what stands to the right of the ticks."""
    form = LEVELS.for_unit(LEVELS.scope_of("thcs", ""), "thcs", "cong-lap")
    counted = [line.id for line in form.counted()]
    rows = [[line.symbol, line.label, *(ticks(line.id) if line.id in counted else ("", ""))] for line in form.criteria]
    return [*heading, *([*row, *others] for row in rows)]


PAIRS = [
    [["STT", "Chỉ tiêu", "Đạt", "Không đạt"]],
    [["STT", "Chỉ tiêu", "Đạt (x)", "Chưa đạt"]],
    [["STT", "Chỉ tiêu", "Có", "Không"]],
    [["STT", "Chỉ tiêu", "Kết quả tự đánh giá"], ["", "", "Đạt", "Không đạt"]],
]


@pytest.mark.parametrize("heading", PAIRS)
@pytest.mark.parametrize("no", ["x", "", "☒"])
@pytest.mark.parametrize("yes", ["x", "X", ""])
def test_a_tick_for_yes_or_no_is_not_taken_for_an_answer(heading, yes, no):
    rows = ticked_rows(heading, lambda line: ("", no) if line == "1.4" else (yes, ""))

    assert recognised(EVERY, rows) is None


@pytest.mark.parametrize("heading", [[["STT", "Chỉ tiêu", "Mức độ 1", "Mức độ 2"]], []])
def test_a_tick_in_one_column_or_the_other_is_not_taken_for_an_answer(heading):
    rows = ticked_rows(heading, lambda line: ("", "x") if line == "1.4" else ("x", ""))

    assert recognised(EVERY, rows) is None


def test_ticks_of_the_unit_and_of_those_who_appraise_it_are_answers():
    heading = [["STT", "Chỉ tiêu", "Đơn vị tự đánh giá", "Thẩm định"]]

    table = recognised(EVERY, ticked_rows(heading, lambda line: ("x", "" if line == "1.4" else "x")))

    assert (table.score_column, dict(table.typed)["1.1"]) == (2, "x")


def test_answers_in_words_count_beside_ticks():
    heading = [["STT", "Chỉ tiêu", "Đạt", "Không đạt", "Đơn vị tự đánh giá"]]

    table = recognised(EVERY, ticked_rows(heading, lambda line: ("x", ""), others=("đạt",)))

    assert (table.score_column, dict(table.typed)["1.1"]) == (1, "đạt")


def test_a_heading_that_names_both_answers_is_one_of_words():
    rows = level_rows("thcs", {}, ("STT", "Chỉ tiêu", "Kết quả (Đạt/Không đạt)", "Đạt mức độ", "Minh chứng"))

    assert recognised(EVERY, rows).score_column == 3


def test_a_table_of_levels_without_room_for_answers_has_none():
    rows = [row[:2] for row in level_rows("thcs", {})]

    assert recognised(EVERY, rows) is None


def test_a_table_that_is_no_table_of_a_form_is_none():
    assert recognised(EVERY, [["1", "Họ và tên", "Chức vụ"], ["2", "Nguyễn Văn A", "Văn thư"]]) is None


def test_a_long_list_is_not_searched_for_indicators():
    rows = level_rows("thcs", {"1.1": "đạt"})

    assert recognised(EVERY, [*rows, *([["", "Việc khác", "", "", ""]] * 300)]) is None
