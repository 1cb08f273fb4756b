"""Preview (xem trước): what a fill would change and what it would leave, as a clerk reads it before saying yes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Tuple

from . import document_words, messages
from .language import tell
from .messages import place_label
from .plan import Change, Plan
from .text import OBJECT

_LONGEST = 48  # characters of a text in one line of the list; the whole stands below it


@dataclass(frozen=True)
class PreviewLine:
    """One place: what stands there, what would."""

    place: str
    label: str
    old: str
    new: str
    by_hand: bool  # changed by hand: stays unless the clerk says otherwise

    def words(self, overwrite: bool = False) -> str:
        """The place in one line of a list, with a mark where the clerk has a choice."""
        template = tell(messages.PREVIEW_BY_HAND) if self.by_hand else tell(messages.PREVIEW_LINE)
        mark = document_words.MARKS[overwrite]
        return template.format(mark=mark, label=self.label, old=in_short(self.old), new=in_short(self.new))


@dataclass(frozen=True)
class Preview:
    """Everything a fill would do; ``refusal`` says why there will be none."""

    lines: Tuple[PreviewLine, ...] = ()
    lost: Tuple[str, ...] = ()  # labels of what has no place any more
    rules: bool = False  # whether the length of a rule changes, which is nothing to read
    refusal: str = ""
    unmade: Tuple[str, ...] = ()  # labels of tables that cannot be made from what is left of their template

    def by_hand(self) -> Tuple[PreviewLine, ...]:
        """The places that the clerk changed."""
        return tuple(line for line in self.lines if line.by_hand)

    def writes(self, overwrite: Collection[str] = ()) -> bool:
        """Whether there is anything to do, with these places written over."""
        return self.rules or any(not line.by_hand or line.place in overwrite for line in self.lines)

    def sentence(self, overwrite: Collection[str] = ()) -> str:
        """What a press on the button will do, with these places written over."""
        kept = sum(line.place not in overwrite for line in self.by_hand())
        count = len(self.lines) - kept
        if count:
            sentences = [tell(messages.PREVIEW, count=count)]
        elif self.rules:
            sentences = [tell(messages.PREVIEW_RULES)]
        else:
            sentences = [
                tell(messages.NOTHING_WRITTEN) if kept or self.lost or self.unmade else tell(messages.NOTHING_TO_FILL)
            ]
        if kept:
            sentences.append(tell(messages.PREVIEW_KEPT, count=kept))
        if self.lost:
            sentences.append(tell(messages.LOST, places="; ".join(self.lost)))
        if self.unmade:
            sentences.append(tell(messages.TABLES_UNMADE, places="; ".join(self.unmade)))
        return " ".join(sentences)


def preview_of(plan: Plan) -> Preview:
    """The plan as lines: first what needs the clerk's word, then what will be written, both as in the document."""
    lines = tuple(_line(change, by_hand=True) for change in plan.kept)
    lines += tuple(_line(change, by_hand=False) for change in plan.changes)
    rules = bool(plan.write) and not plan.changes
    lost, unmade = (tuple(map(place_label, names)) for names in (plan.lost, plan.unmade))
    return Preview(lines, lost, rules, unmade=unmade)


def in_short(text: str) -> str:
    """The text as a piece of one line.

    >>> in_short("a\\nb"), in_short(" ")
    ('a b', '(trống)')
    """
    line = " ".join(text.split())
    if not line:
        return tell(messages.EMPTY)
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def _line(change: Change, by_hand: bool) -> PreviewLine:
    old = change.old.replace(OBJECT, tell(messages.AN_OBJECT))
    return PreviewLine(change.place, place_label(change.place), old, change.new, by_hand)
