"""Self-diagnosis (chẩn đoán): what is installed, what is missing, and the cure."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from vanthu import __version__
from vanthu.data_error import DataError, listed
from vanthu.named_folder import files_in
from vanthu.templates import templates

from . import batch_messages, engine, house, office

_OWN_LAYERS = "Tầng của đơn vị"


@dataclass(frozen=True)
class Check:
    """One line of the diagnosis; ``cure`` is blank where nothing is missing."""

    name: str
    found: str
    cure: str = ""


def checks() -> tuple[Check, ...]:
    """Everything a person may have to install, in the order in which it is needed."""
    return (
        Check("Văn thư", __version__),
        Check("Python", platform.python_version()),
        _package("docxtpl"),
        _package("lxml"),
        *_own_files(),
        _office(),
        _office_python(),
        _font(),
    )


def _package(name: str) -> Check:
    try:
        return Check(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Check(name, "", "pip install 'vanthu[docx]'")


def _own_files() -> Iterator[Check]:
    """What this user and the organisation have written; each file that cannot be read stops every command."""
    broken = (*_broken("Thiết lập", house.own_templates), *_broken("Hồ sơ đơn vị", house.kept_profile))
    yield from broken
    if not any(check.name == "Thiết lập" for check in broken):  # the settings name the folders
        yield from _rules()
        yield from _folders(_OWN_LAYERS, house.own_layers(), _layers)
        yield from _folders("Mẫu của đơn vị", house.own_templates(), _templates)


def _broken(name: str, read: Callable[[], object]) -> tuple[Check, ...]:
    try:
        read()
    except DataError as error:
        return (Check(name, batch_messages.BROKEN_FILE, batch_messages.MEND_FILE.format(error=error)),)
    return ()


def _rules() -> Iterator[Check]:
    name = "Bộ tiêu chí"
    broken = _broken(name, house.open_library)
    yield from broken
    if not broken:
        forms = house.open_library().forms
        yield Check(name, listed(form.id for form in forms))
        for why in (why for form in forms for why in form.refused_layers):
            yield Check(_OWN_LAYERS, batch_messages.NOT_USED, batch_messages.MEND_FILE.format(error=why))


def _folders(name: str, folders: Sequence[Path], held: Callable[[Path], Iterable[str]]) -> Iterator[Check]:
    """One line for each folder of the organisation, with what lies in it."""
    for folder in folders:
        try:
            found = "{} ({})".format(folder, listed(held(folder)) or batch_messages.NOTHING_THERE)
        except DataError as error:
            yield Check(name, str(folder), str(error))
        else:
            yield Check(name, found)


def _layers(folder: Path) -> tuple[str, ...]:
    return tuple(path.stem for path in files_in(folder, ".toml"))


def _templates(folder: Path) -> tuple[str, ...]:
    found = templates([folder])
    for path in found.values():
        engine.names(path)  # raises for a file that is no template
    return tuple(found)


def _office() -> Check:
    program, named = office.find_office(), os.environ.get(office.OFFICE)
    if program or not named:
        return Check("LibreOffice", str(program or ""), "" if program else batch_messages.INSTALL_OFFICE)
    return Check("LibreOffice", "", office.wrong_office(named))


def _office_python() -> Check:
    python = office.find_office_python()
    cure = batch_messages.INSTALL_OFFICE_PYTHON
    return Check("Python của LibreOffice", str(python)) if python else Check("Python của LibreOffice", "", cure)


def _font() -> Check:
    """Times New Roman, or a font with the same widths, so that pages break where they will in the end."""
    cure = batch_messages.INSTALL_FONT
    if not shutil.which("fc-match"):
        return Check("Phông chữ", batch_messages.FONT_NOT_CHECKED)
    command = ["fc-match", "-f", "%{family}", "Times New Roman"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=20, check=False)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return Check("Phông chữ", batch_messages.FONT_NOT_CHECKED)
    found = told.stdout
    fits = any(name in found for name in ("Times New Roman", "Liberation Serif", "Tinos"))
    return Check("Phông chữ", found) if fits else Check("Phông chữ", found, cure)
