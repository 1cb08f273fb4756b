"""Packs the extension: ``python extension/build.py [OUT]`` writes ``dist/vanthu.oxt``.

The same files always give the same bytes: names in order, one fixed date, no caches, no tests.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from typing import Callable, Dict, Iterator, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parent))  # its neighbours, also when it is loaded by its path

import catalogs

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
SINGLE_FILES = {
    "description.xml": EXTENSION / "description.xml",
    "component.py": EXTENSION / "component.py",
    "LICENSE": PROJECT / "LICENSE",
}
MADE: Dict[str, Callable[[], bytes]] = {
    "locale/en/LC_MESSAGES/vanthu.mo": catalogs.compiled,
}


def build(destination: Path) -> Path:
    """Write the .oxt; it stands whole under its name or not at all."""
    destination.parent.mkdir(parents=True, exist_ok=True)
    unfinished = destination.with_name(destination.name + ".part")
    with zipfile.ZipFile(unfinished, "w") as oxt:
        for name, content in contents().items():
            oxt.writestr(_entry(name), content)
    unfinished.replace(destination)
    return destination


def unpack(folder: Path) -> Path:
    """Lay the extension out as ``folder/vanthu``, for ``soffice -env:BUNDLED_EXTENSIONS=<URL of folder>``."""
    home = folder / "vanthu"
    for name, content in contents().items():
        target = home / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return home


def contents() -> Dict[str, bytes]:
    """Names inside the .oxt, in order, and what stands under them."""
    found = {name: path.read_bytes() for name, path in SINGLE_FILES.items()}
    found.update({name: make() for name, make in MADE.items()})
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


if __name__ == "__main__":
    print(build(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT))
