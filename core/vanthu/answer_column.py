"""The column of answers (cột kết quả) of a table of levels that is not ours: its heading tells, else what stands in it.

Columns are counted from the right, as those of scores.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import Collection, Mapping, Optional

from .answer import Answer, bare_answer, parse_answer
from .form import Criterion
from .score_column import OWN_WORDS, Rows, from_right, heading, holds, plain_words

_RESULT_WORDS = ("kết quả",)
_YES_WORDS = ("đạt", "có")
_NO_WORDS = ("không", "chưa")
_TICK = re.compile(r"[xv×+✓✔√☑☒☐□]?", re.IGNORECASE)


def answer_column(
    judged: Mapping[str, Criterion], rows: Rows, lines: Mapping[int, str], named: Mapping[int, str]
) -> Optional[int]:
    """What the unit itself says where a heading names it, else the results, else answers.

    Never one of several columns in which a tick says what is meant: "Đạt" | "Không đạt".
    """
    every = range(1, max(map(len, rows)) + 1)
    ticked = _ticked(rows, lines, named, every)
    columns = [column for column in every if column not in ticked]
    usable = {column: _usable(judged, rows, named, column) for column in columns}
    blank = [column for column in columns if not _filled(rows, named, column)]
    answered = [column for column in columns if usable[column] and 2 * usable[column] >= _filled(rows, named, column)]
    headings = {column: heading(rows, lines, column) for column in columns}
    choices = [
        *(column for column in (*answered, *blank) if holds(headings[column], OWN_WORDS)),
        *(column for column in (*answered, *blank) if holds(headings[column], _RESULT_WORDS)),
        *sorted(answered, key=lambda column: -usable[column]),
    ]
    return next(iter(choices), None)


def _ticked(
    rows: Rows, lines: Mapping[int, str], named: Mapping[int, str], columns: Collection[int]
) -> Collection[int]:
    """The columns that hold ticks alone, where a heading or the ticks show that it matters which of them has one."""
    cells = {column: [from_right(rows, number, column) for number in named] for column in columns}
    ticked = [column for column, texts in cells.items() if all(map(_TICK.fullmatch, texts))]
    apart = any(
        any(cells[one]) and any(cells[other]) and not any(map(_both, cells[one], cells[other]))
        for one, other in combinations(ticked, 2)
    )
    return ticked if apart or _asks_for_ticks(rows, lines) else ()


def _both(one: str, other: str) -> bool:
    return bool(one and other)


def _asks_for_ticks(rows: Rows, lines: Mapping[int, str]) -> bool:
    """Whether yes and no have a heading each."""
    words = [plain_words(cell) for row in rows[: min(lines)] for cell in row]
    return all(any(one.startswith(start) for one in words) for start in (_YES_WORDS, _NO_WORDS))


def _usable(judged: Mapping[str, Criterion], rows: Rows, named: Mapping[int, str], column: int) -> int:
    """How many cells of the column hold an answer to their indicator."""
    answers = (parse_answer(judged[id], bare_answer(from_right(rows, number, column))) for number, id in named.items())
    return sum(isinstance(answer, Answer) for answer in answers)


def _filled(rows: Rows, named: Mapping[int, str], column: int) -> int:
    return sum(bool(from_right(rows, number, column)) for number in named)
