"""Last year's document becomes this year's draft."""

from __future__ import annotations

from dataclasses import replace

from core.factories import EXAMPLE, FORMS, a_record, the_library

from vanthu.next_year import next_year
from vanthu.record import DocumentFacts, Progress, Record
from vanthu.record_file import load

LIBRARY = the_library()


def test_the_organisation_stays_and_the_answers_begin_anew():
    last = load(FORMS / "examples" / "004.toml")

    rolled = next_year(LIBRARY, replace(last, typed=(("1.1", "đạt"),), evidence={"1.1": ("Kế hoạch",)}))

    new = rolled.record
    assert (new.year, new.form, new.kind, new.unit, new.signer) == (2025, last.form, last.kind, last.unit, last.signer)
    assert (new.typed, new.evidence, new.document.date, new.document.number) == ((), {}, "", "")
    assert new.document.recipients == last.document.recipients
    assert new.text == last.text
    assert rolled.changes == (
        "Năm đánh giá: 2024 thành 2025.",
        "Đã bỏ 1 kết quả đã nhập và minh chứng của 1 mục; hãy nhập lại cho năm mới.",
        "Số và ngày của văn bản để trống.",
        "Lời văn còn nhắc năm 2024; hãy đọc lại trước khi trình.",
    )


def test_a_repealed_form_is_replaced_and_the_document_with_it():
    rolled = next_year(LIBRARY, load(EXAMPLE))

    assert (rolled.record.form, rolled.record.year) == ("dvht-2023", 2024)
    assert LIBRARY.kind(rolled.record.kind).type_name == "BÁO CÁO"
    assert LIBRARY.kind(rolled.record.kind).serves("dvht-2023")
    assert any("đã hết hiệu lực" in change for change in rolled.changes)


def test_the_assignment_of_criteria_goes_with_its_form():
    kept = next_year(LIBRARY, Record("dvht-2023", 2024, assigned={"1.1": ("Hội Khuyến học",)}))
    dropped = next_year(LIBRARY, Record("cdht-2014", 2024, assigned={"1": ("Hội Khuyến học",)}))

    assert kept.record.assigned == {"1.1": ("Hội Khuyến học",)}
    assert (dropped.record.form, dropped.record.assigned) == ("cdht-2023", {})
    assert [change for change in dropped.changes if change.startswith("Đã bỏ phân công của 1 mục")]
    assert not [change for change in kept.changes if "phân công" in change]


def test_what_happened_to_the_dossier_is_not_carried_over_and_that_is_said():
    progress = Progress(receiver="Ủy ban nhân dân xã A", submitted="2025-01-10")
    rolled = next_year(LIBRARY, Record("dvht-2023", 2024, progress=progress))

    assert rolled.record.progress == Progress(receiver="Ủy ban nhân dân xã A")
    assert rolled.changes[-1].startswith("Ngày trình và ngày được công nhận của năm trước")


def test_a_document_that_the_new_form_does_not_have_is_left_open():
    rolled = next_year(LIBRARY, Record("cdht-2014", 2024, kind="bien-ban-tu-kiem-tra"))

    assert rolled.record.kind == ""
    assert rolled.changes[-1].endswith("thay bằng “chưa chọn”.")


def test_a_blank_record_changes_nothing_but_its_year():
    rolled = next_year(LIBRARY, a_record({}, kind="", year=2021, document=DocumentFacts()))

    assert (rolled.record.year, rolled.record.form, rolled.record.kind) == (2022, "dvht-2020", "")
    assert rolled.changes == ("Năm đánh giá: 2021 thành 2022.",)
