"""Record (dữ liệu): what a person typed about one assessment, as text. It never holds a computed value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Dict, Mapping, Tuple

from .text import clean, clean_line

Pairs = Tuple[Tuple[str, str], ...]  # in the order of typing; a name may come twice, which is a finding

PART_OF = "/"  # in the name of a text: "mo_ta/1.1" belongs to a criterion, "to-trinh/mo_dau" to one document
Rows = Tuple[Tuple[str, ...], ...]  # cells of a table, row by row

UNIT_TYPES = (
    "co-quan",
    "su-nghiep",
    "ubnd-xa",
    "doan-the",
    "doanh-nghiep",
    "mam-non",
    "tieu-hoc",
    "thcs",
    "thpt",
    "gdtx",
    "gdnn",
    "dai-hoc",
    "xa",
    "huyen",
    "tinh",
)
OWNERSHIPS = ("cong-lap", "tu-thuc")
AUTHORITY_MARKS = ("TM.", "KT.", "TL.", "TUQ.", "Q.")  # Nghị định 30/2020, Phụ lục I, Phần I, Mục II, khoản 7 điểm b


@dataclass(frozen=True)
class Unit:
    """The assessed unit (đơn vị), also the issuing agency of its documents."""

    parent: str = ""  # cơ quan chủ quản, as printed in the letterhead
    name: str = ""  # cơ quan ban hành, in running text
    short: str = ""  # chữ viết tắt, for số, ký hiệu
    place: str = ""  # địa danh
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class DocumentFacts:
    """Number, date and recipients of the document."""

    number: str = ""  # blank until numbered
    date: str = ""  # "2023-12-05", "2023-12" while the day is open, or blank
    addressees: Tuple[str, ...] = ()  # Kính gửi
    recipients: Tuple[str, ...] = ()  # Nơi nhận, without "Như trên" and "Lưu"
    archive: str = ""  # what stands after "Lưu:"; blank: the văn thư alone
    field: str = ""  # lĩnh vực hoặc đơn vị soạn thảo, in the symbol of a công văn: "VX"
    drafter: str = ""  # ký hiệu người soạn thảo và số lượng bản phát hành: "PL.(300)"


@dataclass(frozen=True)
class Signer:
    """Who signs (người ký): authority mark, title of the head, own title, name."""

    mark: str = ""  # one of AUTHORITY_MARKS or blank
    head: str = ""
    title: str = ""
    name: str = ""
    above: Tuple[str, ...] = ()  # lines of authority over these: "TM. ỦY BAN NHÂN DÂN"


@dataclass(frozen=True)
class Progress:
    """How far the dossier has come; dates are "2024-01-10" or blank."""

    receiver: str = ""  # nơi tiếp nhận hồ sơ, where the law no longer names one that exists
    submitted: str = ""
    recognised: str = ""
    level: str = ""  # the level of the recognition


@dataclass(frozen=True)
class Record:
    """Everything typed for one unit and one year."""

    form: str
    year: int
    kind: str = ""
    unit_type: str = ""
    ownership: str = "cong-lap"
    scope: str = ""  # cap-huyen or cap-tinh, where the unit type alone does not tell
    disadvantaged: bool = False  # vùng khó khăn
    require_evidence: bool = True  # no minh chứng = không đạt, where the form's law says so
    unit: Unit = field(default_factory=Unit)
    document: DocumentFacts = field(default_factory=DocumentFacts)
    signer: Signer = field(default_factory=Signer)
    progress: Progress = field(default_factory=Progress)
    assigned: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)  # criterion id -> organs in charge
    typed: Pairs = ()
    stated: Pairs = ()
    evidence: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    text: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    rows: Mapping[str, Rows] = field(default_factory=dict)  # tables typed by hand: members, lists of units


def with_score(record: Record, criterion_id: str, typed: str) -> Record:
    """The record after a score was typed; a blank one leaves no trace, other lines keep their order.

    >>> with_score(Record("dvht-2020", 2023), "1.a", "8,5").typed
    (('1.a', '8,5'),)
    """
    text = clean(typed)
    entry = ((criterion_id, text),) if text.strip() else ()
    names = [normal_id(name) for name, _ in record.typed]
    if criterion_id not in names:
        return replace(record, typed=record.typed + entry)
    first = names.index(criterion_id)
    kept = tuple(pair for pair, name in zip(record.typed, names) if name != criterion_id)
    return replace(record, typed=kept[:first] + entry + kept[first:])


def with_evidence(record: Record, criterion_id: str, lines: Tuple[str, ...]) -> Record:
    """The record after proof was written for a criterion; blank lines leave no trace."""
    kept = tuple(filter(None, map(clean_line, lines)))
    others = {name: found for name, found in record.evidence.items() if normal_id(name) != criterion_id}
    return replace(record, evidence={**others, criterion_id: kept} if kept else others)


def evidence_of(record: Record, criterion_id: str) -> Tuple[str, ...]:
    """What was written as proof for a criterion."""
    return by_criterion(record.evidence).get(criterion_id, ())


def with_unit_fact(record: Record, name: str, value: str) -> Record:
    """The record after a field of the unit was typed; raises ``TypeError`` for a field that does not exist."""
    return replace(record, unit=replace(record.unit, **{name: value}))


def normal_id(name: str) -> str:
    """A criterion id as people may type it: outer blanks, capitals and a closing dot or bracket do not matter.

    >>> normal_id(" 1.A) ")
    '1.a'
    """
    return clean_line(name).lower().rstrip(".) ")


def by_criterion(lists: Mapping[str, Tuple[str, ...]]) -> Dict[str, Tuple[str, ...]]:
    """Lists typed for criteria (evidence, organs in charge), by normal id; blanks and repetitions fall away.

    >>> by_criterion({"1.A)": ("Kế hoạch số 5", " "), "1.a": ("Kế hoạch số 5", "Biên bản")})
    {'1.a': ('Kế hoạch số 5', 'Biên bản')}
    """
    found: Dict[str, Tuple[str, ...]] = {}
    for name, lines in lists.items():
        kept = (*found.get(normal_id(name), ()), *(line.strip() for line in lines if line.strip()))
        found[normal_id(name)] = tuple(dict.fromkeys(kept))
    return found
