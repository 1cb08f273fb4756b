"""What the tags of a table say about its rows."""

from __future__ import annotations

import pytest

from vanthu.model_rows import can_be_made, is_tag_row, model_for, models_of
from vanthu.slots import Row

FOR, END = ("{%tr for dong in bang_diem %}", ""), ("{%tr endfor %}", "")
IF, ELSE, ENDIF = ('{%tr if dong.kieu == "nhom" %}', ""), ("{%tr else %}", ""), ("{%tr endif %}", "")
MODEL = ("{{ dong.ky_hieu }}", "{{ dong.diem }}")
TOTAL = ("Tổng cộng", "{{ tong_diem }}")
WHOLE = (FOR, IF, MODEL, ELSE, MODEL, ENDIF, END, TOTAL)
WANTED = (Row("nhom", ("1", "30")), Row("tieu_chi", ("a", "10")))


def test_each_kind_has_the_first_row_below_its_condition():
    assert models_of(WHOLE) == ({"nhom": 2, None: 4}, 7)
    assert models_of(WHOLE[:-2]) == ({"nhom": 2, None: 4}, 6)
    assert [is_tag_row(row) for row in WHOLE] == [True, True, False, True, False, True, True, False]


def test_a_kind_without_a_model_of_its_own_takes_the_one_of_all_others():
    models = models_of(WHOLE)[0]

    assert (model_for(models, "nhom"), model_for(models, "tieu_chi")) == (2, 4)
    with pytest.raises(ValueError, match="tieu_chi"):
        model_for({"nhom": 2}, "tieu_chi")


@pytest.mark.parametrize(
    ("rows", "wanted", "possible"),
    [
        (WHOLE, WANTED, True),
        ((FOR, MODEL, END), WANTED, True),
        ((FOR, END), WANTED, False),
        ((FOR, END), (), True),
        ((FOR, IF, MODEL, ELSE, ENDIF, END), WANTED, False),
        ((FOR, IF, MODEL, ELSE, ENDIF, END), WANTED[:1], True),
        ((FOR, IF, ("{{ dong.ky_hieu }} {{ dong.diem }}",), ELSE, MODEL, ENDIF, END), WANTED, False),
    ],
    ids=["whole", "one for all", "none", "no rows", "one is gone", "not that one", "merged"],
)
def test_a_table_can_be_made_where_every_row_has_a_model_with_its_cells(rows, wanted, possible):
    assert can_be_made(rows, wanted) is possible
