"""What scores mean under Thông tư 22/2020."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from decimal import Decimal

import pytest
from core.factories import FORMS, FULL_MARKS, a_record, the_form, with_marks
from hypothesis import given
from hypothesis import strategies as st

from vanthu.assess import assess
from vanthu.finding import FindingCode, Severity
from vanthu.form_file import form_from
from vanthu.messages import sentence
from vanthu.toml import loads

FORM = the_form()
CRITERIA = [criterion for criterion in FORM.criteria if criterion.level == 2]


def codes(typed):
    return [finding.code for finding in assess(FORM, a_record(typed)).findings]


WHOLE = replace(FORM, whole_points=True)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1" * 30, FindingCode.ABOVE_MAXIMUM),
        ("1" * 40, FindingCode.ABOVE_MAXIMUM),
        ("1" * 41, FindingCode.NOT_A_NUMBER),
        ("9." + "0" * 37 + "1", FindingCode.NOT_WHOLE),
        ("9.5", FindingCode.NOT_WHOLE),
        ("11.5", FindingCode.NOT_WHOLE),
        ("-" + "1" * 30, FindingCode.NEGATIVE),
    ],
)
def test_a_score_of_any_length_gets_its_finding_where_only_whole_points_count(typed, code):
    assert [one.code for one in assess(WHOLE, a_record(with_marks(a1=typed))).findings] == [code]


@pytest.mark.parametrize("typed", ["9", "9.0", "9," + "0" * 38])
def test_a_whole_score_may_be_written_with_zeros(typed):
    assert assess(WHOLE, a_record(with_marks(a1=typed))).results["1.a"].score == 9


def test_full_marks_are_one_hundred_and_tot():
    result = assess(FORM, a_record())

    assert (result.total, result.rating.id, result.complete, result.findings) == (Decimal(100), "tot", True, ())
    assert result.next is None


@pytest.mark.parametrize(
    ("c3", "a3", "b3", "total", "rating"),
    [
        ("4.75", "15", "5", "84.75", "kha"),
        ("5", "15", "5", "85", "tot"),
        ("0", "10", "0", "70", "kha"),
        ("4.99", "0", "5", "69.99", "trung-binh"),
    ],
)
def test_a_total_just_below_a_band_gets_the_band_below(c3, a3, b3, total, rating):
    result = assess(FORM, a_record(with_marks(c3=c3, a3=a3, b3=b3)))

    assert (result.total, result.rating.id) == (Decimal(total), rating)


@pytest.mark.parametrize(
    ("first", "total", "rating"), [("50", "50", "trung-binh"), ("49.99", "49.99", "chua-dat"), ("0", "0", "chua-dat")]
)
def test_the_lower_bands_begin_where_the_law_says(first, total, rating):
    typed, left = {}, Decimal(first)
    for criterion in CRITERIA:
        score = min(left, criterion.max_score)
        typed[criterion.id], left = str(score), left - score

    result = assess(FORM, a_record(typed))

    assert (result.total, result.rating.id) == (Decimal(total), rating)


def test_the_distance_to_the_next_rating_is_exact():
    result = assess(FORM, a_record(with_marks(a3="13,5", b3="5")))

    assert (result.total, result.rating.id) == (Decimal("83.5"), "kha")
    assert (result.next.rating.id, result.next.missing) == ("tot", Decimal("1.5"))


def test_an_incomplete_record_has_a_sum_so_far_but_no_rating():
    result = assess(FORM, a_record({"1.a": "10"}))

    assert (result.total, result.rating, result.next, result.complete) == (Decimal(10), None, None, False)
    assert result.missing() == ("1.b", "1.c", "2.a", "2.b", "2.c", "2.d", "3.a", "3.b", "3.c")
    assert {finding.code for finding in result.findings} == {FindingCode.MISSING_SCORE}
    assert {finding.severity for finding in result.findings} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("10,01", FindingCode.ABOVE_MAXIMUM),
        ("-1", FindingCode.NEGATIVE),
        ("−0,5", FindingCode.NEGATIVE),
        ("mười", FindingCode.NOT_A_NUMBER),
        ("1e1", FindingCode.NOT_A_NUMBER),
        ("5;5", FindingCode.NOT_A_NUMBER),
        ("1" * 10_000, FindingCode.NOT_A_NUMBER),
    ],
)
def test_a_score_that_cannot_be_used_is_reported_kept_and_not_counted(typed, code):
    result = assess(FORM, a_record(with_marks(a1=typed)))

    assert [finding.code for finding in result.findings] == [code]
    assert (result.results["1.a"].typed, result.results["1.a"].score) == (typed, None)
    assert (result.total, result.complete, result.rating) == (Decimal(90), False, None)


def test_the_maximum_itself_and_zero_are_fine():
    assert codes(with_marks(a1="10", b1="0")) == []


def test_comma_and_dot_mean_the_same():
    comma = assess(FORM, a_record(with_marks(a1="1,5")))
    dot = assess(FORM, a_record(with_marks(a1="1.5")))

    assert comma.total == dot.total == Decimal("91.5")


def test_an_unknown_criterion_is_a_finding_and_nothing_else():
    result = assess(FORM, a_record({**FULL_MARKS, "4.z": "3"}))

    assert [(finding.code, finding.place, finding.typed) for finding in result.findings] == [
        (FindingCode.UNKNOWN_CRITERION, "4.z", "3")
    ]
    assert result.rating.id == "tot"


def test_a_criterion_typed_twice_counts_for_nothing_until_one_is_chosen():
    result = assess(FORM, a_record({**FULL_MARKS, " 1.A) ": "9"}))

    assert [(finding.code, finding.typed) for finding in result.findings] == [
        (FindingCode.DUPLICATE_CRITERION, "10; 9")
    ]
    assert (result.complete, result.total) == (False, Decimal(90))


def test_a_blank_entry_beside_a_score_is_no_duplicate():
    assert codes({**FULL_MARKS, "1.A": " "}) == []


def test_a_sum_typed_for_a_group_is_not_used():
    result = assess(FORM, a_record({**FULL_MARKS, "1": "5"}))

    assert [finding.code for finding in result.findings] == [FindingCode.COMPUTED_ROW_TYPED]
    assert result.total == Decimal(100)


PARTS = {"3.a.{}".format(number): "3" for number in range(1, 8)}
WITHOUT_3A = {name: text for name, text in FULL_MARKS.items() if name != "3.a"}


def test_parts_add_up_to_their_criterion():
    result = assess(FORM, a_record({**WITHOUT_3A, **PARTS, "3.a.8": "4"}))

    assert (result.results["3.a"].score, result.findings) == (Decimal(25), ())


def test_a_criterion_with_some_parts_missing_is_missing():
    result = assess(FORM, a_record({**WITHOUT_3A, **PARTS}))

    assert [(finding.code, finding.place) for finding in result.findings] == [(FindingCode.MISSING_SCORE, "3.a.8")]
    assert result.missing() == ("3.a",)


def test_an_unusable_part_makes_its_criterion_missing_with_one_finding():
    result = assess(FORM, a_record({**WITHOUT_3A, **PARTS, "3.a.8": "5"}))

    assert [(finding.code, finding.place) for finding in result.findings] == [(FindingCode.ABOVE_MAXIMUM, "3.a.8")]
    assert result.missing() == ("3.a",)


def test_a_criterion_and_parts_that_agree_need_no_word():
    assert codes({**FULL_MARKS, **PARTS, "3.a.8": "4"}) == []


def test_a_criterion_and_parts_that_contradict_each_other_count_for_nothing():
    result = assess(FORM, a_record({**FULL_MARKS, **PARTS, "3.a.8": "3"}))

    assert [finding.code for finding in result.findings] == [FindingCode.PARTS_DIFFER]
    assert result.missing() == ("3.a",)


def test_a_criterion_with_its_own_score_may_leave_parts_blank():
    result = assess(FORM, a_record({**FULL_MARKS, "3.a.1": "3"}))

    assert [finding.code for finding in result.findings] == [FindingCode.PARTS_INCOMPLETE]
    assert result.complete


@pytest.mark.parametrize(("first", "found"), [("3", FindingCode.PARTS_INCOMPLETE), ("2,9", FindingCode.PARTS_TOO_FEW)])
def test_parts_that_can_no_longer_reach_their_criterion_contradict_it(first, found):
    result = assess(FORM, a_record({**FULL_MARKS, "3.a": "25", "3.a.1": first}))

    assert [finding.code for finding in result.findings] == [found]
    assert result.complete == (found is FindingCode.PARTS_INCOMPLETE)
    if not result.complete:
        assert "với các gạch đầu dòng đã chấm thì nhiều nhất là 24,9." in sentence(result.findings[0])


def test_an_unusable_part_leaves_its_criterion_open_whatever_was_typed_for_the_whole():
    result = assess(FORM, a_record({**FULL_MARKS, "3.a": "20", "3.a.1": "4"}))

    assert [(finding.code, finding.place) for finding in result.findings] == [(FindingCode.ABOVE_MAXIMUM, "3.a.1")]
    assert (result.complete, result.rating, result.missing()) == (False, None, ("3.a",))


def test_parts_that_are_more_than_their_criterion_contradict_it():
    assert codes({**FULL_MARKS, **PARTS, "3.a": "20"}) == [FindingCode.PARTS_DIFFER]


def test_an_unusable_criterion_beside_its_parts_is_reported_once():
    assert codes({**FULL_MARKS, **PARTS, "3.a": "26"}) == [FindingCode.ABOVE_MAXIMUM]


def test_a_part_to_which_nobody_gave_points_is_not_counted():
    official = form_from(loads((FORMS / "dvht" / "dvht-2020.toml").read_text(encoding="utf-8")), "dvht-2020.toml")

    result = assess(official, a_record({**FULL_MARKS, "3.a.1": "3"}))

    assert [(finding.code, finding.place) for finding in result.findings] == [
        (FindingCode.PART_WITHOUT_MAXIMUM, "3.a.1")
    ]
    assert result.total == Decimal(100)


scores = st.fixed_dictionaries(
    {
        criterion.id: st.decimals(0, criterion.max_score, places=2, allow_nan=False, allow_infinity=False)
        for criterion in CRITERIA
    }
)


@given(scores)
def test_the_total_is_the_sum_of_the_scores(values):
    result = assess(FORM, a_record({name: str(value) for name, value in values.items()}))

    assert result.total == sum(values.values())
    assert result.complete
    assert result.rating.from_score <= result.total


@given(scores, st.randoms())
def test_the_order_of_typing_does_not_matter(values, random):
    typed = [(name, str(value)) for name, value in values.items()]
    shuffled = list(typed)
    random.shuffle(shuffled)

    assert assess(FORM, a_record(dict(typed))) == assess(FORM, a_record(dict(shuffled)))


@given(st.text(max_size=30))
def test_whatever_is_typed_gives_an_answer_and_is_kept(text):
    result = assess(FORM, a_record({**WITHOUT_3A, "3.a": text}))

    assert result.complete == (result.results["3.a"].score is not None)


@given(scores)
def test_composed_and_decomposed_letters_agree(values):
    nfd = {unicodedata.normalize("NFD", name): str(value) + "đ" for name, value in values.items()}
    nfc = {name: unicodedata.normalize("NFC", text) for name, text in nfd.items()}

    assert assess(FORM, a_record(nfd)).findings == assess(FORM, a_record(nfc)).findings
