"""Update information: only an extension built with an address names one; the office understands what stands there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from office.test_extension import DESCRIPTION, IDENTIFIER, PROJECT, build, home_of_user, run, running_office

import vanthu

__all__ = ["home_of_user"]  # a fixture

UPDATE = "{http://openoffice.org/extensions/update/2006}"
LINK = "{http://www.w3.org/1999/xlink}href"
ADDRESS = "https://vi-du.vn/văn thư & phần mềm"
KNOWN = {  # the elements of an extension's description, as the developers' guide lists them
    *("identifier", "version", "platform", "dependencies", "update-information", "registration", "publisher"),
    *("release-notes", "display-name", "icon", "extension-description"),
}


def described(oxt: Path) -> ElementTree.Element:
    with zipfile.ZipFile(oxt) as archive:
        return ElementTree.fromstring(archive.read("description.xml"))


def test_an_extension_built_without_an_address_names_none(tmp_path: Path) -> None:
    oxt = build.build(tmp_path / "vanthu.oxt")

    assert described(oxt).find(DESCRIPTION + "update-information") is None
    assert b'<src xlink:href="vanthu.oxt"/>' in (tmp_path / "vanthu.update.xml").read_bytes()


def test_an_extension_built_with_an_address_names_its_update_file_there(tmp_path: Path) -> None:
    description = described(build.build(tmp_path / "vanthu.oxt", ADDRESS + "/"))

    information = description.find(DESCRIPTION + "update-information")
    assert information is not None
    assert [source.get(LINK) for source in information] == [ADDRESS + "/vanthu.update.xml"]
    assert {element.tag for element in description} <= {DESCRIPTION + name for name in KNOWN}
    assert len({element.tag for element in description}) == len(description)


def test_the_update_file_names_this_version_and_its_download(tmp_path: Path) -> None:
    build.build(tmp_path / "vanthu.oxt", ADDRESS)
    update = ElementTree.parse(tmp_path / "vanthu.update.xml").getroot()

    assert update.find(UPDATE + "identifier").get("value") == IDENTIFIER
    assert update.find(UPDATE + "version").get("value") == vanthu.__version__
    assert update.find(f"{UPDATE}update-download/{UPDATE}src").get(LINK) == ADDRESS + "/vanthu.oxt"


def test_an_address_makes_no_other_difference(tmp_path: Path) -> None:
    plain, named = build.contents(), build.contents(ADDRESS)

    assert [name for name in plain if plain[name] != named[name]] == ["description.xml"]


def test_the_command_takes_the_address_from_its_option_or_the_environment(tmp_path: Path) -> None:
    for number, (options, environment) in enumerate(((["--updates", ADDRESS], ""), ([], ADDRESS))):
        out = tmp_path / str(number) / "vanthu.oxt"
        environ = {**os.environ, "VANTHU_UPDATES": environment}
        command = [sys.executable, str(PROJECT / "extension" / "build.py"), str(out), *options]
        subprocess.run(command, check=True, timeout=60, env=environ, capture_output=True)
        assert described(out).find(DESCRIPTION + "update-information") is not None


def test_what_is_no_address_is_refused_in_one_line(tmp_path: Path) -> None:
    command = [
        sys.executable,
        str(PROJECT / "extension" / "build.py"),
        str(tmp_path / "a.oxt"),
        "--updates",
        "vi-du.vn",
    ]
    done = subprocess.run(command, timeout=60, capture_output=True, check=False)

    assert done.returncode == 2
    assert done.stderr.decode("utf-8").count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.office
def test_the_office_finds_a_newer_version_at_the_address(home_of_user: Path) -> None:
    offered = home_of_user / "cập nhật"
    oxt = build.build(offered / "vanthu.oxt", offered.as_uri())
    update = offered / "vanthu.update.xml"
    newer = update.read_text(encoding="utf-8").replace(f'"{vanthu.__version__}"', '"99.0"')
    run("unopkg", "add", "-f", str(oxt), home=home_of_user)

    with running_office(home_of_user) as context:
        packages = context.getByName("/singletons/com.sun.star.deployment.PackageInformationProvider")
        assert packages.isUpdateAvailable(IDENTIFIER) == ()
        update.write_text(newer, encoding="utf-8")
        assert packages.isUpdateAvailable(IDENTIFIER) == ((IDENTIFIER, "99.0"),)


@pytest.mark.office
def test_the_office_takes_an_extension_without_an_address_and_asks_nowhere(home_of_user: Path) -> None:
    oxt = build.build(home_of_user / "vanthu.oxt")
    run("unopkg", "add", "-f", str(oxt), home=home_of_user)

    assert "is registered: yes" in run("unopkg", "list", IDENTIFIER, home=home_of_user)
