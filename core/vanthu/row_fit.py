"""Which row of a table that somebody changed by hand is which of those wanted: by its words, never by its place alone.

A number that went into the row of another line would look like a score. So a row is known by the words of the column
that tells rows apart; where these were edited, by its neighbours and by what else stands in it; else it is nobody's.
"""

from __future__ import annotations

from typing import Callable, Collection, Dict, Iterator, List, NamedTuple, Optional, Sequence, Set, Tuple

from .slots import Row

Columns = Tuple[Optional[int], ...]


class Known(NamedTuple):
    """What we once wrote into a table."""

    in_cell: Callable[[int, int, str], bool]  # row wanted, column wanted, text
    in_column: Callable[[int, str], bool]  # column wanted, text: in whichever row
    rows_of: Callable[[int, str], Collection[int]]  # column wanted, text: in which rows


def fit_rows(standing: Sequence[Row], wanted: Sequence[Row], columns: Columns, width: int, known: Known) -> Columns:
    """For each standing row the wanted one, ``None`` where it is not known to be any.

    ``columns``: for each wanted column, where it stands; ``width``: cells of a row whose cells are not merged.
    """
    fit = _RowFit(standing, wanted, columns, width, known)
    fit.take_words()
    fit.take_earlier_words()
    fit.take_between()
    return tuple(fit.found)


class _RowFit:
    """The rows found so far."""

    def __init__(
        self, standing: Sequence[Row], wanted: Sequence[Row], columns: Columns, width: int, known: Known
    ) -> None:
        self._standing, self._wanted = standing, wanted
        self._columns, self._width, self._known = columns, width, known
        self._label = _telling_column(wanted, columns)
        self.found: List[Optional[int]] = [None] * len(standing)
        self._free: Set[int] = set(range(len(wanted)))

    def take_words(self) -> None:
        """Rows that say what is wanted; of several that say the same, each in its turn."""
        numbers: Dict[str, List[int]] = {}
        for number, row in enumerate(self._wanted):
            numbers.setdefault(row.cells[self._label], []).append(number)
        places: Dict[str, List[int]] = {}
        for place in range(len(self._standing)):
            words = next((words for words in self._words(place) if words in numbers), "")
            if words:
                places.setdefault(words, []).append(place)
        for words, several in places.items():
            self._pair(several, numbers[words])

    def take_earlier_words(self) -> None:
        """Rows that say what we wrote before; the wording of a line may follow what was reached."""
        for place in self._open():
            rows = {row for words in self._words(place) for row in self._known.rows_of(self._label, words)}
            free = [row for row in sorted(rows) if row in self._free]
            if place in free or len(free) == 1:
                self._take(place, place if place in free else free[0])

    def take_between(self) -> None:
        """Rows whose words were edited: those that are missing there, where the rest of each says so too."""
        for places, numbers in self._gaps():
            alike = [[number for number in numbers if self._is_alike(place, number)] for place in places]
            in_turn = len(places) == len(numbers)
            if in_turn and all(number in found for number, found in zip(numbers, alike)):
                self._take_all(places, numbers)
                continue
            for place, found in zip(places, alike):
                if len(found) == 1 and sum(found[0] in others for others in alike) == 1:
                    self._take(place, found[0])

    def _pair(self, places: Sequence[int], numbers: Sequence[int]) -> None:
        if len(places) == len(numbers):
            self._take_all(places, numbers)
            return
        for number in numbers:
            alike = [place for place in places if self.found[place] is None and self._is_alike(place, number)]
            others = self._free.intersection(numbers) - {number}
            if alike and not any(self._is_alike(alike[0], other) for other in others):
                self._take(alike[0], number)

    def _take_all(self, places: Sequence[int], numbers: Sequence[int]) -> None:
        for place, number in zip(places, numbers):
            self._take(place, number)

    def _take(self, place: int, number: int) -> None:
        self.found[place] = number
        self._free.discard(number)

    def _open(self) -> List[int]:
        return [place for place, number in enumerate(self.found) if number is None]

    def _words(self, place: int) -> Iterator[str]:
        """What a row may be known by; in one with merged cells it may stand in any cell."""
        cells = self._standing[place].cells
        if len(cells) == self._width:
            at = self._columns[self._label]
            cells = cells[at : at + 1] if at is not None else ()
        pieces = (piece for cell in cells for piece in dict.fromkeys((cell, *cell.split("\n"))))
        return (piece for piece in pieces if piece.strip())

    def _is_alike(self, place: int, number: int) -> bool:
        """Most of what is wanted beside the telling words stands in the row, or we once wrote it there."""
        cells = self._standing[place].cells
        if len(cells) != self._width:
            return False
        texts = [(self._columns[at], at, text) for at, text in enumerate(self._wanted[number].cells) if text.strip()]
        beside = [(cells[there], at, text) for there, at, text in texts if there is not None and at != self._label]
        found = sum(old == text or self._known.in_cell(number, at, old) for old, at, text in beside)
        return 2 * found > len(beside) or not beside

    def _gaps(self) -> Iterator[Tuple[List[int], List[int]]]:
        """Runs of rows that are nobody's yet, each with the wanted rows missing between its neighbours."""
        run: List[int] = []
        above = -1
        for place, number in enumerate([*self.found, len(self._wanted)]):
            if number is None:
                run.append(place)
                continue
            missing = [row for row in range(above + 1, number) if row in self._free]
            if run and missing:
                yield run, missing
            run, above = [], number


def _telling_column(wanted: Sequence[Row], columns: Columns) -> int:
    """The column that stands in the document and tells the rows apart best; words rather than a count of the rows."""
    texts = tuple(zip(*(row.cells for row in wanted)))
    there = [at for at, place in enumerate(columns) if place is not None]

    def telling(at: int) -> Tuple[bool, int, int]:
        different = len(set(texts[at]))
        in_words = sum(any(map(str.isalpha, text)) for text in texts[at])
        return 2 * min(different, in_words) > len(wanted), different, sum(map(len, texts[at]))

    return max(there, key=telling)
