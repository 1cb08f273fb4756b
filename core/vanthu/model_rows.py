"""Model rows (dòng mẫu): what the tags of a growing table that is not filled yet say about its rows. Pure."""

from __future__ import annotations

import re
from typing import Dict, Mapping, Optional, Sequence, Tuple

from .slots import Row

_KIND = re.compile(r"""\{%tr\s+(?:el)?if\b.*==\s*["'“”]([^"'“”]+)["'“”]""")


def is_tag_row(cells: Sequence[str]) -> bool:
    """Whether a row stands only for its tag, and goes when the table is filled."""
    return any("{%tr" in cell for cell in cells)


def models_of(texts: Sequence[Sequence[str]]) -> Tuple[Dict[Optional[str], int], int]:
    """The model row of each kind (None: of any other kind), and where the loop ends."""
    models: Dict[Optional[str], int] = {}
    kind: Optional[str] = None
    for row, cells in enumerate(texts):
        if is_tag_row(cells):
            condition = _KIND.search(" ".join(cells))
            kind = condition.group(1) if condition else None
            if "endfor" in " ".join(cells):
                return models, row + 1
        else:
            models.setdefault(kind, row)
    return models, len(texts)


def model_for(models: Mapping[Optional[str], int], kind: str) -> int:
    """The model row for a kind; raises ValueError when the template has none."""
    if kind not in models and None not in models:
        raise ValueError("the template has no model row for rows of kind {!r}".format(kind))
    return models.get(kind, models.get(None, 0))


def can_be_made(texts: Sequence[Sequence[str]], wanted: Sequence[Row]) -> bool:
    """Whether every row that is wanted has a model with as many cells: somebody may have deleted or merged some."""
    models, _ = models_of(texts)
    lengths = {kind: len(texts[row]) for kind, row in models.items()}
    return all(lengths.get(row.kind, lengths.get(None)) == len(row.cells) for row in wanted)
