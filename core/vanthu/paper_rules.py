"""Paper rules: the layout data of Nghị định 30/2020 that finished texts depend on – digits, dates, rule lengths."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Dict, Iterator, Mapping, Tuple

from . import layout, typeface
from .date_vi import Padding
from .layout import Layout
from .slots import Rule, Slot, Text
from .strict import StrictTable
from .toml import read
from .typeface import Typeface

_SCHEMA = 1
_BREAK_KEYS = ("schema", "source", "checked_on", "before", "after")
_PADDING_KEYS = ("schema", "source", "checked_on", "number_below", "day_below", "month_below")


@dataclass(frozen=True)
class Breaks:
    """Words around which the name of an agency is best broken into lines, in capitals."""

    before: Tuple[str, ...]
    after: Tuple[str, ...]

    def places(self, name: str) -> Iterator[int]:
        """Where a second line may begin, the last place first."""
        words = name.split(" ")
        starts = [len(" ".join(words[:count])) + 1 for count in range(1, len(words))]
        for start in reversed(starts):
            head, tail = name[: start - 1], name[start:]
            if any(tail.startswith(word + " ") for word in self.before) or head in self.after:
                yield start


@dataclass(frozen=True)
class PaperRules:
    """How digits are padded, how components look, how wide letters are."""

    padding: Padding
    layout: Layout
    typeface: Typeface
    breaks: Breaks

    def agency_lines(self, name: str, component_id: str) -> str:
        """The name of an agency in the letterhead: broken where it reads well when it is longer than its column."""
        look, width = self.layout.component(component_id), self.layout.letterhead.left_mm

        def fits(line: str) -> bool:
            return self.typeface.text_width_mm(line, look.size_pt.used, look.bold, look.italic) <= width

        if not fits(name):
            for start in self.breaks.places(name):
                if fits(name[: start - 1]) and fits(name[start:]):
                    return name[: start - 1] + "\n" + name[start:]
        return name

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
        breaks=_breaks(read(folder / "ngat-dong.toml"), "ngat-dong.toml"),
    )


def _padding(values: Dict[str, Any], source: str) -> Padding:
    table = StrictTable(values, source, "", _PADDING_KEYS)
    table.check_schema(_SCHEMA)
    return Padding(table.integer("number_below"), table.integer("day_below"), table.integer("month_below"))


def _breaks(values: Dict[str, Any], source: str) -> Breaks:
    table = StrictTable(values, source, "", _BREAK_KEYS)
    table.check_schema(_SCHEMA)
    before, after = (tuple(word.upper() for word in table.lines(key)) for key in ("before", "after"))
    return Breaks(before, after)
