"""Self-diagnosis (chẩn đoán): versions, folders and the last entry of the log, for whoever helps the clerk."""

from __future__ import annotations

import os
import platform
import sys
from typing import Any, Iterator, List, Tuple

from com.sun.star.beans import PropertyValue

from vanthu import __version__, messages
from vanthu.data_error import DataError
from vanthu.language import tell

from .home import home
from .log import log_file
from .own_files import own_settings
from .shipped import shipped_library

PRODUCT = "/org.openoffice.Setup/Product"
LANGUAGE = "/org.openoffice.Setup/L10N"
ENTRY = "--- "  # begins an entry of the log
LONGEST_ENTRY = 4000  # characters; the end of a long one says what went wrong
SETTINGS = ("VANTHU_LAYERS", "VANTHU_TEMPLATES", "VANTHU_SETTINGS", "VANTHU_HOME")


def report(context: Any) -> str:
    """One line for each fact, then the last entry of the log. Nothing of the clerk's own data is in it."""
    lines = ["{}: {}".format(name, found) for name, found in _facts(context)]
    return "\n".join([*lines, "", tell(messages.LAST_ENTRY, entry=last_entry(context))])


def last_entry(context: Any) -> str:
    """What the log says last."""
    path = log_file(context)
    if not path.exists():
        return tell(messages.NO_ENTRY)
    entries = path.read_text(encoding="utf-8", errors="replace").split(ENTRY)
    return entries[-1].strip()[-LONGEST_ENTRY:] or tell(messages.NO_ENTRY)


def _facts(context: Any) -> Iterator[Tuple[str, str]]:
    yield "Văn thư", __version__
    yield "LibreOffice", _setting(context, PRODUCT, "ooSetupVersionAboutBox")
    yield _label("office_language"), _setting(context, LANGUAGE, "ooLocale") or tell(messages.OF_SYSTEM)
    yield "Python", platform.python_version()
    yield _label("system"), "{} {} {}".format(platform.system(), platform.release(), platform.machine())
    yield _label("encoding"), sys.getfilesystemencoding()
    yield _label("home"), home(context)
    yield _label("log"), str(log_file(context))
    yield _label("settings"), _settings()
    yield _label("forms"), _forms()
    for name in SETTINGS:
        if os.environ.get(name):
            yield name, os.environ[name]


def _label(name: str) -> str:
    return tell(messages.DIAGNOSIS[name])


def _settings() -> str:
    """What differs from a first start, as the file has it; why the file cannot be used where it cannot."""
    refusal, settings = own_settings()
    chosen = ["{} = {}".format(name, value) for name, value in vars(settings).items() if value]
    return refusal or "; ".join(chosen)


def _forms() -> str:
    try:
        library = shipped_library()
    except DataError as error:
        return str(error)
    refused: List[str] = [why for form in library.forms for why in form.refused_layers]
    return "; ".join([", ".join(form.id for form in library.forms), *refused])


def _setting(context: Any, path: str, name: str) -> str:
    """A value of the office's own configuration."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    access = "com.sun.star.configuration.ConfigurationAccess"
    node = provider.createInstanceWithArguments(access, (PropertyValue(Name="nodepath", Value=path),))
    return str(node.getByName(name) or "")
