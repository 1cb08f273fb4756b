"""A .docx file: its parts, their content types and relations, and a zip that is the same whenever it is made."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Mapping, Sequence, Tuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from .ooxml import part

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CONTENT_TYPES = "[Content_Types].xml"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can say

Relation = Tuple[str, str, str]  # id, type, target


def relations_part(relations: Sequence[Relation]) -> bytes:
    """A .rels part."""
    root = Element("Relationships", xmlns=RELATIONS)
    for id, kind, target in relations:
        ElementTree.SubElement(root, "Relationship", Id=id, Type=kind, Target=target)
    return part(root)


def content_types_part(types: Mapping[str, str]) -> bytes:
    """[Content_Types].xml; ``types`` maps part names (with leading slash) to content types."""
    root = Element("Types", xmlns=TYPES)
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    ElementTree.SubElement(root, "Default", Extension="rels", ContentType=relations)
    ElementTree.SubElement(root, "Default", Extension="xml", ContentType="application/xml")
    for name in sorted(types):
        ElementTree.SubElement(root, "Override", PartName=name, ContentType=types[name])
    return part(root)


def zipped(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """The file. Content types come first, as Word writes it; stored parts do not depend on a compressor's version."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system = 0  # else the zip tells which system made it
            entry.compress_type = compression
            archive.writestr(entry, parts[name])
    return target.getvalue()
