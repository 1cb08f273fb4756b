"""Slot facts (dữ kiện của ô): what a slot shows as the record holds it, so that it can be read back from there.

Only what goes both ways. A number that is computed, a name set in capitals, a sentence with facts put into it say less
than the record holds, and are left where they are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Callable, Dict, Mapping, Optional, Tuple

from . import document_words
from .correspondence import with_symbol
from .date_vi import parse_date
from .document_kind import DocumentKind
from .listing import PLACEHOLDER
from .record import Record, with_unit_fact

_ASKED = ("name", "place", "parent", "short")  # facts of the unit that have a field in the sidebar
_UNIT_FACTS = {
    "ten_don_vi": "name",
    "dia_danh": "place",
    "co_quan_chu_quan": "parent",
    "ten_co_quan_chu_quan": "parent",
    "dia_chi": "address",
    "dien_thoai": "phone",
    "thu_dien_tu": "email",
}
_MARK = "#"  # of a heading or a numbered paragraph
_LETTERHEAD = "co_quan_chu_quan"  # set in capitals
_NUMBER = re.compile(r"Số:\s*(?P<number>[^/\s]*)\s*/\s*(?P<symbol>.*)")
_PLACE = re.compile(r"(?P<place>.*),\s*ngày\b")
_DATE = re.compile(r".*,\s*ngày\s*(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4})")


def recorded(kind: DocumentKind, record: Record, slot: str) -> Optional[str]:
    """What the record holds for a slot, ``""`` for nothing yet, ``None`` for a slot that cannot be read back."""
    if slot in _UNIT_FACTS:
        held = str(getattr(record.unit, _UNIT_FACTS[slot]))
        return None if slot == _LETTERHEAD and held != held.upper() else held
    facts = {
        "ten_nguoi_ky": record.signer.name,
        "so_ky_hieu": record.document.number,
        "dia_danh_thoi_gian": record.document.date if len(record.document.date) == len("2023-12-05") else "",
    }
    return facts[slot] if slot in facts else _words(kind, record, slot)


def replaces_asked(before: Record, after: Record) -> bool:
    """Whether another text comes in place of a fact that the clerk sees in the sidebar."""
    pairs = ((getattr(before.unit, name), getattr(after.unit, name)) for name in _ASKED)
    return any(old.strip() and old != new for old, new in pairs)


def with_slot(kind: DocumentKind, record: Record, slot: str, text: str) -> Optional[Record]:
    """The record that would show this text in the slot, as far as can be told; ``None`` where none would."""
    if slot in _UNIT_FACTS:
        return with_unit_fact(record, _UNIT_FACTS[slot], " ".join(text.split()))
    change = _CHANGES.get(slot)
    if change is not None:
        return change(kind, record, text)
    return replace(record, text={**record.text, slot: tuple(text.split("\n"))})


def _words(kind: DocumentKind, record: Record, slot: str) -> Optional[str]:
    """The clerk's own words. With marks for numbers, lists or facts they cannot be told from what stands there."""
    own = record.text.get(slot, ())
    defaults: Mapping[str, Tuple[str, ...]] = {"trich_yeu": (kind.subject,), **kind.text}
    lines = own or defaults.get(slot, ())
    if not lines or any(line.startswith(_MARK) or PLACEHOLDER.search(line) for line in lines):
        return None
    return "\n".join(own)


def _with_signer(kind: DocumentKind, record: Record, text: str) -> Optional[Record]:
    return replace(record, signer=replace(record.signer, name=" ".join(text.split())))


def _with_number(kind: DocumentKind, record: Record, text: str) -> Optional[Record]:
    """With its symbol, which may have been typed there too."""
    found = _NUMBER.match(text)
    if found is None:
        return None
    number = found.group("number") or record.document.number
    return with_symbol(kind, replace(record, document=replace(record.document, number=number)), found.group("symbol"))


def _with_place_and_date(kind: DocumentKind, record: Record, text: str) -> Optional[Record]:
    place = _PLACE.match(text)
    if place is None:
        return None
    named = " ".join(place.group("place").split())
    if named and named != document_words.MISSING_VALUE:
        record = with_unit_fact(record, "place", named)
    return _with_date(record, text)


def _with_date(record: Record, text: str) -> Optional[Record]:
    found = _DATE.match(text)
    if found is None:  # still left for the pen, say
        return record
    written = "{:04d}-{:02d}-{:02d}".format(*map(int, found.group("year", "month", "day")))
    try:
        parse_date(written)
    except ValueError:  # no record may have it
        return None
    return replace(record, document=replace(record.document, date=written))


_CHANGES: Dict[str, Callable[[DocumentKind, Record, str], Optional[Record]]] = {
    "ten_nguoi_ky": _with_signer,
    "so_ky_hieu": _with_number,
    "dia_danh_thoi_gian": _with_place_and_date,
}
