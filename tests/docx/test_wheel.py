"""The wheel holds everything that the installed command needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest

from vanthu_docx.house import folder

PROJECT = folder("forms").parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    made = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, timeout=120)
    return next(made.glob("*.whl"))


def test_rules_and_templates_travel_in_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())

    for name in ("forms", "templates"):
        for path in folder(name).rglob("*.*"):
            if path.suffix in (".toml", ".docx") and not path.name.startswith("."):
                assert "vanthu_docx/data/{}".format(path.relative_to(folder(name).parent).as_posix()) in names
    assert {"vanthu/assess.py", "vanthu_docx/engine.py", "vanthu_uno/worker.py"} <= names
    assert not [name for name in names if name.startswith("tests")]


@pytest.mark.office
@pytest.mark.parametrize("engine", ["docx", "writer"])
def test_the_command_runs_from_the_wheel_alone(wheel, tmp_path, engine):
    with zipfile.ZipFile(wheel) as package:
        package.extractall(tmp_path)
    script = "import sys; sys.path.insert(0, {!r}); from vanthu_docx.command_line import main; sys.exit(main({!r}))"
    out = tmp_path / "bc.docx"
    record = tmp_path / "vanthu_docx" / "data" / "forms" / "examples" / "001.toml"
    arguments = ["render", "bao-cao-tu-danh-gia", str(record), "-o", str(out), "--engine", engine]

    done = subprocess.run(
        [sys.executable, "-c", script.format(str(tmp_path), arguments)], cwd=tmp_path, capture_output=True, timeout=120
    )

    assert (done.returncode, out.is_file()) == (1, True), done.stderr.decode("utf-8")
