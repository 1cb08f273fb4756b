"""Items (mục): what a list or a table of a document runs over – lines of the form, classes, organs, rows typed in.

Every text is finished; lists put it into sentences, tables into cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, Iterable, List, Mapping, Tuple

from . import document_words, messages
from .answer import Answer, parse_answer
from .assessment import Assessment, CriterionResult
from .date_vi import short_day
from .evidence_file import without_address
from .explain_levels import share
from .form import Band, Criterion, Mode
from .language import tell
from .record import PART_OF, Record, by_criterion, normal_id
from .schedule import Deadline, DossierItem
from .score import format_score

Fields = Mapping[str, Tuple[str, ...]]  # name of a field -> its paragraphs, usually one

GROUP, CRITERION, PART = "nhom", "tieu_chi", "thanh_phan"
_KINDS = {1: GROUP, 2: CRITERION, 3: PART}
_COMPUTED = ("ky_hieu", "ma", "ma_nhom", "diem_toi_da", "diem", "ket_qua", "muc_do")


@dataclass(frozen=True)
class Item:
    """One item; ``last`` in its group, where the full stop goes."""

    kind: str
    fields: Fields
    first: bool = False
    last: bool = False
    has_parts: bool = False


def items(over: str, name: str, record: Record, assessment: Assessment) -> Tuple[Item, ...]:
    """The items that a list or table called ``name`` runs over; ``over`` is one of :data:`SOURCES`."""
    if over == "rows":
        return tuple(Item(CRITERION, _row(cells)) for cells in record.rows.get(name, ()))
    return SOURCES[over](record, assessment)


def _row(cells: Tuple[str, ...]) -> Fields:
    return {str(number): (cell,) for number, cell in enumerate(cells)}


def _criteria(record: Record, assessment: Assessment) -> Tuple[Item, ...]:
    """Every line of the form that applies to the unit."""
    form = assessment.form
    families = [lines for lines in map(form.children, ("", *(line.id for line in form.criteria))) if lines]
    firsts, lasts = ({lines[end].id for lines in families} for end in (0, -1))
    parents = {line.parent for line in form.criteria}
    return tuple(
        Item(
            kind=_kind(line, assessment),
            fields=_criterion_fields(line, record, assessment),
            first=line.id in firsts,
            last=line.id in lasts,
            has_parts=line.id in parents,
        )
        for line in form.criteria
    )


def _indicators(record: Record, assessment: Assessment) -> Tuple[Item, ...]:
    """The lines that are judged by themselves, without their groups."""
    return _in_a_row(_criterion_fields(line, record, assessment) for line in assessment.form.counted())


def _in_a_row(fields: Iterable[Fields]) -> Tuple[Item, ...]:
    """Items of one kind, the first and the last of them known as such."""
    every = tuple(fields)
    return tuple(
        Item(CRITERION, one, first=number == 0, last=number == len(every) - 1) for number, one in enumerate(every)
    )


def _kind(line: Criterion, assessment: Assessment) -> str:
    """A line of the first level is a group only where something stands below it."""
    return CRITERION if line.level == 1 and not assessment.form.children(line.id) else _KINDS[line.level]


def _criterion_fields(line: Criterion, record: Record, assessment: Assessment) -> Fields:
    label, of_law = _wordings(line, assessment)
    name = label.rstrip(".;")
    parent = assessment.form.find(line.parent)
    result = assessment.results.get(line.id)
    fields: Dict[str, Tuple[str, ...]] = {
        "ky_hieu": (line.symbol,),
        "ma": (line.id,),
        "ten": (name,),
        "ten_thuong": (lowered(name),),
        "nguyen_van": (of_law.rstrip(".;"),),
        "noi_dung": (name if line.level == 1 else name + ".",),
        "nhom": (parent.label.rstrip(".;") if parent else "",),
        "ma_nhom": (parent.id if parent else "",),
        "diem_toi_da": ("" if line.max_score is None else format_score(line.max_score),),
        "diem": (score_words(result) if result else "",),
        "ket_qua": (answer_words(result, assessment) if result else "",),
        "muc_do": (level_words(result, assessment) if result else "",),
        "minh_chung": _evidence(line, record, assessment),
        "yeu_cau": _demands(line, assessment),
    }
    fields.update(_own_text(line, record))
    return fields


def _wordings(line: Criterion, assessment: Assessment) -> Tuple[str, str]:
    """What a line asks for at the level that the unit has reached, in local words where there are some; in the law's.

    Who is judged by the articles of level 2 does not quote those of level 1.
    """
    reached = assessment.rating.id if assessment.rating else ""
    of_law = next((d.text for d in line.demands if d.level == reached), line.words_of_law or line.label)
    return (line.label if line.words_of_law else of_law), of_law


def lowered(words: str) -> str:
    """The words as they go on inside a sentence."""
    return words[:1].lower() + words[1:]


def score_words(result: CriterionResult) -> str:
    """The score; what was typed where it cannot be used, so that nothing typed is lost from the page."""
    if result.score is None or (result.criterion.level == 1 and not result.complete):
        return result.typed
    return format_score(result.score)


def answer_words(result: CriterionResult, assessment: Assessment) -> str:
    """What was counted, with its share, or the answer as it was typed."""
    if assessment.form.mode is not Mode.LEVELS or result.criterion.measure is None:
        return score_words(result)
    answer = parse_answer(result.criterion, result.typed)
    counts = answer.counts if isinstance(answer, Answer) else ()
    return "; ".join(map(share, counts)) or result.typed


def level_words(result: CriterionResult, assessment: Assessment) -> str:
    """The level of a line, blank while it is open."""
    if not result.complete or assessment.form.mode is not Mode.LEVELS:
        return ""
    if result.level is None:
        return tell(messages.NOT_APPLICABLE).capitalize()
    label = assessment.form.level_label(result.level)
    return tell(messages.NOT_ASKED, level=label) if result.waived else label


def _evidence(line: Criterion, record: Record, assessment: Assessment) -> Tuple[str, ...]:
    """What proves the line; "…" while nothing does, blank for a group, which is not judged by itself."""
    if line.level == 1 and assessment.form.children(line.id):
        return ("",)
    proofs = by_criterion(record.evidence).get(line.id, ())
    return tuple(map(without_address, proofs)) or (document_words.MISSING_VALUE,)


def _demands(line: Criterion, assessment: Assessment) -> Tuple[str, ...]:
    labels = {level.id: level.label for level in assessment.form.levels}
    return tuple(
        document_words.DEMAND.format(level=labels[demand.level], text=demand.text.rstrip(".;"), article=demand.article)
        for demand in line.demands
    )


def _own_text(line: Criterion, record: Record) -> Fields:
    """What the clerk wrote about this line: "mo_ta/1.1" is the field ``mo_ta`` of 1.1. Results are never reworded."""
    found: Dict[str, Tuple[str, ...]] = {}
    for name, paragraphs in record.text.items():
        field, divider, criterion_id = name.partition(PART_OF)
        if divider and normal_id(criterion_id) == line.id and paragraphs and field.strip() not in _COMPUTED:
            found[field.strip()] = paragraphs
    return found


def _bands(record: Record, assessment: Assessment) -> Tuple[Item, ...]:
    """The classes of a form of points, highest first, each from its least total to that of the class above."""
    form = assessment.form
    limits = ("" if form.max_score is None else format_score(form.max_score), *map(_least, form.bands))
    return _in_a_row(
        {"ten": (band.label,), "tu": (_least(band),), "den": (top,)} for band, top in zip(form.bands, limits)
    )


def _least(band: Band) -> str:
    return format_score(band.from_score)


def _levels(record: Record, assessment: Assessment) -> Tuple[Item, ...]:
    """The levels of recognition, lowest first."""
    return _in_a_row({"ten": (level.label,), "ten_thuong": (lowered(level.label),)} for level in assessment.form.levels)


def _assignments(record: Record, assessment: Assessment) -> Tuple[Item, ...]:
    """The organs in charge, in the order in which the criteria first name them, with what each has to do."""
    charges: Dict[str, List[Criterion]] = {}
    assigned = by_criterion(record.assigned)
    for line in assessment.form.criteria:
        for organ in assigned.get(line.id, ()):
            charges.setdefault(organ, []).append(line)
    return _in_a_row(_charge_fields(organ, lines) for organ, lines in charges.items())


def _charge_fields(organ: str, lines: List[Criterion]) -> Fields:
    names = [lowered(line.label.rstrip(".;")) for line in lines]
    return {
        "co_quan": (organ,),
        "ma": (", ".join(line.symbol for line in lines),),
        "ten_thuong": (document_words.AND_ABOUT.join(names),),
        "chi_bao": (_indicator_codes([line.id for line in lines]),),
    }


def _indicator_codes(codes: List[str]) -> str:
    """ "các chỉ báo 2.2.1; 2.2.2. Tiêu chí 2.2. Tiêu chuẩn 2 và chỉ báo 3.2.1. Tiêu chí 3.2. Tiêu chuẩn 3"."""
    families: Dict[str, List[str]] = {}
    for code in codes:
        families.setdefault(code.rpartition(".")[0], []).append(code)
    return document_words.AND.join(
        document_words.INDICATORS[members[0].count(".")][len(members) > 1].format(
            codes="; ".join(members), criterion=parent, standard=parent.partition(".")[0]
        )
        for parent, members in families.items()
    )


def _dossier(record: Record, assessment: Assessment) -> Tuple[Item, ...]:
    """The documents that the unit itself has to hand in; a document of the dossier speaks of the others."""
    own = (item for item in assessment.dossier() if not item.by)
    return _in_a_row(_dossier_fields(item) for item in own if item.kind != record.kind)


def _superior_dossier(record: Record, assessment: Assessment) -> Tuple[Item, ...]:
    """The documents that are drawn up by those who judge the unit."""
    return _in_a_row(_dossier_fields(item) for item in assessment.dossier() if item.by)


def _dossier_fields(item: DossierItem) -> Fields:
    return {
        "ten": (item.title,),
        "so_bo": (str(item.copies or ""),),
        "can_cu": (item.article,),
        "nguoi_lap": (item.by,),
    }


def _deadlines(record: Record, assessment: Assessment) -> Tuple[Item, ...]:
    """The deadlines of the unit's scope, soonest first."""
    return _in_a_row(
        {
            "ten": (deadline.label,),
            "han": (deadline_words(deadline, record.year),),
            "can_cu": (deadline.article,),
        }
        for deadline in sorted(assessment.deadlines(), key=lambda deadline: deadline.last_day(record.year))
    )


def deadline_words(deadline: Deadline, year: int) -> str:
    """ "trước ngày 15/01/2025"."""
    template = document_words.BEFORE_DAY if deadline.before else document_words.UNTIL_DAY
    return template.format(day=short_day(deadline.named_day(year)))


SOURCES: Mapping[str, Callable[[Record, Assessment], Tuple[Item, ...]]] = {
    "criteria": _criteria,
    "indicators": _indicators,
    "bands": _bands,
    "levels": _levels,
    "assignments": _assignments,
    "dossier": _dossier,
    "superior_dossier": _superior_dossier,
    "deadlines": _deadlines,
}
