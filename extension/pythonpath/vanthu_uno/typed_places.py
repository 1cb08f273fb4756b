"""What a clerk has typed into the places (ô điền) of an open document, over and beside their bookmarks.

Writer leaves a bookmark on the first letter of what is typed over it, and outside of what is typed behind it. The
template, or what stood around it at the last fill, tells how far a place of ours reaches; the score of a bound table
is all that stands in its cell.
"""

from __future__ import annotations

from typing import Any, Collection, Dict, List, Mapping, Sequence

from vanthu.form import Form
from vanthu.place_setting import PlaceSetting
from vanthu.plan import Written, flat, is_tag, knows
from vanthu.score_places import is_score_place
from vanthu.slots import Paragraphs, Slot, Text, slot_name
from vanthu.tags import free_place

from . import binding, places, tracked
from .extents import extents


class TypedPlaces:
    """Looks at the document as it stands when this is made; ``listed``: its places.

    ``template``: the words around the places of its template; ``remembered``: those around the others as they were
    last filled, beside which a clerk may have put words of her own since, so that only what was typed over counts;
    ``forms``: those that a bound table may be of; ``tables``: which slots are growing tables.
    """

    def __init__(
        self,
        document: Any,
        listed: Sequence[places.Place],
        template: Mapping[str, PlaceSetting],
        remembered: Mapping[str, PlaceSetting],
        written: Written,
        forms: Sequence[Form],
        tables: Collection[str],
    ) -> None:
        self._document = document
        self._written = written
        self._forms = forms
        self._tables = tables
        self._listed = listed
        self._recorded = tracked.any_in(document)
        self._marked = {place.name: place.text for place in places.listed(document)}  # what their bookmarks hold
        self._beside = frozenset(template) - frozenset(remembered)
        self._reach = extents(listed, {**template, **remembered})

    def texts(self, standing: Mapping[str, Slot]) -> Dict[str, Slot]:
        """What stands in the places, whole.

        A place of which nobody can tell how far it reaches is left out once something was typed there.
        """
        found = dict(standing)
        for place in self._listed:
            now = standing.get(place.name)
            if not isinstance(now, (Text, Paragraphs)):
                continue
            is_typed = self._is_typed(place.name, now)
            if place.name in self._reach and (is_typed or place.name in self._beside):
                found[place.name] = self._whole(place)
            elif is_typed:
                del found[place.name]
        return {**found, **self._scores()}

    def over(self, standing: Mapping[str, Slot]) -> Dict[str, Slot]:
        """What stands, whole in the places over which something was typed."""
        typed = self.reach()
        wholes = [place for place in self._listed if place.name in typed and place.name in standing]
        return {**standing, **{place.name: self._whole(place) for place in wholes}}

    def reach(self, slots: Collection[str] = ()) -> Dict[str, Any]:
        """The ranges that places must take in, because something was typed over their bookmarks.

        ``slots``: of their places those count too beside whose bookmarks something was typed.
        """
        return {
            place.name: self._reach[place.name]
            for place in self._listed
            if place.name in self._reach
            and self._marked[place.name] != self._reach[place.name].getString()
            and (
                (slot_name(place.name) in slots and place.name in self._beside)
                or self._is_typed(place.name, places.read(place))
            )
        }

    def bound(self) -> List[binding.Target]:
        """The scores of a table that was bound, as they stand in its cells; none where no table was."""
        if not any(is_score_place(slot_name(place.name)) for place in self._listed):
            return []
        found = binding.find(self._document, self._forms)
        if found is None:
            return []
        return binding.without_ours(self._document, [*binding.scores(found), *found.sentences], self._tables)

    def _whole(self, place: places.Place) -> Slot:
        where = self._reach[place.name]
        longer = place._replace(anchor=where, text=where.getString())
        return tracked.read(longer) if self._recorded else places.read(longer)

    def _scores(self) -> Dict[str, Slot]:
        """Those texts under the names of their places."""
        texts: Dict[str, Slot] = {}
        for target in self.bound():
            texts[free_place(target.slot, texts)] = Text(target.text)
        return texts

    def _is_typed(self, place: str, now: Slot) -> bool:
        text = flat(now)
        return bool(text.strip()) and not is_tag(text) and not knows(self._written, slot_name(place), text)
