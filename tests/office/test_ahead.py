"""Reading ahead: what the first panel needs is there before it is asked for, and what cannot be read is told later."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from vanthu.data_error import DataError

pytestmark = pytest.mark.office

NEEDED = (
    "vanthu_uno.panel",
    "vanthu_uno.profile_part",
    "vanthu_uno.scores_part",
    "vanthu_uno.commands",
    "vanthu_uno.dispatch",
)
FOR_A_NETWORK = ("ssl", "http.client", "urllib.request", "email.message")
PROGRAM = f"""
import sys
sys.path[:0] = {{paths!r}}
from vanthu_uno import ahead
before = [name for name in {NEEDED!r} if name in sys.modules]
ahead.read()
from vanthu_uno.shipped import shipped_library
print(before, [name for name in {NEEDED!r} if name in sys.modules], shipped_library.cache_info().currsize)
print([name for name in {FOR_A_NETWORK!r} if name in sys.modules])
"""


@pytest.fixture
def fresh_library(office):
    from vanthu_uno.shipped import shipped_library

    shipped_library.cache_clear()
    yield shipped_library
    shipped_library.cache_clear()


def test_modules_and_forms_are_read(office):
    program = PROGRAM.format(paths=[path for path in sys.path if path])

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    found, for_a_network = said.stdout.splitlines()

    assert found.split("] ")[0] == "[", "nothing of it is read when the office starts"
    assert all(name in found for name in NEEDED[:3])
    assert found.endswith(" 1")
    assert for_a_network == "[]", "they take longer to read than all forms, and nothing here asks a network"


def test_what_cannot_be_read_is_silent_now_and_told_where_it_is_asked_for(fresh_library, tmp_path, monkeypatch):
    from vanthu_uno import ahead

    (tmp_path / "sai.toml").write_text('schema = 1\nform = "dvht-2020"\nlạ = 1\n', encoding="utf-8")
    monkeypatch.setenv("VANTHU_LAYERS", str(tmp_path))

    ahead.read()

    assert fresh_library.cache_info().currsize == 0
    with pytest.raises(DataError, match=r"sai\.toml"):
        fresh_library()


def test_it_is_done_once_in_an_office_and_beside_the_thread_that_begins_it(office, monkeypatch):
    from vanthu_uno import ahead

    threads, done = [], threading.Event()

    def read():
        threads.append(threading.current_thread())
        done.set()

    monkeypatch.setattr(ahead, "_begun", False)
    monkeypatch.setattr(ahead, "_reading", False)
    monkeypatch.setattr(ahead, "SECONDS", 0.2)
    monkeypatch.setattr(ahead, "read", read)

    ahead.begin(office.context)
    ahead.begin(office.context)

    assert not threads, "the window comes first"
    assert done.wait(30)
    office.context.ServiceManager.createInstance("com.sun.star.awt.Toolkit").processEventsToIdle()
    assert [(thread.name, thread.daemon) for thread in threads] == [(ahead.NAME, True)]
