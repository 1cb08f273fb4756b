"""Exchange of a table (thay cả bảng): a table of very many rows goes in whole, read by the office from a small file.

Written row by row such a table takes minutes to redo: the office searches all its cells for every text. In one piece
it takes a second, and Ctrl+Z gives back the table that stood before, with its bookmarks.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Collection, List, Optional, Sequence

from com.sun.star.beans import PropertyValue

from .one_step import lay_out
from .ranges import each
from .table_file import FileRow, table_file

_FLAT, _ODT = "OpenDocument Text Flat XML", "writer8"
_PARAGRAPH_BREAK = 0  # com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK
_TABLE = "com.sun.star.text.TextTable"


class NotTakenIn(RuntimeError):  # noqa: N818  (what the office did, so that the rows can go in another way)
    """The office did not take the table in as it was written; the message says what was found."""


def exchange(document: Any, table: Any, first: int, count: int, rows: Sequence[FileRow]) -> bool:
    """Put ``rows`` in place of ``count`` rows of the table from ``first`` on; all else in it stays.

    ``False``, and nothing is touched, where the table stands or holds something that makes this unsafe. Afterwards the
    table, its cells and the bookmarks in it are other objects of the office. Raises :class:`NotTakenIn` in the midst
    of it; to undo is the caller's part.
    """
    name = table.getName()
    parts = _parts(document)
    at = _place_of(parts, name)
    below = _paragraph_below(parts, at)
    content = None if below is None else table_file(_flat(document), name, first, count, rows)
    if at is None or below is None or content is None:
        return False
    marks, cell = document.getBookmarks().getElementNames(), _cell_of_cursor(document, table)
    sections = document.getTextSections().getElementNames()
    with _SameSettings(document):
        _replace(document, table, below, content)
    _show(document, set(document.getTextSections().getElementNames()).difference(sections))
    _clear_around(document, name, at, len(parts))
    if sorted(marks) != sorted(document.getBookmarks().getElementNames()):
        raise NotTakenIn("table {}: bookmarks were lost".format(name))
    _put_cursor(document, name, cell)
    return True


def _replace(document: Any, table: Any, below: Any, content: bytes) -> None:
    within = document.getText()
    where = within.createTextCursorByRange(below.getStart())
    within.insertControlCharacter(where, _PARAGRAPH_BREAK, False)
    where.goLeft(1, False)
    table.dispose()  # first, or the bookmarks that come in would have to take other names
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bang.odt"
        file.write_bytes(content)
        where.insertDocumentFromURL(file.resolve().as_uri(), (PropertyValue(Name="FilterName", Value=_ODT),))


def _show(document: Any, sections: Collection[str]) -> None:
    """Let the table out of the hidden section in which it came in, where it did.

    Rows that come into sight are dealt out to the pages at once. Those of a table that is inserted in sight all stand
    on one page first, and what does not fit is moved on from page to page: 5.4 s for 10,000 rows instead of 0.5 s.
    """
    for name in sections:
        section = document.getTextSections().getByName(name)
        section.setPropertyValue("IsVisible", True)
        # What the layout has put aside of a section still listens to it, and 7.4 crashes where it hears of its end.
        lay_out(document)
        section.dispose()  # the section only: what stands in it stays


class _SameSettings:
    """The document's settings as they were: 7.4 turns ``DoNotCaptureDrawObjsOnPage`` off when it reads a file in."""

    def __init__(self, document: Any) -> None:
        self._settings = document.createInstance("com.sun.star.document.Settings")
        names = [entry.Name for entry in self._settings.getPropertySetInfo().getProperties()]
        values = {name: self._settings.getPropertyValue(name) for name in names}
        self._before = {name: value for name, value in values.items() if isinstance(value, (bool, int, str))}

    def __enter__(self) -> None: ...

    def __exit__(self, *raised: object) -> None:
        for name, value in self._before.items():
            if self._settings.getPropertyValue(name) != value:
                self._settings.setPropertyValue(name, value)


def _parts(document: Any) -> List[Any]:
    """The paragraphs and tables of the running text."""
    return list(each(document.getText()))


def _place_of(parts: Sequence[Any], name: str) -> Optional[int]:
    """Which of the parts is the table of that name."""
    return next((at for at, part in enumerate(parts) if part.supportsService(_TABLE) and part.getName() == name), None)


def _paragraph_below(parts: Sequence[Any], at: Optional[int]) -> Any:
    """The paragraph after the table, ``None`` where there is none in the same section, or the table is not in the body.

    A section that ends with the table would end before the new one.
    """
    around = () if at is None else parts[at : at + 2]
    if len(around) < 2 or around[1].supportsService(_TABLE):
        return None
    sections = [part.getPropertyValue("TextSection") for part in around]
    return around[1] if sections[0] == sections[1] else None


def _clear_around(document: Any, name: str, at: int, count: int) -> None:
    """Take away the empty paragraphs between which the office puts what it reads from a file.

    ``at``, ``count``: where the table stood among how many parts.
    """
    parts = _parts(document)
    now = _place_of(parts, name)
    if now is None:
        raise NotTakenIn("table {}: the office did not read it back".format(name))
    before, more = parts[at:now], len(parts) - count - (now - at)
    for part in (*before, *parts[now + 1 : now + 1 + more]):
        if part.supportsService(_TABLE) or part.getString():
            raise NotTakenIn("table {}: it came back to another place".format(name))
        part.dispose()


def _cell_of_cursor(document: Any, table: Any) -> str:
    """The cell in which the clerk's cursor stands, blank when it stands elsewhere."""
    controller = document.getCurrentController()
    cursor = controller.getViewCursor() if controller is not None else None
    cell = cursor.getPropertyValue("Cell") if cursor is not None else None
    inside = cell is not None and cursor.getPropertyValue("TextTable") == table
    return str(cell.getPropertyValue("CellName")) if inside else ""


def _put_cursor(document: Any, name: str, cell: str) -> None:
    found = document.getTextTables().getByName(name).getCellByName(cell) if cell else None
    if found is not None:
        document.getCurrentController().getViewCursor().gotoRange(found.getStart(), False)


def _flat(document: Any) -> bytes:
    """The document as flat XML; it is neither saved nor changed by that."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "van-ban.fodt"
        document.storeToURL(file.resolve().as_uri(), (PropertyValue(Name="FilterName", Value=_FLAT),))
        return file.read_bytes()
