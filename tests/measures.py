"""What the tests with a ruler share: which components stand in which template's document, tolerances, distances."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from pages import POINTS_PER_MM, Page
from printed import Printed, components, contents
from samples import library, sample_document, template_ids

from vanthu.layout import Limits

LAYOUT = library().paper.layout
PAGE_NUMBER = "so_trang"
TOLERANCE = 1.0  # point; a third of a millimetre
# From 24.8 on the blanks of a justified line are pressed together for one word more, as in Word. In 25.2 such a line
# may end up to 1.1 points over the edge; in 26.8 it does not.
PRESSED_TOLERANCE = {"LibreOffice 25.2": 1.2}
SINGLE = 1.149  # Times New Roman: ascent, descent and line gap of a single line, by its size
LINE_TOLERANCE = 0.03  # of a line
DESCENT = 0.216


def printed_components() -> list[tuple[str, str]]:
    """Every template with every component that stands in its document."""
    with tempfile.TemporaryDirectory(prefix="vanthu-") as name:
        made = {id: sample_document(id, Path(name)) for id in template_ids()}
        found = {id: contents(path)[1] for id, path in made.items()}
    standing = {id: {c for one in paragraphs for c in components(one, LAYOUT)} for id, paragraphs in found.items()}
    return [(id, component.id) for id in standing for component in LAYOUT.components if component.id in standing[id]]


PRINTED = printed_components()
each_component = pytest.mark.parametrize(("id", "name"), PRINTED)
each_template = pytest.mark.parametrize("id", template_ids())


def having(*names: str) -> list[str]:
    """The templates whose documents have all these components."""
    return [id for id in template_ids() if all((id, name) in PRINTED for name in names)]


def within(value: float, limits: Limits, tolerance: float) -> bool:
    return float(limits.minimum) - tolerance <= value <= float(limits.maximum) + tolerance


def right_tolerance(sheet: Page) -> float:
    """How far a line may stand over the right edge of its page's text, in points."""
    return next((limit for office, limit in PRESSED_TOLERANCE.items() if sheet.office.startswith(office)), TOLERANCE)


def mm(points: float) -> float:
    return points / POINTS_PER_MM


def off(value: float, wanted: float) -> bool:
    return abs(value - wanted) > TOLERANCE


def gap(above: Printed, below: Printed) -> float:
    """White between two paragraphs beyond the distance of their lines, in points.

    LibreOffice puts what a line has beyond single spacing below it, so it is the upper paragraph's that counts.
    """
    look = LAYOUT.by_style(above.paragraph.style)
    extra = (float(look.line_spacing.used) - 1) * SINGLE * above.last.size
    pitch = SINGLE * below.first.size - DESCENT * (below.first.size - above.last.size)
    return below.first.y - above.last.y - pitch - extra
