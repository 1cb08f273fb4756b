"""The packed extension: what is in it, what any Python can read of it, and that an office takes it."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, Dict, Iterator, List
from xml.etree import ElementTree

import pytest
from office.office_process import import_uno
from office.windows_rules import fits_windows, imported, posix_only

import vanthu

PROJECT = Path(__file__).resolve().parents[2]
IDENTIFIER = "vn.vanthu.office"
OOR = "{http://openoffice.org/2001/registry}"
MANIFEST = "{http://openoffice.org/2001/manifest}"
DESCRIPTION = "{http://openoffice.org/extensions/description/2006}"
ORDINARY_USER = "nobody"
MACRO = "vnd.sun.star.script:vanthu.oxt|macros|vanthu_macros.py${}?language=Python&location=user:uno_packages"


def load(path: Path) -> ModuleType:
    place = importlib.util.spec_from_file_location(path.stem + "_of_extension", path)
    assert place is not None and place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module


build = load(PROJECT / "extension" / "build.py")


@pytest.fixture(scope="module")
def oxt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build.build(tmp_path_factory.mktemp("oxt") / "vanthu.oxt")


@pytest.fixture(scope="module")
def packed(oxt: Path) -> Dict[str, bytes]:
    with zipfile.ZipFile(oxt) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    builds = [build.build(tmp_path / name).read_bytes() for name in ("one.oxt", "two.oxt")]
    assert len({hashlib.sha256(content).hexdigest() for content in builds}) == 1


def test_the_builder_is_a_command(tmp_path: Path) -> None:
    out = tmp_path / "new folder" / "vanthu.oxt"
    subprocess.run([sys.executable, str(PROJECT / "extension" / "build.py"), str(out)], check=True, timeout=60)
    assert zipfile.is_zipfile(out)


def test_everything_needed_travels_and_nothing_else(packed: Dict[str, bytes]) -> None:
    folders = {name.rsplit("/", 1)[0] for name in packed}
    for folder in ("forms/dvht", "forms/layout", "templates/docx", "pythonpath/vanthu", "pythonpath/vanthu_tomli"):
        assert folder in folders
    for name in ("LICENSE", "pythonpath/vanthu_tomli/LICENSE", "pythonpath/vanthu_uno/session.py", "description.xml"):
        assert name in packed
    strange = [n for n in packed if "__pycache__" in n or "test" in n or n.endswith((".pyc", ".svg", ".md"))]
    assert strange == []


def test_names_are_ascii(packed: Dict[str, bytes]) -> None:
    assert [name for name in packed if not name.isascii()] == []


def test_a_name_that_is_not_ascii_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "SINGLE_FILES", {"văn-thư.txt": PROJECT / "LICENSE"})
    with pytest.raises(ValueError, match=r"văn-thư\.txt"):
        build.contents()


def test_the_manifest_names_every_part_the_office_must_load(packed: Dict[str, bytes]) -> None:
    entries = ElementTree.fromstring(packed["META-INF/manifest.xml"]).iter(MANIFEST + "file-entry")
    listed = {entry.get(MANIFEST + "full-path") for entry in entries}
    assert listed == {name for name in packed if name.endswith(".xcu")} | {"component.py", "macros/"}


LATE = ("commands.py", "dispatch.py")  # the second must not import the first when the office starts


def test_every_command_is_a_macro_too(packed: Dict[str, bytes]) -> None:
    commands = ast.parse(packed["pythonpath/vanthu_uno/commands.py"].decode("utf-8"))
    table = next(n.value for n in commands.body if isinstance(n, ast.AnnAssign) and n.target.id == "COMMANDS")
    tree = ast.parse(packed["macros/vanthu_macros.py"].decode("utf-8"), feature_version=(3, 4))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    sent = [call.args[0].value for call in calls if isinstance(call.func, ast.Name) and call.func.id == "_send"]
    exported = [node for node in tree.body if isinstance(node, ast.Assign)][-1]

    assert sorted(sent) == sorted(key.value for key in table.keys)
    assert len(exported.value.elts) == len(sent)


def test_the_office_is_offered_every_command_by_its_name(packed: Dict[str, bytes]) -> None:
    trees = {name: ast.parse(packed["pythonpath/vanthu_uno/" + name].decode("utf-8")) for name in LATE}
    table = next(n.value for n in trees["commands.py"].body if isinstance(n, ast.AnnAssign))
    assigned = [node for node in trees["dispatch.py"].body if isinstance(node, ast.Assign)]
    names = next(node.value for node in assigned if getattr(node.targets[0], "id", "") == "NAMES")
    offered = [node.value for node in ast.walk(names) if isinstance(node, ast.Constant)]

    assert sorted(offered) == sorted(key.value for key in table.keys)
    imports = [node for node in trees["dispatch.py"].body if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert "commands" not in [alias.name for node in imports for alias in node.names]


def test_no_two_names_differ_only_in_case(packed: Dict[str, bytes]) -> None:
    every = set(packed)
    for name in packed:  # folders too: "Forms/a" and "forms/b" are one folder on Windows
        parts = name.split("/")[:-1]
        every.update("/".join(parts[:length]) for length in range(1, len(parts) + 1))
    assert len({name.casefold() for name in every}) == len(every)


def test_every_name_can_be_written_on_windows(packed: Dict[str, bytes]) -> None:
    assert [name for name in packed if not fits_windows(name)] == []


@pytest.mark.parametrize(
    "name", ["forms/aux.toml", "a/CON", "nul", "forms/x.", "x /y", "a:b", "b?.py", "a\\b", "a\tb", "x/" * 60 + "y"]
)
def test_names_that_windows_refuses_are_known(name: str) -> None:
    assert not fits_windows(name)


def test_lists_of_corrections_stay_at_home(packed: Dict[str, bytes]) -> None:
    assert [name for name in packed if "examples" in name] == []


def test_the_version_is_the_cores(packed: Dict[str, bytes]) -> None:
    description = ElementTree.fromstring(packed["description.xml"])
    assert description.find(DESCRIPTION + "version").get("value") == vanthu.__version__
    assert description.find(DESCRIPTION + "identifier").get("value") == IDENTIFIER


def test_every_file_that_the_extension_names_is_in_it(packed: Dict[str, bytes]) -> None:
    link = "{http://www.w3.org/1999/xlink}href"
    named = [e.get(link) for e in ElementTree.fromstring(packed["description.xml"]).iter() if e.get(link)]
    for name in (name for name in packed if name.endswith(".xcu")):
        values = [value.text or "" for value in ElementTree.fromstring(packed[name]).iter("value")]
        named += [value.split("/../")[-1] for value in values if value.startswith("%origin%")]
        named += [value.split(IDENTIFIER + "/")[-1] for value in values if value.startswith("vnd.sun.star.extension:")]
    assert len(named) > 5
    assert [name for name in named if name not in packed] == []


def test_titles_are_written_for_both_languages(packed: Dict[str, bytes]) -> None:
    for name in (name for name in packed if name.endswith(".xcu")):
        for property_ in ElementTree.fromstring(packed[name]).iter("prop"):
            if property_.get(OOR + "name") == "Title":
                languages = [v.get("{http://www.w3.org/XML/1998/namespace}lang") for v in property_.iter("value")]
                assert languages == ["vi", "en-US"]


def test_the_oldest_python_of_an_office_can_read_every_module(packed: Dict[str, bytes]) -> None:
    modules = [name for name in packed if name.endswith(".py")]
    assert len(modules) > 20
    for name in modules:
        ast.parse(packed[name].decode("utf-8"), name, feature_version=(3, 8))


def test_the_first_file_reads_on_any_python_3_and_imports_late(packed: Dict[str, bytes]) -> None:
    tree = ast.parse(packed["component.py"].decode("utf-8"), feature_version=(3, 4))
    assert [n for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom)) for n in imported(node)] == [
        "unohelper"
    ]


def test_nothing_packed_needs_a_posix_system(packed: Dict[str, bytes]) -> None:
    modules = [name for name in packed if name.endswith(".py")]
    assert {name: found for name in modules if (found := posix_only(packed[name].decode("utf-8")))} == {}


@pytest.mark.parametrize(
    "line",
    [
        "import fcntl",
        "from pwd import getpwuid",
        "import os\nos.fork()",
        "import os as o\no.getuid()",
        "from os import kill",
        "import signal\nprint(signal.SIGKILL)",
        "import socket\nsocket.AF_UNIX",
        "import os\ngetattr(os, 'fork')()",
        "open('/tmp/x')",
        "open('/proc/self/status')",
    ],
)
def test_what_only_a_posix_system_has_is_known(line: str) -> None:
    assert posix_only(line)


def test_what_every_system_has_is_allowed() -> None:
    assert not posix_only("import os, signal\nos.environ, os.pathsep, signal.SIGTERM\nx = '/forms'\nself.kill()")


@pytest.mark.office
def test_an_ordinary_user_installs_it_and_the_office_finds_its_parts(home_of_user: Path, oxt: Path) -> None:
    shutil.copy(oxt, home_of_user / "vanthu.oxt")
    run("unopkg", "add", "-f", str(home_of_user / "vanthu.oxt"), home=home_of_user)
    listed = run("unopkg", "list", IDENTIFIER, home=home_of_user)
    assert f"Version: {vanthu.__version__}" in listed
    assert "is registered: yes" in listed
    with running_office(home_of_user) as context:
        packages = context.getByName("/singletons/com.sun.star.deployment.PackageInformationProvider")
        assert packages.getPackageLocation(IDENTIFIER).endswith("vanthu.oxt")
        for part in ("vn.vanthu.ProtocolHandler", "vn.vanthu.PanelFactory"):
            assert context.ServiceManager.createInstanceWithContext(part, context) is not None
        assert_macros_are_listed(context)
        assert_macros_work(context)
    run("unopkg", "remove", IDENTIFIER, home=home_of_user)
    assert IDENTIFIER not in run("unopkg", "list", home=home_of_user)


def assert_macros_are_listed(context: Any) -> None:
    """Our package stands where one chooses a macro for a button; what is in it cannot be seen from another process."""
    from com.sun.star.script.browse.BrowseNodeFactoryViewTypes import MACROSELECTOR

    root = context.getByName("/singletons/com.sun.star.script.browse.theBrowseNodeFactory").createView(MACROSELECTOR)
    [mine] = [node for node in root.getChildNodes() if node.getName() == "user"]
    assert "vanthu.oxt" in [node.getName() for node in mine.getChildNodes()]


def assert_macros_work(context: Any) -> None:
    """A macro of ours, run as a button would run it, fills the document in front."""
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
    document.Text.setString("Năm {{ nam }}")
    factory = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.script.provider.MasterScriptProviderFactory", context
    )
    macro = factory.createScriptProvider("").getScript(MACRO.format("dien_vao_van_ban"))
    document.getCurrentController().getFrame().activate()

    macro.invoke((), (), ())

    end = time.monotonic() + 20
    while "{{" in document.Text.getString() and time.monotonic() < end:
        time.sleep(0.1)
    assert document.Text.getString()[4:].isdigit()
    document.close(True)


@pytest.fixture
def home_of_user() -> Iterator[Path]:
    """A folder of a user without special rights; the office refuses extensions to the administrator."""
    if shutil.which("unopkg") is None or shutil.which("soffice") is None:
        pytest.skip("needs unopkg and soffice (Debian: libreoffice-writer)")
    if is_root() and shutil.which("runuser") is None:
        pytest.skip("needs runuser to act as an ordinary user")
    folder = Path(tempfile.mkdtemp(prefix="vanthu-user-"))
    if is_root():
        shutil.chown(folder, ORDINARY_USER)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def as_user(command: List[str], home: Path) -> List[str]:
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    asked = [command[0], profile, *command[1:]] if command[0] == "soffice" else [*command, profile]
    return ["runuser", "-u", ORDINARY_USER, "--", *asked] if is_root() else asked


def run(*command: str, home: Path) -> str:
    with (home / "output.txt").open("w+", encoding="utf-8") as output:
        subprocess.run(
            as_user(list(command), home),
            cwd=home,  # the folder of the project may be closed to that user
            check=False,
            timeout=120,
            env={**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        output.seek(0)
        return output.read()


@contextmanager
def running_office(home: Path) -> Iterator[Any]:
    """A headless office of the ordinary user, reached over a socket; its context inside the ``with``."""
    accept = f"socket,host=127.0.0.1,port={free_port()};urp;"
    command = ["soffice", f"--accept={accept}", "--headless", "--norestore", "--nologo", "--nolockcheck"]
    with (home / "office.log").open("wb") as log:
        process = subprocess.Popen(
            as_user(command, home),
            env={**os.environ, "HOME": str(home)},
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        context = connect(accept)
        yield context
        context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        process.wait(30)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def connect(accept: str) -> Any:
    uno = import_uno()
    no_connection = uno.getClass("com.sun.star.connection.NoConnectException")
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + 60
    while True:
        try:
            return resolver.resolve(f"uno:{accept}StarOffice.ComponentContext")
        except no_connection:
            assert time.monotonic() < end, "the office did not start"
            time.sleep(0.1)
