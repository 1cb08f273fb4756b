"""What a failure inside the extension looks like from outside."""

from __future__ import annotations

from typing import Any, List

import pytest
from office.office_process import Office

from vanthu import messages
from vanthu.data_error import DataError

pytestmark = pytest.mark.office


@pytest.fixture
def log(office: Office) -> Any:
    """The module, once the office's bridge can be imported; its log file is empty."""
    from vanthu_uno import log

    log.log_file(office.context).unlink(missing_ok=True)
    return log


class Speaker:
    """Something the office calls."""

    def __init__(self, context: Any) -> None:
        self.context = context
        self.told: List[str] = []

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)


def test_a_failure_is_written_down_told_quietly_and_harmless(office: Office, log: Any) -> None:
    class Panel(Speaker):
        @log.calm(harmless=200)
        def width(self) -> int:
            raise ZeroDivisionError("chia cho không")

    panel = Panel(office.context)
    assert panel.width() == 200
    assert panel.told == [messages.SORRY]
    written = log.log_file(office.context).read_text(encoding="utf-8")
    assert "ZeroDivisionError: chia cho không" in written
    assert "in width" in written


def test_a_broken_file_says_itself_what_is_wrong(office: Office, log: Any) -> None:
    class Panel(Speaker):
        @log.calm()
        def rows(self) -> None:
            raise DataError("tầng.toml", "split: phải có 8 số")

    panel = Panel(office.context)
    panel.rows()

    assert panel.told == ["tầng.toml: split: phải có 8 số"]
    assert "in rows" in log.log_file(office.context).read_text(encoding="utf-8")


def test_what_goes_well_leaves_no_trace(office: Office, log: Any) -> None:
    class Panel(Speaker):
        @log.calm(harmless=200)
        def width(self) -> int:
            return 310

    assert Panel(office.context).width() == 310
    assert not log.log_file(office.context).exists()


def test_a_window_that_can_no_longer_speak_is_no_second_failure(
    office: Office, log: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    class Closed(Speaker):
        def tell(self, sentence: str) -> None:
            raise RuntimeError("window closed")

        @log.calm()
        def fill(self) -> None:
            raise KeyError("slot")

    assert Closed(office.context).fill() is None
    assert "KeyError: 'slot'" in capsys.readouterr().out


def test_a_log_grown_too_long_is_set_aside(office: Office, log: Any) -> None:
    path = log.log_file(office.context)
    path.write_text("x" * (log.MAXIMUM_BYTES + 1), encoding="utf-8")
    log.write(office.context, "mới")
    assert path.read_text(encoding="utf-8").endswith("mới\n")
    assert path.stat().st_size < 1000
    assert path.with_name("vanthu.log.old").stat().st_size > log.MAXIMUM_BYTES
