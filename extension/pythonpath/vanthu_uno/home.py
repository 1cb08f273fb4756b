"""Where the installed extension lies, and the names it is known by in the office."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import uno

IDENTIFIER = "vn.vanthu.office"
PACKAGES = "/singletons/com.sun.star.deployment.PackageInformationProvider"


def home(context: Any) -> str:
    """System path of the extension's own folder; the folder of this file where the office knows no such package."""
    url = home_url(context)
    return uno.fileUrlToSystemPath(url) if url else str(Path(__file__).resolve().parents[2])


def home_url(context: Any) -> str:
    """File URL of the extension's folder, without a slash at its end; empty when the office does not know it."""
    packages = context.getByName(PACKAGES) if context.hasByName(PACKAGES) else None
    url = packages.getPackageLocation(IDENTIFIER) if packages else ""
    return str(url).rstrip("/")


def window_file(context: Any, name: str) -> Path:
    """The file of a dialog or panel: ``window_file(context, "profile.xdl")``."""
    return Path(home(context)) / "dialogs" / name


def file_url(path: Path) -> str:
    """File URL of an absolute path, as the office writes it."""
    return str(uno.systemPathToFileUrl(str(path)))
