"""An open Writer document as paper with places to fill (ô điền).

It puts finished slots on the paper in one step that Ctrl+Z takes back whole. It never adds, rounds or chooses.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any, Collection, Dict, FrozenSet, Mapping, NamedTuple, Optional, Sequence, Tuple

from vanthu.score_places import is_score_place
from vanthu.slots import Paragraphs, Rule, Slot, Table, Text, slot_name, texts_of

from . import objects, place_text, places, tracked, typed_tags, whole_words
from .one_step import CELLS_TO_GO, OneStep, Quiet
from .places import Place
from .rows import GrowingRows, growing_rows
from .table_exchange import NotTakenIn

_RULE_PREFIX = "ke_"
_SCORE = re.compile(r"[0-9][0-9.,/ ]*")
# XML cannot hold these, and 7.4.7 drops the whole text when one of the control characters is in it.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


class ReadOnlyDocument(Exception):  # noqa: N818  (names the document that was met, not a fault)
    """The document may be read but not filled."""


class _Moved(NamedTuple):
    """How many cells came into a table, and how many went with those that were exchanged."""

    came: int
    went: int


class Paper:
    """An open Writer document as named places. ``tables``: which places are tables even when no tags stand there.

    ``slots``: for which names a tag that somebody typed, without a bookmark, is a place too. ``settings``: what is
    known to stand around places.
    """

    def __init__(
        self,
        document: Any,
        tables: Collection[str] = frozenset(),
        slots: Collection[str] = frozenset(),
        settings: whole_words.Settings = dict,
    ) -> None:
        self._document = document
        self._tables = frozenset(tables)
        self._slots = frozenset(slots)
        self._settings = settings
        self.tags = typed_tags.TypedTags({})  # as last read
        self._held: Dict[str, FrozenSet[str]] = {}  # the same of objects in cells

    def read(self) -> Dict[str, Slot]:
        """What stands now in each place (bookmark name, with its ``__2``), in the order of the document.

        Typed tags come last, under the names that they will have.
        """
        recorded = tracked.any_in(self._document)
        self._held = objects.in_cells(self._document)
        listed = self.places()
        ours = [place for place in listed if place.is_ours and not self._has_lost_its_table(place)]
        wanted = self._wanted(listed)
        standing = {place.name: self._read(place, wanted, recorded) for place in ours}
        self.tags = self._typed_tags(listed)
        return {**standing, **{name: tag.slot for name, tag in self.tags.places.items()}}

    def places(self) -> Tuple[Place, ...]:
        """The places of the document, those that hold texts up to the end of their last word, or of what is over it."""
        listed = places.listed(self._document)
        recorded, texts = tracked.any_in(self._document), self._slots - self._tables

        def whole(place: Place) -> Place:
            return tracked.whole(place) if recorded else whole_words.whole(place, listed, self._settings)

        return tuple(whole(place) if slot_name(place.name) in texts else place for place in listed)

    def write(
        self,
        changes: Mapping[str, Slot],
        title: str,
        kinds: Optional[Mapping[str, Sequence[str]]] = None,
    ) -> int:
        """Put the given slots in their places as one undo step named ``title``; all of them or, on an error, none.

        ``kinds``: for a table, the kinds of the rows that stand there, as they were last written.
        Gives how many cells came into tables, which go again when the step is taken back.
        Raises KeyError for a place that the document does not have, ValueError for a text that no document can
        hold or a table that does not fit, :class:`ReadOnlyDocument`.
        """
        if not changes:
            return 0
        if self._document.isReadonly():
            raise ReadOnlyDocument(self._document.getURL())
        came = self._exchanged(changes, title, kinds or {})
        if came is None:
            came = self._write_in_one_step(OneStep(self._document, title), changes, kinds or {}, may_go=0)
        self._document.setModified(True)
        return came

    def _exchanged(self, changes: Mapping[str, Slot], title: str, kinds: Mapping[str, Sequence[str]]) -> Optional[int]:
        """Write with long tables exchanged whole; ``None``, and all is as before, where the office does not take one.

        What failed must be forgotten before anything else is tried, or a table that it holds stays dead. So it is for
        whoever has begun a step around this one to take it back.
        """
        step = OneStep(self._document, title)
        try:
            return self._write_in_one_step(step, changes, kinds, CELLS_TO_GO)
        except NotTakenIn:
            if step.stands:
                raise
            return None

    def _write_in_one_step(
        self, step: OneStep, changes: Mapping[str, Slot], kinds: Mapping[str, Sequence[str]], may_go: int
    ) -> int:
        listed = self.places()
        standing = {place.name for place in listed if place.is_ours}
        typed = {} if standing.issuperset(changes) else self._typed_tags(listed).places
        _check(changes, standing.union(typed))
        with Quiet(self._document), step:
            if typed:
                typed_tags.mark(self._document, {name: tag for name, tag in typed.items() if name in changes})
                listed = self.places()
            return self._write(changes, listed, kinds, may_go)

    def _typed_tags(self, listed: Sequence[Place]) -> typed_tags.TypedTags:
        if not self._slots:
            return typed_tags.TypedTags({})
        return typed_tags.find(self._document, listed, self._slots, self._tables)

    def show(self, place: str) -> None:
        """Select a place (``bang_diem/row/column``: a cell) in the document's window, and bring it into sight.

        One that has gone meanwhile is left out: this is a help for the eye and changes nothing.
        """
        where = self._where(place)
        if where is not None:
            self._document.getCurrentController().select(where)

    def with_notes(self, names: Sequence[str]) -> Tuple[str, ...]:
        """Those of these places in which a footnote stands: its number is part of what is read there."""
        found = ((name, self._where(name)) for name in names)
        return tuple(name for name, where in found if where is not None and places.holds_notes(where))

    def with_objects(self, names: Collection[str]) -> FrozenSet[str]:
        """Those of these places that hold a picture, say, which would go with their text."""
        listed = [place for place in places.listed(self._document) if place.name in names] if names else []
        return objects.in_places(self._document, listed) if listed else frozenset()

    def _where(self, place: str) -> Any:
        name, row, column = (*place.split("/"), "", "")[:3]
        return self._cell(name, int(row), int(column or 0)) if row else self._anchor(name)

    def _anchor(self, name: str) -> Any:
        listed = places.listed(self._document)
        found = [place.anchor for place in listed if place.name == name]
        typed = {} if found else self._typed_tags(listed).places
        return found[0] if found else typed[name].where if name in typed else None

    def _cell(self, name: str, row: int, column: int) -> Any:
        listed = places.listed(self._document)
        tables = [self._growing(place, self._wanted(listed)) for place in listed if place.name == name]
        return tables[0].cell_text(row, column) if tables and tables[0] is not None else None

    def _has_lost_its_table(self, place: Place) -> bool:
        """Whether a place of a table stands in running text, as after the table was turned into text."""
        return slot_name(place.name) in self._tables and place.anchor.getPropertyValue("TextTable") is None

    def _read(self, place: Place, wanted: Sequence[Place], recorded: bool) -> Slot:
        rows = self._growing(place, wanted, recorded)
        if rows is not None:
            return rows.read()
        if place.name.startswith(_RULE_PREFIX) and _is_rule(place):
            return Rule(_indent_mm(place.anchor))
        if is_score_place(slot_name(place.name)):
            place = _with_digits_beside(place)
        return tracked.read(place) if recorded else places.read(place)

    def _growing(
        self, place: Place, wanted: Sequence[Place], recorded: bool = False, also: str = ""
    ) -> Optional[GrowingRows]:
        """The rows below the heading of a table; ``also``: a place that is one, though the slots do not say so."""
        return growing_rows(place, wanted, self._tables | {slot_name(also)}, recorded, self._held)

    def _wanted(self, listed: Sequence[Place]) -> Tuple[Place, ...]:
        """The places that something is wanted for; the clerk's own bookmarks may have names like ours."""
        ours = (place for place in listed if place.is_ours)
        return tuple(place for place in ours if not self._slots or slot_name(place.name) in self._slots)

    def _write(
        self, changes: Mapping[str, Slot], listed: Sequence[Place], kinds: Mapping[str, Sequence[str]], may_go: int
    ) -> int:
        place_text.write(self._document, listed, _texts(changes))
        self._dress(
            {name: slot.styles for name, slot in changes.items() if isinstance(slot, Paragraphs) and slot.styles}
        )
        for place in listed:
            slot = changes.get(place.name)
            if isinstance(slot, Rule) and _is_rule(place):
                _indent(place.anchor, slot.indent_mm)
        recorded, came = tracked.any_in(self._document), 0
        self._held = objects.in_cells(self._document)
        for name, slot in changes.items():
            if isinstance(slot, Table):
                moved = self._write_table(name, slot, kinds.get(name), recorded, may_go)
                came, may_go = came + moved.came, may_go - moved.went
        return came

    def _write_table(
        self, name: str, table: Table, kinds: Optional[Sequence[str]], recorded: bool, may_go: int
    ) -> _Moved:
        moved = _Moved(0, 0)
        listed = places.listed(self._document)  # anew for each table: one that was exchanged took its places along
        for place in listed:
            rows = self._growing(place, self._wanted(listed), recorded, also=name) if place.name == name else None
            if place.name == name and rows is None:
                raise ValueError("{}: a table is wanted, the bookmark is not in one".format(name))
            if rows is not None:
                before, wanted = rows.cells, sum(len(row.cells) for row in table.rows)
                exchanged = rows.write(self._document, table.rows, kinds, whole=before + moved.went <= may_go)
                came = wanted if exchanged else max(wanted - before, 0)
                moved = _Moved(moved.came + came, moved.went + (before if exchanged else 0))
        return moved

    def _dress(self, styles: Mapping[str, Sequence[str]]) -> None:
        """Give the paragraphs of a place the styles they name; a style that the document lacks is left out."""
        if not any(styles.values()):
            return
        known = self._document.getStyleFamilies().getByName("ParagraphStyles")
        for place in places.listed(self._document):
            for paragraph, style in zip(places.each_paragraph(place.anchor), styles.get(place.name, ())):
                if known.hasByName(style) and paragraph.getPropertyValue("ParaStyleName") != style:
                    paragraph.setPropertyValue("ParaStyleName", style)


