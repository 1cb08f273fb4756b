"""Opens Writer with the extension as it stands here, in a profile of its own: ``python extension/try_out.py``.

Nothing is installed; your own LibreOffice settings are not touched. Ends when Writer is closed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

from build import PROJECT, unpack

WORK = PROJECT / ".dev" / "try-out"


def main() -> int:
    """Lay the extension out, start Writer, wait."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        print("LibreOffice was not found on the search path.", file=sys.stderr)
        return 1
    extensions = WORK / "extensions"
    shutil.rmtree(extensions, ignore_errors=True)
    unpack(extensions)
    command = [
        program,
        "-env:UserInstallation=" + (WORK / "profile").as_uri(),
        "-env:BUNDLED_EXTENSIONS=" + extensions.as_uri(),
        "--norestore",
        "--nologo",
        "--writer",
    ]
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
