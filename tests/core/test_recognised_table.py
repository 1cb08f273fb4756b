"""Score tables in documents that are not ours."""

from __future__ import annotations

import pytest
from core.factories import EXAMPLE, PROJECT, a_record, the_library

from vanthu.assess import assess
from vanthu.finding import FindingCode
from vanthu.recognised_table import recognised
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


def test_the_words_of_the_law_are_recognised_as_well():
    form = LIBRARY.form("dvht-2020")
    rows = [[line.words_of_law or line.label, str(line.max_score or ""), "1"] for line in form.criteria]

    table = recognised(LIBRARY.forms, rows)

    assert (table.form_id, len(table.lines)) == ("dvht-2020", len(form.criteria))
    assert ("1.a", "1") in table.typed


def test_a_table_of_scores_alone_takes_them_for_scores(printed):
    without_maxima = [[*row[:-2], row[-1]] for row in printed]
    only_maxima = [row[:-1] for row in printed]

    assert dict(recognised(LIBRARY.forms, without_maxima).typed)["3.b"] == "5"
    assert dict(recognised(LIBRARY.forms, only_maxima).typed)["3.b"] == "10"


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
