"""The style part: all formatting of a template, made from the layout data; paragraphs carry a style and no more."""

from __future__ import annotations

from decimal import Decimal
from typing import Iterator, List, Mapping
from xml.etree.ElementTree import Element

from vanthu.layout import EDGE_STYLE, Component, Layout
from vanthu.typeface import Typeface

from .names import style_id
from .ooxml import Value, eighths, half_points, line_units, part, twips, twips_of_points, w

RULE = "VT Đường kẻ"
TITLE_RULE = "VT Đường kẻ trích yếu"
EDGE = EDGE_STYLE
GRID = "VT Bảng biểu"
STRONG = "VT Đậm"
# Component -> outline level, for navigation and for readers of the screen. The subject of a công văn has none: it
# stands in a table, where the accessibility check of the office wants no headings; its clauses are the first level.
OUTLINE = {
    **dict.fromkeys(("ten_loai", "muc", "tieu_de_phieu", "tieu_de_phieu_sang_trang"), 0),
    **{"tieu_de_phu_luc": 0, "khoan": 1},
}
OUTLINE_OF_A_LETTER = {**OUTLINE, "khoan": 0}
ADDRESS_WORDS = "Kính gửi"
_ALIGNMENT = {"left": "left", "center": "center", "justify": "both"}


def styles_part(layout: Layout, typeface: Typeface, outline: Mapping[str, int]) -> bytes:
    """styles.xml with one paragraph style for every component of the layout."""
    component_styles = [
        _component_style(component, layout, typeface, outline.get(component.id)) for component in layout.components
    ]
    return part(w("styles", _defaults(layout), *_built_in(layout), *component_styles, *_own(layout)))


def _defaults(layout: Layout) -> Element:
    size = half_points(layout.component("noi_dung").size_pt.used)
    language = layout.typeface.language
    run = w(
        "rPr",
        *(_fonts(layout), w("color", val=layout.typeface.color), w("sz", val=size), w("szCs", val=size)),
        w("lang", val=language, eastAsia=language, bidi="ar-SA"),
    )
    paragraph = w("pPr", w("spacing", before=0, after=0, line=line_units(Decimal(1)), lineRule="auto"))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", paragraph))


