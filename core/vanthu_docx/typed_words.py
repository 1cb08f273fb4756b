"""Typed words (chữ đã nhập): which of a record's texts and tables a document shows.

Nobody has to know how a text finds its way: each is replaced by a mark, and the marks that come out were shown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vanthu.assessment import Assessment
from vanthu.compose import CHANGEABLE, compose
from vanthu.document_kind import DocumentKind
from vanthu.paper_rules import PaperRules
from vanthu.record import PART_OF, Record
from vanthu.slots import arranged, texts_of
from vanthu.tags import with_nearest

from . import batch_messages, engine

_MARK = "\ue000{}\ue001"  # letters that nobody types and no rule of layout changes
_MARKS = re.compile(_MARK.format(r"(\d+)"))
_CELLS_NAMED = 3  # of one table; who has lost more sees where by these


@dataclass(frozen=True)
class Words:
    """A text, or a cell of a table, as the record has it."""

    table: bool  # of [rows], not of [text]
    name: str
    row: int = 0  # 0: all of it
    column: int = 0


@dataclass(frozen=True)
class MarkedRecord:
    """A record with marks for words, and what each mark stands for."""

    record: Record
    words: tuple[Words, ...]

    def without(self, shown: Iterable[int]) -> tuple[Words, ...]:
        """The words whose marks were not shown; a table of which nothing was is one."""
        seen = {self.words[number] for number in shown}
        tables = {words.name for words in seen if words.table}
        lost = (words for words in self.words if words not in seen)
        return tuple(
            dict.fromkeys(
                words if words.name in tables or not words.table else Words(True, words.name) for words in lost
            )
        )


def marked(record: Record) -> MarkedRecord:
    """The record with a mark in place of every text and cell that is not blank."""
    words: list[Words] = []

    def mark(text: str, origin: Words) -> str:
        if not text.strip():
            return text
        words.append(origin)
        return _MARK.format(len(words) - 1)

    text = {name: (mark("".join(lines), Words(False, name)),) for name, lines in record.text.items() if any(lines)}
    rows = {
        name: tuple(
            tuple(mark(cell, Words(True, name, row, column)) for column, cell in enumerate(cells, start=1))
            for row, cells in enumerate(table, start=1)
        )
        for name, table in record.rows.items()
    }
    return MarkedRecord(replace(record, text=text, rows=rows), tuple(words))


def shown(
    template: Path, kind: DocumentKind, record: Record, assessment: Assessment, paper: PaperRules
) -> tuple[int, ...]:
    """The numbers of the marks of a marked record that a document shows."""
    slots = compose(kind, record, assessment, paper)
    names = engine.shown(template, slots)
    placed = {name: slot for name, slot in slots.items() if name in names}
    texts = (text for slot in arranged(placed, engine.columns(template)).values() for text in texts_of(slot))
    return tuple(int(number) for text in texts for number in _MARKS.findall(text))


def meant_for(
    drawn: Collection[str], words: Iterable[Words], kind_id: str, kinds: Mapping[str, DocumentKind]
) -> tuple[Words, ...]:
    """The words that the documents of the kinds ``drawn`` should show, of a record of kind ``kind_id``.

    Others name another document in front, or belong to the record's own kind, which is not drawn up now.
    """
    own = None if kind_id in drawn else kinds.get(kind_id)
    return tuple(one for one in words if _names_any(one, drawn, kinds) and not (own and _known(one, own)))


def _names_any(words: Words, drawn: Collection[str], kinds: Mapping[str, DocumentKind]) -> bool:
    named_kind = words.name.partition(PART_OF)[0]
    return words.table or PART_OF not in words.name or named_kind not in kinds or named_kind in drawn


def _known(words: Words, kind: DocumentKind) -> bool:
    """Whether this kind has something of that name; what is said about a criterion any kind may show."""
    if words.table:
        return words.name in {**kind.tables, **kind.lists}
    return PART_OF in words.name or words.name in {**kind.text, **kind.lists} or words.name in CHANGEABLE


def named(words: Iterable[Words], placed: Iterable[str], right: Collection[str] = ()) -> tuple[str, ...]:
    """The words as a sentence names them; a name that nobody knows comes with those ``placed`` most like it.

    ``right``: names that are as they should be, and only have no place here.
    """
    lost = tuple(words)
    texts = [one.name for one in lost if not one.table]
    nearest = dict(zip(texts, with_nearest(texts, placed), strict=True))
    tables: dict[str, list[Words]] = {}
    for one in lost:
        if one.table:
            tables.setdefault(one.name, []).append(one)
    return (
        *("[text] " + (name if name in right else nearest[name]) for name in texts),
        *("[rows] " + name + _cells(cells) for name, cells in tables.items()),
    )


def _cells(cells: list[Words]) -> str:
    places = [batch_messages.CELL.format(row=one.row, column=one.column) for one in cells[:_CELLS_NAMED] if one.row]
    return " ({}{})".format("; ".join(places), "; …" if len(cells) > _CELLS_NAMED else "") if places else ""
