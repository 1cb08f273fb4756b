"""User-defined document properties (docProps/custom.xml, ECMA-376 part 1, 22.3): names with texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
# The one set of user-defined properties; every property carries it.
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
FIRST_ID = 2  # 0 and 1 are reserved


def write_properties(package: Package, properties: Mapping[str, str], replaced: Callable[[str], bool]) -> None:
    """Set ``properties`` in the package, in place of those whose names are to be ``replaced``; others stay."""
    if not properties:
        return
    part = _part(package)
    root = etree.fromstring(part.blob)
    for old in list(root):
        if old.get("name") in properties or replaced(old.get("name", "")):
            root.remove(old)
    for name, text in properties.items():
        entry = etree.SubElement(root, f"{{{CUSTOM}}}property", fmtid=FORMAT_ID, pid="0", name=name)
        etree.SubElement(entry, f"{{{VALUES}}}lpwstr").text = text
    for number, entry in enumerate(root, start=FIRST_ID):
        entry.set("pid", str(number))
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _part(package: Package) -> Part:
    for relation in package.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            present: Part = relation.target_part
            return present
    blank = etree.tostring(etree.Element(f"{{{CUSTOM}}}Properties", nsmap={None: CUSTOM, "vt": VALUES}))
    part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, blank, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    return part
