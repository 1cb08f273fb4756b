"""Other Debians in folders of this machine, each with the LibreOffice of its backports.

Everything comes from where this machine's own apt and pip get theirs: mirror, proxy, certificates and local indexes are
read from their settings at run time.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, Optional, Sequence
from urllib.parse import urlsplit

INSIDE = Path(__file__).with_name("inside.sh")
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
PYTHON = "/venv/bin/python"
MAKING_SECONDS = 30 * 60
SPARE_SECONDS = 180  # for a test run to end by itself after its own time limit
ENVIRONMENT = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}


class Chroot:
    """One Debian in ``folder``; what already stands there is used again as long as it was made from the same lists."""

    def __init__(self, suite: str, folder: Path) -> None:
        self.suite, self.root = suite, folder / suite

    def prepare(self, project: Path, packages: Sequence[str], requirements: str) -> None:
        """Make what is missing: the Debian, the office, the virtual environment."""
        if not self.root.exists():
            self._bootstrap()
        if self._said(".packages") != " ".join(packages):
            self._install(project, packages)
            self._remember(".packages", " ".join(packages))
        if self._said(".requirements") != requirements:
            self._make_environment(project)
            self._remember(".requirements", requirements)

    def run(self, project: Path, reports: Path, command: Sequence[str], seconds: int, log: Path) -> int:
        """Exit code of a command that has the project at /project and no network; its words go to ``log``."""
        return self._inside(project, reports, command, seconds, log, ["--net"])

    def office_version(self, project: Path, reports: Path) -> str:
        log = reports / "version.log"
        self.run(project, reports, ["soffice", "--version"], 60, log)
        return version_in(log.read_text(encoding="utf-8"))

    def _bootstrap(self) -> None:
        partial = self.root.with_suffix(".partial")
        _as_root(["rm", "-rf", "--one-file-system", str(partial)])
        partial.parent.mkdir(parents=True, exist_ok=True)
        say(f"Making {self.root}: {self.suite}")
        proxy = _apt_setting("Acquire::http::Proxy")
        settings = [f"http_proxy={proxy}"] if proxy else []
        command = ["debootstrap", "--variant=minbase", "--include=ca-certificates", self.suite, str(partial), _mirror()]
        _as_root(["env", *settings, *command], log=partial.parent / f"{self.suite}.log")
        _as_root(["mv", str(partial), str(self.root)])

    def _install(self, project: Path, packages: Sequence[str]) -> None:
        say(f"Installing LibreOffice from {self.suite}-backports")
        lines = [f"deb {_mirror()} {suite} main" for suite in (self.suite, self.suite + "-updates", self._backports)]
        self._write("etc/apt/sources.list", "\n".join(lines) + "\n")
        self._write("etc/apt/apt.conf.d/00machine", _apt_settings())
        for place in (Path("/etc/apt/auth.conf"), Path("/etc/apt/auth.conf.d")):
            if place.exists():
                _as_root(["cp", "-rT", str(place), f"{self.root}{place}"])
        wanted = shlex.join(packages)
        script = (
            "apt-get update -q && apt-get install -y -q --no-install-recommends"
            f" -t {self._backports} {wanted} && apt-get clean"
        )
        self._make(project, ["sh", "-c", script], "packages")

    def _make_environment(self, project: Path) -> None:
        say(f"Making the virtual environment of {self.suite}")
        settings = _pip_settings()
        shown = {str(self._shown(path)) for path in _local_paths(settings.values())}
        environment = [f"{key}={value}" for key, value in settings.items()]
        script = f"/usr/bin/python3 -m venv --clear /venv && env \"$@\" {PYTHON} -m pip install -q -e '.[docx,dev]'"
        self._make(project, ["sh", "-c", script, "sh", *environment], "pip", sorted(shown))

    def _shown(self, path: Path) -> Path:
        """An index of files may lead to files beside it, so the folder around it, where nothing of its own stands."""
        there = Path(f"{self.root}{path.parent}")
        return path if there.is_dir() and any(there.iterdir()) else path.parent

    def _make(self, project: Path, command: Sequence[str], name: str, shown: Sequence[str] = ()) -> None:
        log = self.root.parent / f"{self.suite}-{name}.log"
        places = [str(CERTIFICATES), "/etc/resolv.conf", "/etc/hosts"]
        shown = [*(place for place in places if Path(place).exists()), *shown]
        reports = self.root.parent / "reports"
        reports.mkdir(exist_ok=True)
        if self._inside(project, reports, command, MAKING_SECONDS, log, [], shown) != 0:
            raise SystemExit(f"{self.suite}: could not be made; see {log}")

    def _inside(
        self,
        project: Path,
        reports: Path,
        command: Sequence[str],
        seconds: int,
        log: Path,
        separate: Sequence[str],
        shown: Sequence[str] = (),
    ) -> int:
        own = ["unshare", "--mount", "--pid", "--ipc", *separate, "--fork", "--kill-child", "--"]
        settings = [f"{key}={value}" for key, value in ENVIRONMENT.items()]
        places = [str(self.root), str(project), str(reports), str(seconds), *dict.fromkeys(shown)]
        whole = [*own, "env", "-i", *settings, str(INSIDE), *places, "--", *command]
        return _as_root(whole, log=log, seconds=seconds + SPARE_SECONDS, check=False)

    @property
    def _backports(self) -> str:
        return self.suite + "-backports"

    def _said(self, name: str) -> str:
        path = self.root / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def _remember(self, name: str, text: str) -> None:
        self._write(name, text)

    def _write(self, name: str, text: str) -> None:
        subprocess.run(
            [*_sudo(), "tee", str(self.root / name)],
            input=text.encode("utf-8"),
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=60,
        )


def version_in(words: str) -> str:
    """The number in what ``soffice --version`` says.

    >>> version_in("LibreOffice 25.2.3.2 520(Build:2)")
    '25.2.3.2'
    """
    after = words.partition("LibreOffice ")[2].split()
    return after[0] if after else "no office"


def may_be_root() -> bool:
    """Whether this user can make and enter another Debian without being asked for a password."""
    return os.geteuid() == 0 or subprocess.run([*_sudo(), "true"], capture_output=True, timeout=60).returncode == 0


def say(words: str) -> None:
    print(words, flush=True)


def _sudo() -> List[str]:
    return [] if os.geteuid() == 0 else ["sudo", "-n"]


def _as_root(
    command: Sequence[str], log: Optional[Path] = None, seconds: int = MAKING_SECONDS, check: bool = True
) -> int:
    place = log or Path(os.devnull)
    with place.open("wb") as output:
        done = subprocess.Popen([*_sudo(), *command], stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        try:
            code = done.wait(seconds)
        except subprocess.TimeoutExpired:
            done.kill()
            code = done.wait()
        except BaseException:  # this program is ended: what it started ends with it
            done.kill()
            raise
    if check and code != 0:
        raise SystemExit(f"{shlex.join(command)}: exit code {code}; see {place}")
    return code


def _mirror() -> str:
    """Where this machine's own Debian comes from: the first source that is not the one of security updates."""
    targets = ["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT)", "Created-By: Packages"]
    for line in _output(targets).splitlines():
        address, release, component = line.split()
        if component == "main" and "-" not in release:
            return address
    raise SystemExit("this machine's apt names no Debian mirror")


