"""Protected text (chữ được bảo vệ): where the office lets nobody type, nothing new is put in for the clerk either.

A fill writes there all the same: it only brings places of ours up to date, which were there before.
"""

from __future__ import annotations

from typing import Any

from .places import each_paragraph


def is_protected(where: Any) -> bool:
    """Whether some of a range stands in a protected section or cell."""
    return any(map(_is_protected, (where.getStart(), where.getEnd(), *each_paragraph(where))))


def _is_protected(where: Any) -> bool:
    cell, section = where.getPropertyValue("Cell"), where.getPropertyValue("TextSection")
    if cell is not None and cell.getPropertyValue("IsProtected"):
        return True
    while section is not None:
        if section.getPropertyValue("IsProtected"):
            return True
        section = section.getParentSection()
    return False
