"""How the rows of a growing table are made from its model rows, or from those that stand. Texts only, no office."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import takewhile
from typing import List, Optional, Sequence, Tuple

from vanthu.model_rows import model_for, models_of
from vanthu.slots import Row

from .table_file import FileRow

Step = Tuple[str, int, int, int, int]  # as difflib's opcodes
Texts = Tuple[Tuple[str, ...], ...]

_LOOP = re.compile(r"\{%tr\s+for\s+\w+\s+in\s+(\w+)\s*%\}")


def loops_over(text: str, name: str) -> bool:
    """Whether this is the tag that repeats rows for the table ``name``."""
    loop = _LOOP.search(text)
    return loop is not None and loop.group(1) == name


def kinds_standing(texts: Texts, wanted: Sequence[Row], kinds: Optional[Sequence[str]]) -> Sequence[str]:
    """The kinds of the standing rows: remembered, or guessed from wanted rows that begin with the same words."""
    if kinds is not None and len(kinds) == len(texts):
        return kinds
    in_place = [row.kind for row in wanted] + [""] * len(texts)
    if len(texts) == len(wanted):
        return in_place[: len(texts)]
    same_words = {row.cells[:2]: row.kind for row in wanted}
    return [same_words.get(cells[:2], in_place[row]) for row, cells in enumerate(texts)]


def usual_kind(standing: Sequence[str]) -> str:
    """The commonest kind of row, of two as common the one that comes later: groups come first."""
    return Counter(reversed(standing)).most_common(1)[0][0]


def steps(standing: Sequence[str], kinds: Sequence[str]) -> List[Step]:
    """How the kinds of rows that stand become those wanted.

    What is alike at both ends is left out of the comparison, which takes time as the square of the rows.
    """
    shorter = min(len(standing), len(kinds))
    head = _alike(standing, kinds)
    tail = min(_alike(standing[::-1], kinds[::-1]), shorter - head)
    middle = SequenceMatcher(
        None, standing[head : len(standing) - tail], kinds[head : len(kinds) - tail], autojunk=False
    )
    found = [(tag, a + head, b + head, c + head, d + head) for tag, a, b, c, d in middle.get_opcodes()]
    ends = ("equal", len(standing) - tail, len(standing), len(kinds) - tail, len(kinds))
    return [*([("equal", 0, head, 0, head)] if head else []), *found, *([ends] if tail else [])]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other)))


def from_models(texts: Texts, wanted: Sequence[Row]) -> Tuple[List[FileRow], int]:
    """The rows of a table whose template stands still, and how many rows they take the place of."""
    models, end = models_of(texts)
    sources = {kind: model_for(models, kind) for kind in {row.kind for row in wanted}}
    return [FileRow(sources[row.kind], tuple(enumerate(row.cells))) for row in wanted], end


def from_standing(texts: Texts, standing: Sequence[str], wanted: Sequence[Row]) -> Tuple[List[FileRow], int]:
    """The rows of a table that was filled before: those that stand, with other texts, and new ones that look so too."""
    first = {kind: standing.index(kind) for kind in set(standing)}
    usual = first[usual_kind(standing)]
    rows: List[FileRow] = []
    for step, start, _stop, new_start, new_stop in steps(standing, [row.kind for row in wanted]):
        for number, row in enumerate(wanted[new_start:new_stop]):
            if step == "equal":
                rows.append(FileRow(start + number, _changed(texts[start + number], row.cells)))
            else:
                rows.append(FileRow(first.get(row.kind, usual), tuple(enumerate(row.cells))))
    return rows, len(texts)


def _changed(old: Sequence[str], new: Sequence[str]) -> Tuple[Tuple[int, str], ...]:
    return tuple((column, text) for column, text in enumerate(new) if column >= len(old) or old[column] != text)
