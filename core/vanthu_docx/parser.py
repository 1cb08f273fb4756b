"""argparse, which speaks English, made to speak Vietnamese: its help, and its sentences about a wrong command."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from . import batch_messages
from .safety_net import UNUSABLE

# Its sentences that a wrong command can cause.
_SENTENCES = (
    (r"the following arguments are required: (.*)", r"còn thiếu \1"),
    (r"unrecognized arguments: (.*)", r"không hiểu \1"),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", r"\1 không có \2; được phép: \3"),
    (r"argument (\S+): expected one argument", r"\1 cần một giá trị"),
    (r"argument (\S+): ignored explicit argument (.*)", r"\1 không nhận giá trị \2"),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 có thể là \2; hãy ghi đủ"),
    (r"argument (\S+): (.*)", r"\1: \2"),  # what our own readers of values say
)


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, batch_messages.USAGE if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose help is Vietnamese, and whose mistakes are one Vietnamese line."""

    def __init__(self, **options: Any) -> None:
        """As argparse's; option names are not guessed from their beginnings."""
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **options)
        self._positionals.title = batch_messages.ARGUMENTS
        self._optionals.title = batch_messages.OPTIONS
        self.add_argument("-h", "--help", action="help", help="xem cách dùng")

    def error(self, message: str) -> NoReturn:
        """End with exit code 2."""
        words = _vietnamese(" ".join(message.split()))
        sentence = batch_messages.WRONG_COMMAND.format(error=words, program=self.prog)
        print(batch_messages.SAID.format(sentence=sentence), file=sys.stderr)
        sys.exit(UNUSABLE)


def named_path(text: str) -> Path:
    """A file or a folder; one without a name would be the folder in which one stands."""
    if not text.strip():
        raise argparse.ArgumentTypeError(batch_messages.NO_NAME)
    return Path(text)


def _vietnamese(message: str) -> str:
    """The sentence in Vietnamese; one that nobody has met yet is not passed on."""
    for english, vietnamese in _SENTENCES:
        if re.fullmatch(english, message):
            return re.sub(english, vietnamese, message)
    return batch_messages.UNKNOWN_MISTAKE
