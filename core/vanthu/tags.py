"""Tags (thẻ điền) that somebody typed into a document, ``{{ tong_diem }}``, and the places that they become.

Both engines find the tags of a document in its order, ask here what each is for, and put a bookmark over it.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import Collection, Iterable, List, Sequence, Tuple

from . import messages
from .data_error import listed
from .language import tell

PATTERN = r"\{\{.*?\}\}|\{%.*?%\}"  # read alike by Python and by the office
TABLE_TAG = "{%"  # how the tag that repeats the rows of a table begins

_FOR = re.compile(r"\{%-?\w*\s+for\s+\w+\s+in\s+(\w+)")
_END_FOR = re.compile(r"\{%-?\w*\s+endfor\b")
_FIELD = re.compile(r"\{\{\s*\w+\.(\w+)\s*\}\}")
_NEAREST = 3
_D_WITH_STROKE = {ord("đ"): "d", ord("Đ"): "d"}  # the one letter of Vietnamese whose mark does not come off


def asked_for(tags: Iterable[str]) -> Tuple[str, ...]:
    """The slot that each tag of a document asks for; blank inside a loop and for conditions, which have no place.

    >>> asked_for(["{{ nam }}", "{%tr for dong in bang_diem %}", "{{ dong.diem }}", "{%tr endfor %}", "{{ xep_loai }}"])
    ('nam', 'bang_diem', '', '', 'xep_loai')
    """
    names: List[str] = []
    depth = 0
    for tag in tags:
        loop = _FOR.match(tag)
        depth = max(depth - 1, 0) if _END_FOR.match(tag) else depth
        names.append("" if depth else loop.group(1) if loop else _named(tag))
        depth += 1 if loop else 0
    return tuple(names)


def statements(tags: Iterable[str]) -> Tuple[bool, ...]:
    """Which tags are statements outside of the rows of tables, conditions say, and no loops.

    >>> statements(["{% if co %}", "{{ nam }}", "{%tr for dong in bang %}", "{% if dong.a %}", "{%tr endfor %}"])
    (True, False, False, False, False)
    """
    found: List[bool] = []
    depth = 0
    for tag in tags:
        ends, begins = _END_FOR.match(tag) is not None, _FOR.match(tag) is not None
        depth = max(depth - ends, 0)
        found.append(tag.startswith(TABLE_TAG) and not (depth or ends or begins))
        depth += begins
    return tuple(found)


def _named(tag: str) -> str:
    return "" if tag.startswith(TABLE_TAG) else tag.strip("{}").strip()


def columns_of(rows: Iterable[Sequence[str]]) -> Tuple[str, ...]:
    """The columns that the model rows of a table name, blank for a cell that names none; the fullest row counts.

    >>> columns_of([("{%tr for dong in bang_diem %}", ""), ("{{ dong.noi_dung }}", "{{ dong.diem }}")])
    ('noi_dung', 'diem')
    """
    named = [tuple(_column(cell) for cell in cells) for cells in rows]
    fullest = max(named, key=lambda columns: sum(map(bool, columns)), default=())
    return fullest if any(fullest) else ()


def _column(cell: str) -> str:
    found = _FIELD.search(cell)
    return found.group(1) if found else ""


def free_place(slot: str, taken: Collection[str]) -> str:
    """A name for one more place of a slot.

    >>> free_place("tong_diem", ["tong_diem", "nam"])
    'tong_diem__2'
    """
    number, name = 1, slot
    while name in taken:
        number += 1
        name = "{}__{}".format(slot, number)
    return name


def plain_name(name: str) -> str:
    """The name as names of slots are spelled: small letters without marks, ``_`` between words.

    >>> plain_name("Đơn vị")
    'don_vi'
    """
    letters = unicodedata.normalize("NFD", name.translate(_D_WITH_STROKE))
    marked = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "_".join(marked.lower().split())


def with_nearest(unknown: Iterable[str], known: Iterable[str]) -> Tuple[str, ...]:
    """Names that nobody knows, each with the known names most like it.

    >>> with_nearest(["tổng điểm", "x"], ["tong_diem", "nam"])
    ('tổng điểm (gần giống: tong_diem)', 'x')
    """
    names = list(known)
    return tuple(_with_near(name, _nearest(plain_name(name), names)) for name in unknown)


def _with_near(name: str, near: List[str]) -> str:
    return tell(messages.NEAR_NAMES, name=name, near=listed(near)) if near else name


def _nearest(bare: str, names: List[str]) -> List[str]:
    return [bare] if bare in names else difflib.get_close_matches(bare, names, n=_NEAREST)
