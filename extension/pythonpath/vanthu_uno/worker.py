"""The batch side's hand inside Writer: opens a template, fills it as the sidebar does, stores it.

Run as ``python -m vanthu_uno.worker PIPE TEMPLATE RECORD TARGET FILTER`` by a Python that knows ``uno``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any, List

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

from vanthu.data_error import DataError
from vanthu.record_file import load as load_record

from .home import file_url
from .open_sessions import session_of
from .opening import desktop_of, load

REFUSED, LEFT_TAGS = 3, 4  # exit codes after one line for the person: about the file; about tags that nobody fills
_SECONDS = 60


def main(arguments: List[str]) -> int:
    """Fill one document. Where tags are left in it, it is not stored, and what the sidebar would say is printed."""
    pipe, template, record, target, filter_name = arguments
    desktop = _desktop(pipe)
    # As a template it opens untitled: no lock file beside it, and it may lie in a read-only folder.
    try:
        document = load(desktop, _url(template), "Hidden", "AsTemplate")
        try:
            session = session_of(document)
            session.set_record(load_record(Path(record)))
            report = session.fill(overwrite_hand_edited=True)  # nothing in a template is a clerk's last word
            if report.about_tags:
                print(" ".join(report.about_tags))
                return LEFT_TAGS
            document.storeToURL(_url(target), (PropertyValue(Name="FilterName", Value=filter_name),))
        finally:
            document.close(True)
            _end(desktop)
    except DataError as error:
        print(error)
        return REFUSED
    return 0


def _desktop(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    context = _connected(resolver, "uno:pipe,name={};urp;StarOffice.ComponentContext".format(pipe))
    return desktop_of(context)


def _end(desktop: Any) -> None:
    try:
        desktop.terminate()
    except DisposedException:  # it has ended before it could answer, as 26.8.2 did in 2 of 31 runs
        return


def _connected(resolver: Any, address: str) -> Any:
    deadline = time.monotonic() + _SECONDS
    while True:
        try:
            return resolver.resolve(address)
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def _url(path: str) -> str:
    return file_url(Path(path).resolve())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
