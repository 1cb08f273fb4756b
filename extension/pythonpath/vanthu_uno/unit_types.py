"""The drop-down list of all types of unit (loại đơn vị), the first line for none."""

from __future__ import annotations

from typing import Any

from vanthu import messages
from vanthu.language import tell
from vanthu.record import UNIT_TYPES

_TYPES = ("", *UNIT_TYPES)


def show(box: Any, unit_type: str) -> None:
    """Fill the list, this type chosen; blank for none."""
    box.addItems((tell(messages.UNIT_TYPE_OPEN), *(tell(messages.UNIT_TYPES[name]) for name in UNIT_TYPES)), 0)
    box.selectItemPos(_TYPES.index(unit_type), True)


def chosen(box: Any) -> str:
    """The type that is chosen, blank for none."""
    return _TYPES[max(box.getSelectedItemPos(), 0)]