def _built_in(layout: Layout) -> Iterator[Element]:
    yield _style("paragraph", "Normal", "Normal", w("qFormat"), w("pPr", w("widowControl")), default=1)
    for level in (1, 2):
        look = [w("pPr", w("keepNext"), w("keepLines"), w("outlineLvl", val=level - 1)), w("rPr", w("b"), w("bCs"))]
        middle = [w("basedOn", val="Normal"), w("next", val="Normal"), w("uiPriority", val=9), w("qFormat")]
        yield _style("paragraph", f"Heading{level}", f"heading {level}", *middle, *look)
    hidden = [w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed")]
    yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", *hidden, default=1)
    plain = w("tblPr", w("tblInd", w=0, type="dxa"), cell_margins(Decimal(0)))
    yield _style("table", "TableNormal", "Normal Table", *hidden, plain, default=1)
    yield _style("numbering", "NoList", "No List", *hidden, default=1)
    yield _style("paragraph", "Header", "header", w("basedOn", val="Normal"), w("uiPriority", val=99))


def _component_style(component: Component, layout: Layout, typeface: Typeface, level: int | None) -> Element:
    base = "Normal" if level is None else f"Heading{level + 1}"
    middle = [w("basedOn", val=base)]
    if level is not None:
        middle.append(w("next", val=style_id("VT Nội dung")))
    paragraph = w("pPr", *_paragraph_properties(component, typeface, level))
    run = w("rPr", _fonts(layout), *_run_properties(component))
    return _style("paragraph", style_id(component.style), component.style, *middle, w("qFormat"), paragraph, run)


def _paragraph_properties(component: Component, typeface: Typeface, level: int | None) -> Iterator[Element]:
    if component.keep_with_next:
        yield w("keepNext")
        yield w("keepLines")
    if component.page_break_before:
        yield w("pageBreakBefore")
    if component.id == "kinh_gui":
        yield w("tabs", w("tab", val="left", pos=twips(_colon_mm(component, typeface))))
    spacing = component.spacing_pt
    yield w(
        "spacing",
        before=twips_of_points(spacing.before),
        after=twips_of_points(spacing.after),
        line=line_units(component.line_spacing.used),
        lineRule="auto",
    )
    yield _indent(component, typeface)
    yield w("jc", val=_ALIGNMENT[component.alignment])
    if level is not None:
        yield w("outlineLvl", val=level)


def _indent(component: Component, typeface: Typeface) -> Element:
    left = component.left_indent_mm
    if component.id == "kinh_gui":  # names hang behind their dash
        names = _colon_mm(component, typeface) + typeface.text_width_mm("- ", component.size_pt.used)
        return w("ind", left=twips(names), right=0, hanging=twips(names - left))
    first = component.first_line_indent_mm.used if component.first_line_indent_mm else Decimal(0)
    over = component.overhang_mm
    return w("ind", left=twips(left - over), right=twips(-over), firstLine=twips(first))


def _colon_mm(component: Component, typeface: Typeface) -> Decimal:
    return component.left_indent_mm + typeface.text_width_mm(ADDRESS_WORDS, component.size_pt.used)


def _fonts(layout: Layout) -> Element:
    """Named by every component too, since a fragment put into another document leaves its defaults behind."""
    name = layout.typeface.name
    return w("rFonts", ascii=name, eastAsia=name, hAnsi=name, cs=name)


def _run_properties(component: Component) -> List[Element]:
    size = half_points(component.size_pt.used)
    bold, italic = int(component.bold), int(component.italic)
    return [
        *(w("b", val=bold), w("bCs", val=bold), w("i", val=italic), w("iCs", val=italic)),
        *(w("sz", val=size), w("szCs", val=size)),
    ]


def _own(layout: Layout) -> Iterator[Element]:
    line = layout.line
    border = w("top", val="single", sz=eighths(line.weight_pt), space=0, color=layout.typeface.color)
    spacing = w(
        "spacing",
        before=twips_of_points(line.gap_pt),
        after=0,
        line=twips_of_points(line.height_pt),
        lineRule="exact",
    )
    tiny = w("rPr", w("sz", val=2), w("szCs", val=2))
    base = w("basedOn", val="Normal")
    yield _style("paragraph", style_id(RULE), RULE, base, w("pPr", w("pBdr", border), spacing), tiny)
    after = w("pPr", w("spacing", after=twips_of_points(line.after_title_pt)))
    yield _style("paragraph", style_id(TITLE_RULE), TITLE_RULE, w("basedOn", val=style_id(RULE)), after)
    least = w("pPr", w("spacing", line=20, lineRule="exact"))
    yield _style("paragraph", style_id(EDGE), EDGE, w("basedOn", val="Normal"), least, tiny)
    yield _style("character", style_id(STRONG), STRONG, w("qFormat"), w("rPr", w("b"), w("bCs")))
    grid = w("tblPr", w("tblInd", w=0, type="dxa"), _grid_borders(layout), cell_margins(_CELL_SIDE))
    yield _style("table", style_id(GRID), GRID, w("basedOn", val="TableNormal"), grid)


_CELL_SIDE = Decimal("1.5")  # mm between a cell's border and its text


def cell_margins(side_mm: Decimal) -> Element:
    """Room between the border of a cell and its text."""
    sides = (("top", 0), ("left", twips(side_mm)), ("bottom", 0), ("right", twips(side_mm)))
    return w("tblCellMar", *(w(edge, w=width, type="dxa") for edge, width in sides))


def _grid_borders(layout: Layout) -> Element:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    return w("tblBorders", *(w(edge, val="single", sz=4, space=0, color=layout.typeface.color) for edge in edges))


def _style(kind: str, id: str, name: str, *children: Element, **flags: Value) -> Element:
    marked = flags or ({"customStyle": 1} if name.startswith("VT ") else {})
    return w("style", w("name", val=name), *children, type=kind, styleId=id, **marked)
