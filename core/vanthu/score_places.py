"""Places of single scores (ô điểm): one for each line of the form, ``diem_1_a``, and for total and class.

They stand in documents that are not ours, where the table keeps the shape and the words that it has.
"""

from __future__ import annotations

import re
from typing import Collection, Dict, FrozenSet

from . import document_words
from .answer import bare_answer
from .assessment import Assessment, CriterionResult
from .form import Mode
from .items import score_words
from .score import bare_score, format_score, parse_score
from .slots import Slot, Slots, Text, slot_name
from .stated import RATING, TOTAL
from .text import clean

_PREFIX = "diem_"
_WHOLE = {TOTAL: "diem_tong", RATING: "diem_xep_loai"}
_LINE = re.compile(r"diem_([0-9]+(?:_[a-z0-9]+)*)\Z")


def score_place(name: str) -> str:
    """The slot of a line of the form, of the total or the class, named as in a record's [stated].

    >>> score_place("3.a.2"), score_place("total")
    ('diem_3_a_2', 'diem_tong')
    """
    return _WHOLE.get(name) or _PREFIX + name.replace(".", "_")


def is_score_place(slot: str) -> bool:
    """Whether a slot is one of these; ``diem_toi_da`` is not."""
    return slot in _WHOLE.values() or _LINE.match(slot) is not None


def line_of_place(slot: str, assessment: Assessment) -> str:
    """The line that such a slot shows, "total" or "rating"; blank for another slot."""
    whole = {place: name for name, place in _WHOLE.items()}
    return whole.get(slot) or next((name for name in assessment.results if score_place(name) == slot), "")


def score_slots(assessment: Assessment) -> Dict[str, Slot]:
    """The scores as a table of ours would show them; a total or class that is not known yet is "…"."""
    if assessment.form.mode is Mode.LEVELS:
        return _level_slots(assessment)
    if assessment.form.mode is not Mode.POINTS:
        return {}
    lines = {score_place(name): score_words(result) for name, result in assessment.results.items()}
    return {name: Text(text) for name, text in {**lines, **_whole(assessment)}.items()}


def _level_slots(assessment: Assessment) -> Dict[str, Slot]:
    """The answers as they were typed: a table of somebody else has its own way of showing shares."""
    answers = {score_place(one.criterion.id): one.typed for one in assessment.criteria()}
    rating = assessment.rating.label if assessment.rating else document_words.MISSING_VALUE
    return {name: Text(text) for name, text in {**answers, _WHOLE[RATING]: rating}.items()}


def _whole(assessment: Assessment) -> Dict[str, str]:
    rating, points = assessment.rating, assessment.total
    known = rating is not None and points is not None
    return {
        _WHOLE[TOTAL]: format_score(points) if known and points is not None else document_words.MISSING_VALUE,
        _WHOLE[RATING]: rating.label if rating is not None else document_words.MISSING_VALUE,
    }


def as_meant(standing: Slots, wanted: Slots, assessment: Assessment) -> Dict[str, Slot]:
    """What stands, where a score that says what is wanted counts as being it: "30,0" is not rewritten as "30".

    A sum that cannot be computed yet leaves what the document has, a number or a blank.
    """
    unknown = _open_sums(assessment)
    return {place: _meant(slot_name(place), now, wanted, assessment, unknown) for place, now in standing.items()}


def _meant(slot: str, now: Slot, wanted: Slots, assessment: Assessment, unknown: Collection[str]) -> Slot:
    new = wanted.get(slot)
    if not is_score_place(slot) or not isinstance(now, Text) or not isinstance(new, Text):
        return now
    stays = slot in unknown and not _waits(now.text)
    said = as_typed(now.text, assessment, line_of_place(slot, assessment))
    return new if stays or same_score(said, new.text) else now


def _waits(text: str) -> bool:
    return "{" in text or text.strip() == document_words.MISSING_VALUE


def as_typed(text: str, assessment: Assessment, line: str) -> str:
    """What stands in a cell or place of this line as somebody would have typed it."""
    if assessment.form.mode is Mode.LEVELS:
        return bare_answer(text)
    return bare_score(" ".join(clean(text).split()), assessment.form.most_points(line))


def same_score(one: str, other: str) -> bool:
    """Whether two texts say the same score, answer or class.

    >>> same_score("30,0", " 30"), same_score("TỐT", "Tốt"), same_score("19/20", "19/20 = 95%"), same_score("3", "8")
    (True, True, True, False)
    """
    points = parse_score(one)
    if points is not None:
        return points == parse_score(other)
    return bare_answer(one).casefold() == bare_answer(other).casefold()


def _open_sums(assessment: Assessment) -> FrozenSet[str]:
    """The places of what is computed and not known: total and class, groups, criteria whose parts are being scored."""
    whole = [] if assessment.rating is not None else [TOTAL, RATING]
    sums = [name for name, result in assessment.results.items() if not result.complete and _is_sum(assessment, result)]
    return frozenset(map(score_place, [*whole, *sums]))


def _is_sum(assessment: Assessment, result: CriterionResult) -> bool:
    parts = assessment.children(result.criterion.id)
    return not result.typed and any(result.criterion.level == 1 or part.typed for part in parts)
