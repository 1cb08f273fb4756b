"""From a description to the bytes of a .docx template."""

from __future__ import annotations

from typing import Dict, Mapping
from xml.etree.ElementTree import Element

from vanthu.layout import Layout
from vanthu.typeface import Typeface

from .blocks import Writer
from .description import Annex, Block, Body, Description, GrowingTable, Letterhead, Worded
from .ooxml import R, margin_twips, part, twips, w
from .package import CONTENT_TYPES, CORE, OFFICE, content_types_part, relations_part, zipped
from .styles import EDGE, OUTLINE, OUTLINE_OF_A_LETTER, styles_part
from .surroundings import (
    app_properties_part,
    core_properties_part,
    empty_header,
    font_table_part,
    page_number_header,
    settings_part,
)
from .text import paragraph
from .theme import theme_part

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PACKAGE = "application/vnd.openxmlformats-"
_TYPES = {
    "/word/document.xml": _WORD_TYPE + "document.main+xml",
    "/word/styles.xml": _WORD_TYPE + "styles+xml",
    "/word/settings.xml": _WORD_TYPE + "settings+xml",
    "/word/fontTable.xml": _WORD_TYPE + "fontTable+xml",
    "/word/header1.xml": _WORD_TYPE + "header+xml",
    "/word/header2.xml": _WORD_TYPE + "header+xml",
    "/word/theme/theme1.xml": _PACKAGE + "officedocument.theme+xml",
    "/docProps/core.xml": _PACKAGE + "package.core-properties+xml",
    "/docProps/app.xml": _PACKAGE + "officedocument.extended-properties+xml",
}
_TOP_RELATIONS = (
    ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
    ("rId2", CORE, "docProps/core.xml"),
    ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
)
_HEADER, _FIRST_HEADER = "rId5", "rId6"
_DOCUMENT_RELATIONS = (
    ("rId1", f"{OFFICE}/styles", "styles.xml"),
    ("rId2", f"{OFFICE}/settings", "settings.xml"),
    ("rId3", f"{OFFICE}/fontTable", "fontTable.xml"),
    ("rId4", f"{OFFICE}/theme", "theme/theme1.xml"),
    (_HEADER, f"{OFFICE}/header", "header1.xml"),
    (_FIRST_HEADER, f"{OFFICE}/header", "header2.xml"),
)


def built(description: Description, layout: Layout, typeface: Typeface) -> bytes:
    """The template, complete as Word wants it. The same arguments give the same bytes."""
    return zipped(parts(description, layout, typeface))


def parts(description: Description, layout: Layout, typeface: Typeface) -> Mapping[str, bytes]:
    """The parts of the template by name."""
    made: Dict[str, bytes] = {
        CONTENT_TYPES: content_types_part(_TYPES),
        "_rels/.rels": relations_part(_TOP_RELATIONS),
        "word/_rels/document.xml.rels": relations_part(_DOCUMENT_RELATIONS),
        "word/document.xml": part(w("document", _body(description, layout, typeface))),
        "word/styles.xml": styles_part(layout, typeface, _outline(description)),
        "word/settings.xml": settings_part(layout),
        "word/fontTable.xml": font_table_part(layout),
        "word/header1.xml": page_number_header(layout),
        "word/header2.xml": empty_header(layout),
        "word/theme/theme1.xml": theme_part(layout.typeface.name),
        "docProps/core.xml": core_properties_part(description.title, layout.typeface.language, layout.checked_on),
        "docProps/app.xml": app_properties_part(),
    }
    return made


def _outline(description: Description) -> Mapping[str, int]:
    letter = any(isinstance(block, Letterhead) and block.subject for block in description.blocks)
    return OUTLINE_OF_A_LETTER if letter else OUTLINE


def _body(description: Description, layout: Layout, typeface: Typeface) -> Element:
    writer = Writer(layout, typeface)
    # LibreOffice 7.4 moves the first bookmark by one letter where a text begins with a table, and Word wants a
    # paragraph after the last one; these two take no room.
    body = w("body", paragraph(EDGE))
    landscape = False
    for block, following in zip(description.blocks, (*description.blocks[1:], None), strict=True):
        if isinstance(block, Annex):
            if block is not description.blocks[0]:
                body.append(_end_of_section(_section(layout, landscape)))
            landscape = block.landscape
        body.extend(writer.elements(_leading_in(block) if isinstance(following, GrowingTable) else block))
    body.extend([paragraph(EDGE), _section(layout, landscape)])
    return body


def _leading_in(block: Block) -> Block:
    """A paragraph right above a table keeps its distance from it, and its page."""
    return Worded("loi_dan_bang", block.text) if isinstance(block, Body) else block


def _end_of_section(section: Element) -> Element:
    """The paragraph that ends a section carries its properties."""
    last = paragraph(EDGE)
    last[0].append(section)
    return last


def _section(layout: Layout, landscape: bool) -> Element:
    page = layout.page
    upright = (twips(page.width_mm), twips(page.height_mm))
    width, height = reversed(upright) if landscape else upright
    margins = w(
        "pgMar",
        top=margin_twips(page.top_mm.used),
        right=margin_twips(page.right_mm.used),
        bottom=margin_twips(page.bottom_mm.used),
        left=margin_twips(page.left_mm.used),
        header=twips(page.header_mm),
        footer=twips(page.header_mm),
        gutter=0,
    )
    headers = [w("headerReference", type="default"), w("headerReference", type="first")]
    for header, relation in zip(headers, (_HEADER, _FIRST_HEADER), strict=True):
        header.set(f"{{{R}}}id", relation)
    return w(
        "sectPr",
        *headers,
        w("pgSz", w=width, h=height, **({"orient": "landscape"} if landscape else {})),
        margins,
        w("pgNumType", start=1),
        w("cols", space=708),
        w("titlePg"),
    )
