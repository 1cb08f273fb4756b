"""Whether a .docx is what ECMA-376 (ISO/IEC 29500, transitional), Word and a screen reader ask for.

One sentence for each problem.

Order, number and values of elements are compared with the schema data of the Open XML SDK, as the package
``openxml-audit`` carries it; what a schema cannot say (relations, names, fields) is checked here.
``python tests/ooxml_check.py FILE…`` prints the problems.
"""

from __future__ import annotations

import posixpath
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from openxml_audit.codegen.schema_loader import get_registry

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CONTENT_TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NEEDED = {  # kind of relation -> content type, in every document of ours
    "styles": WORD_TYPE + "styles+xml",
    "settings": WORD_TYPE + "settings+xml",
    "fontTable": WORD_TYPE + "fontTable+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
BOOKMARK = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")  # Word takes 40 characters and cuts the rest
LONGEST_PROPERTY = 255  # Word is said to cut the text of a property here

Parts = Mapping[str, bytes]
Trees = Mapping[str, etree._Element]


def problems(path: Path) -> list[str]:
    """What is wrong with the file; nothing when the list is blank."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [entry.filename for entry in archive.infolist()]
            parts = {name: archive.read(name) for name in names}
    except zipfile.BadZipFile:
        return ["this is no zip file"]
    found = [f"{name}: stands {count} times in the zip" for name, count in Counter(names).items() if count > 1]
    try:
        trees = {name: etree.fromstring(parts[name]) for name in names if name.endswith((".xml", ".rels"))}
    except etree.XMLSyntaxError as error:
        return [*found, f"a part is no XML: {error}"]
    missing = [f"{name}: missing" for name in (CONTENT_TYPES, "_rels/.rels", MAIN) if name not in trees]
    if missing:
        return [*found, *missing]
    checks: tuple[Callable[[Trees], Iterable[str]], ...] = (
        *(_relations, _needed_parts, _bookmarks, _ids, _styles, _fields, _page_numbers, _tables, _properties),
        *(_strangers, _title_and_language, _heading_order, _heading_rows),
    )
    found += [*_schema(path), *_content_types(parts, trees)]
    return found + [sentence for check in checks for sentence in check(trees)]


# the schema


@lru_cache(maxsize=1)
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=200)


def _schema(path: Path) -> Iterator[str]:
    for error in _validator().validate(path).errors:
        yield f"{error.part_uri.lstrip('/')}: {error.description} ({error.path})"


def _strangers(trees: Trees) -> Iterator[str]:
    """Attributes and children that no type of an element has; the validator passes over most of these."""
    for name, tree in trees.items():
        for element in tree.iter(f"{W}*"):
            attributes, takes_children = _type(element.tag)
            for attribute in element.attrib:
                if attribute.startswith(W) and attribute not in attributes:
                    yield f"{name}: {_short(element.tag)} has no attribute {_short(attribute)}"
            if len(element) and not takes_children:
                yield f"{name}: nothing may stand in {_short(element.tag)}"


@lru_cache(maxsize=None)
def _type(tag: str) -> tuple[frozenset[str], bool]:
    """The attributes that an element may have, and whether others may stand in it."""
    kinds = get_registry().get_element_type_candidates(tag)
    attributes = frozenset(W + attribute.local_name for kind in kinds for attribute in kind.attributes)
    return attributes, any(kind.particle for kind in kinds)


# the package


def _content_types(parts: Parts, trees: Trees) -> Iterator[str]:
    table = trees[CONTENT_TYPES]
    overrides = [entry.get("PartName", "").lstrip("/") for entry in table.iter(f"{TYPES}Override")]
    defaults = {entry.get("Extension", "").lower() for entry in table.iter(f"{TYPES}Default")}
    yield from (f"{name}: has two content types" for name, count in Counter(overrides).items() if count > 1)
    yield from (f"{name}: has a content type and is not there" for name in overrides if name not in parts)
    for name in parts:
        told = name in overrides or (_ending(name) in defaults and _ending(name) != "xml")  # "xml" says nothing
        if name != CONTENT_TYPES and not told:
            yield f"{name}: has no content type"


def _relations(trees: Trees) -> Iterator[str]:
    """Each relation leads to a part, each part is reached, each id that is used is defined."""
    reached = {CONTENT_TYPES, *(name for name in trees if name.endswith(".rels"))}
    for name in (name for name in trees if name.endswith(".rels")):
        source = _source(name)
        if source and source not in trees:
            yield f"{name}: belongs to no part"
        ids = [relation.get("Id", "") for relation in _each_relation(trees[name])]
        yield from (f"{name}: {id} is defined {count} times" for id, count in Counter(ids).items() if count > 1)
        for relation in _each_relation(trees[name]):
            target = _target(source, relation)
            reached.add(target)
            if relation.get("TargetMode") != "External" and target not in trees:
                yield f"{name}: {relation.get('Id')} leads to {target}, which is not there"
    yield from (f"{name}: no relation leads here" for name in trees if name not in reached)
    yield from _used_relations(trees)


def _used_relations(trees: Trees) -> Iterator[str]:
    named = ("header", "footer", "image", "hyperlink")  # what a text must name, or it is carried for nothing
    for name, tree in trees.items():
        relations = list(_each_relation(trees.get(_rels_of(name))))
        known = {relation.get("Id") for relation in relations}
        used = {value for element in tree.iter("{*}*") for key, value in element.attrib.items() if key.startswith(R)}
        yield from (f"{name}: uses {id}, which is not defined" for id in sorted(used - known))
        for relation in relations:
            kind = relation.get("Type", "").rpartition("/")[2]
            if kind in named and relation.get("Id") not in used:
                yield f"{name}: {relation.get('Id')} ({kind}) is defined and never used"


def _needed_parts(trees: Trees) -> Iterator[str]:
    table = trees[CONTENT_TYPES]
    types = {entry.get("PartName"): entry.get("ContentType") for entry in table.iter(f"{TYPES}Override")}
    relations = {relation.get("Type"): relation for relation in _each_relation(trees.get(_rels_of(MAIN)))}
    for kind, content_type in NEEDED.items():
        relation = relations.get(OFFICE + kind)
        if relation is None:
            yield f"{MAIN}: has no part {kind}"
        elif types.get("/" + _target(MAIN, relation)) != content_type:
            yield f"{_target(MAIN, relation)}: has not the content type of {kind}"


# the text


def _bookmarks(trees: Trees) -> Iterator[str]:
    names: list[str] = []
    ids: list[str] = []
    for part, tree in _stories(trees):
        opened: list[str] = []
        closed: list[str] = []
        for mark in tree.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            id = mark.get(f"{W}id", "")
            if mark.tag == f"{W}bookmarkStart":
                opened.append(id)
                names.append(mark.get(f"{W}name", ""))
            elif id not in opened or id in closed:
                yield f"{part}: bookmark {id} ends and was not begun"
            else:
                closed.append(id)
        ids += opened
        yield from (f"{part}: bookmark {id} never ends" for id in opened if id not in closed)
    yield from (f"bookmark id {id} stands {count} times" for id, count in Counter(ids).items() if count > 1)
    folded = Counter(name.lower() for name in names)  # Word does not tell "Tong" from "tong"
    yield from (f'bookmark "{name}" stands {count} times' for name, count in folded.items() if count > 1)
    yield from (f'bookmark "{name}": Word does not take this name' for name in names if not BOOKMARK.fullmatch(name))


def _ids(trees: Trees) -> Iterator[str]:
    """Ids that stand once in a document, whatever their part."""
    drawings = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    paragraph = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
    ids = [("drawing", d.get("id")) for _, tree in _stories(trees) for d in tree.iter(drawings)]
    ids += [("paragraph", p.get(paragraph)) for _, tree in _stories(trees) for p in tree.iter(f"{W}p")]
    for (kind, id), count in Counter(ids).items():
        if id is not None and count > 1:
            yield f"the id {id} of a {kind} stands {count} times"


def _styles(trees: Trees) -> Iterator[str]:
    """Ids and names of styles are unique; what is used is defined, and of the right kind."""
    styles = _defined_styles(trees)
    for what, values in (
        ("style id", [style.get(f"{W}styleId", "") for style in styles]),
        ("style name", [name.get(f"{W}val", "").lower() for style in styles for name in style.iter(f"{W}name")]),
    ):
        yield from (f'{what} "{value}" stands {count} times' for value, count in Counter(values).items() if count > 1)
    defined = {(style.get(f"{W}type"), style.get(f"{W}styleId")) for style in styles}
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for part, tree in trees.items():
        for tag, kind in kinds.items():
            used = {element.get(f"{W}val") for element in tree.iter(f"{W}{tag}")}
            yield from (f"{part}: {kind} style {id} is not defined" for id in used if (kind, id) not in defined)


def _fields(trees: Trees) -> Iterator[str]:
    """A field is begun, told what it is, separated, given a result, and ended, all in one story."""
    for part, tree in _stories(trees):
        steps: list[list[str]] = []  # one list for each field that is open
        for element in tree.iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}tab", f"{W}br"):
            if element.tag != f"{W}fldChar":
                words = (element.text or "").strip() or element.tag in (f"{W}tab", f"{W}br")
                if steps and words:
                    steps[-1].append("instruction" if element.tag == f"{W}instrText" else "result")
                continue
            step = element.get(f"{W}fldCharType", "")
            if step == "begin":
                steps.append([])
            elif not steps:
                yield f"{part}: a field has its {step} before its begin"
            elif step == "separate":
                steps[-1].append(step)
            else:
                yield from _field_problems(part, steps.pop())
        yield from (f"{part}: a field never ends" for _ in steps)
        for field in tree.iter(f"{W}fldSimple"):
            if not "".join(field.itertext(f"{W}t")).strip():
                yield f"{part}: the field {field.get(f'{W}instr')} has no result"


def _field_problems(part: str, steps: list[str]) -> Iterator[str]:
    seen = [step for index, step in enumerate(steps) if steps[index - 1 : index] != [step]]
    if seen != ["instruction", "separate", "result"]:
        yield f"{part}: a field has {' – '.join(['begin', *seen, 'end'])}, not instruction, separate, result"


def _page_numbers(trees: Trees) -> Iterator[str]:
    """Each section shows the page number in its default header or footer, its own or the one before's."""
    relations = {relation.get("Id"): relation for relation in _each_relation(trees.get(_rels_of(MAIN)))}
    shown = False
    for number, section in enumerate(trees[MAIN].iter(f"{W}sectPr"), 1):
        edges = [
            relations[edge.get(f"{R}id")]
            for edge in section.iter(f"{W}headerReference", f"{W}footerReference")
            if edge.get(f"{W}type") == "default" and edge.get(f"{R}id") in relations
        ]
        if edges:
            shown = any(_has_page_number(trees.get(_target(MAIN, edge))) for edge in edges)
        if not shown:
            yield f"{MAIN}: section {number} shows no page number"


def _has_page_number(story: etree._Element | None) -> bool:
    if story is None:
        return False
    instructions = [text.text or "" for text in story.iter(f"{W}instrText")]
    instructions += [field.get(f"{W}instr", "") for field in story.iter(f"{W}fldSimple")]
    return any(words.split()[:1] == ["PAGE"] for words in instructions)


def _tables(trees: Trees) -> Iterator[str]:
    """Word wants a paragraph at the end of a cell and of a text, and as many cells as the grid has columns."""
    for part, tree in _stories(trees):
        for cell in tree.iter(f"{W}tc"):
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                yield f"{part}: a cell does not end with a paragraph"
        for table in tree.iter(f"{W}tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            for number, row in enumerate(table.findall(f"{W}tr"), 1):
                if _tag_row(row):
                    continue
                cells = sum(_number(cell.find(f"{W}tcPr/{W}gridSpan")) for cell in row.findall(f"{W}tc"))
                if cells != columns:
                    yield f"{part}: row {number} has {cells} cells, the grid {columns} columns"
    body = trees[MAIN].find(f"{W}body")
    if body is None or [child.tag for child in body][-2:] != [f"{W}p", f"{W}sectPr"]:
        yield f"{MAIN}: the text does not end with a paragraph and the properties of its section"


def _tag_row(row: etree._Element) -> bool:
    """A row of a template that holds ``{%tr … %}`` and is gone once it is filled."""
    return "".join(row.itertext(f"{W}t")).startswith("{%tr")


def _properties(trees: Trees) -> Iterator[str]:
    """The user-defined properties: numbered from 2 without a gap, names once, texts that Word keeps whole."""
    properties = [p for name in ("docProps/custom.xml",) if name in trees for p in trees[name]]
    ids = [entry.get("pid") for entry in properties]
    if ids != [str(number) for number in range(2, len(ids) + 2)]:
        yield f"docProps/custom.xml: the numbers are {', '.join(map(str, ids))}"
    names = Counter(entry.get("name", "").lower() for entry in properties if entry.tag == f"{CUSTOM}property")
    yield from (f'docProps/custom.xml: "{name}" stands {count} times' for name, count in names.items() if count > 1)
    for entry in properties:
        length = len("".join(entry.itertext()))
        if length > LONGEST_PROPERTY:
            yield f"docProps/custom.xml: {entry.get('name')} has {length} characters; Word keeps {LONGEST_PROPERTY}"


# what a reader of the screen needs


def _title_and_language(trees: Trees) -> Iterator[str]:
    core, styles = trees.get("docProps/core.xml"), trees.get("word/styles.xml")
    titles = [] if core is None else [title.text or "" for title in core.iter("{*}title")]
    if len(titles) != 1 or not titles[0].strip():
        yield "docProps/core.xml: the document has no title"
    defaults = [] if styles is None else list(styles.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"))
    if [language.get(f"{W}val") for language in defaults] != ["vi-VN"]:
        yield "word/styles.xml: the language of the text is not vi-VN"


def _heading_order(trees: Trees) -> Iterator[str]:
    """No heading lies more than one level below the heading before it, and none in a table."""
    styles = {style.get(f"{W}styleId"): style for style in _defined_styles(trees)}
    before = 0
    for style in trees[MAIN].iter(f"{W}pStyle"):
        level = _level(styles, style.get(f"{W}val"))
        if level and next(style.iterancestors(f"{W}tbl"), None) is not None:
            yield f"{MAIN}: a heading of level {level} stands in a table"
        if level and level > before + 1:
            yield f"{MAIN}: a heading of level {level} comes after one of level {before}"
        before = level or before


def _level(styles: Mapping[str | None, etree._Element], id: str | None) -> int:
    """The level of a heading style, 1 and up; 0 for a style of plain text."""
    while id in styles:
        outline = styles[id].find(f"{W}pPr/{W}outlineLvl")
        if outline is not None:
            return (int(outline.get(f"{W}val", "9")) + 1) % 10  # 9 says: the text below the headings
        base = styles[id].find(f"{W}basedOn")
        id = None if base is None else base.get(f"{W}val")
    return 0


def _heading_rows(trees: Trees) -> Iterator[str]:
    """A table of data begins with a row of headings, said so; tables without a style only place things side by side."""
    for part, tree in _stories(trees):
        for table in tree.iter(f"{W}tbl"):
            first = table.find(f"{W}tr")
            heads = first is not None and first.find(f"{W}trPr/{W}tblHeader") is not None
            if table.find(f"{W}tblPr/{W}tblStyle") is not None and not heads:
                yield f"{part}: a table has no row of headings"
            if table.find(f".//{W}gridSpan") is not None or table.find(f".//{W}vMerge") is not None:
                yield f"{part}: a table has merged cells"


# small things


def _stories(trees: Trees) -> Iterator[tuple[str, etree._Element]]:
    """The parts that hold text: the document, headers, footers, notes."""
    roots = tuple(W + name for name in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments"))
    return ((name, tree) for name, tree in trees.items() if tree.tag in roots)


def _defined_styles(trees: Trees) -> list[etree._Element]:
    styles = trees.get("word/styles.xml")
    return [] if styles is None else list(styles.iter(f"{W}style"))


def _each_relation(tree: etree._Element | None) -> Iterator[etree._Element]:
    return iter(()) if tree is None else tree.iter(f"{RELATIONS}Relationship")


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _source(rels: str) -> str:
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name[: -len(".rels")])


def _target(source: str, relation: etree._Element) -> str:
    target = relation.get("Target", "")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")


def _number(span: etree._Element | None) -> int:
    return 1 if span is None else int(span.get(f"{W}val", "1"))


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _short(tag: str) -> str:
    return "w:" + tag.rpartition("}")[2]


if __name__ == "__main__":
    for file in sys.argv[1:]:
        for problem in problems(Path(file)):
            sys.stdout.write(f"{file}: {problem}\n")
