"""How the height of the panel is shared out between its parts."""

from __future__ import annotations

from typing import Tuple

from . import profile_layout, scores_layout
from .boxes import Measures
from .profile_layout import OPEN, Facts
from .scores_layout import POINTS, Sheet


def least(measures: Measures, sheet: Sheet = POINTS, facts: Facts = OPEN) -> int:
    """Smallest height of a panel in which everything stands."""
    return profile_layout.least_of(measures, facts) + scores_layout.least_of(measures, sheet)


def shares(height: int, measures: Measures, sheet: Sheet = POINTS, facts: Facts = OPEN) -> Tuple[int, int]:
    """Heights of Hồ sơ and Chấm điểm in a panel of this height: Hồ sơ is set narrowly first, the list gets the rest."""
    above = profile_layout.height_of(measures, facts)
    if above + scores_layout.height_of(measures, sheet) > height:
        above = profile_layout.least_of(measures, facts)
    return above, height - above
