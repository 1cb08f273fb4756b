"""Rows of the score sheet as lines with columns, for a list box that knows none. Pure.

``measure`` gives the width of a text in pixels. Columns are set with a space as wide as a digit and, for the
last pixels, with the narrowest space there is.
"""

from __future__ import annotations

from typing import Any, Callable, Sequence, Tuple

from vanthu import messages
from vanthu.language import tell

Measure = Callable[[str], int]

DIGIT_SPACE = "\u2007"
HAIR_SPACE = "\u200a"
HEADING = 1  # level of a row that heads others
INDENT = DIGIT_SPACE * 2  # of each level; numbers like 2.1 show their level themselves and need half of it
NOT_SCORED = "…"
TO_CORRECT = "!"
CUT = "…"
ROOM = "!88,8"  # kept for a score from the start, so that the columns stand still while one types
WIDEST_ANSWER, WIDEST_LEVEL = "!không đạt", 2


def lines(rows: Sequence[Any], width: int, measure: Measure) -> Tuple[str, ...]:
    """One line for each row, cut to ``width`` where there is one.

    ``8,5/10  a. Đơn vị có chủ trương…``, and in forms of levels ``19/20 mức 2  2.1. Có ít nhất…``.
    """
    scores = [_score(row) for row in rows]
    maxima = [_beside(row) for row in rows]
    answered = any(row.answers for row in rows)
    level = DIGIT_SPACE + tell(messages.SHORT_LEVEL, level=WIDEST_LEVEL)
    room, indent = ((WIDEST_ANSWER, level), DIGIT_SPACE) if answered else ((ROOM, ""), INDENT)
    score_width, maximum_width = (max(map(measure, [*texts, least])) for texts, least in zip((scores, maxima), room))
    starts = [right(score, score_width, measure) for score in scores]
    middles = [left(maximum, maximum_width, measure) for maximum in maxima]
    return tuple(
        cut(start + middle + indent * row.level + _wording(row), width, measure)
        for row, start, middle in zip(rows, starts, middles)
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
    whole = measure(text) if width else 0
    if whole <= width:
        return text

    def fits(end: int) -> bool:
        return measure(text[:end].rstrip() + CUT) <= width

    end = len(text) * width // whole  # near the right place: each measuring asks the office
    while end and not fits(end):
        end -= 1
    while end < len(text) and fits(end + 1):
        end += 1
    return text[:end].rstrip() + CUT


def _score(row: Any) -> str:
    """A row that says in the second column all there is to say leaves the first one blank."""
    blank = "" if row.reached else NOT_SCORED
    return (TO_CORRECT if row.finding else "") + (row.brief or blank)


def _beside(row: Any) -> str:
    return "/" + row.maximum if row.maximum else DIGIT_SPACE + row.reached if row.reached else ""


def _wording(row: Any) -> str:
    """Headings in capitals, as in the printed form."""
    wording = row.label.upper() if row.level == HEADING else row.label
    return numbered(row.symbol, wording)


def numbered(symbol: str, wording: str) -> str:
    """``a. Đơn vị…``, ``2.1. Đơn vị…``, ``- Có tư duy…``: no dot after a dash.

    >>> numbered("2.1", "Đơn vị"), numbered("-", "Đơn vị")
    ('2.1. Đơn vị', '- Đơn vị')
    """
    return f"{symbol}. {wording}" if symbol.replace(".", "").isalnum() else f"{symbol} {wording}"
