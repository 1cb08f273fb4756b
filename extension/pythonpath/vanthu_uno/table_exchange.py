"""Exchange of a table (thay cả bảng): a table of very many rows goes in whole, read by the office from a small file.

Written row by row such a table takes minutes to redo: the office searches all its cells for every text. In one piece
it takes a second, and Ctrl+Z gives back the table that stood before, with its bookmarks.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, List, Optional, Sequence

from com.sun.star.beans import PropertyValue
from com.sun.star.beans.PropertyState import DEFAULT_VALUE

from .one_step import Untold, lay_out
from .ranges import each
from .table_file import FOR_MANY_PAGES, FileRow, table_file

_FLAT, _ODT = "OpenDocument Text Flat XML", "writer8"
_PARAGRAPH_BREAK = 0  # com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK
_KEPT = "ParaKeepTogether"
_TABLE, _SECTION = "com.sun.star.text.TextTable", "com.sun.star.text.TextSection"


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
    with _SameSettings(document):
        _replace(document, table, below, content)
    _clear_around(document, name, at, len(parts))
    if len(rows) >= FOR_MANY_PAGES:
        _deal_out(document, name)
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


def _deal_out(document: Any, name: str) -> None:
    """Let the office deal the rows of a table out to the pages at once, where it stands between two paragraphs.

    It does so with what comes into a section. The rows of a table that is only inserted all stand on one page first,
    each newly laid out one walks past all before it, and what does not fit is moved on from page to page.
    """
    parts = _parts(document)
    at = _place_of(parts, name) or 0
    around = parts[at - 1 : at + 2] if at else []
    if len(around) < 3 or around[0].supportsService(_TABLE) or not _in_one_section(around):
        return
    above, _, below = around
    text, section = document.getText(), document.createInstance(_SECTION)
    whole = text.createTextCursorByRange(above.getStart())
    whole.gotoRange(below.getEnd(), True)
    # To take back that a section was inserted costs Writer the bookmarks in it.
    with Untold(document), _LetGo(above):
        text.insertTextContent(whole, section, True)
        # What the layout has put aside of a section still listens to it, and 7.4 crashes where it hears of its end.
        lay_out(document)
        section.dispose()  # the section only: what stands in it stays


class _LetGo:
    """A paragraph that is not kept on one page with what follows, for as long: the office would try all its rows."""

    def __init__(self, paragraph: Any) -> None:
        self._paragraph = paragraph
        self._kept = bool(paragraph.getPropertyValue(_KEPT))
        self._by_style = paragraph.getPropertyState(_KEPT) == DEFAULT_VALUE

    def __enter__(self) -> None:
        if self._kept:
            self._paragraph.setPropertyValue(_KEPT, False)

    def __exit__(self, *raised: object) -> None:
        if self._kept and self._by_style:
            self._paragraph.setPropertyToDefault(_KEPT)
        elif self._kept:
            self._paragraph.setPropertyValue(_KEPT, True)


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
    return around[1] if _in_one_section(around) else None


def _in_one_section(parts: Sequence[Any]) -> bool:
    """Whether all stand in the same section, or all in none."""
    first, *others = [part.getPropertyValue("TextSection") for part in parts]
    return all(other == first for other in others)


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
