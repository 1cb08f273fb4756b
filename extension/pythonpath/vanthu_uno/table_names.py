"""Names of tables (tên bảng) that the office gives away when an exchange of tables is taken back or redone.

The table that comes back meets the name that the other one, put aside for redo, still has, and gets another: formulas
and cross-references would lead nowhere.
"""

from __future__ import annotations

from typing import Any, Dict, Iterable, Iterator, Mapping, Tuple

from com.sun.star.uno import RuntimeException

from .one_step import Untold


def names_of(document: Any, marks: Iterable[str]) -> Dict[str, str]:
    """By bookmark, the name of the table in which it stands."""
    return {mark: table.getName() for mark, table in _tables(document, marks)}


def give_back(document: Any, names: Mapping[str, str]) -> None:
    """Let each table have its name again, where nobody else has taken that."""
    for mark, table in _tables(document, names):
        if table.getName() != names[mark]:
            _rename(document, table, names[mark])


def _rename(document: Any, table: Any, name: str) -> None:
    with Untold(document):  # 26.8 can take that back too
        try:
            table.setName(name)
        except RuntimeException:  # another table of the document is called so now
            return


def _tables(document: Any, marks: Iterable[str]) -> Iterator[Tuple[str, Any]]:
    bookmarks = document.getBookmarks()
    for mark in marks:
        found = bookmarks.getByName(mark).getAnchor() if bookmarks.hasByName(mark) else None
        table = None if found is None else found.getPropertyValue("TextTable")
        if table is not None:
            yield mark, table
