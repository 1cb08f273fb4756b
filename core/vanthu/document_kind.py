"""What a kind of document (loại văn bản) is called and says where the clerk has written nothing yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Mapping, Tuple

from .strict import StrictTable
from .text import clean

_KIND_KEYS = ("schema", "id", "title", "forms", "type_name", "abbreviation", "to_superior", "subject", "text")


@dataclass(frozen=True)
class DocumentKind:
    """One document of the dossier; its ``id`` is also the name of its template."""

    id: str
    title: str  # what the clerk calls it: "Báo cáo tự đánh giá"
    form_ids: Tuple[str, ...]
    type_name: str  # tên loại: "BÁO CÁO"
    abbreviation: str  # of the type, for số, ký hiệu: "BC"
    to_superior: bool  # a report to a superior carries "Kính gửi" and "Như trên"
    subject: str  # trích yếu
    text: Mapping[str, Tuple[str, ...]]  # default paragraphs by slot


def kind_from(values: Dict[str, Any], source: str) -> DocumentKind:
    """Build the kind; ``source`` is the file name used in errors."""
    table = StrictTable(values, source, "", _KIND_KEYS)
    names = tuple(name for name, _ in table.pairs("text"))
    defaults = table.table("text", names)
    return DocumentKind(
        id=table.line("id"),
        title=table.line("title"),
        form_ids=table.lines("forms"),
        type_name=table.line("type_name"),
        abbreviation=table.line("abbreviation"),
        to_superior=table.flag("to_superior"),
        subject=table.line("subject"),
        text={clean(name): defaults.lines(name) for name in names},
    )
