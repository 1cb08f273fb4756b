"""Records as files: TOML or JSON of one shape, read strictly; JSON written for the document itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, Mapping, Tuple

from . import file_messages
from .date_vi import FIRST_YEAR, LAST_YEAR, parse_date
from .json_text import json_values
from .language import tell
from .quote import quoted
from .record import OWNERSHIPS, UNIT_TYPES, DocumentFacts, Pairs, Progress, Record, Rows, Signer, Unit
from .signing import authority_line, mark_and_head
from .strict import StrictTable
from .text import clean, clean_line
from .text_file import read_text
from .toml import read

SCHEMA = 1
_KEYS = (
    "schema",
    "form",
    "kind",
    "year",
    "unit_type",
    "ownership",
    "scope",
    "vung_kho_khan",
    "require_evidence",
    "unit",
    "document",
    "signer",
    "progress",
    "assigned",
    "typed",
    "stated",
    "evidence",
    "text",
    "rows",
)
_UNIT_KEYS = ("parent", "name", "short", "place", "address", "phone", "email")
_DOCUMENT_KEYS = ("number", "date", "addressees", "recipients", "archive", "field", "drafter")
_SIGNER_KEYS = ("mark", "head", "title", "name", "above")
_PROGRESS_KEYS = ("receiver", "submitted", "recognised", "level")


def load(path: Path) -> Record:
    """Read a record file. Raises :class:`DataError` with one sentence for whatever is wrong with it."""
    if path.suffix.lower() == ".json":
        return from_json(read_text(path, path.name), path.name)
    return record_from(read(path), path.name)


def from_json(text: str, source: str) -> Record:
    """Read the JSON of a record; ``source`` is the name used in errors."""
    return record_from(json_values(text, source), source)


def to_json(record: Record) -> str:
    """The record as JSON, with the same keys as the file. ``from_json`` gives the same record back."""
    return json.dumps(values_of(record), ensure_ascii=False, separators=(",", ":"))


def values_of(record: Record) -> Dict[str, Any]:
    """The record as JSON has it, with the same keys as the file."""
    return {
        "schema": SCHEMA,
        "form": record.form,
        "kind": record.kind,
        "year": record.year,
        "unit_type": record.unit_type,
        "ownership": record.ownership,
        "scope": record.scope,
        "vung_kho_khan": record.disadvantaged,
        "require_evidence": record.require_evidence,
        "unit": vars(record.unit),
        "document": vars(record.document),
        "signer": vars(record.signer),
        "progress": vars(record.progress),
        "assigned": _lists(record.assigned),
        "typed": _distinct(record.typed),
        "stated": _distinct(record.stated),
        "evidence": _lists(record.evidence),
        "text": _lists(record.text),
        "rows": {name: [list(row) for row in rows] for name, rows in record.rows.items()},
    }


def record_from(values: Any, source: str) -> Record:
    """Build the record from parsed TOML or JSON."""
    table = StrictTable(values, source, "", _KEYS)
    table.check_schema(SCHEMA, file_messages.RECORD_SCHEMA)
    return Record(
        form=table.line("form", "" if table.has("kind") else None),  # a letter of every week has none
        year=table.between("year", FIRST_YEAR, LAST_YEAR),
        kind=table.line("kind", ""),
        unit_type=table.choice("unit_type", ("", *UNIT_TYPES), ""),
        ownership=table.choice("ownership", OWNERSHIPS, OWNERSHIPS[0]),
        scope=table.line("scope", ""),
        disadvantaged=table.flag("vung_kho_khan"),
        require_evidence=table.flag("require_evidence", True),
        unit=unit_from(table),
        document=_document(table.table("document", _DOCUMENT_KEYS)),
        signer=signer_from(table),
        progress=_progress(table.table("progress", _PROGRESS_KEYS)),
        assigned=_text_lists(table, "assigned"),
        typed=_texts(table, "typed"),
        stated=_texts(table, "stated"),
        evidence=_text_lists(table, "evidence"),
        text=_text_lists(table, "text"),
        rows=_rows(table),
    )


def unit_from(table: StrictTable) -> Unit:
    """The unit in the inner table ``unit``."""
    unit = table.table("unit", _UNIT_KEYS)
    return Unit(**{key: unit.line(key, "") for key in _UNIT_KEYS})


def signer_from(table: StrictTable) -> Signer:
    """The signer in the inner table ``signer``; a mark that Nghị định 30 does not know is an error."""
    signer = table.table("signer", _SIGNER_KEYS)
    try:
        above = tuple(authority_line(clean_line(line)) for line in signer.lines("above"))
        mark, head = mark_and_head(signer.line("mark", ""), signer.line("head", ""))
    except ValueError as wrong:
        raise signer.error(str(wrong)) from None
    return Signer(mark, head, signer.line("title", ""), signer.line("name", ""), above)


def _document(table: StrictTable) -> DocumentFacts:
    written = table.line("date", "")
    try:
        parse_date(written)
    except ValueError:
        raise table.error(tell(file_messages.DATE, found=quoted(written)), "date") from None
    return DocumentFacts(
        number=table.line("number", ""),
        date=written,
        addressees=tuple(clean_line(line) for line in table.lines("addressees")),
        recipients=tuple(clean_line(line) for line in table.lines("recipients")),
        archive=table.line("archive", ""),
        field=table.line("field", ""),
        drafter=table.line("drafter", ""),
    )


def _progress(table: StrictTable) -> Progress:
    for key in ("submitted", "recognised"):
        written = table.line(key, "")
        if written and not _is_day(written):
            raise table.error(tell(file_messages.PROGRESS_DAY, found=quoted(written)), key)
    return Progress(**{key: table.line(key, "") for key in _PROGRESS_KEYS})


def _is_day(written: str) -> bool:
    try:
        found = parse_date(written)
    except ValueError:
        return False
    return found is not None and found.day is not None


def _texts(table: StrictTable, key: str) -> Pairs:
    pairs = []
    for name, value in table.pairs(key):
        if not isinstance(value, str):
            raise table.wrong_type(file_messages.QUOTED_WORDS, value, key + "." + name)
        pairs.append((name, value))
    return tuple(pairs)


def _text_lists(table: StrictTable, key: str) -> Dict[str, Tuple[str, ...]]:
    lists = table.named(key)
    return {clean_line(name): lists.lines(name) for name in lists.names()}


def _rows(table: StrictTable) -> Dict[str, Rows]:
    """Tables typed by hand: each a list of rows, each row a list of texts."""
    tables, found = table.named("rows"), {}
    for name, rows in table.pairs("rows"):
        if not isinstance(rows, list) or not all(map(_is_row, rows)):
            raise tables.error(tell(file_messages.TABLE_ROWS), name)
        found[clean_line(name)] = tuple(tuple(map(clean, row)) for row in rows)
    return found


def _is_row(row: Any) -> bool:
    return isinstance(row, list) and all(isinstance(cell, str) for cell in row)


def _distinct(pairs: Pairs) -> Dict[str, str]:
    """The pairs as an object; a name that comes twice gets blanks behind it, which reading ignores."""
    texts: Dict[str, str] = {}
    for name, text in pairs:
        while name in texts:
            name += " "
        texts[name] = text
    return texts


def _lists(texts: Mapping[str, Tuple[str, ...]]) -> Dict[str, List[str]]:
    return {name: list(paragraphs) for name, paragraphs in texts.items()}
