"""Which form on which day, and the register of legal texts."""

from __future__ import annotations

from datetime import date

import pytest
from core.factories import FORMS, a_record, the_library

from vanthu.data_error import DataError
from vanthu.finding import FindingCode
from vanthu.legal_texts import legal_texts_from
from vanthu.messages import sentence
from vanthu.record import DocumentFacts, Record
from vanthu.toml import read

LIBRARY = the_library()
REGIME = (FindingCode.FORM_REPEALED, FindingCode.FORM_OVER, FindingCode.FORM_NOT_YET, FindingCode.LEVEL_ENDED)


def regime(record):
    return [finding for finding in LIBRARY.assess(record).findings if finding.code in REGIME]


def test_the_plan_of_dong_thinh_cites_a_repealed_circular():
    [finding] = regime(Record("cdht-2014", 2024))

    words = sentence(finding)
    assert "Thông tư 44/2014 đã bị bãi bỏ từ 12/02/2024" in words
    assert "Thông tư số 25/2023/TT-BGDĐT" in words
    assert "27/12/2023" in words
    assert "cdht-2023" in words


@pytest.mark.parametrize(
    ("day", "warned"), [("2024-01-25", False), ("2024-01-26", True), ("2024-01", True), ("2023-12", False), ("", False)]
)
def test_a_report_of_2023_is_late_on_the_first_day_without_its_circular(day, warned):
    record = a_record(document=DocumentFacts(date=day))

    assert [finding.code for finding in regime(record)] == [FindingCode.FORM_REPEALED] * warned


def test_a_form_of_the_future_is_told():
    [finding] = regime(Record("dvht-2023", 2022, unit_type="tieu-hoc"))

    assert finding.code is FindingCode.FORM_NOT_YET
    assert "26/01/2024" in sentence(finding)


@pytest.mark.parametrize(("day", "warned"), [("2025-06-30", False), ("2025-07-01", True)])
def test_the_district_ended_on_the_first_of_july_2025(day, warned):
    record = Record("cdht-2023", 2024, unit_type="huyen", document=DocumentFacts(date=day))

    assert [finding.code for finding in regime(record)] == [FindingCode.LEVEL_ENDED] * warned


def test_forms_and_register_tell_the_same_days():
    for form in LIBRARY.forms:
        text = LIBRARY.texts.numbered(form.source.number)
        assert text is not None, form.id
        if text.effective_from is not None:
            assert (form.effective_from, form.effective_to) == (text.effective_from, text.effective_to)
        if form.replaced_by:
            successor = LIBRARY.texts.successor(text)
            assert successor.number == LIBRARY.form(form.replaced_by).source.number


def test_the_register_knows_validity_and_names():
    text = LIBRARY.texts.numbered("25/2023/TT-BGDĐT")

    assert text.name == "Thông tư số 25/2023/TT-BGDĐT"
    assert [text.in_force(date(*day)) for day in [(2024, 2, 11), (2024, 2, 12)]] == [False, True]
    assert LIBRARY.texts.numbered("44/2014/TT-BGDĐT").in_force(date(2024, 2, 12)) is False
    assert LIBRARY.texts.numbered("không có") is None
    assert LIBRARY.texts.successor(text) is None


def test_every_replacement_in_the_register_is_registered_too():
    for text in LIBRARY.texts.texts:
        if text.replaced_by:
            assert LIBRARY.texts.successor(text) is not None, text.id


def test_a_form_that_no_text_repealed_is_over_and_says_since_when():
    form = LIBRARY.form("huyen-hoc-tap-2021")
    [finding] = regime(Record(form.id, 2024))

    assert finding.code is FindingCode.FORM_OVER
    assert sentence(finding).startswith("Công văn 5196/BGDĐT-GDTX chỉ áp dụng đến hết ngày 31/12/2022.")


def test_a_text_registered_twice_is_an_error():
    values = read(FORMS / "legal-texts.toml")

    with pytest.raises(DataError, match="có hai lần"):
        legal_texts_from({**values, "text": [*values["text"], values["text"][0]]}, "so.toml")


def test_forms_in_force_change_with_the_day():
    assert [form.id for form in LIBRARY.forms_in_force(date(2023, 12, 31))] == ["cdht-2014", "dvht-2020"]
    assert [form.id for form in LIBRARY.forms_in_force(date(2024, 12, 31))] == ["cdht-2023", "dvht-2023"]
