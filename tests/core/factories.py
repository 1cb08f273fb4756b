"""Tiny factories, so that only the interesting field shows in a test."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, Mapping

from vanthu.document_kind import DocumentKind, kind_from
from vanthu.form import Form
from vanthu.library import Library, load_library
from vanthu.record import Record
from vanthu.record_file import load

PROJECT = Path(__file__).resolve().parents[2]
FORMS = PROJECT / "forms"
EXAMPLE = FORMS / "examples" / "001.toml"

FULL_MARKS = {
    "1.a": "10",
    "1.b": "10",
    "1.c": "10",
    "2.a": "10",
    "2.b": "5",
    "2.c": "10",
    "2.d": "5",
    "3.a": "25",
    "3.b": "10",
    "3.c": "5",
}


@lru_cache(maxsize=None)
def the_library() -> Library:
    return load_library(FORMS)


def the_form() -> Form:
    """dvht-2020 with its shipped layer."""
    return the_library().form("dvht-2020")


def a_record(typed: Mapping[str, str] = FULL_MARKS, **fields: Any) -> Record:
    return replace(Record("dvht-2020", 2023, kind="bao-cao-tu-danh-gia", typed=tuple(typed.items())), **fields)


def an_example(name: str) -> Record:
    """A record of a real document: "000", "003-to-trinh"."""
    return load(FORMS / "examples" / (name + ".toml"))


def a_kind(**values: Any) -> DocumentKind:
    """A kind of document that says nothing but what the test is about."""
    smallest = {
        "schema": 1,
        "id": "van-ban",
        "title": "Văn bản",
        "subject": "Việc A",
        "type_name": "KẾ HOẠCH",
        "abbreviation": "KH",
    }
    return kind_from({**smallest, **values}, "van-ban.toml")


def with_marks(**changed: str) -> Dict[str, str]:
    """Full marks except for some criteria: with_marks(c3="2") changes 3.c."""
    marks = dict(FULL_MARKS)
    for name, text in changed.items():
        marks["{}.{}".format(name[1:], name[0])] = text
    return marks
