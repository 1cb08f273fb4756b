"""A file that cannot be used: one sentence that names the file, the place, what was found and what is allowed."""

from __future__ import annotations

from typing import Iterable


class DataError(Exception):
    """A broken rule or record file. Its text is one line in the language in use, fit to be shown to the clerk."""

    def __init__(self, source: str, sentence: str) -> None:
        """Join the file's name and the sentence into the one line that is shown."""
        super().__init__("{}: {}".format(source, " ".join(sentence.split())))


def listed(names: Iterable[str]) -> str:
    """Names for a sentence.

    >>> listed(["id", "label"])
    'id, label'
    """
    return ", ".join(names)
