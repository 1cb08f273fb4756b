"""Correspondence (giao dịch của văn bản): số, ký hiệu, Kính gửi, Nơi nhận, and who signs with which authority."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterable, Iterator, Tuple

from . import document_words
from .date_vi import Padding, date_words, parse_date, reference_number
from .document_kind import DocumentKind
from .finding import Finding, FindingCode
from .record import Record, Signer


def symbol(kind: DocumentKind, record: Record) -> str:
    """Ký hiệu: type and agency, "KH-UBND"; a công văn has agency and field, "UBND-VX" (khoản 3).

    An abbreviation that nobody has typed yet is "…": a symbol that only looks finished would go out as it is.
    """
    missing = document_words.MISSING_VALUE
    if kind.is_letter:
        return "-".join((record.unit.short or missing, record.document.field or missing))
    field = "" if kind.abbreviation else record.document.field
    return "-".join(part for part in (kind.abbreviation, record.unit.short or missing, field) if part)


def with_symbol(kind: DocumentKind, record: Record, text: str) -> Record:
    """The record whose symbol would be this text, as far as can be told; what stands open in it is left as it is.

    In that of a công văn the field is what stands behind the last dash, where the record has none.
    """
    field = record.document.field
    if kind.is_letter and not field:
        field = _typed(text.rpartition("-")[2])
    record = replace(record, document=replace(record.document, field=field))
    head, tail = symbol(kind, _with_short(record, _UNKNOWN)).split(_UNKNOWN)
    short = _typed(text[len(head) : len(text) - len(tail)])
    return _with_short(record, short) if short and text == head + short + tail else record


def _typed(text: str) -> str:
    return "" if text == document_words.MISSING_VALUE else text


def _with_short(record: Record, short: str) -> Record:
    return replace(record, unit=replace(record.unit, short=short))


def number_line(kind: DocumentKind, record: Record, padding: Padding) -> str:
    """Số, ký hiệu: "Số: 05/KH-UBND", the number blank until the document is numbered."""
    return reference_number(record.document.number, symbol(kind, record), padding)


def number_findings(record: Record) -> Iterator[Finding]:
    """A number typed with its symbol, "07/BC-UBND": the line would show the symbol twice."""
    if "/" in record.document.number:
        yield Finding(FindingCode.NUMBER_WITH_SYMBOL, "document.number", record.document.number)


def place_and_date(record: Record, padding: Padding) -> str:
    """Địa danh và thời gian ban hành (khoản 4)."""
    place = record.unit.place or document_words.MISSING_VALUE
    return "{}, {}".format(place, date_words(parse_date(record.document.date), padding))


def attached_to(kind: DocumentKind, record: Record, padding: Padding) -> str:
    """What stands below the title of an annex: "(Kèm theo Kế hoạch số … ngày … của …)" (Mục III, khoản 1)."""
    return document_words.ATTACHED_TO.format(
        type=document_words.LETTER if kind.is_letter else kind.type_name.capitalize(),
        number=number_line(kind, record, padding).partition(": ")[2],
        day=date_words(parse_date(record.document.date), padding),
        unit=record.unit.name or document_words.MISSING_VALUE,
    )


def addressee_lines(addressees: Tuple[str, ...]) -> Tuple[str, ...]:
    """Kính gửi: one addressee on the same line; several each on a line with a dash under the colon (khoản 9 điểm d)."""
    names = bare_names(addressees) or (document_words.MISSING_VALUE,)
    if len(names) == 1:
        return ("Kính gửi: {}".format(names[0]),)
    lines = ["\t- {};".format(name) for name in names[:-1]]
    return ("Kính gửi:", *lines, "\t- {}.".format(names[-1]))


def bare_names(names: Iterable[str]) -> Tuple[str, ...]:
    """Names without the dash before and the sign behind them, as they stand in a letter; blank ones fall away.

    >>> bare_names(["- Sở Nội vụ;", " "])
    ('Sở Nội vụ',)
    """
    return tuple(bare for bare in (name.lstrip("-– ").rstrip(";,. ") for name in names) if bare)


def recipient_lines(kind: DocumentKind, record: Record) -> Tuple[str, ...]:
    """Nơi nhận: "Như trên" only below a Kính gửi; the last line is always the archive (khoản 9 điểm b–d).

    A decision names those whom its last article obliges first: "Như Điều 3" (Phụ lục III, Mẫu 1.2).
    """
    first = kind.first_recipient or (document_words.AS_ABOVE if kind.to_superior else "")
    names = (*((first,) if first else ()), *bare_names(record.document.recipients))
    archive = "- Lưu: {}.".format(" ".join(bare_names([record.document.archive])) or document_words.ARCHIVE)
    return (*("- {};".format(name) for name in dict.fromkeys(names)), archive)


def signer_lines(signer: Signer) -> Tuple[str, ...]:
    """Quyền hạn, chức vụ: "KT. TRƯỞNG PHÒNG" over "PHÓ TRƯỞNG PHÒNG", or the title alone (khoản 7 điểm b, đ)."""
    head = " ".join(part for part in (signer.mark, signer.head) if part)
    lines = tuple(line.upper() for line in (*signer.above, head, signer.title) if line)
    return lines or (document_words.MISSING_VALUE,)


def authority(record: Record) -> str:
    """Thẩm quyền ban hành of a decision: the body that signs through somebody, else the head of the agency."""
    signer = record.signer
    collective = any(line.upper().startswith(_COLLECTIVE) for line in (*signer.above, signer.mark))
    title = () if collective else (signer.head or signer.title).upper().split()
    name = record.unit.name.upper().split()
    shared = title[-1:] == name[:1]  # "TRƯỞNG PHÒNG" of "PHÒNG NỘI VỤ" is "TRƯỞNG PHÒNG NỘI VỤ"
    return " ".join((*title, *name[shared:])) or document_words.MISSING_VALUE


_COLLECTIVE = "TM."
_UNKNOWN = "\0"  # an abbreviation that no unit has
