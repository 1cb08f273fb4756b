"""Lines of the list of criteria; needs no office."""

from __future__ import annotations

from dataclasses import dataclass

from vanthu_uno.score_lines import CUT, DIGIT_SPACE, HAIR_SPACE, cut, lines, right, space


@dataclass(frozen=True)
class ARow:
    id: str = "1.a"
    symbol: str = "a"
    label: str = "Đơn vị có chủ trương"
    maximum: str = "10"
    brief: str = ""
    level: int = 2
    finding: str = ""
    reached: str = ""
    answers: tuple = ()


def pixels(text: str) -> int:
    """A font whose digits are 8 wide, its comma 4, its narrowest space 1, all else 7."""
    widths = {**dict.fromkeys("0123456789" + DIGIT_SPACE, 8), ",": 4, HAIR_SPACE: 1}
    return sum(widths.get(letter, 7) for letter in text)


def slash(line: str) -> int:
    return pixels(line[: line.index("/")])


def wording(line: str) -> int:
    return pixels(line[: line.index("a.")])


def test_scores_and_wordings_stand_in_columns():
    rows = [ARow(brief=score, maximum=m) for score, m in (("10", "10"), ("8,5", "10"), ("", "5"), ("19,25", "100"))]
    shown = lines(rows, 0, pixels)
    assert len({slash(line) for line in shown}) == 1
    assert len({wording(line) for line in shown}) == 1


def test_columns_stand_still_while_a_score_is_typed():
    before, after = (lines([ARow(brief=score)], 0, pixels)[0] for score in ("8", "8,5"))
    assert slash(before) == slash(after)


def test_a_row_not_yet_scored_says_so():
    assert lines([ARow()], 0, pixels)[0].lstrip(DIGIT_SPACE + HAIR_SPACE).startswith("…/10")


def test_a_score_to_be_corrected_is_marked_and_shown_as_typed():
    assert "!31/10" in lines([ARow(brief="31", finding="lớn hơn mức tối đa")], 0, pixels)[0]


def test_a_computed_row_shows_its_sum_and_a_heading_stands_in_capitals():
    heading = ARow(symbol="1", label="Các điều kiện", level=1, brief="28", maximum="30")
    line = lines([heading], 0, pixels)[0]
    assert "28/30" in line
    assert line.endswith("1. CÁC ĐIỀU KIỆN")


def test_a_form_without_maxima_shows_no_slash():
    assert "/" not in lines([ARow(maximum="", brief="đạt")], 0, pixels)[0]


def test_a_line_too_long_ends_with_a_sign_and_fits():
    line = lines([ARow(label="Đơn vị có chủ trương hoặc kế hoạch cho thành viên học tập thường xuyên")], 200, pixels)[0]
    assert line.endswith(CUT)
    assert pixels(line) <= 200


def test_answers_and_the_levels_they_reach_stand_in_columns():
    rows = [
        ARow(brief=brief, reached=reached, maximum="", answers=("đạt",))
        for brief, reached in (("19/20", "mức 2"), ("đạt", "mức 1"), ("không đạt", ""), ("", "–"), ("", ""))
    ]
    shown = lines(rows, 0, pixels)
    assert len({wording(line) for line in shown}) == 1
    assert len({pixels(line[: line.index("mức")]) for line in shown[:2]}) == 1
    assert "19/20" + DIGIT_SPACE + "mức 2" in shown[0]
    assert [CUT in line for line in shown] == [False, False, False, False, True]


def test_columns_stand_still_while_an_answer_is_typed():
    before, after = (lines([ARow(brief=brief, maximum="", answers=("đạt",))], 0, pixels)[0] for brief in ("", "19/20"))
    assert wording(before) == wording(after)


def test_a_number_of_several_parts_has_its_dot():
    assert "2.1. Đơn vị" in lines([ARow(symbol="2.1")], 0, pixels)[0]


def test_no_rows_give_no_lines():
    assert lines([], 100, pixels) == ()


def test_a_text_wider_than_its_column_is_kept_whole():
    assert right("12345", 8, pixels) == "12345"
    assert space(-3, pixels) == ""


def test_room_for_nothing_leaves_the_sign_alone():
    assert cut("Đơn vị", 1, pixels) == CUT