def _with_digits_beside(place: Place) -> Place:
    """A score in a cell of its own, with the digits that somebody has typed beside its bookmark: "5" made "5,5"."""
    cell = place.anchor.getPropertyValue("Cell")
    text = cell.getString().strip() if cell else place.text
    if text == place.text or not _SCORE.fullmatch(text):
        return place
    whole = cell.createTextCursor()
    whole.gotoStart(False)
    whole.gotoEnd(True)
    return place._replace(anchor=whole, text=text)


def _is_rule(place: Place) -> bool:
    # ``ke_hoach`` may well be a text: a rule is drawn by the border of an empty paragraph.
    borders = (place.anchor.getPropertyValue(side) for side in ("TopBorder", "BottomBorder"))
    return not place.text and any(border.OuterLineWidth or border.LineWidth for border in borders)


def _indent_mm(anchor: Any) -> Decimal:
    hundredths = Decimal(anchor.getPropertyValue("ParaLeftMargin"))
    return (hundredths / 100).quantize(Decimal("0.1"), ROUND_HALF_EVEN)


def _indent(anchor: Any, indent_mm: Decimal) -> None:
    hundredths = int((indent_mm * 100).to_integral_value(ROUND_HALF_EVEN))
    for side in ("ParaLeftMargin", "ParaRightMargin"):
        anchor.setPropertyValue(side, hundredths)


def _check(changes: Mapping[str, Slot], names: Collection[str]) -> None:
    for name, slot in changes.items():
        if name not in names:
            raise KeyError(name)
        for text in texts_of(slot):
            found = _UNPRINTABLE.search(text)
            if found:
                raise ValueError("{}: character {!r} cannot stand in a document".format(name, found.group()))


def _texts(changes: Mapping[str, Slot]) -> Dict[str, str]:
    """Texts as Writer's setString takes them: ``"\\r"`` ends a paragraph, ``"\\n"`` breaks a line."""
    texts = {}
    for name, slot in changes.items():
        if isinstance(slot, (Text, Paragraphs)):
            texts[name] = "\r".join(texts_of(slot))
    return texts
