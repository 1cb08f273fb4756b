"""A table written as a small .odt (tệp bảng), from how the office itself writes the table that stands. No office here.

Every setting of the standing table – widths, repeated heading, bookmarks, frames – is taken over as the office wrote
it; only rows are left out, repeated and given other texts. Most texts are written as values of their cells where that
comes to the same: the office reads these in half the time of paragraphs. The rows of a long table say how high they
are at least, so that the office knows how many of them a page takes before it lays out their texts.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from html import escape  # xml.sax would bring the network's modules along
from typing import Callable, Iterable, List, NamedTuple, Optional, Sequence, Tuple
from xml.etree import ElementTree

from .line_heights import LineHeights
from .table_styles import TableStyles

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ROW, _CELL, _PARAGRAPH = _TABLE + "table-row", _TABLE + "table-cell", _TEXT + "p"
# What is not named here – notes, fields, pictures, recorded changes, formulas – may not come back as it was.
_CARRIED_TABLE = ("table-column", "table-columns", "table-header-rows", "table-rows", "table-row", "table-cell")
_CARRIED_TEXT = ("p", "span", "line-break", "tab", "s", "bookmark", "bookmark-start", "bookmark-end")
_CARRIED = frozenset([_TABLE + name for name in _CARRIED_TABLE] + [_TEXT + name for name in _CARRIED_TEXT])
_LENGTHS = ("number-rows-repeated", "number-columns-repeated", "formula")
_SPAN, _STYLE_NAME, _TABLE_STYLE_NAME = _TEXT + "span", _TEXT + "style-name", _TABLE + "style-name"
_COVERED, _SOFT_BREAK = _TABLE + "covered-table-cell", _TEXT + "soft-page-break"
# Rows from which on a table is for so many pages that the office is helped to lay them out. Without and with that, in a
# window of 25.2.3: 1,000 rows 0.27 and 0.57 s, 1,500 rows 0.40 and 0.64 s, 10,000 rows 6.6 and 1.6 s.
FOR_MANY_PAGES = 2_000
_BETWEEN_ROWS, _HERE = "dòng", "\ue000"  # a comment, and a letter for private use, that stand where texts will
_Escape = Callable[[str], str]
_BLANKS = re.compile(r"^ | (?= )| $")  # XML presses them together
_MIME_TYPE = "application/vnd.oasis.opendocument.text"
# Its version must be that of the parts, or newer offices take the file for a broken one.
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    ' manifest:version="{version}">'
    '<manifest:file-entry manifest:full-path="/" manifest:version="{version}" manifest:media-type="{mime}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


class FileRow(NamedTuple):
    """One row of the new table: whose look it has, and its texts in those of its cells that get another one."""

    source: int  # which row of the standing table, counted from 0
    texts: Tuple[Tuple[int, str], ...]  # column and text; the other cells keep what stands in the source row


def table_file(flat: bytes, name: str, first: int, count: int, rows: Sequence[FileRow]) -> Optional[bytes]:
    """The .odt of the table ``name`` of a document, with ``rows`` in place of ``count`` rows from ``first`` on.

    ``flat``: the document as flat XML. ``None`` where the table holds something that such a file does not carry, or
    where a row has other cells than wanted.
    """
    if not count or _HERE.encode("utf-8") in flat:
        return None
    document = ElementTree.fromstring(flat)
    table = next((one for one in document.iter(_TABLE + "table") if one.get(_TABLE + "name") == name), None)
    body = None if table is None else _body(table)
    if table is None or body is None or not _is_carried(table):
        return None
    every = [row for part in _parts(table) for row in part.findall(_ROW)]
    going = every[first : first + count]
    if len(going) != count or not _is_one_piece(table, body, every, going) or not _fits(every, going, rows):
        return None
    styles = TableStyles(document)
    new = _Rows(every, rows, styles)
    if len(rows) >= FOR_MANY_PAGES:
        new.say_how_high(styles, LineHeights(document))
    content = _content(document, table, body, going, new, styles)
    return _packed(content, _root(document, "document-styles", [styles.named(table)]), _version(document))


def _body(table: ElementTree.Element) -> Optional[ElementTree.Element]:
    """Where the rows below the heading stand."""
    bodies = [part for part in _parts(table) if part.tag != _TABLE + "table-header-rows"]
    return bodies[0] if len(bodies) == 1 else None


def _parts(table: ElementTree.Element) -> List[ElementTree.Element]:
    inner = [part for part in table if part.tag in (_TABLE + "table-header-rows", _TABLE + "table-rows")]
    return inner if any(part.tag == _TABLE + "table-rows" for part in inner) else [*inner, table]


def _is_one_piece(
    table: ElementTree.Element,
    body: ElementTree.Element,
    every: Sequence[ElementTree.Element],
    going: Sequence[ElementTree.Element],
) -> bool:
    """Whether all rows of the table were found, and those that go stand below the heading, one after the other."""
    below = list(map(id, body))
    return len(every) == sum(1 for _ in table.iter(_ROW)) and id(going[0]) in below and id(going[-1]) in below


def _is_carried(table: ElementTree.Element) -> bool:
    for part in list(table.iter()):
        for soft in part.findall(_SOFT_BREAK):
            part.remove(soft)
    inside = [one for one in table.iter() if one is not table]
    lengths = {_TABLE + length for length in _LENGTHS}
    columns = {_TABLE + "table-column"}
    return all(
        one.tag in _CARRIED | {_COVERED} and (one.tag in columns or lengths.isdisjoint(one.attrib)) for one in inside
    )


def _fits(every: Sequence[ElementTree.Element], going: Sequence[ElementTree.Element], rows: Sequence[FileRow]) -> bool:
    """Whether no bookmark goes with the rows, and each row can take its texts."""
    if any(one.tag.startswith(_TEXT + "bookmark") for row in going for one in row.iter()):
        return False
    widths = [len(row.findall(_CELL)) if row.find(_COVERED) is None else 0 for row in every]
    return all(not row.texts or max(row.texts)[0] < widths[row.source] for row in rows)


class _Rows:
    """The new rows as text: each shape of a row is written once."""

    def __init__(self, standing: Sequence[ElementTree.Element], rows: Sequence[FileRow], styles: TableStyles) -> None:
        self._standing, self._rows = standing, rows
        self._shapes = [(row.source, tuple(column for column, _ in row.texts)) for row in rows]
        self._numbers = {shape: number for number, shape in enumerate(dict.fromkeys(self._shapes))}
        self._models = [_Model(standing[source], columns, styles) for source, columns in self._numbers]

    def say_how_high(self, styles: TableStyles, lines: LineHeights) -> None:
        """Let each row be at least as high as a line of its first cell, as it is anyway."""
        for (source, _), model in zip(self._numbers, self._models):
            cell = self._standing[source].find(_CELL)
            looks = [] if cell is None else [look.get(_STYLE_NAME, "") for look in _looks_in(cell)]
            model.row.set(_TABLE_STYLE_NAME, styles.high(model.row.get(_TABLE_STYLE_NAME, ""), lines.least(looks)))

    def models(self) -> List[ElementTree.Element]:
        """One row of each shape, with a mark where texts will stand."""
        return [model.row for model in self._models]

    def written(self, models: Sequence[str]) -> str:
        """All rows, from the models as they are written."""
        forms = [model.replace("%", "%%").replace(_HERE, "%s") for model in models]
        escapes = [model.escapes for model in self._models]
        numbers = [self._numbers[shape] for shape in self._shapes]
        return "".join(
            forms[number] % tuple([escaped(text) for escaped, (_, text) in zip(escapes[number], row.texts)])
            for number, row in zip(numbers, self._rows)
        )


class _Model:
    """A row with a mark in each cell that gets a text, and how texts are written there."""

    def __init__(self, row: ElementTree.Element, columns: Sequence[int], styles: TableStyles) -> None:
        self.row = copy.deepcopy(row)
        cells = self.row.findall(_CELL)
        for one in (self.row, *self.row, *(paragraph for cell in cells for paragraph in cell)):
            one.tail = None  # the indents of the file: the office would read them ten thousand times
        for one in (self.row, *cells):
            one.text = None
        # The last text stays a paragraph. Of a paragraph the office frees what it needs no more, and where it then
        # puts the frames of rows it walks through them in half the time: 10,000 rows shown in 0.5 instead of 0.7 s,
        # taken back in 0.45 instead of 0.9 s, for 0.08 s more of reading.
        as_values = [column in columns[:-1] for column in columns]
        self.escapes = [_mark(cells[column], styles if value else None) for column, value in zip(columns, as_values)]


def _mark(cell: ElementTree.Element, styles: Optional[TableStyles]) -> _Escape:
    """Put a mark in the cell's place, with the look of its first paragraph and of the first letter there.

    As the cell's value where there are ``styles`` for that.
    """
    for name in [name for name in cell.attrib if name.startswith(_OFFICE)]:
        del cell.attrib[name]
    cell.set(_OFFICE + "value-type", "string")
    looks = _looks_in(cell)
    names = [look.get(_STYLE_NAME, "") for look in looks]
    pair = styles.pair(cell.get(_TABLE_STYLE_NAME, ""), names[0]) if styles and len(names) == 1 else None
    cell[:] = []
    if pair is not None:
        cell.set(_TABLE_STYLE_NAME, pair)
        cell.set(_OFFICE + "string-value", _HERE)
        return _as_value
    inner = cell
    for look, name in zip(looks, names):
        inner = ElementTree.SubElement(inner, look.tag, {_STYLE_NAME: name})
    inner.text = _HERE
    return _as_xml


def _looks_in(cell: ElementTree.Element) -> List[ElementTree.Element]:
    """The first paragraph, and the spans in which its first letter stands."""
    standing = cell.find(_PARAGRAPH)
    looks = [] if standing is None else [standing]
    while looks and not looks[-1].text and len(looks[-1]) and looks[-1][0].tag == _SPAN:
        looks.append(looks[-1][0])
    return looks


def _as_value(text: str) -> str:
    """A text as a cell's value: the office takes it letter by letter, line breaks and blanks too."""
    return escape(text).replace("\n", "&#10;").replace("\t", "&#9;")  # an attribute would lose them


