"""Short answers (trả lời tắt): one letter that stands for a whole answer while an indicator is judged. Pure."""

from __future__ import annotations

from typing import Tuple

from .document_words import ANSWERS
from .text import clean_line

REASON_FOLLOWS = ":"  # how an answer ends that is not finished yet
_KEYS = {
    "met": "đd",
    "unmet": "k",
    "not_applicable": "a",
    "basic": "c",
    "good": "t",
}  # d: without a Vietnamese keyboard
_WORDS = {letter: ANSWERS[name] for name, letters in _KEYS.items() for letter in letters}


def answer_of(letter: str, answers: Tuple[str, ...]) -> str:
    """The answer that a letter stands for, blank for any other letter and where the answer is not allowed.

    >>> answer_of("D", ("đạt", "không đạt"))
    'đạt'
    """
    answer = _WORDS.get(clean_line(letter).lower(), "")
    return answer if answer in answers else ""


def spelled_out(typed: str, answers: Tuple[str, ...]) -> str:
    """What was typed, a lone letter as the answer that it stands for.

    >>> spelled_out("k", ("đạt", "không đạt")), spelled_out("19/20", ("đạt",))
    ('không đạt', '19/20')
    """
    return answer_of(typed, answers) or typed


def wants_reason(answer: str) -> bool:
    """Whether the answer is only the beginning of one: "không áp dụng: " and no reason yet.

    >>> wants_reason("không áp dụng: "), wants_reason("không áp dụng: đơn vị mới lập")
    (True, False)
    """
    return answer.rstrip().endswith(REASON_FOLLOWS)
