"""The parts around the text: settings, font table, headers with the page number, properties of the document."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element, SubElement, register_namespace

from vanthu.layout import Layout

from .ooxml import XML_SPACE, W, part, text_element, twips, w
from .text import paragraph, run

CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
WORD = "http://schemas.microsoft.com/office/word"

for _prefix, _namespace in (("cp", CP), ("dc", DC), ("dcterms", DCTERMS), ("xsi", XSI)):
    register_namespace(_prefix, _namespace)


def settings_part(layout: Layout) -> bytes:
    """settings.xml: layout of Word 2013 and later, tab stops as far apart as the first line is indented."""
    first_line = layout.component("noi_dung").first_line_indent_mm
    compat = w("compat", w("compatSetting", name="compatibilityMode", uri=WORD, val=15))
    language = w("themeFontLang", val=layout.typeface.language)
    stops = [w("defaultTabStop", val=twips(first_line.used))] if first_line else []
    return part(w("settings", w("zoom", percent=100), *stops, compat, language))


def font_table_part(layout: Layout) -> bytes:
    """fontTable.xml with the one typeface, described so that another can stand in where it is missing."""
    font = w(
        "font",
        w("panose1", val="02020603050405020304"),
        w("charset", val="00"),
        w("family", val="roman"),
        w("pitch", val="variable"),
        name=layout.typeface.name,
    )
    return part(w("fonts", font))


def page_number_header(layout: Layout) -> bytes:
    """The header of every page but the first: the page number, with a result so that nothing needs refreshing."""
    instruction = text_element(W, "instrText", " PAGE ")
    instruction.set(XML_SPACE, "preserve")
    field = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
        run("2"),
        w("r", w("fldChar", fldCharType="end")),
    ]
    return part(w("hdr", paragraph(layout.component("so_trang").style, *field)))


def empty_header(layout: Layout) -> bytes:
    """The header of the first page, which shows no number."""
    return part(w("hdr", paragraph(layout.component("so_trang").style)))


def core_properties_part(title: str, language: str, made_on: date) -> bytes:
    """docProps/core.xml; the day comes from the layout data, so that a template built twice is the same file."""
    root = Element(f"{{{CP}}}coreProperties")
    root.append(text_element(DC, "title", title))
    root.append(text_element(DC, "creator", "Văn thư"))
    root.append(text_element(DC, "language", language))
    for name in ("created", "modified"):
        moment = SubElement(root, f"{{{DCTERMS}}}{name}", {f"{{{XSI}}}type": "dcterms:W3CDTF"})
        moment.text = f"{made_on.isoformat()}T00:00:00Z"
    return part(root)


def app_properties_part() -> bytes:
    """docProps/app.xml."""
    root = Element("Properties", xmlns=APP)
    SubElement(root, "Application").text = "Văn thư"
    return part(root)
