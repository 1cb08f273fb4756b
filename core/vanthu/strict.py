"""Strict reading of a table from TOML or JSON: unknown keys, missing keys and wrong types are errors with a place."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Callable, Iterable, List, Mapping, Optional, Tuple, Type, TypeVar

from . import file_messages
from .data_error import DataError, listed
from .language import tell
from .quote import as_written, quoted
from .score import parse_score
from .text import clean, clean_line

T = TypeVar("T")


class StrictTable:
    """One table of a file, read key by key. Every reading method raises :class:`DataError` with the place."""

    def __init__(self, values: Any, source: str, place: str, allowed: Iterable[str]) -> None:
        """Refuse at once what is not a table, or holds a key twice or one that nobody reads."""
        self._source = source
        self._place = place
        if not isinstance(values, Mapping):
            raise self.wrong_type(file_messages.A_TABLE, values)
        self._values = values
        self._refuse_twice()
        self._refuse_unknown(tuple(allowed))

    def error(self, sentence: str, key: str = "") -> DataError:
        """An error at this table, or at one of its keys."""
        place = ".".join(quoted(part) for part in (self._place, key) if part)
        return DataError(self._source, "{}: {}".format(place, sentence) if place else sentence)

    def wrong_type(self, pattern: str, found: object, key: str = "") -> DataError:
        """An error for a value of another type; ``pattern``: the words of ``file_messages`` for what is wanted."""
        wanted = tell(pattern, key=key)
        return self.error(tell(file_messages.WRONG_TYPE, wanted=wanted, found=as_written(found)), key)

    def no_such_value(self, found: str, allowed: Iterable[str], key: str) -> DataError:
        """An error for a word that is none of a closed set."""
        return self.error(tell(file_messages.NO_SUCH_VALUE, found=quoted(found), allowed=_choices(allowed)), key)

    def check_schema(self, known: int, pattern: str = "") -> None:
        """Refuse a file of another version than ``known``; ``pattern``: words of its own for that."""
        if self.integer("schema") != known:
            raise self.error(tell(pattern or file_messages.FILE_SCHEMA, allowed=known), "schema")

    def has(self, key: str) -> bool:
        """Whether the file says anything under this key."""
        return key in self._values

    def line(self, key: str, default: Optional[str] = None) -> str:
        """A text of one line, NFC, outer blanks removed."""
        return clean_line(self._read(key, str, file_messages.A_TEXT, default))

    def words(self, key: str) -> str:
        """A line that says something: a name, a title."""
        found = self.line(key)
        if not found:
            raise self.error(tell(file_messages.NO_WORDS), key)
        return found

    def text(self, key: str, default: Optional[str] = None) -> str:
        """A text kept as typed, NFC."""
        return clean(self._read(key, str, file_messages.A_TEXT, default))

    def lines(self, key: str) -> Tuple[str, ...]:
        """A list of texts; missing means empty."""
        found = self._read(key, list, file_messages.LIST_OF_TEXTS, [])
        for number, item in enumerate(found, start=1):
            if not isinstance(item, str):
                raise self.wrong_type(file_messages.A_TEXT, item, "{}[{}]".format(key, number))
        return tuple(clean(item) for item in found)

    def integer(self, key: str, default: Optional[int] = None) -> int:
        """A whole number; a truth value is none."""
        found = self._read(key, int, file_messages.A_WHOLE_NUMBER, default)
        if isinstance(found, bool):
            raise self.wrong_type(file_messages.A_WHOLE_NUMBER, found, key)
        return found

    def between(self, key: str, least: int, most: int, default: Optional[int] = None) -> int:
        """A whole number within limits, both of which count."""
        found = self.integer(key, default)
        if not least <= found <= most:
            used = as_written(found)
            raise self.error(tell(file_messages.OUT_OF_LIMITS, used=used, minimum=least, maximum=most), key)
        return found

    def flag(self, key: str, default: bool = False) -> bool:
        """true or false."""
        return self._read(key, bool, file_messages.A_FLAG, default)

    def day(self, key: str) -> date:
        """A date written as 2020-09-21; one with a time of day is none."""
        found = self._read(key, date, file_messages.A_DAY, None)
        if isinstance(found, datetime):
            raise self.wrong_type(file_messages.A_DAY, found, key)
        return found

    def optional_day(self, key: str) -> Optional[date]:
        """A date, or ``None`` where the file is silent."""
        return self.day(key) if self.has(key) else None

    def score(self, key: str) -> Decimal:
        """A number written as a string, so that it stays exact."""
        found = parse_score(self.line(key))
        if found is None or found < 0:
            raise self.wrong_type(file_messages.QUOTED_NUMBER, self.line(key), key)
        return found

    def optional_score(self, key: str) -> Optional[Decimal]:
        """A number, or ``None`` where the file is silent."""
        return self.score(key) if self.has(key) else None

    def choice(self, key: str, allowed: Iterable[str], default: Optional[str] = None) -> str:
        """One word of a closed set."""
        words = tuple(allowed)
        found = self.line(key, default)
        if found not in words:
            raise self.no_such_value(found, words, key)
        return found

    def table(self, key: str, allowed: Iterable[str]) -> StrictTable:
        """A table inside this one; missing means empty."""
        return StrictTable(self._values.get(key, {}), self._source, self._inner(key), allowed)

    def named(self, key: str) -> StrictTable:
        """An inner table whose keys are data, each once; missing means empty."""
        return self.table(key, (name for name, _ in self.pairs(key)))

    def names(self) -> Tuple[str, ...]:
        """The keys that the file gives here, in order, as they stand there."""
        return tuple(str(name) for name in self._values)

    def pairs(self, key: str) -> Tuple[Tuple[str, Any], ...]:
        """The entries of an inner table whose keys are data and may come twice, in order; missing means none."""
        found: Mapping[Any, Any] = self._read(key, dict, file_messages.A_TABLE, {})
        return tuple((str(name), value) for name, value in found.items())

    def tables(self, key: str, allowed: Iterable[str], read: Callable[[StrictTable], T]) -> Tuple[T, ...]:
        """Each table of a list of tables, read by a function."""
        found: List[Any] = self._read(key, list, file_messages.LIST_OF_TABLES, [])
        words = tuple(allowed)
        return tuple(
            read(StrictTable(item, self._source, "{}[{}]".format(self._inner(key), number), words))
            for number, item in enumerate(found, start=1)
        )

    def _inner(self, key: str) -> str:
        return "{}.{}".format(self._place, key) if self._place else key

    def _refuse_twice(self) -> None:
        """A JSON object may give a name twice, and names that differ in blanks are one to us: no value may be lost."""
        seen = set()
        for key, _ in self._values.items():
            name = clean_line(str(key))
            if name in seen:
                raise self.error(tell(file_messages.KEY_TWICE, key=quoted(name)))
            seen.add(name)

    def _refuse_unknown(self, allowed: Tuple[str, ...]) -> None:
        for key in self._values:
            if key not in allowed:
                unknown = quoted(str(key))
                raise self.error(tell(file_messages.UNKNOWN_KEY, key=unknown, allowed=listed(allowed)))

    def _read(self, key: str, kind: Type[T], pattern: str, default: Any) -> T:
        if default is None and not self.has(key):
            raise self.error(tell(file_messages.MISSING_KEY, key=key))
        found = self._values.get(key, default)
        if not isinstance(found, kind):
            raise self.wrong_type(pattern, found, key)
        return found


def _choices(words: Iterable[str]) -> str:
    return listed(word or '""' for word in words)
