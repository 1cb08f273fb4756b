"""How large letters and fields are in a window of the office, in pixels."""

from __future__ import annotations

from typing import Any

from com.sun.star.awt import Size
from com.sun.star.util.MeasureUnit import APPFONT

from .boxes import Measures


def measures_of(window: Any) -> Measures:
    """Sizes of this window's font: the office's own unit follows its font size and the screen's scale."""
    hundred = window.convertSizeToPixel(Size(400, 800), APPFONT)
    return Measures(letter=hundred.Width / 100, line=hundred.Height / 100)


def least_height(field: Any) -> int:
    """The least height that a one-line field is drawn in."""
    return int(field.getMinimumSize().Height)
