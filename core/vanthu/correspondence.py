"""Correspondence (giao dịch của văn bản): số, ký hiệu, Kính gửi, Nơi nhận, and who signs with which authority."""

from __future__ import annotations

from typing import List, Tuple

from . import messages
from .date_vi import Padding, date_words, parse_date, reference_number
from .document_kind import DocumentKind
from .record import Record, Signer


def symbol(kind: DocumentKind, record: Record) -> str:
    """Ký hiệu without blanks: type and agency, "KH-UBND"; a công văn has agency and field, "UBND-VX" (khoản 3)."""
    field = "" if kind.abbreviation else record.document.field
    return "-".join(part for part in (kind.abbreviation, record.unit.short, field) if part)


def number_line(kind: DocumentKind, record: Record, padding: Padding) -> str:
    """Số, ký hiệu: "Số: 05/KH-UBND", the number blank until the document is numbered."""
    return reference_number(record.document.number, symbol(kind, record), padding)


def place_and_date(record: Record, padding: Padding) -> str:
    """Địa danh và thời gian ban hành (khoản 4)."""
    place = record.unit.place or messages.MISSING_VALUE
    return "{}, {}".format(place, date_words(parse_date(record.document.date), padding))


def attached_to(kind: DocumentKind, record: Record, padding: Padding) -> str:
    """What stands below the title of an annex: "(Kèm theo Kế hoạch số … ngày … của …)" (Mục III, khoản 1)."""
    return messages.ATTACHED_TO.format(
        type=kind.type_name.capitalize() or messages.LETTER,
        number=number_line(kind, record, padding).partition(": ")[2],
        day=date_words(parse_date(record.document.date), padding),
        unit=record.unit.name or messages.MISSING_VALUE,
    )


def addressee_lines(addressees: Tuple[str, ...]) -> Tuple[str, ...]:
    """Kính gửi: one addressee on the same line; several each on a line with a dash under the colon (khoản 9 điểm d)."""
    names = [name.rstrip(";. ") for name in addressees] or [messages.MISSING_VALUE]
    if len(names) == 1:
        return ("Kính gửi: {}".format(names[0]),)
    lines = ["\t- {};".format(name) for name in names[:-1]]
    return ("Kính gửi:", *lines, "\t- {}.".format(names[-1]))


def recipient_lines(kind: DocumentKind, record: Record) -> Tuple[str, ...]:
    """Nơi nhận: "Như trên" only below a Kính gửi; the last line is always the archive (khoản 9 điểm b–d)."""
    lines: List[str] = ["Như trên"] if kind.to_superior else []
    lines.extend(name.rstrip(";. ") for name in record.document.recipients)
    archive = "- Lưu: {}.".format(record.document.archive.rstrip(". "))
    return (*("- {};".format(line) for line in lines), archive)


def signer_lines(signer: Signer) -> Tuple[str, ...]:
    """Quyền hạn, chức vụ: "KT. TRƯỞNG PHÒNG" over "PHÓ TRƯỞNG PHÒNG", or the title alone (khoản 7 điểm b, đ)."""
    head = " ".join(part for part in (signer.mark, signer.head) if part)
    lines = tuple(line.upper() for line in (*signer.above, head, signer.title) if line)
    return lines or (messages.MISSING_VALUE,)


def authority(record: Record) -> str:
    """Thẩm quyền ban hành of a decision: the body that signs through somebody, else the head of the agency."""
    signer = record.signer
    collective = any(line.upper().startswith(_COLLECTIVE) for line in (*signer.above, signer.mark))
    words = record.unit.name if collective else " ".join((signer.head or signer.title, record.unit.name))
    return words.strip().upper() or messages.MISSING_VALUE


_COLLECTIVE = "TM."
