"""Binding a document that is not ours (nhận bảng điểm): its score table is found, each score becomes a place."""

from __future__ import annotations

import re
from typing import Any, Collection, List, NamedTuple, Optional, Sequence, Tuple

from vanthu.form import Form
from vanthu.recognised_table import RecognisedTable, recognised
from vanthu.score_places import is_score_place, score_place
from vanthu.slots import slot_name
from vanthu.stated import TOTAL
from vanthu.stated_sentence import stated_sentence
from vanthu.tags import free_place
from vanthu.text import clean, clean_line
from vanthu.title_year import title_year

from . import place_text
from .foreign_tables import Cell, ForeignTable, Line, read, span
from .one_step import OneStep, Quiet
from .places import Place, listed
from .ranges import starts, starts_by


class Target(NamedTuple):
    """A slot, the text that stands for it in the document, and where."""

    slot: str
    text: str
    where: Any


class FoundTable(NamedTuple):
    """The best score table of a document, and what stands around it."""

    table: RecognisedTable
    source: ForeignTable
    sentences: Tuple[Target, ...]
    stated: Tuple[Tuple[str, str], ...]  # what the sentences state
    year: Optional[int]
    elsewhere: int  # how often its total stands in other sentences


def find(document: Any, forms: Sequence[Form]) -> Optional[FoundTable]:
    """The table of the document that holds most lines of a form; ``None`` when it has none."""
    tables, lines = read(document)
    found = [(recognised(forms, source.texts()), source) for source in tables]
    known = [(table, source) for table, source in found if table is not None]
    if not known:
        return None
    table, source = max(known, key=lambda pair: len(pair[0].lines))
    form = next(form for form in forms if form.id == table.form_id)
    sentences, stated = _sentences(lines, form)
    total = {**dict(stated), **dict(table.stated)}.get(TOTAL, "")
    return FoundTable(table, source, sentences, stated, title_year(source.above), _mentions(lines, total, form))


def scores(found: FoundTable) -> List[Target]:
    """The cells of the table that hold a score, or wait for one."""
    targets = []
    for row, name in found.table.score_rows().items():
        cells = found.source.rows[row]
        cell = cells[-found.table.score_column] if found.table.score_column <= len(cells) else None
        where = span(cell) if cell is not None and cell.within is not None else None
        if where is not None:
            targets.append(Target(score_place(name), where.getString(), where))
    return targets


def without_ours(document: Any, targets: Sequence[Target], tables: Collection[str]) -> List[Target]:
    """The targets that no other place of ours shows: neither a marked one nor a growing table, one of ``tables``."""
    ours = [place for place in listed(document) if place.is_ours and not is_score_place(slot_name(place.name))]
    growing = [place.anchor.getPropertyValue("TextTable") for place in ours if slot_name(place.name) in tables]
    return [
        target
        for target in targets
        if target.where.getPropertyValue("TextTable") not in [table for table in growing if table is not None]
        and not any(_touch(place.anchor, target.where) for place in ours)
    ]


def mark(document: Any, targets: Sequence[Target], title: str) -> bool:
    """Make each target the place of its slot, in one undo step; what is marked already stays as it is.

    Whether anything had to be marked.
    """
    standing = [place for place in listed(document) if is_score_place(slot_name(place.name))]
    new = [target for target in targets if not any(_is(place, target) for place in standing)]
    if not new:
        return False
    with Quiet(document), OneStep(document, title):
        for place in standing:
            if any(_touch(place.anchor, target.where) for target in new):
                for bookmark in place.bookmarks:
                    bookmark.dispose()
        taken = {place.name for place in listed(document)}
        for target in new:
            taken.add(_mark(document, target, taken))
    document.setModified(True)
    return True


def _mark(document: Any, target: Target, taken: Collection[str]) -> str:
    name = free_place(target.slot, taken)
    place_text.mark(document, name, target.where.getText(), target.where)
    return name


def _sentences(lines: Sequence[Line], form: Form) -> Tuple[Tuple[Target, ...], Tuple[Tuple[str, str], ...]]:
    targets, stated = [], []
    for line in lines:
        said = stated_sentence(line.text, form)
        where = said and span(Cell(said.text, line.within, line.start, said.start))
        if said and where:
            targets.append(Target(score_place(said.name), said.text, where))
            stated.append((said.name, clean_line(said.text)))
    return tuple(targets), tuple(stated)


def _mentions(lines: Sequence[Line], total: str, form: Form) -> int:
    """How many other sentences give the total in points."""
    if not total:
        return 0
    points = re.compile(r"(?<![\d.,]){}\s*điểm\b".format(re.escape(total)), re.IGNORECASE)
    others = [clean(line.text) for line in lines if stated_sentence(line.text, form) is None]
    return sum(len(points.findall(text)) for text in others)


def _is(place: Place, target: Target) -> bool:
    alike = slot_name(place.name) == target.slot and place.text == target.text
    return alike and starts(place.anchor, target.where) == 0


def _touch(one: Any, other: Any) -> bool:
    return starts_by(one, other.getEnd()) and starts_by(other, one.getEnd())
