"""Files named as proof (tệp minh chứng): lines of evidence that end with the address of a file.

``Kế hoạch số 12 <./minh-chung/ke-hoach.pdf>``: plain text, so it survives wherever text does. The address is that of a
file on the way from the document's own folder, or whole. Documents show the words alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterable, Tuple
from urllib.parse import quote, unquote

BESIDE = "./"  # how an address begins that leads on from the folder of the document
_LINE = re.compile(r"(.*?)\s*<((?:\./|file:)[^<>]+)>\s*", re.DOTALL)
_BRACKETS = frozenset("<>")


@dataclass(frozen=True)
class EvidenceFile:
    """A file that proves something: what it is called in the evidence, and where it lies."""

    name: str
    address: str


def evidence_files(lines: Iterable[str]) -> Tuple[EvidenceFile, ...]:
    """The files that these lines of evidence name.

    >>> evidence_files(["Biên bản họp", "Kế hoạch <./ke-hoach.pdf>"])
    (EvidenceFile(name='Kế hoạch', address='./ke-hoach.pdf'),)
    """
    found = (_LINE.fullmatch(line) for line in lines)
    return tuple(EvidenceFile(match.group(1) or _last(match.group(2)), match.group(2)) for match in found if match)


def without_address(line: str) -> str:
    """The words of a line of evidence, as a document shows them.

    >>> without_address("Kế hoạch <./ke-hoach.pdf>"), without_address("Sách <tái bản>")
    ('Kế hoạch', 'Sách <tái bản>')
    """
    found = evidence_files([line])
    return found[0].name if found else line


def line_of(url: str, document_url: str) -> str:
    """The line of evidence for a file; one that lies with the document, or below it, is found from there.

    >>> line_of("file:///bc/minh%20ch%E1%BB%A9ng/kh.pdf", "file:///bc/bao-cao.odt")
    'kh.pdf <./minh chứng/kh.pdf>'
    """
    folder = document_url.rpartition("/")[0] + "/"
    inside = unquote(url[len(folder) :])
    beside = bool(document_url) and url.startswith(folder) and not _BRACKETS & set(inside)
    return "{} <{}>".format(_last(url), BESIDE + inside if beside else url)


def url_of(address: str, document_url: str) -> str:
    """Where the file lies; blank where the way begins in a folder that a document which was never saved has not.

    >>> url_of("./minh chứng/kh.pdf", "file:///bc/bao-cao.odt")
    'file:///bc/minh%20ch%E1%BB%A9ng/kh.pdf'
    """
    if not address.startswith(BESIDE):
        return address
    return document_url.rpartition("/")[0] + "/" + quote(address[len(BESIDE) :]) if document_url else ""


def _last(address: str) -> str:
    return unquote(address.rstrip("/").rpartition("/")[2]).translate({ord(bracket): None for bracket in _BRACKETS})
