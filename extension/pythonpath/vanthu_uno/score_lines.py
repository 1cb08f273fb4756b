"""Rows of the score sheet as lines with columns, for a list box that knows none. Pure.

``measure`` gives the width of a text in pixels. Columns are set with a space as wide as a digit and, for the
last pixels, with the narrowest space there is.
"""

from __future__ import annotations

from typing import Any, Callable, Sequence, Tuple

Measure = Callable[[str], int]

DIGIT_SPACE = "\u2007"
HAIR_SPACE = "\u200a"
HEADING = 1  # level of a row that heads others
INDENT = DIGIT_SPACE * 2
NOT_SCORED = "…"
TO_CORRECT = "!"
CUT = "…"
ROOM = "!88,8"  # kept for a score from the start, so that the columns stand still while one types


def lines(rows: Sequence[Any], width: int, measure: Measure) -> Tuple[str, ...]:
    """One line for each row: ``8,5/10  a. Đơn vị có chủ trương…``, cut to ``width`` where there is one."""
    scores = [_score(row) for row in rows]
    maxima = ["/" + row.maximum if row.maximum else "" for row in rows]
    score_width = max(map(measure, [*scores, ROOM]))
    maximum_width = max(map(measure, maxima), default=0)
    return tuple(
        cut(right(score, score_width, measure) + left(maximum, maximum_width, measure) + _wording(row), width, measure)
        for row, score, maximum in zip(rows, scores, maxima)
    )


def right(text: str, width: int, measure: Measure) -> str:
    """``text`` at the right edge of a column.

    >>> right("5", 3, len) == DIGIT_SPACE * 2 + "5"
    True
    """
    return space(width - measure(text), measure) + text


def left(text: str, width: int, measure: Measure) -> str:
    """``text`` at the left edge of a column."""
    return text + space(width - measure(text), measure)


def space(width: int, measure: Measure) -> str:
    """Blank room of about this width."""
    digits, rest = divmod(max(0, width), max(1, measure(DIGIT_SPACE)))
    return DIGIT_SPACE * digits + HAIR_SPACE * round(rest / max(1, measure(HAIR_SPACE)))


def cut(text: str, width: int, measure: Measure) -> str:
    """``text``, with a sign at its end where it had to be cut; whole when ``width`` is 0.

    >>> cut("Đơn vị học tập", 7, len)
    'Đơn vị…'
    """
    if not width or measure(text) <= width:
        return text
    shortest, longest = 0, len(text)
    while shortest < longest:
        middle = (shortest + longest + 1) // 2
        if measure(text[:middle].rstrip() + CUT) <= width:
            shortest = middle
        else:
            longest = middle - 1
    return text[:shortest].rstrip() + CUT


def _score(row: Any) -> str:
    score = row.typed if row.editable else row.score
    return (TO_CORRECT if row.finding else "") + (score or NOT_SCORED)


def _wording(row: Any) -> str:
    """The outline: headings in capitals as in the printed form, what they head further in."""
    wording = row.label.upper() if row.level == HEADING else row.label
    symbol = f"{row.symbol}. " if row.symbol.isalnum() else f"{row.symbol} "
    return INDENT * row.level + symbol + wording