def _as_xml(text: str) -> str:
    """A text inside a paragraph, with what XML would lose: line breaks, tabs, blanks in a row."""
    if "\n" in text or "\t" in text or "  " in text or text != text.strip(" "):
        lines = [escape(text, quote=False) for text in text.split("\n")]
        text = "<line-break/>".join(_BLANKS.sub("<s/>", line).replace("\t", "<tab/>") for line in lines)
        return re.sub("<(line-break|s|tab)/>", r'<\1 xmlns="{}"/>'.format(_TEXT[1:-1]), text)
    return escape(text, quote=False)


def _content(
    document: ElementTree.Element,
    table: ElementTree.Element,
    body: ElementTree.Element,
    going: Sequence[ElementTree.Element],
    rows: _Rows,
    styles: TableStyles,
) -> str:
    at = list(body).index(going[0])
    models = rows.models()
    placed = [part for model in models for part in (ElementTree.Comment(_BETWEEN_ROWS), model)]
    leaving = set(map(id, going))
    left = [one for one in body if id(one) not in leaving]
    body[:] = [*left[:at], *placed, ElementTree.Comment(_BETWEEN_ROWS), *left[at:]]
    table.tail = None
    holder = ElementTree.Element(_OFFICE + "body")
    text = ElementTree.SubElement(holder, _OFFICE + "text")
    text.append(table)
    written = _root(document, "document-content", [styles.automatic(table), holder])
    head, *pieces, tail = written.split("<!--{}-->".format(_BETWEEN_ROWS))
    return head + rows.written(pieces) + tail


def _root(document: ElementTree.Element, name: str, parts: Iterable[ElementTree.Element]) -> str:
    root = ElementTree.Element(_OFFICE + name, {_OFFICE + "version": _version(document)})
    fonts = document.find(_OFFICE + "font-face-decls")
    root.extend([*([] if fonts is None else [fonts]), *parts])
    return ElementTree.tostring(root, encoding="unicode")


def _version(document: ElementTree.Element) -> str:
    return document.get(_OFFICE + "version", "1.2")


def _packed(content: str, styles: str, version: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:  # it lives for a moment; packing takes longer
        file.writestr("mimetype", _MIME_TYPE)
        file.writestr("content.xml", content)
        file.writestr("styles.xml", styles)
        file.writestr("META-INF/manifest.xml", _MANIFEST.format(mime=_MIME_TYPE, version=version))
    return packed.getvalue()
