"""Fill report (kết quả điền): what a fill did, in the words of the status line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

from vanthu import messages
from vanthu.blanks import Blank
from vanthu.language import tell
from vanthu.messages import place_label
from vanthu.plan import Plan
from vanthu.slots import Slot, Table
from vanthu.tags import with_nearest

from .typed_tags import TypedTags

_COLUMN = "dong."  # how the tag of a cell in a growing table begins


@dataclass(frozen=True)
class FillReport:
    """What a fill did, in a sentence, and the labels of the places it left to the clerk."""

    sentence: str
    hand_edited: Tuple[str, ...]
    blanks: Tuple[Blank, ...] = ()  # what the document still leaves open
    about_tags: Tuple[str, ...] = ()  # sentences about tags that still stand in the document


def reported(todo: Plan, unknown: Sequence[str]) -> FillReport:
    """What the plan that was carried out has written and left; ``unknown``: sentences about tags."""
    sentences = [_done(todo)]
    labels = tuple(dict.fromkeys(place_label(place) for place in todo.hand_edited))
    if labels:
        sentences.append(tell(messages.KEPT, count=len(labels), places="; ".join(labels)))
    if todo.lost:
        sentences.append(tell(messages.LOST, places="; ".join(place_label(name) for name in todo.lost)))
    if todo.unmade:
        sentences.append(tell(messages.TABLES_UNMADE, places="; ".join(map(place_label, todo.unmade))))
    return FillReport(" ".join([*sentences, *unknown]), labels, about_tags=tuple(unknown))


def _done(todo: Plan) -> str:
    if todo.changes:
        return tell(messages.FILLED, count=len(todo.changes))
    if todo.write:
        return tell(messages.RULES_SET)
    return tell(messages.NOTHING_WRITTEN) if todo.kept or todo.lost or todo.unmade else tell(messages.NOTHING_TO_FILL)


def no_places(tags: TypedTags, wanted: Dict[str, Slot]) -> FillReport:
    """What to do in a document without places; ``tags``: those that stand in it all the same."""
    said = about_tags(tags, wanted, {})
    return FillReport(" ".join([tell(messages.NO_PLACES), *said]), (), about_tags=tuple(said))


def about_tags(tags: TypedTags, wanted: Dict[str, Slot], columns: Dict[str, Tuple[str, ...]]) -> List[str]:
    """What to say about tags that get no text in this document, and about columns that its tables do not have."""
    said = [tell(messages.TABLE_IN_TEXT, name=name) for name in tags.unknown if name in wanted]
    strange = list(with_nearest([name for name in tags.unknown if name not in wanted], wanted))
    for name, asked in columns.items():
        slot = wanted.get(name)
        if isinstance(slot, Table):
            known = [_COLUMN + column for column in slot.columns]
            strange.extend(with_nearest([_COLUMN + one for one in asked if one and _COLUMN + one not in known], known))
    if strange:
        said.append(tell(messages.UNKNOWN_TAGS, names="; ".join(strange)))
    if tags.statements:
        said.append(tell(messages.STATEMENT_TAGS, names="; ".join(tags.statements)))
    if tags.in_fields:
        said.append(tell(messages.TAGS_IN_FIELDS, names="; ".join(tags.in_fields)))
    if tags.bare_tables:
        said.append(tell(messages.TABLES_WITHOUT_MODEL, names="; ".join(tags.bare_tables)))
    return said
