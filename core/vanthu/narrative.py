"""Narrative (lời văn): paragraphs as the clerk types them, with marks for headings, become numbered paragraphs.

Four marks at the beginning of a paragraph, so that no number is typed and none can stand twice (Nghị định 30/2020,
Phụ lục I, Phần I, Mục II, khoản 6 điểm đ):

=========  ==========================================  =======================
``# ``     khoản có tiêu đề                            ``1. Mục đích``, đậm
``#. ``    khoản không có tiêu đề                      ``1. …``
``## ``    mục con của khoản                           ``1.1. …``
``#) ``    điểm                                        ``a) …``
``#! ``    tiêu đề đứng đầu một trang mới              giữa trang, đậm, in hoa
=========  ==========================================  =======================

A mark with nothing behind it keeps its place as "…"; after the last letter of the alphabet points go on with a dash.
"""

from __future__ import annotations

from typing import Iterable, Mapping, Tuple

from .document_words import MISSING_VALUE
from .layout import Layout
from .numbering import LETTERS, letter
from .slots import Paragraphs

Line = Tuple[str, str]  # component of the layout, text

PLAIN = "noi_dung"
_LEAD_IN = ":"
_DASHES = ("-", "+", "–")


def numbered(paragraphs: Iterable[str]) -> Tuple[Line, ...]:
    """Each paragraph with the component it is, its mark turned into a number.

    >>> numbered(["# Mục đích", "Học.", "#) một;", "#) hai."])[2:]
    (('diem', 'a) một;'), ('diem', 'b) hai.'))
    """
    counters = _Counters()
    return tuple(counters.line(paragraph) for paragraph in paragraphs)


def set_in(layout: Layout, paragraphs: Iterable[str]) -> Paragraphs:
    """The paragraphs of a slot; they name their styles only where a mark asked for one."""
    lines = numbered(paragraphs)
    texts = tuple(text for _, text in lines)
    if all(component == PLAIN for component, _ in lines):
        return Paragraphs(texts)
    return Paragraphs(texts, tuple(layout.component(component).style for component, _ in lines))


class _Counters:
    """How far the numbering has come."""

    def __init__(self) -> None:
        self._clauses = 0
        self._parts = 0
        self._points = 0
        self._pages = 0

    def line(self, paragraph: str) -> Line:
        """The paragraph with its number."""
        mark, rest = (*paragraph.split(None, 1), "", "")[:2]
        if mark not in _MARKS:
            if leads_in(paragraph):
                self._points = 0
            return PLAIN, paragraph
        words = rest.strip() or MISSING_VALUE
        if mark == "#!":
            return self._page(words)
        return _MARKS[mark], "{} {}".format(self._number(mark), words)

    def _number(self, mark: str) -> str:
        if mark == "#)":
            self._points += 1
            return letter(self._points) + ")" if self._points <= len(LETTERS) else _DASHES[0]
        self._points = 0
        if mark == "##":
            self._clauses, self._parts = max(self._clauses, 1), self._parts + 1
            return "{}.{}.".format(self._clauses, self._parts)
        self._clauses, self._parts = self._clauses + 1, 0
        return "{}.".format(self._clauses)

    def _page(self, title: str) -> Line:
        self._pages += 1
        self._clauses = self._parts = self._points = 0
        return ("tieu_de_phieu" if self._pages == 1 else "tieu_de_phieu_sang_trang"), title.upper()


_MARKS: Mapping[str, str] = {
    "#": "khoan",
    "#.": "khoan_khong_tieu_de",
    "##": "khoan_khong_tieu_de",
    "#)": "diem",
    "#!": "tieu_de_phieu",
}


def leads_in(paragraph: str) -> bool:
    """Whether points that follow begin again at a: a sentence that leads in a list, not an item of one."""
    return paragraph.rstrip().endswith(_LEAD_IN) and not paragraph.lstrip().startswith(_DASHES)
