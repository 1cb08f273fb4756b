"""A real LibreOffice as a servant: converts files and fills templates, with its own profile and a time limit."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from vanthu.data_error import DataError
from vanthu.system_reason import system_reason

from . import batch_messages, house
from .delivery import deliver
from .log import with_details
from .work_folder import work_folder

_SECONDS = 120  # a modest computer starts an office in about ten
_SECONDS_TO_END = 10
OFFICE = "VANTHU_SOFFICE"  # the environment variable that names the program
_CANDIDATES = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_OFFICE_PYTHONS = ("python", "python3", "python.exe", "../Resources/python")
_FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8", ".pdf": "writer_pdf_Export"}
FORMATS = tuple(_FILTERS)
REFUSED, LEFT_TAGS = 3, 4  # what the worker ends with after one line: why it could not; which tags it cannot fill


class LeftTagsError(ValueError):
    """A template with tags that Writer does not fill; its text says which and what to do."""


def find_office() -> Path | None:
    """The soffice program: VANTHU_SOFFICE, the search path, then the usual places."""
    named = os.environ.get(OFFICE)
    if named:
        found = shutil.which(named)
        return Path(found) if found else None
    usual = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(usual) if usual else next((Path(name) for name in _CANDIDATES if Path(name).exists()), None)


def wrong_office(named: str) -> str:
    """That the environment names no program, and what to do."""
    return batch_messages.WRONG_OFFICE.format(variable=OFFICE, program=named)


def find_office_python() -> Path | None:
    """A Python that can import ``uno``: the running one, the office's own, the system's."""
    office = find_office()
    beside = [Path(os.path.realpath(office)).parent / name for name in _OFFICE_PYTHONS] if office else []
    for python in (Path(sys.executable), *beside, Path("/usr/bin/python3")):
        if python.exists() and _imports_uno(python):
            return python
    return None


def convert(source: Path, target: Path, name: str) -> None:
    """Write ``source`` in the format of ``target``'s ending, for a file that people call ``name``.

    Raises :class:`DataError` where no office can.
    """
    office = _office()
    with work_folder() as work:
        wanted = "{}:{}".format(target.suffix[1:], _FILTERS[target.suffix])
        _run([*_command(office, work), "--convert-to", wanted, "--outdir", str(work), str(source.absolute())], work)
        made = work / (source.stem + target.suffix)
        if not made.is_file() or not made.stat().st_size:
            raise DataError(name, batch_messages.OFFICE_NOT_CONVERTED)
        deliver(made, target)


def fill(template: Path, record: Path, target: Path, name: str) -> None:
    """Open the template in a headless Writer and fill it as the sidebar does.

    ``name``: what people call the document. Raises :class:`LeftTagsError`, and :class:`DataError` where no office can.
    """
    python = find_office_python()
    if python is None:
        raise DataError("LibreOffice", batch_messages.NO_OFFICE_PYTHON)
    with work_folder() as work:
        made = work / ("filled" + target.suffix)
        with running_office(work) as pipe:
            arguments = [pipe, str(template), str(record), str(made), _FILTERS[target.suffix]]
            _run([str(python), "-m", "vanthu_uno.worker", *arguments], work, _python_path())
        if not made.is_file():
            raise DataError(name, batch_messages.OFFICE_NOT_FILLED)
        deliver(made, target)


@contextlib.contextmanager
def running_office(work: Path, extra: Sequence[str] = ()) -> Iterator[str]:
    """A headless office that listens on a pipe, whose name is given; it ends with the block."""
    pipe = "vanthu" + uuid.uuid4().hex
    accept = "--accept=pipe,name={};urp".format(pipe)
    with (work / "office.log").open("wb") as log:
        process = _started([*_command(_office(), work), accept, *extra], work, log, {})
        try:
            yield pipe
        finally:
            _end(process)


def _office() -> Path:
    office = find_office()
    if office is None:
        named = os.environ.get(OFFICE)
        raise DataError("LibreOffice", wrong_office(named) if named else batch_messages.NO_OFFICE)
    return office


def _command(office: Path, work: Path) -> list[str]:
    """A throw-away profile: no lock of another office, no dialog, nothing of the person's own settings touched."""
    profile = (work / "profile").as_uri()
    return [
        str(office),
        "-env:UserInstallation=" + profile,
        "--headless",
        "--norestore",
        "--nologo",
        "--nolockcheck",
    ]


def _run(command: Sequence[str], work: Path, python_path: str = "") -> None:
    """Run with output to a file, since an office keeps an inherited pipe open after its parent ended."""
    output = work / "output.txt"
    with output.open("wb") as log:
        process = _started(command, work, log, _worker_environment(python_path) if python_path else {})
        try:
            code = process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            raise DataError("LibreOffice", batch_messages.OFFICE_SLOW.format(seconds=_SECONDS)) from None
        finally:
            _end(process)
    said = output.read_text(encoding="utf-8", errors="replace").strip()
    if code == LEFT_TAGS:
        raise LeftTagsError(said.splitlines()[-1])
    if code == REFUSED:
        raise DataError("LibreOffice", said.splitlines()[-1])
    if code:
        details = "exit code {}\n{}".format(code, said)
        raise DataError("LibreOffice", with_details(batch_messages.FAILED, details))


def _started(command: Sequence[str], work: Path, log: IO[bytes], more: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """In a group of its own, which can be ended as a whole and does not hear the Ctrl+C that we hear.

    An office that is ended leaves its temporary files; they lie in ``work`` and go with it.
    """
    environment = {**os.environ, "TMPDIR": str(work), **more}
    try:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, start_new_session=True
        )
    except OSError as error:
        wrong = batch_messages.NOT_STARTED.format(program=command[0], reason=system_reason(error))
        raise DataError("LibreOffice", wrong) from error


def _worker_environment(python_path: str) -> dict[str, str]:
    """The worker uses the same rules as the command that calls it, wherever that is installed."""
    return {"PYTHONPATH": python_path, "PYTHONUTF8": "1", "VANTHU_HOME": str(house.folder("forms").parent)}


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the whole group of the process: on Linux soffice is a starter whose child does the work."""
    for gentle in (True, False):
        if process.poll() is None:
            _signal(process, gentle)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_SECONDS_TO_END)


def _signal(process: subprocess.Popen[bytes], gentle: bool) -> None:
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM if gentle else signal.SIGKILL)
    elif gentle:
        process.terminate()
    else:
        process.kill()


def _imports_uno(python: Path) -> bool:
    command = [str(python), "-c", "import uno"]
    try:
        return subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _python_path() -> str:
    """Where the worker finds ``vanthu`` and ``vanthu_uno``: installed side by side, or in the project."""
    here = Path(__file__).resolve().parents[1]
    project = here.parent / "extension" / "pythonpath"
    return os.pathsep.join(str(path) for path in (here, project) if path.is_dir())
