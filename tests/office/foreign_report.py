"""The real documents of tests/seeds as Writer documents of somebody else: their text, tabs made into tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator, List, Sequence

PARAGRAPH = 0  # com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK
SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def typed(document: Any, name: str) -> Any:
    """Type a seed into an empty document: its lines as paragraphs, lines with tabs as rows of one table."""
    rows: List[List[str]] = []
    for line in (SEEDS / name).read_text(encoding="utf-8").split("\n"):
        if "\t" in line.strip():
            rows.append(line.split("\t"))
        elif line.strip() or not rows:
            _end_table(document, rows)
            write(document, line)
    _end_table(document, rows)
    document.getUndoManager().clear()
    return document


def write(document: Any, line: str) -> None:
    """A paragraph at the end."""
    document.Text.insertString(document.Text.getEnd(), line, False)
    document.Text.insertControlCharacter(document.Text.getEnd(), PARAGRAPH, False)


def add_table(document: Any, rows: Sequence[Sequence[str]]) -> Any:
    """A table at the end; a shorter row has merged cells at its left."""
    width = max(map(len, rows))
    table = document.createInstance("com.sun.star.text.TextTable")
    table.initialize(len(rows), width)
    document.Text.insertTextContent(document.Text.getEnd(), table, False)
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row):
            table.getCellByName("{}{}".format(chr(ord("A") + width - len(row) + column), number)).setString(text)
        if len(row) < width:
            cursor = table.createCursorByCellName("A{}".format(number))
            cursor.goRight(width - len(row), True)
            cursor.mergeRange()
    return table


def _end_table(document: Any, rows: List[List[str]]) -> None:
    if rows:
        add_table(document, rows)
        rows.clear()


def tables(document: Any) -> Iterator[Any]:
    """The tables of the document."""
    return (document.TextTables.getByIndex(number) for number in range(document.TextTables.getCount()))


def shown(document: Any) -> List[str]:
    """Every text of the document: its paragraphs, then its cells."""
    cells = [table.getCellByName(name).getString() for table in tables(document) for name in table.getCellNames()]
    return [*paragraphs(document), *cells]


def paragraphs(document: Any) -> Iterator[str]:
    """The paragraphs outside tables."""
    enumeration = document.Text.createEnumeration()
    while enumeration.hasMoreElements():
        paragraph = enumeration.nextElement()
        if paragraph.supportsService("com.sun.star.text.Paragraph"):
            yield paragraph.getString()
