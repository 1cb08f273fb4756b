"""Profile (hồ sơ đơn vị): what every record of one organisation has in common, asked once and copied into each."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Iterable, Optional, Tuple

from . import messages
from .correspondence import signer_lines
from .language import tell
from .record import OWNERSHIPS, DocumentFacts, Record, Signer, Unit
from .text import clean_line


@dataclass(frozen=True)
class Profile:
    """One organisation; blank fields are left to each record."""

    unit: Unit = field(default_factory=Unit)
    unit_type: str = ""
    ownership: str = OWNERSHIPS[0]
    signer: Signer = field(default_factory=Signer)
    addressees: Tuple[str, ...] = ()  # Kính gửi
    recipients: Tuple[str, ...] = ()  # Nơi nhận
    archive: str = ""  # nơi lưu
    field: str = ""  # lĩnh vực hoặc đơn vị soạn thảo, in the symbol of a công văn


def profile_of(record: Record) -> Profile:
    """The organisation of this record.

    >>> profile_of(Record("dvht-2020", 2023, unit=Unit(name="Phòng Giáo dục và Đào tạo"))).unit.name
    'Phòng Giáo dục và Đào tạo'
    """
    document = record.document
    return Profile(
        unit=record.unit,
        unit_type=record.unit_type,
        ownership=record.ownership,
        signer=record.signer,
        addressees=document.addressees,
        recipients=document.recipients,
        archive=document.archive,
        field=document.field,
    )


def profile_lines(profile: Profile) -> Tuple[Tuple[str, str], ...]:
    """What a person reads: label and text of everything that is not blank."""
    unit = profile.unit
    signer = (*signer_lines(profile.signer), profile.signer.name) if profile.signer != Signer() else ()
    shown = {
        **{one.name: getattr(unit, one.name) for one in fields(Unit)},
        "unit_type": profile.unit_type and "{} ({})".format(profile.unit_type, profile.ownership),
        "signer": " / ".join(line for line in signer if line),
        "addressees": "; ".join(profile.addressees),
        "recipients": "; ".join(profile.recipients),
        "archive": profile.archive,
        "field": profile.field,
    }
    return tuple((tell(messages.PROFILE_LABELS[name]), text) for name, text in shown.items() if text)


def completed(record: Record, profile: Profile) -> Record:
    """The record with its blanks filled; what was typed stays, and a signer is taken whole or not at all.

    A record that names another unit is given back as it is: its telephone and its signer are not ours.
    """
    if _another_unit(record.unit.name, profile.unit.name):
        return record
    unit_type, ownership = (
        (record.unit_type, record.ownership) if record.unit_type else (profile.unit_type, _ownership(record, profile))
    )
    return replace(
        record,
        unit=_unit(record.unit, profile.unit),
        unit_type=unit_type,
        ownership=ownership,
        signer=profile.signer if record.signer == Signer() else record.signer,
        document=_document(record.document, profile),
    )


def renewed(profile: Optional[Profile], record: Record, shown: Iterable[str]) -> Profile:
    """The profile after someone asked to remember a record of which only some fields of the unit were in sight.

    Those count even when they are blank; of the rest, what the record leaves blank stays as it was.
    """
    if profile is None:
        return profile_of(record)
    kept = profile_of(completed(record, profile))
    return replace(kept, unit=replace(kept.unit, **{name: getattr(record.unit, name) for name in shown}))


def learned(profile: Optional[Profile], record: Record) -> Optional[Profile]:
    """The profile after a new document was begun: a first unit is taken up, and its type when that was chosen anew.

    A document for another unit changes nothing.
    """
    if not record.unit.name or (profile and _another_unit(record.unit.name, profile.unit.name)):
        return profile
    known = profile or Profile()
    unit_type = record.unit_type or known.unit_type
    return replace(known, unit=replace(known.unit, name=record.unit.name), unit_type=unit_type)


def _another_unit(name: str, ours: str) -> bool:
    return bool(name and ours) and clean_line(name).casefold() != clean_line(ours).casefold()


def _ownership(record: Record, profile: Profile) -> str:
    """Công lập is what a silent record says."""
    return profile.ownership if record.ownership == OWNERSHIPS[0] else record.ownership


def _unit(unit: Unit, ours: Unit) -> Unit:
    return Unit(*(getattr(unit, one.name) or getattr(ours, one.name) for one in fields(Unit)))


def _document(document: DocumentFacts, profile: Profile) -> DocumentFacts:
    return replace(
        document,
        addressees=document.addressees or profile.addressees,
        recipients=document.recipients or profile.recipients,
        archive=document.archive or profile.archive,
        field=document.field or profile.field,
    )
