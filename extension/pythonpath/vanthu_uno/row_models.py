"""What the tags of a growing table say: which rows are models, of which kinds. Texts only, no office."""

from __future__ import annotations

import re
from typing import Dict, Optional, Sequence, Tuple

from vanthu.slots import Row

Texts = Tuple[Tuple[str, ...], ...]

_LOOP = re.compile(r"\{%tr\s+for\s+\w+\s+in\s+(\w+)\s*%\}")
_KIND = re.compile(r"""\{%tr\s+(?:el)?if\b.*==\s*["'“”]([^"'“”]+)["'“”]""")


def loops_over(text: str, name: str) -> bool:
    """Whether this is the tag that repeats rows for the table ``name``."""
    loop = _LOOP.search(text)
    return loop is not None and loop.group(1) == name


def is_tag(cells: Sequence[str]) -> bool:
    """Whether a row stands only for its tag, and goes when the table is filled."""
    return any("{%tr" in cell for cell in cells)


def models_of(texts: Texts) -> Tuple[Dict[Optional[str], int], int]:
    """The model row of each kind (None: of any other kind), and where the loop ends."""
    models: Dict[Optional[str], int] = {}
    kind: Optional[str] = None
    for row, cells in enumerate(texts):
        if is_tag(cells):
            condition = _KIND.search(" ".join(cells))
            kind = condition.group(1) if condition else None
            if "endfor" in " ".join(cells):
                return models, row + 1
        else:
            models.setdefault(kind, row)
    return models, len(texts)


def model_for(models: Dict[Optional[str], int], kind: str) -> int:
    """The model row for a kind; raises ValueError when the template has none."""
    if kind not in models and None not in models:
        raise ValueError("the template has no model row for rows of kind {!r}".format(kind))
    return models.get(kind, models.get(None, 0))


def kinds_standing(texts: Texts, wanted: Sequence[Row], kinds: Optional[Sequence[str]]) -> Sequence[str]:
    """The kinds of the standing rows: remembered, or guessed from wanted rows that begin with the same words."""
    if kinds is not None and len(kinds) == len(texts):
        return kinds
    in_place = [row.kind for row in wanted] + [""] * len(texts)
    if len(texts) == len(wanted):
        return in_place[: len(texts)]
    same_words = {row.cells[:2]: row.kind for row in wanted}
    return [same_words.get(cells[:2], in_place[row]) for row, cells in enumerate(texts)]
