"""Self-diagnosis (chẩn đoán): what is installed, what is missing, and the cure."""

from __future__ import annotations

import platform
import shutil
import subprocess
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from vanthu import __version__
from vanthu.data_error import DataError, listed
from vanthu.templates import templates

from . import batch_messages, house, office


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
        _rules(),
        *_own_templates(),
        _office(),
        _office_python(),
        _font(),
    )


def _package(name: str) -> Check:
    try:
        return Check(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Check(name, "", "pip install 'vanthu[docx]'")


def _rules() -> Check:
    try:
        library = house.open_library()
    except DataError as error:
        return Check("Bộ tiêu chí", "", batch_messages.MEND_FILE.format(error=error))
    return Check("Bộ tiêu chí", ", ".join(form.id for form in library.forms))


def _own_templates() -> tuple[Check, ...]:
    """One line for each folder of the organisation's templates, with what lies in it."""
    try:
        return tuple(map(_template_folder, house.own_templates()))
    except DataError as error:
        return (Check("Thiết lập", "", batch_messages.MEND_FILE.format(error=error)),)


def _template_folder(folder: Path) -> Check:
    name = "Mẫu của đơn vị"
    try:
        return Check(name, "{} ({})".format(folder, listed(templates([folder])) or batch_messages.NO_TEMPLATES_YET))
    except DataError as error:
        return Check(name, str(folder), str(error))


def _office() -> Check:
    program = office.find_office()
    cure = batch_messages.INSTALL_OFFICE
    return Check("LibreOffice", str(program)) if program else Check("LibreOffice", "", cure)


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
    found = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=20, check=False).stdout
    fits = any(name in found for name in ("Times New Roman", "Liberation Serif", "Tinos"))
    return Check("Phông chữ", found) if fits else Check("Phông chữ", found, cure)
