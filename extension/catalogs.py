"""The catalogs of the interface: ``python extension/catalogs.py`` renews them after a sentence was added or changed.

Babel reads the Vietnamese texts from where they stand (sentences, dialogs, menu, macros), writes ``po/vanthu.pot`` and
brings the English ``po/en.po`` up to it; what is new there waits for its translation. ``build.py`` compiles en.po.
"""

from __future__ import annotations

import ast
import io
from datetime import datetime, timezone
from pathlib import Path
from typing import IO, Any, Iterator, List, Tuple
from xml.etree import ElementTree

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).resolve().parents[1]
EXTENSION = PROJECT / "extension"
FOLDER = EXTENSION / "po"
TEMPLATE = FOLDER / "vanthu.pot"
LANGUAGE = "en"
NO_DATE = datetime(2020, 3, 5, tzinfo=timezone.utc)  # so that the same sentences give the same file
HEADER = "# Sentences of Văn thư. Written by extension/catalogs.py; translate in en.po."
DIALOG = "{http://openoffice.org/2000/dialog}"
TEXTS_OF_DIALOGS = ("title", "value", "help-text")
NAME = "{http://openoffice.org/2001/registry}name"
TITLES = ("Title", "UIName")
Found = Tuple[int, str, str, List[str]]  # as Babel wants it: line, function, message, comments


def template() -> Catalog:
    """Every text of the interface, in the order of the files and of the texts in them."""
    catalog = _catalog()
    for path, method in _sources():
        place = path.relative_to(PROJECT).as_posix()
        for _line, message, comments, _context in extract_from_file(method, path):
            catalog.add(message, locations=[(place, None)], auto_comments=comments)
    return catalog


def translation() -> Catalog:
    """The English catalog as it stands."""
    with (FOLDER / (LANGUAGE + ".po")).open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def compiled() -> bytes:
    """The English catalog as ``gettext`` reads it."""
    out = io.BytesIO()
    catalog = translation()
    catalog.creation_date = catalog.revision_date = NO_DATE
    write_mo(out, catalog)
    return out.getvalue()


def written(catalog: Catalog) -> bytes:
    """A catalog as a file."""
    out = io.BytesIO()
    write_po(out, catalog, width=120, include_lineno=False)
    return out.getvalue()


def renew() -> None:
    """Write both files anew."""
    wanted = template()
    english = translation() if (FOLDER / (LANGUAGE + ".po")).exists() else _catalog(LANGUAGE)
    english.update(wanted, no_fuzzy_matching=True)
    english.obsolete.clear()
    english.creation_date = english.revision_date = NO_DATE
    FOLDER.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(written(wanted))
    (FOLDER / (LANGUAGE + ".po")).write_bytes(written(english))


def _catalog(locale: str = "") -> Catalog:
    return Catalog(
        locale=locale or None,
        project="vanthu",
        header_comment=HEADER,
        creation_date=NO_DATE,
        revision_date=NO_DATE,
        last_translator="Văn thư",
        language_team="Văn thư",
        fuzzy=False,
    )


def _sources() -> Iterator[Tuple[Path, Any]]:
    for name in ("messages.py", "file_messages.py"):
        yield PROJECT / "core" / "vanthu" / name, sentences
    for path in sorted((EXTENSION / "dialogs").glob("*.xdl")):
        yield path, texts_of_dialog
    for path in sorted((EXTENSION / "registry").glob("*.xcu")):
        yield path, titles
    yield EXTENSION / "macros" / "vanthu_macros.py", descriptions


def sentences(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """Every text of a module of sentences, with the name it is known by."""
    for node in ast.parse(file.read()).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id.isupper():
            for line, text in _texts(node.value):
                yield line, "", text, [node.targets[0].id]


def _texts(value: ast.expr) -> Iterator[Tuple[int, str]]:
    """The texts of a constant, of a tuple, or the values of a dictionary."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
        yield value.lineno, value.value
    parts = value.values if isinstance(value, ast.Dict) else value.elts if isinstance(value, ast.Tuple) else []
    for part in parts:
        yield from _texts(part)


def texts_of_dialog(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """What a dialog shows, and what the mouse over its controls says."""
    for element in ElementTree.parse(file).getroot().iter():
        for name in TEXTS_OF_DIALOGS:
            if element.get(DIALOG + name):
                yield 0, "", element.get(DIALOG + name, ""), []


def titles(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """The Vietnamese titles of a file of the registry."""
    for prop in ElementTree.parse(file).getroot().iter("prop"):
        if prop.get(NAME) in TITLES:
            yield 0, "", prop.findtext("value", ""), []


def descriptions(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """What the office says about each macro."""
    for node in ast.parse(file.read()).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.lineno, "", ast.get_docstring(node) or "", []


if __name__ == "__main__":
    renew()
    waiting = [message.id for message in translation() if message.id and not message.string]
    print("\n".join(["{} texts wait for their translation in en.po".format(len(waiting)), *map(str, waiting)]))