def _apt_settings() -> str:
    """How this machine's apt fetches: proxies, certificates, retries, dates."""
    lines = _output(["apt-config", "dump"]).splitlines()
    wanted = [line for line in lines if line.startswith("Acquire::") and "IndexTargets" not in line]
    return "\n".join(wanted) + "\n"


def _apt_setting(name: str) -> str:
    return _output(["apt-config", "dump", "--no-empty", "--format", "%v%n", name]).strip()


def _pip_settings() -> Dict[str, str]:
    """How this machine's pip fetches, as environment variables.

    A line of the settings reads global.extra-index-url='file:///opt/index'; a later one wins.
    """
    settings = {}
    for line in _output([sys.executable, "-m", "pip", "config", "list"]).splitlines():
        key, _, value = line.partition("=")
        settings["PIP_" + key.rpartition(".")[2].upper().replace("-", "_")] = shlex.split(value)[0]
    return settings


def _local_paths(values: object) -> List[Path]:
    words = [word for value in values for word in str(value).split()]  # type: ignore[attr-defined]
    paths = [Path(urlsplit(word).path) for word in words if word.startswith(("/", "file://"))]
    return [path for path in paths if path.exists()]


def _output(command: Sequence[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")


def require(*programs: str) -> None:
    """Stop, naming what is missing."""
    lacking = [program for program in programs if shutil.which(program) is None]
    if lacking:
        raise SystemExit(f"missing: {', '.join(lacking)}")
