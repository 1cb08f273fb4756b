"""The net below the command: however it ends, a person reads one line at most and a program an exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Callable
from typing import TextIO

from vanthu import file_messages
from vanthu.data_error import DataError
from vanthu.language import tell
from vanthu.system_reason import system_reason

from . import batch_messages
from .interruption import Interruption, interruptible
from .log import with_details

UNUSABLE = 2
CLOSED_PIPE = 141  # as shells count a command that wrote where nobody reads any more


def caught(command: Callable[[], int]) -> int:
    """The exit code of the command; what stops it becomes a line on stderr, with the details in the log."""
    _speak_utf8()
    with interruptible():
        try:
            return _said(command)
        except DataError as error:
            _say(str(error))
        except Interruption as interruption:
            _say(batch_messages.STOPPED)
            return interruption.code
        except BrokenPipeError:
            return CLOSED_PIPE
        except Exception as error:  # of every command; nowhere else on this side is a broad one allowed
            _say(with_details(_unexpected(error), traceback.format_exc()))
        finally:
            _let_go()
    return UNUSABLE


def _speak_utf8() -> None:
    """Consoles of other code pages would fail on Vietnamese, and every one on a file name that is no text."""
    for stream in _streams():
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _streams() -> tuple[TextIO, ...]:
    return tuple(stream for stream in (sys.stdout, sys.stderr) if stream is not None)  # either may be closed


def _said(command: Callable[[], int]) -> int:
    """The command down to its last word, which may find the disk full or the pipe closed."""
    try:
        return command()
    finally:
        for stream in _streams():
            stream.flush()


def _unexpected(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return tell(file_messages.SYSTEM_REASONS[errno.ENOMEM])
    if isinstance(error, OSError) and error.filename:
        return "{}: {}".format(error.filename, system_reason(error))
    if isinstance(error, OSError):  # all other files have names
        return batch_messages.NOT_SAID.format(reason=system_reason(error))
    return batch_messages.FAILED


def _say(sentence: str) -> None:
    with contextlib.suppress(OSError):
        print(batch_messages.SAID.format(sentence=" ".join(sentence.split())), file=sys.stderr)


def _let_go() -> None:
    """What cannot be written is dropped, or Python would complain of it once more at its end."""
    for stream in _streams():
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
