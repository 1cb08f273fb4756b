"""The JSON contract."""

from __future__ import annotations

import json
from datetime import date

from core.factories import EXAMPLE, a_record, the_form, the_library, with_marks

from vanthu.assess import assess
from vanthu.dossier import dossier
from vanthu.record_file import load
from vanthu.report import assessment_json, dossier_json, progress_json


def reported(record):
    return json.loads(json.dumps(assessment_json(assess(the_form(), record))))


def test_the_example_reports_total_rating_and_groups():
    result = reported(load(EXAMPLE))

    assert (result["form"], result["complete"], result["total"], result["maximum"]) == ("dvht-2020", True, "93", "100")
    assert (result["rating"], result["rating_id"]) == ("Tốt", "tot")
    assert {name: group["score"] for name, group in result["groups"].items()} == {"1": "30", "2": "30", "3": "33"}
    assert result["criteria"]["1.a"] == {"typed": "10", "score": "10", "maximum": "10", "status": "met"}
    assert result["next"] == {"rating_id": None, "missing": None}
    assert [(found["code"], found["severity"], found["place"]) for found in result["findings"]] == [
        ("group_sum_differs", "error", "3"),
        ("total_differs", "error", "total"),
    ]
    assert "Nhóm 3: 25 + 5 + 3 = 33" in result["explanation"]


def test_numbers_are_strings_with_a_dot_for_other_programs():
    result = reported(a_record(with_marks(a3="8,5")))

    assert (result["total"], result["next"]) == ("83.5", {"rating_id": "tot", "missing": "1.5"})


def test_an_incomplete_record_has_no_rating():
    result = reported(a_record({"1.a": "12"}))

    assert (result["complete"], result["rating"], result["rating_id"]) == (False, None, None)
    assert result["criteria"]["1.a"] == {"typed": "12", "score": None, "maximum": "10", "status": "unusable"}
    assert result["criteria"]["3.a.1"]["maximum"] == "3"


def test_progress_tells_state_and_deadlines_of_the_day():
    record = load(EXAMPLE)

    result = progress_json(assess(the_form(), record), record, date(2024, 3, 30))

    assert (result["state"], result["recognised_until"]) == ("draft", None)
    assert (result["done"], result["all"]) == (10, 10)
    [deadline] = result["deadlines"]
    assert (deadline["last_day"], deadline["days_left"], deadline["article"]) == ("2024-03-31", 1, "Điều 7 khoản 1")


def test_a_dossier_tells_each_document_and_what_it_lacks():
    library = the_library()
    record = load(EXAMPLE)
    places = {"bao-cao-tu-danh-gia": frozenset({"tong_diem"})}

    result = dossier_json(dossier(library, record, library.assess(record), date(2024, 3, 30), places))

    [document] = result["documents"]
    assert (document["number"], document["kind"], document["copies"]) == (1, "bao-cao-tu-danh-gia", None)
    assert (document["file_name"], document["complete"]) == ("01-bao-cao-tu-danh-gia", False)
    assert document["missing"] == ["Còn 2 lỗi phải sửa trong dữ liệu."]
    assert [deadline["days_left"] for deadline in result["deadlines"]] == [1]
    assert (result["dossier_complete"], result["superior"]) == (False, [])


def test_a_document_that_cannot_be_drawn_up_has_no_file():
    library = the_library()
    record = load(EXAMPLE)

    result = dossier_json(dossier(library, record, library.assess(record), date(2024, 3, 30), {}))

    assert result["documents"][0]["file_name"] is None
