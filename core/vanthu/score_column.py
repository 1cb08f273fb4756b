"""The column of scores (cột điểm) of a table that is not ours: its heading tells, else what stands in it.

Columns are counted from the right, since merged cells stand at the left.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import lru_cache
from typing import Mapping, NamedTuple, Optional, Sequence

from .form import Form
from .score import bare_score, parse_score
from .text import clean_line

Rows = Sequence[Sequence[str]]

OWN_WORDS = ("tự chấm", "tự đánh giá", "tự cho điểm", "tự xếp", "đơn vị chấm")  # above the scores of the unit itself
_SCORE_WORDS = ("điểm", "chấm", "đạt", "kết quả")
MAXIMUM_WORDS = ("tối đa", "điểm chuẩn", "thang điểm", "điểm quy định", "điểm tđ")
_NOT_WORDS = re.compile(r"[^\w%]+")
_FOR_THE_PEN = re.compile(r"[.…_\s]*")  # a line of dots, or our own sign for what is open


class _Column(NamedTuple):
    """One column: the words above it, and its cells beside the most that each line can get."""

    number: int
    heading: str
    cells: Sequence[str]
    most: Sequence[Optional[Decimal]]
    beside_words: bool  # whether it stands to the right of the wording

    @property
    def is_blank(self) -> bool:
        return not any(self.cells)

    @property
    def is_full(self) -> bool:
        """Whether most of its lines have a number."""
        return sum(parse_score(cell) is not None for cell in self.cells) > len(self.cells) // 2

    @property
    def is_maxima(self) -> bool:
        """Whether it says the most that each line can get."""
        known = [(most, cell) for most, cell in zip(self.most, self.cells) if most is not None and cell]
        return self.is_full and bool(known) and all(parse_score(cell) == most for most, cell in known)

    @property
    def is_for_scores(self) -> bool:
        """Whether the heading says so."""
        return self.holds(OWN_WORDS) or (self.holds(_SCORE_WORDS) and not self.holds(MAXIMUM_WORDS))

    @property
    def is_partly_scored(self) -> bool:
        """Whether some of its lines have a score: below a heading for scores most that stands there, else all of it."""
        filled = [(most, cell) for most, cell in zip(self.most, self.cells) if cell]
        good = sum(_is_score(cell, most) for most, cell in filled)
        if not filled or not self.beside_words or self.holds(MAXIMUM_WORDS):
            return False
        return 2 * good > len(filled) if self.is_for_scores else good == len(filled) and not self.heading

    @property
    def is_told(self) -> bool:
        """Whether the unit says in it, in whatever words, what it has reached."""
        return self.beside_words and not self.is_blank and self.holds(OWN_WORDS)

    def holds(self, words: Sequence[str]) -> bool:
        return holds(self.heading, words)


def score_column(form: Form, rows: Rows, lines: Mapping[int, str]) -> Optional[int]:
    """Where the scores of these lines (row → id) stand; ``None`` where no column is for them.

    The unit's own scores where a heading names them; else other scores or numbers that are not the maxima; else, in a
    table that waits for its scores, the blank column beside the maxima. Maxima are no scores where the unit's own
    stand beside them in words.
    """
    columns = _columns(form, rows, lines)
    full = [one for one in columns if one.is_full]
    partly = [one for one in columns if one.is_partly_scored and not one.is_full]
    blank = [one for one in columns if one.is_blank]
    maxima = [one.number for one in full if one.is_maxima]
    unnamed = [one for one in full if not one.holds(MAXIMUM_WORDS)]
    scores = [one for one in (*unnamed, *partly) if one.number not in maxima]
    choices = (
        *(one for one in (*full, *partly, *blank) if one.holds(OWN_WORDS)),
        *(one for one in scores if one.is_for_scores),
        *scores,
        *(one for one in blank if _is_waiting(one, maxima)),
        *(one for one in unnamed if not any(other.is_told for other in columns)),
    )
    return next((one.number for one in choices), None)


def _columns(form: Form, rows: Rows, lines: Mapping[int, str]) -> Sequence[_Column]:
    most = {number: form.most_points(id) for number, id in lines.items()}
    wording = _wording_column(rows, lines)
    return [
        _Column(
            number=column,
            heading=heading(rows, lines, column).strip(),
            cells=[score_in(rows, number, column, most[number]) for number in lines],
            most=list(most.values()),
            beside_words=column < wording,
        )
        for column in range(1, max(map(len, rows)) + 1)
    ]


def _wording_column(rows: Rows, lines: Mapping[int, str]) -> int:
    """The column in which the longest texts of the lines stand."""
    longest = (len(row) - max(range(len(row)), key=lambda at: len(row[at])) for row in (rows[line] for line in lines))
    return Counter(longest).most_common(1)[0][0]


def _is_waiting(column: _Column, maxima: Sequence[int]) -> bool:
    """Whether a blank column is there for scores: its heading says so, or it has none and follows the maxima."""
    return column.is_for_scores or (not column.heading and column.number + 1 in maxima)


def _is_score(cell: str, most: Optional[Decimal]) -> bool:
    score = parse_score(cell)
    return score is not None and (most is None or score <= most)


def heading(rows: Rows, lines: Mapping[int, str], column: int) -> str:
    """The words above the first line of the form, in this column."""
    return " ".join(plain_words(from_right(rows, number, column)) for number in range(min(lines)))


def holds(heading: str, words: Sequence[str]) -> bool:
    """Whether one of these stands in a heading."""
    return any(word in heading for word in words)


def from_right(rows: Rows, number: int, column: int) -> str:
    """A cell as a line of text; blank where the row has none."""
    row = rows[number]
    return clean_line(row[-column]) if column <= len(row) else ""


def score_in(rows: Rows, number: int, column: int, most: Optional[Decimal]) -> str:
    """The same as it would have been typed, of so many points at most; blank also where only dots stand for the pen."""
    cell = from_right(rows, number, column)
    return "" if _FOR_THE_PEN.fullmatch(cell) else bare_score(cell, most)


@lru_cache(maxsize=4096)  # every line of every form is held against every row
def plain_words(text: str) -> str:
    """The words of a cell in small letters, without the signs between them."""
    return " ".join(_NOT_WORDS.sub(" ", clean_line(text).casefold()).split())
