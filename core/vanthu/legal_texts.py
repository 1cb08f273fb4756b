"""The register of legal texts (sổ văn bản): what is in force when, and what replaced what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Dict, Optional, Tuple

from . import file_messages
from .data_error import DataError
from .language import tell
from .strict import StrictTable

_SCHEMA = 1
_FILE_KEYS = ("schema", "checked_on", "text")
_TEXT_KEYS = (
    *("id", "type", "number", "issuer", "issued", "title", "effective_from", "effective_to"),
    *("replaced_by", "repealed_by_article", "note", "checked"),
)
_CHECKED = ("read", "memory")


@dataclass(frozen=True)
class RegisteredText:
    """One legal text with its validity; what no source tells is blank or ``None``."""

    id: str
    type: str
    number: str
    issuer: str
    issued: Optional[date]
    title: str
    effective_from: Optional[date]
    effective_to: Optional[date]  # first day no longer in force
    replaced_by: str  # id of another text, or its number
    repealed_by_article: str
    note: str
    verified: bool  # compared word for word with the text or with one that cites it

    def in_force(self, on: date) -> bool:
        """Whether the text was in force on that day, as far as its dates are known."""
        begun = self.effective_from is None or self.effective_from <= on
        return begun and (self.effective_to is None or on < self.effective_to)

    @property
    def name(self) -> str:
        """ "Thông tư số 25/2023/TT-BGDĐT"."""
        return " số ".join(part for part in (self.type, self.number) if part)


@dataclass(frozen=True)
class LegalTexts:
    """All registered texts."""

    texts: Tuple[RegisteredText, ...]

    def numbered(self, number: str) -> Optional[RegisteredText]:
        """The text of that number and symbol, or ``None``."""
        return next((text for text in self.texts if text.number == number), None)

    def successor(self, text: RegisteredText) -> Optional[RegisteredText]:
        """The text that replaced it, where the register knows it."""
        return next((other for other in self.texts if text.replaced_by in (other.id, other.number)), None)


def legal_texts_from(values: Dict[str, Any], source: str) -> LegalTexts:
    """Build the register; ``source`` is the file name used in errors."""
    table = StrictTable(values, source, "", _FILE_KEYS)
    table.check_schema(_SCHEMA)
    texts = table.tables("text", _TEXT_KEYS, _text)
    ids = [text.id for text in texts]
    for text_id in ids:
        if ids.count(text_id) > 1:
            raise DataError(source, tell(file_messages.TEXT_TWICE, text=text_id))
    return LegalTexts(texts)


def _text(table: StrictTable) -> RegisteredText:
    return RegisteredText(
        id=table.line("id"),
        type=table.line("type"),
        number=table.line("number", ""),
        issuer=table.line("issuer", ""),
        issued=table.optional_day("issued"),
        title=table.line("title", ""),
        effective_from=table.optional_day("effective_from"),
        effective_to=table.optional_day("effective_to"),
        replaced_by=table.line("replaced_by", ""),
        repealed_by_article=table.line("repealed_by_article", ""),
        note=table.line("note", ""),
        verified=table.choice("checked", _CHECKED) == _CHECKED[0],
    )
