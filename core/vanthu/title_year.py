"""The year that a document is about, as its title says: "Tự đánh giá, xếp loại Đơn vị học tập - Năm 2023"."""

from __future__ import annotations

import re
from typing import Iterable, List, Optional

from .text import clean_line

_YEAR = re.compile(r"\bnăm (20[0-9]{2})\b", re.IGNORECASE)
_DATE = re.compile(r"\btháng\s*[0-9.…]*\s*năm\s*[0-9]+", re.IGNORECASE)
_SENTENCE_END = (".", ";", ":", ",")


def title_year(lines: Iterable[str]) -> Optional[int]:
    """The one year in the lines above the table that are no sentences, else in all of them; ``None`` if in doubt.

    >>> title_year(["Kon Rẫy, ngày 05 tháng 01 năm 2024", "BÁO CÁO", "Tự đánh giá - Năm 2023"])
    2023
    """
    texts = [_DATE.sub("", clean_line(line)) for line in lines]
    titles = [text for text in texts if not text.endswith(_SENTENCE_END)]
    return _only_year(titles) or _only_year(texts)


def _only_year(texts: List[str]) -> Optional[int]:
    years = {int(year) for text in texts for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None
