"""Memory: what travels inside a document – the record, what we wrote, and in which shape – as short text pieces.

Word is said to cut custom properties at 255 characters, so the JSON is compressed and cut into pieces below that.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from dataclasses import dataclass, field
from typing import Dict, Mapping, Optional, Tuple

from .data_error import DataError
from .plan import Written
from .record import Record
from .record_file import from_json, to_json

SCHEMA = 1
PREFIX = "vanthu."
_PIECE = 240  # characters


@dataclass(frozen=True)
class Memory:
    """What one document remembers."""

    record: Record
    written: Written = field(default_factory=dict)
    kinds: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)  # table slot -> kinds of its rows as written
    columns: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)  # table slot -> its columns, where others


def to_properties(memory: Memory) -> Dict[str, str]:
    """Property names and values, in order.

    >>> sorted(to_properties(Memory(Record("dvht-2020", 2023))))[:1]
    ['vanthu.01']
    """
    content = {
        "schema": SCHEMA,
        "record": json.loads(to_json(memory.record)),
        "written": {name: list(marks) for name, marks in memory.written.items()},
        "kinds": {name: list(kinds) for name, kinds in memory.kinds.items()},
        "columns": {name: list(columns) for name, columns in memory.columns.items()},
    }
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    letters = base64.b64encode(zlib.compress(packed, 9)).decode("ascii")
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
    except (binascii.Error, zlib.error, ValueError):
        raise DataError(source, "dữ liệu Văn thư trong văn bản đã hỏng; hãy nhập lại điểm") from None
    if content["schema"] != SCHEMA:
        raise DataError(source, "dữ liệu trong văn bản do bản Văn thư mới hơn ghi; hãy cập nhật Văn thư")
    return Memory(
        record=from_json(json.dumps(content["record"]), source),
        written={name: tuple(marks) for name, marks in content["written"].items()},
        kinds={name: tuple(kinds) for name, kinds in content["kinds"].items()},
        columns={name: tuple(columns) for name, columns in content.get("columns", {}).items()},
    )


def is_ours(name: str) -> bool:
    """Whether a document property belongs to the memory."""
    return name.startswith(PREFIX) and name[len(PREFIX) :].isdigit()
