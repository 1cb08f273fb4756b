"""Memory: what travels inside a document – the record, what we wrote, and in which shape – as short text pieces.

Word is said to cut custom properties at 255 characters, so the JSON is compressed and cut into pieces below that.
What an older Văn thư wrote is brought up to date, one schema after the other; what a newer one wrote is refused.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from dataclasses import astuple, dataclass, field
from typing import Any, Callable, Dict, Mapping, Optional, Tuple

from . import file_messages
from .data_error import DataError
from .language import tell
from .place_setting import PlaceSetting
from .plan import Written
from .record import Record
from .record_file import from_json, values_of
from .written_grid import joined, split

SCHEMA = 4
PREFIX = "vanthu."
_OURS = re.compile(re.escape(PREFIX) + "[0-9]{1,9}")  # other signs are digits too, and no number: "²"
_PIECE = 240  # characters
_EFFORT = 6  # of 9; for a table of 10,000 rows 9 takes 125 ms instead of 32 and saves one hundredth


@dataclass(frozen=True)
class Memory:
    """What one document remembers."""

    record: Record
    written: Written = field(default_factory=dict)
    kinds: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)  # table slot -> kinds of its rows as written
    columns: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)  # table slot -> its columns, where others
    settings: Mapping[str, PlaceSetting] = field(default_factory=dict)  # of the places that no template tells of


def to_properties(memory: Memory) -> Dict[str, str]:
    """Property names and values, in order.

    >>> sorted(to_properties(Memory(Record("dvht-2020", 2023))))[:1]
    ['vanthu.01']
    """
    named, grids = split(memory.written)
    content = {
        "schema": SCHEMA,
        "record": values_of(memory.record),
        "written": named,
        "grids": grids,
        "kinds": {name: list(kinds) for name, kinds in memory.kinds.items()},
        "columns": {name: list(columns) for name, columns in memory.columns.items()},
        "settings": {name: astuple(setting) for name, setting in memory.settings.items()},
    }
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    letters = base64.b64encode(zlib.compress(packed, _EFFORT)).decode("ascii")
    pieces = [letters[start : start + _PIECE] for start in range(0, len(letters), _PIECE)]
    return {"{}{:02d}".format(PREFIX, number): piece for number, piece in enumerate(pieces, start=1)}


def from_properties(properties: Mapping[str, str], source: str) -> Optional[Memory]:
    """The memory of a document, ``None`` where it has none; :class:`DataError` where it cannot be read."""
    names = sorted((name for name in properties if is_ours(name)), key=lambda name: int(name[len(PREFIX) :]))
    if not names:
        return None
    try:
        packed = zlib.decompress(base64.b64decode("".join(properties[name] for name in names), validate=True))
        content = json.loads(packed)
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        raise DataError(source, tell(file_messages.MEMORY_DAMAGED)) from None
    return _memory(_up_to_date(content, source), source)


def is_ours(name: str) -> bool:
    """Whether a document property belongs to the memory."""
    return _OURS.fullmatch(name) is not None


def _up_to_date(content: Any, source: str) -> Any:
    schema = content.get("schema") if isinstance(content, dict) else None
    if type(schema) is not int or schema < 1:
        raise DataError(source, tell(file_messages.MEMORY_DAMAGED))
    if schema > SCHEMA:
        raise DataError(source, tell(file_messages.MEMORY_NEWER))
    for older in range(schema, SCHEMA):
        content = _UPGRADES[older](content)
    return content


def _with_columns(content: Dict[str, Any]) -> Dict[str, Any]:
    """Schema 1 knew no tables with columns of their own."""
    return {"columns": {}, **content}


def _with_grids(content: Dict[str, Any]) -> Dict[str, Any]:
    """Schema 2 named every cell by itself."""
    return {"grids": {}, **content}


def _with_settings(content: Dict[str, Any]) -> Dict[str, Any]:
    """Schema 3 did not know what stands around the places of a document without a template."""
    return {"settings": {}, **content}


_UPGRADES: Dict[int, Callable[[Dict[str, Any]], Dict[str, Any]]] = {  # from this schema to the next
    1: _with_columns,
    2: _with_grids,
    3: _with_settings,
}


def _memory(content: Any, source: str) -> Memory:
    try:
        return Memory(
            record=from_json(json.dumps(content["record"]), source),
            written=joined(content["written"], content["grids"]),
            kinds=_tuples(content["kinds"]),
            columns=_tuples(content["columns"]),
            settings={name: PlaceSetting(*facts) for name, facts in content["settings"].items()},
        )
    except (KeyError, TypeError, AttributeError):
        raise DataError(source, tell(file_messages.MEMORY_DAMAGED)) from None


def _tuples(lists: Mapping[str, Any]) -> Dict[str, Tuple[str, ...]]:
    return {name: tuple(texts) for name, texts in lists.items()}
