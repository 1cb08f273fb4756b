"""The door for text: every string from outside becomes NFC, without control characters."""

from __future__ import annotations

import re
import unicodedata
from typing import Sequence, Tuple

OBJECT = "\ufffc"  # what Unicode has for a picture or a frame in a text; nobody types it

# Control characters cannot stand in XML 1.0 and mean page breaks or new paragraphs to the writers; a tab and a
# line break are the only ones a person types on purpose. Blanks without width come along with copied text; nobody sees
# why “9” should then be no number.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Text as the rest of the program expects it: NFC, ``"\\n"`` line ends, no control characters.

    >>> clean("\\u0110a\\u0301nh gia\\u0301\\r\\n")
    'Đánh giá\\n'
    """
    if text.isascii() and text.isprintable():
        return text  # most keys and dates; nothing to mend
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROLS.sub("", unified))


def clean_line(text: str) -> str:
    """The same for something that is one line: outer blanks fall away.

    >>> clean_line("  Tốt ")
    'Tốt'
    """
    return clean(text).strip()


def composed(text: str) -> Tuple[str, Sequence[int]]:
    """The text in NFC, and where each of its letters, and at last its end, stands in the text as it was.

    >>> composed("\u0110a\u0301nh")
    ('Đánh', [0, 1, 3, 4, 5])
    """
    starts = [at for at, letter in enumerate(text) if at == 0 or not unicodedata.combining(letter)]
    letters = [unicodedata.normalize("NFC", text[at:end]) for at, end in zip(starts, [*starts[1:], len(text)])]
    places = [at for at, letter in zip(starts, letters) for _ in letter]
    return "".join(letters), [*places, len(text)]
