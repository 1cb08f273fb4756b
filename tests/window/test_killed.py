"""A Writer killed in the middle of a fill (kill -9, a power cut), started again, what it had saved taken back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from core.factories import EXAMPLE
from window.desktop import PROJECT, Desktop, again_until, missing, until
from window.eyes import look_at_dialogs
from window.test_nothing_lost import FILLED, NEXT, score_first
from window.test_sidebar import FILL, SCORE, printed

from vanthu.record_file import load
from vanthu_docx.house import open_library
from vanthu_docx.render import render

pytestmark = pytest.mark.window

RECOVERY = re.compile("Recovery|Phục hồi|Khôi phục", re.IGNORECASE)
KILLED = 137  # what a process ended by signal 9 is said to have returned
MACRO = """
import os
from com.sun.star.util import URL
from vanthu_uno.paper import Paper

def die_in_the_next_fill():
    def die(self, styles):  # the texts of the places are written, the tables are not
        os.kill(os.getpid(), 9)
    Paper._dress = die

def save_what_is_open():  # as the office does by itself every ten minutes
    recovery = XSCRIPTCONTEXT.getComponentContext().getByName("/singletons/com.sun.star.frame.theAutoRecovery")
    protocol, path = "vnd.sun.star.autorecovery:", "/doSessionSave"
    recovery.dispatch(URL(Complete=protocol + path, Main=protocol + path, Protocol=protocol, Path=path), ())
"""


def test_a_report_is_whole_after_the_office_was_killed_in_the_middle_of_a_fill(tmp_path: Path) -> None:
    if missing():
        pytest.skip(f"a window test needs {', '.join(missing())}")
    folder = tmp_path / "bàn làm việc"  # the profile, the extension and the report in a folder with blanks and marks
    folder.mkdir()
    path = tmp_path / "Báo cáo năm 2023.docx"
    render(open_library(), "bao-cao-tu-danh-gia", load(EXAMPLE), path)
    saved = path.read_bytes()
    with Desktop(folder, restores=True) as desk:
        report = desk.open(path)
        score_first(desk, report, "9")
        desk.keys("Return")
        desk.see(report, "92/100", "LABEL")
        run(desk, "save_what_is_open")
        settings = desk.folder / "profile" / "user" / "registrymodifications.xcu"
        until(lambda: b"/backup/" in settings.read_bytes(), "what was open is saved, and that it is", 30)
        run(desk, "die_in_the_next_fill")
        desk.keys("ctrl+9")
        assert desk.processes[-1].wait(30) == KILLED
        assert path.read_bytes() == saved

        desk.start_again()
        until(lambda: RECOVERY.search(desk.in_front()), "the office offers what it had saved", 40)
        desk.screenshot(PROJECT / "out" / "recovery.png")
        again_until(lambda: go_on(desk), desk.documents, "the report is taken back")
        report = desk.documents()[0]
        again_until(lambda: go_on(desk), lambda: report.Title in desk.in_front(), "the report in front")
        desk.enlarge(report)

        assert FILLED in printed(report)
        assert NEXT not in printed(report)
        desk.keys("ctrl+7")
        until(lambda: desk.button(report, FILL), "the deck is open")
        desk.see(report, "92/100", "LABEL")
        assert desk.field(report, SCORE).text == "9"
        desk.keys("ctrl+9")
        until(lambda: NEXT in printed(report), "the next fill finds every place")
        assert desk.button(report, "Ghi đè chỗ sửa tay") is None
        report.store()
        assert path.read_bytes() != saved
        assert not (desk.folder / "profile" / "user" / "vanthu.log").exists()


def go_on(desk: Desktop) -> None:
    """Answer the dialog of the recovery: by its first button, which Enter need not mean where a list has the keys."""
    buttons = [one for one in look_at_dialogs(desk.context) if one.role == "PUSH_BUTTON" and "ENABLED" in one.states]
    if buttons:
        desk.click(buttons[0])


def run(desk: Desktop, name: str) -> Any:
    """One of the macros, inside the office."""
    place = desk.folder / "profile" / "user" / "Scripts" / "python" / "dying.py"
    place.write_text(MACRO, encoding="utf-8")
    factory = desk.service("com.sun.star.script.provider.MasterScriptProviderFactory")
    url = f"vnd.sun.star.script:dying.py${name}?language=Python&location=user"
    return factory.createScriptProvider("").getScript(url).invoke((), (), ())
