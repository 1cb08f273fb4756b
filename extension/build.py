"""Packs the extension: ``python extension/build.py [OUT] [--updates ADDRESS]`` writes ``dist/vanthu.oxt``.

Beside it stands ``vanthu.update.xml``, for a publisher who offers updates at an address (of a folder that holds both).

The same files always give the same bytes: names in order, one fixed date, no caches, no tests.
"""

from __future__ import annotations

import argparse
import os
import sys
import zipfile
from pathlib import Path
from typing import Callable, Dict, Iterator, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parent))  # its neighbours, also when it is loaded by its path

import catalogs
import help_pages
import updates

PROJECT = Path(__file__).resolve().parents[1]
EXTENSION = PROJECT / "extension"
DEFAULT = PROJECT / "dist" / "vanthu.oxt"
FIXED_DATE = (2020, 3, 5, 0, 0, 0)  # a zip must hold some date; this is the day Nghị định 30/2020/NĐ-CP took effect

# folder inside the .oxt -> where it comes from, and what of it travels
SOURCES: Dict[str, Tuple[Path, Tuple[str, ...]]] = {
    "META-INF": (EXTENSION / "META-INF", ("*.xml",)),
    "description": (EXTENSION / "description", ("*.txt",)),
    "dialogs": (EXTENSION / "dialogs", ("*.xdl",)),
    "icons": (EXTENSION / "icons", ("*.png",)),
    "macros": (EXTENSION / "macros", ("*.py",)),
    "registry": (EXTENSION / "registry", ("*.xcu",)),
    "pythonpath/vanthu": (PROJECT / "core" / "vanthu", ("*.py",)),
    "pythonpath/vanthu_uno": (EXTENSION / "pythonpath" / "vanthu_uno", ("*.py",)),
    "pythonpath/vanthu_tomli": (EXTENSION / "vendor" / "vanthu_tomli", ("*.py", "LICENSE")),
    "forms": (PROJECT / "forms", ("*.toml",)),
    "templates/fragments/docx": (PROJECT / "templates" / "fragments" / "docx", ("*.docx",)),
    "templates/docx": (PROJECT / "templates" / "docx", ("*.docx",)),
}
AT_HOME = {"examples"}  # the records of the real documents are for developers
DESCRIPTION = "description.xml"
SINGLE_FILES = {
    "component.py": EXTENSION / "component.py",
    "LICENSE": PROJECT / "LICENSE",
}
MADE: Dict[str, Callable[[], bytes]] = {
    "locale/en/LC_MESSAGES/vanthu.mo": catalogs.compiled,
}


def build(destination: Path, address: str = "") -> Path:
    """Write the .oxt, whole or not at all, and its update file; ``address``: where updates of it are offered."""
    address = updates.checked(address)
    packed = contents(address)
    destination.parent.mkdir(parents=True, exist_ok=True)
    unfinished = destination.with_name(destination.name + ".part")
    with zipfile.ZipFile(unfinished, "w") as oxt:
        for name, content in packed.items():
            oxt.writestr(_entry(name), content)
    unfinished.replace(destination)
    update = updates.update_file(packed[DESCRIPTION], address)
    destination.with_name(updates.FILE).write_bytes(update)
    return destination


def unpack(folder: Path) -> Path:
    """Lay the extension out as ``folder/vanthu``, for ``soffice -env:BUNDLED_EXTENSIONS=<URL of folder>``."""
    home = folder / "vanthu"
    for name, content in contents().items():
        target = home / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return home


def contents(address: str = "") -> Dict[str, bytes]:
    """Names inside the .oxt, in order, and what stands under them."""
    found = {name: path.read_bytes() for name, path in SINGLE_FILES.items()}
    found[DESCRIPTION] = updates.with_information((EXTENSION / DESCRIPTION).read_bytes(), address)
    found.update({name: make() for name, make in MADE.items()})
    found.update({f"help/{name}": content for name, content in help_pages.pages().items()})
    for inside, (folder, patterns) in SOURCES.items():
        for path in _files(folder, patterns):
            if AT_HOME & set(path.relative_to(PROJECT).parts):
                continue
            found[f"{inside}/{path.relative_to(folder).as_posix()}"] = path.read_bytes()
    strange = [name for name in found if not name.isascii()]
    if strange:
        raise ValueError(f"names in an .oxt must be ASCII: {', '.join(strange)}")
    return dict(sorted(found.items()))


def _files(folder: Path, patterns: Tuple[str, ...]) -> Iterator[Path]:
    for pattern in patterns:
        yield from folder.rglob(pattern)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, FIXED_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # the same on every machine, with plain rights for every file
    entry.external_attr = 0o644 << 16
    return entry


def main() -> int:
    """Build as the command line and the environment say."""
    parser = argparse.ArgumentParser(description="Pack the extension.")
    parser.add_argument("out", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--updates", metavar="ADDRESS", default=os.environ.get("VANTHU_UPDATES", ""))
    options = parser.parse_args()
    try:
        print(build(options.out, options.updates))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
