"""A headless LibreOffice of our own: a throw-away profile, reached through a named pipe."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Any, List, Optional

START_SECONDS = 60.0
STOP_SECONDS = 20.0
FILTERS = {
    ".docx": "MS Word 2007 XML",
    ".doc": "MS Word 97",
    ".rtf": "Rich Text Format",
    ".odt": "writer8",
    ".pdf": "writer_pdf_Export",
}
DISTRIBUTION_PACKAGES = "/usr/lib/python3/dist-packages"


class OfficeMissing(Exception):  # noqa: N818  (a state of the machine, told to whoever runs the tests)
    """No LibreOffice, or no ``uno`` module that this Python can import; the message says which."""


class Office:
    """One running office; start it with :func:`start`, end it with :meth:`stop`."""

    def __init__(self, process: subprocess.Popen[bytes], context: Any, profile: Path) -> None:
        self._process = process
        self.context = context
        self.profile = profile
        self.desktop: Any = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def open(self, path: Path, hidden: bool = True, read_only: bool = False) -> Any:
        """The document in ``path``, opened as a clerk would: with a view and with undo."""
        chosen = (_property("Hidden", hidden), _property("ReadOnly", read_only))
        document = self.desktop.loadComponentFromURL(Path(path).resolve().as_uri(), "_blank", 0, chosen)
        if document is None:  # missing, of no known format, or locked by a copy that was never closed
            raise FileNotFoundError(path)
        return document

    def new_writer(self) -> Any:
        """A new, empty, hidden text document."""
        return self.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (_property("Hidden", True),))

    def store(self, document: Any, path: Path) -> None:
        """Write a copy to ``path``; its ending chooses the format."""
        chosen = (_property("FilterName", FILTERS[Path(path).suffix]), _property("Overwrite", True))
        document.storeToURL(Path(path).resolve().as_uri(), chosen)

    def close(self, document: Any) -> None:
        """Close without asking and without saving."""
        document.setModified(False)
        document.close(True)

    def stop(self) -> None:
        """Ask the office to end; when it does not, end the processes that were started here."""
        from com.sun.star.lang import DisposedException

        try:
            self.desktop.terminate()
            self._process.wait(STOP_SECONDS)
        except (DisposedException, subprocess.TimeoutExpired):
            self.kill()

    def kill(self) -> None:
        """End it at once, as a power cut does; nothing is asked, nothing is saved."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(STOP_SECONDS)


def import_uno() -> Any:
    """The ``uno`` module: this Python's own, else the distribution's."""
    try:
        import uno
    except ImportError:
        sys.path.append(DISTRIBUTION_PACKAGES)
        try:
            import uno
        except ImportError as missing:
            raise OfficeMissing("no module uno (Debian: python3-uno): {}".format(missing)) from None
    return uno


def start(folder: Path, arguments: Optional[List[str]] = None) -> Office:
    """Start an office whose profile and log live in ``folder``; raises :class:`OfficeMissing`."""
    uno = import_uno()
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise OfficeMissing("no soffice on the PATH (Debian: libreoffice-writer)")
    profile = folder / "profile"
    pipe = "vanthu" + uuid.uuid4().hex
    process = _launch([program, *_options(profile, pipe), *(arguments or [])], folder / "office.log")
    return Office(process, _connect(uno, pipe, process), profile)


def _options(profile: Path, pipe: str) -> List[str]:
    return [
        "-env:UserInstallation=" + profile.resolve().as_uri(),
        "--accept=pipe,name={};urp;".format(pipe),
        "--headless", "--norestore", "--nologo", "--nolockcheck", "--nofirststartwizard",
    ]  # fmt: skip


def _launch(command: List[str], log: Path) -> subprocess.Popen[bytes]:
    # A file, not a pipe: the office outlives a dead parent and would keep the pipe open for ever.
    with log.open("wb") as output:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )


def _connect(uno: Any, pipe: str, process: subprocess.Popen[bytes]) -> Any:
    from com.sun.star.connection import NoConnectException

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return resolver.resolve("uno:pipe,name={};urp;StarOffice.ComponentContext".format(pipe))
        except NoConnectException:
            if process.poll() is not None or time.monotonic() > deadline:
                raise OfficeMissing("the office did not start; exit code {}".format(process.poll())) from None
            time.sleep(0.1)


def _property(name: str, value: Any) -> Any:
    from com.sun.star.beans import PropertyValue

    return PropertyValue(Name=name, Value=value)
