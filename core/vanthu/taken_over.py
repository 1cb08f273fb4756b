"""What the record takes over from a recognised score table, without losing what the clerk has typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional, Sequence, Tuple

from . import messages
from .assessment import Assessment
from .document_kind import DocumentKind
from .form import Form, Mode
from .language import tell
from .recognised_table import RecognisedTable, unit_types_of
from .record import Pairs, Record, normal_id
from .score import format_score, plain
from .score_places import same_score
from .stated import TOTAL


@dataclass(frozen=True)
class TakenOver:
    """The record with the table's scores, and the criteria for which the clerk had typed others, which stay."""

    record: Record
    differing: Tuple[str, ...] = ()


def takes_over(record: Record, table: RecognisedTable, stated: Pairs, instead: bool = False) -> Optional[TakenOver]:
    """Put the table's scores into a record; ``instead``: also where the clerk typed others.

    ``stated``: what the document says in sentences, used where the table does not say it. ``None`` when scores were
    typed for another form: they mean something else.
    """
    typed = {normal_id(name): text for name, text in record.typed if text.strip()}
    if typed and record.form != table.form_id:
        return None
    read = dict(table.typed)
    differing = tuple(name for name in read if name in typed and not same_score(typed[name], read[name]))
    kept = {} if instead else {name: typed[name] for name in differing}
    whole = {**typed, **read, **kept}
    said = {**dict(table.stated), **dict(stated), **dict(table.stated)}  # in the order of the table
    taken = replace(record, form=table.form_id, typed=tuple(whole.items()), stated=tuple(said.items()))
    return TakenOver(taken, () if instead else differing)


def fitting_kind(kinds: Sequence[DocumentKind], kind_id: str, form_id: str) -> str:
    """The kind of document, changed where it is not drawn up for the form."""
    serving = [kind.id for kind in kinds if kind.serves(form_id)]
    return kind_id if kind_id in serving or not serving else serving[0]


def taken_over_sentence(
    table: RecognisedTable, taken: TakenOver, assessment: Assessment, year: Optional[int], elsewhere: int
) -> str:
    """ "Đã nhận bảng điểm: 22 dòng; tổng ghi 98, tính lại 93."; and what the clerk should look at.

    ``year``: the one that the title gives; ``elsewhere``: in how many other sentences the stated total stands.
    """
    sentences = [_bound_words(table, taken.record, assessment)]
    if taken.differing:
        places = ", ".join(taken.differing)
        sentences.append(tell(messages.BOUND_KEPT, count=len(taken.differing), places=places))
    if year != taken.record.year:
        sentences.append(tell(messages.BOUND_YEAR, year=taken.record.year))
    wrong = _wrong_total(taken.record, assessment)
    if wrong and elsewhere:
        sentences.append(tell(messages.BOUND_TWICE, stated=wrong, count=elsewhere))
    return " ".join(sentences)


def with_unit_type(record: Record, form: Form, table: RecognisedTable) -> Record:
    """The record with the type of unit for which the table was made, where it can be but one and none is chosen."""
    kinds = unit_types_of(form, table, record.ownership)
    return replace(record, unit_type=kinds[0]) if len(kinds) == 1 and not record.unit_type else record


def _bound_words(table: RecognisedTable, record: Record, assessment: Assessment) -> str:
    if assessment.form.mode is not Mode.LEVELS:
        return tell(messages.BOUND, lines=len(table.lines), total=_total_words(record, assessment))
    result = tell(messages.BOUND_UNIT_TYPE) if assessment.scope is None else _level_words(assessment)
    return tell(messages.BOUND_LEVELS, lines=len(table.lines), result=result)


def _level_words(assessment: Assessment) -> str:
    missing = assessment.missing()
    if missing or assessment.rating is None:
        return tell(messages.BOUND_OPEN_LEVELS, count=len(missing))
    return tell(messages.BOUND_RATING, rating=assessment.rating.label)


def _total_words(record: Record, assessment: Assessment) -> str:
    missing = assessment.missing()
    if missing or assessment.total is None:
        return tell(messages.BOUND_OPEN, count=len(missing))
    total, wrong = format_score(assessment.total), _wrong_total(record, assessment)
    return tell(messages.BOUND_DIFFERS if wrong else messages.BOUND_TOTAL, stated=wrong, total=total)


def _wrong_total(record: Record, assessment: Assessment) -> str:
    """The total that the document states, where it is not the sum."""
    stated = dict(record.stated).get(TOTAL, "")
    wrong = assessment.complete and assessment.total is not None and not same_score(stated, plain(assessment.total))
    return stated if wrong else ""
