"""The layout rules (thể thức) of official documents as data: what Nghị định 30/2020/NĐ-CP allows and what we use.

What builds the templates, what composes a document and the tests that measure pages read the same ``Layout``; no
number of the law stands in code. Lengths are in millimetres, type sizes and distances between paragraphs in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Dict, Optional, Tuple

from . import file_messages
from .data_error import listed
from .language import tell
from .score import parse_score
from .strict import StrictTable
from .toml import read

CASES = ("upper", "sentence", "mixed")  # in hoa, in thường, "Số" in thường với ký hiệu in hoa
EDGE_STYLE = "VT Mép văn bản"  # of a paragraph that takes no room
BODY_STYLE = "VT Nội dung"  # of a paragraph that is read
ALIGNMENTS = ("left", "center", "justify")


@dataclass(frozen=True)
class Limits:
    """A range of the law and the value we use inside it."""

    minimum: Decimal
    maximum: Decimal
    used: Decimal
    article: str

    def allows(self, value: Decimal) -> bool:
        """Whether the law allows ``value``."""
        return self.minimum <= value <= self.maximum


@dataclass(frozen=True)
class Choice:
    """Values of the law, any of which may be taken, and the one we use."""

    allowed: Tuple[Decimal, ...]
    used: Decimal
    article: str


@dataclass(frozen=True)
class Spacing:
    """Distance to the neighbouring paragraphs, in points."""

    before: Decimal
    after: Decimal
    minimum: Optional[Decimal]  # None where the law sets no least distance
    article: str


@dataclass(frozen=True)
class Component:
    """One component (thành phần thể thức) and how it looks; ``style`` names its paragraph style."""

    id: str
    label: str
    style: str
    article: str
    size_pt: Limits
    bold: bool
    italic: bool
    case: str
    alignment: str
    rule: Optional[Limits]  # length of the line below as a share of the text's; None without a line
    first_line_indent_mm: Optional[Choice]  # None where the first line is not indented
    left_indent_mm: Decimal
    overhang_mm: Decimal  # how far a line may reach over both edges of its column before it is broken
    spacing_pt: Spacing
    line_spacing: Limits  # 1 is single (dòng đơn)
    keep_with_next: bool  # never parted from the paragraph below it by the end of a page
    page_break_before: bool = False  # always the first of its page


@dataclass(frozen=True)
class Page:
    """Paper and margins (khổ giấy, lề trang), upright."""

    width_mm: Decimal
    height_mm: Decimal
    header_mm: Decimal  # from the paper's upper edge to the page number
    top_mm: Limits
    bottom_mm: Limits
    left_mm: Limits
    right_mm: Limits
    article: str

    @property
    def text_width_mm(self) -> Decimal:
        """What lies between the margins we use."""
        return self.width_mm - self.left_mm.used - self.right_mm.used


@dataclass(frozen=True)
class Columns:
    """Two blocks side by side: the letterhead, the signature."""

    left_mm: Decimal
    right_mm: Decimal
    article: str


@dataclass(frozen=True)
class Line:
    """How a rule (đường kẻ) is drawn: its weight, and the height of the empty paragraph that carries it."""

    weight_pt: Decimal
    height_pt: Decimal
    gap_pt: Decimal  # from the text above
    after_title_pt: Decimal  # from the subject line's rule to the text below
    article: str


@dataclass(frozen=True)
class Lettering:
    """The typeface (phông chữ), its colour and the language of the text."""

    name: str
    color: str
    language: str
    article: str


@dataclass(frozen=True)
class Layout:
    """All layout rules of one legal text, with its validity (``effective_to``: first day no longer in force)."""

    id: str
    title: str
    source: str
    effective_from: date
    effective_to: Optional[date]  # None while in force
    checked_on: date
    page: Page
    typeface: Lettering
    letterhead: Columns
    signature: Columns
    line: Line
    components: Tuple[Component, ...]

    def component(self, id: str) -> Component:
        """The component called ``id``; ``KeyError`` when the file has none."""
        return {component.id: component for component in self.components}[id]

    def by_style(self, style: str) -> Optional[Component]:
        """The component whose paragraph style is ``style``; None for any other style."""
        return next((component for component in self.components if component.style == style), None)


def load(path: Path) -> Layout:
    """Read a layout file; raises ``DataError`` naming file, place, what was found and what is allowed."""
    return layout_from(read(path), path.name)


def layout_from(values: Dict[str, Any], source: str) -> Layout:
    """Build the layout; ``source`` is the file name used in errors."""
    table = StrictTable(values, source, "", _FILE_KEYS)
    table.check_schema(_SCHEMA)
    columns = table.table("columns", ("letterhead", "signature"))
    return Layout(
        id=table.line("id"),
        title=table.line("title"),
        source=table.line("source"),
        effective_from=table.day("effective_from"),
        effective_to=table.optional_day("effective_to"),
        checked_on=table.day("checked_on"),
        page=_page(table.table("page", _PAGE_KEYS)),
        typeface=_typeface(table.table("typeface", _TYPEFACE_KEYS)),
        letterhead=_columns(columns.table("letterhead", _COLUMNS_KEYS)),
        signature=_columns(columns.table("signature", _COLUMNS_KEYS)),
        line=_line(table.table("line", _LINE_KEYS)),
        components=_components(table),
    )


_SCHEMA = 1
_FILE_KEYS = (
    *("schema", "id", "title", "source", "effective_from", "effective_to", "checked_on"),
    *("page", "typeface", "columns", "line", "component"),
)
_PAGE_KEYS = ("width_mm", "height_mm", "header_mm", "margin_mm", "article")
_MARGIN_KEYS = ("top", "bottom", "left", "right", "article")
_TYPEFACE_KEYS = ("name", "color", "language", "article")
_COLUMNS_KEYS = ("left_mm", "right_mm", "article")
_LINE_KEYS = ("weight_pt", "height_pt", "gap_pt", "after_title_pt", "article")
_LIMITS_KEYS = ("minimum", "maximum", "used", "article")
_COMPONENT_KEYS = (
    *("label", "style", "article", "size_pt", "bold", "italic", "case", "alignment", "rule"),
    *("first_line_indent_mm", "left_indent_mm", "overhang_mm", "space_pt", "line_spacing"),
    *("keep_with_next", "page_break_before"),
)


def _page(table: StrictTable) -> Page:
    margin = table.table("margin_mm", _MARGIN_KEYS)
    article = margin.line("article")
    return Page(
        width_mm=table.score("width_mm"),
        height_mm=table.score("height_mm"),
        header_mm=table.score("header_mm"),
        top_mm=_limits(margin, "top", article),
        bottom_mm=_limits(margin, "bottom", article),
        left_mm=_limits(margin, "left", article),
        right_mm=_limits(margin, "right", article),
        article=table.line("article"),
    )


def _typeface(table: StrictTable) -> Lettering:
    return Lettering(table.line("name"), table.line("color"), table.line("language"), table.line("article"))


def _columns(table: StrictTable) -> Columns:
    return Columns(table.score("left_mm"), table.score("right_mm"), table.line("article"))


def _line(table: StrictTable) -> Line:
    return Line(
        weight_pt=table.score("weight_pt"),
        height_pt=table.score("height_pt"),
        gap_pt=table.score("gap_pt"),
        after_title_pt=table.score("after_title_pt"),
        article=table.line("article"),
    )


def _components(table: StrictTable) -> Tuple[Component, ...]:
    tables = table.named("component")
    components = tuple(_component(id, tables.table(id, _COMPONENT_KEYS)) for id in tables.names())
    styles = [component.style for component in components]
    for style in styles:
        if styles.count(style) > 1:
            raise tables.error(tell(file_messages.STYLE_TWICE, style=style))
    return components


def _component(id: str, table: StrictTable) -> Component:
    article = table.line("article")
    return Component(
        id=id,
        label=table.line("label"),
        style=table.line("style"),
        article=article,
        size_pt=_limits(table, "size_pt", article),
        bold=table.flag("bold"),
        italic=table.flag("italic"),
        case=table.choice("case", CASES),
        alignment=table.choice("alignment", ALIGNMENTS),
        rule=_limits(table, "rule", article) if table.has("rule") else None,
        first_line_indent_mm=_first_line(table, article) if table.has("first_line_indent_mm") else None,
        left_indent_mm=table.optional_score("left_indent_mm") or Decimal(0),
        overhang_mm=table.optional_score("overhang_mm") or Decimal(0),
        spacing_pt=_spacing(table.table("space_pt", ("before", "after", "minimum", "article")), article),
        line_spacing=_limits(table, "line_spacing", article),
        keep_with_next=table.flag("keep_with_next"),
        page_break_before=table.flag("page_break_before"),
    )


def _first_line(table: StrictTable, article: str) -> Choice:
    choice = table.table("first_line_indent_mm", ("allowed", "used", "article"))
    allowed, used = _numbers(choice, "allowed"), choice.score("used")
    if used not in allowed:
        wrong = tell(file_messages.NOT_ALLOWED, used=used, allowed=listed(map(str, allowed)))
        raise choice.error(wrong, "used")
    return Choice(allowed, used, choice.line("article", article))


def _numbers(table: StrictTable, key: str) -> Tuple[Decimal, ...]:
    numbers = tuple(parse_score(line) for line in table.lines(key))
    if None in numbers:
        raise table.error(tell(file_messages.QUOTED_NUMBERS), key)
    return tuple(number for number in numbers if number is not None)


def _spacing(table: StrictTable, article: str) -> Spacing:
    before, after, minimum = table.score("before"), table.score("after"), table.optional_score("minimum")
    if minimum is not None and before + after < minimum:
        raise table.error(tell(file_messages.SPACING_SUM, sum=before + after, minimum=minimum))
    return Spacing(before, after, minimum, table.line("article", article))


def _limits(parent: StrictTable, key: str, article: str) -> Limits:
    table = parent.table(key, _LIMITS_KEYS)
    minimum, maximum, used = table.score("minimum"), table.score("maximum"), table.score("used")
    limits = Limits(minimum, maximum, used, table.line("article", article))
    if not limits.allows(used):
        wrong = tell(file_messages.OUT_OF_LIMITS, used=used, minimum=minimum, maximum=maximum)
        raise table.error(wrong, "used")
    return limits
