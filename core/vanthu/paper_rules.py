"""Paper rules: the layout data of Nghị định 30/2020 that finished texts depend on – digits, dates, rule lengths."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Dict, Mapping

from . import layout, typeface
from .date_vi import Padding
from .layout import Layout
from .slots import Rule, Slot, Text
from .strict import StrictTable
from .toml import read
from .typeface import Typeface

_PADDING_KEYS = ("schema", "source", "checked_on", "number_below", "day_below", "month_below")


@dataclass(frozen=True)
class PaperRules:
    """How digits are padded, how components look, how wide letters are."""

    padding: Padding
    layout: Layout
    typeface: Typeface

    def rules_below(self, slots: Mapping[str, Slot]) -> Dict[str, Slot]:
        """The rules whose length follows the text above them (Phụ lục I, Phần I, Mục II, khoản 2 and 5)."""
        return {
            "ke_co_quan": self._rule(slots, "co_quan_ban_hanh", self.layout.letterhead.left_mm),
            "ke_trich_yeu": self._rule(slots, "trich_yeu", self.layout.page.text_width_mm),
        }

    def _rule(self, slots: Mapping[str, Slot], name: str, container_mm: Decimal) -> Rule:
        above, look = slots[name], self.layout.component(name)
        text = above.text if isinstance(above, Text) else ""
        ratio = look.rule.used if look.rule else Decimal(1)
        indent = self.typeface.rule_indent_mm(text, container_mm, ratio, look.size_pt.used, look.bold, look.italic)
        return Rule(indent)


def load(folder: Path) -> PaperRules:
    """Read the files of ``forms/layout``."""
    return PaperRules(
        padding=_padding(read(folder / "ngay-so.toml"), "ngay-so.toml"),
        layout=layout.load(folder / "nghi-dinh-30-2020.toml"),
        typeface=typeface.load(folder / "times-new-roman.toml"),
    )


def _padding(values: Dict[str, Any], source: str) -> Padding:
    table = StrictTable(values, source, "", _PADDING_KEYS)
    return Padding(table.integer("number_below"), table.integer("day_below"), table.integer("month_below"))
