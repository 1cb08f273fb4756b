"""Choices (lựa chọn): what a new document can be, which form is proposed for it, and the record it begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Iterator, List, Optional, Sequence, Tuple

from . import document_words, messages
from .date_vi import FIRST_YEAR, LAST_YEAR, short_day
from .document_kind import DocumentKind
from .facts import short_citation
from .form import Form
from .language import tell
from .library import Library
from .profile import Profile, completed
from .record import Record, Unit
from .regime import short_name
from .successors import form_before, form_in_force, kind_for, last_day
from .tags import plain_name
from .text import clean_line

USUAL_KIND = "bao-cao-tu-danh-gia"  # of a document that says nothing else
_SECOND_HALF = 7  # from July on, people prepare the assessment of the running year
_YEAR_DIGITS = 4


@dataclass(frozen=True)
class KindChoice:
    """A kind of document as it is offered: under a heading, by the words people know it by."""

    id: str
    title: str
    group: str


@dataclass(frozen=True)
class ChoiceLine:
    """A line of the list: a heading, or a kind of document below it."""

    text: str
    kind: str  # blank for a heading


@dataclass(frozen=True)
class FormProposal:
    """The form that a new document takes, and why."""

    form: str  # blank: the document needs none
    title: str
    reason: str  # one or two sentences
    in_force: bool  # at the end of the year
    instead: str  # the kind of document for that year where the form is not in force; blank where there is none


def kind_choices(library: Library) -> Tuple[KindChoice, ...]:
    """All kinds, group by group; in a group by their titles, those of repealed texts last."""
    others = len(library.groups)
    order = {group: number for number, group in enumerate(library.groups)}
    kinds = sorted(
        library.kinds,
        key=lambda kind: (order.get(kind.group, others), bool(_ended(library, kind)), plain_name(kind.title)),
    )
    return tuple(KindChoice(kind.id, _title(library, kind), kind.group or tell(messages.OTHER_GROUP)) for kind in kinds)


def choice_lines(choices: Sequence[KindChoice], typed: str = "") -> Tuple[ChoiceLine, ...]:
    """The list with its headings, narrowed to what holds every typed word; marks and capitals do not matter.

    >>> found = choice_lines([KindChoice("cong-van", "Công văn", "Văn bản hành chính")], "cong")
    >>> [line.text for line in found]
    ['VĂN BẢN HÀNH CHÍNH', '   Công văn']
    """
    words = plain_name(clean_line(typed)).split("_")
    lines: List[ChoiceLine] = []
    group = ""
    for choice in choices:
        name = plain_name("{} {}".format(choice.title, choice.group))
        if not all(word in name for word in words):
            continue
        if choice.group != group:
            group = choice.group
            lines.append(ChoiceLine(group.upper(), ""))
        lines.append(ChoiceLine(document_words.CHOICE_INDENT + choice.title, choice.id))
    return tuple(lines)


def next_choice(lines: Sequence[ChoiceLine], position: int, step: int) -> int:
    """The nearest kind from this position on, going in steps of 1 or -1; headings are passed over, -1 for none."""
    while 0 <= position < len(lines):
        if lines[position].kind:
            return position
        position += step
    return -1


def usual_year(today: date) -> int:
    """The year that a document of this day is mostly about."""
    return today.year if today.month >= _SECOND_HALF else today.year - 1


def typed_year(text: str) -> Optional[int]:
    """The year that was typed; ``None`` until it is one.

    >>> typed_year(" 2024 "), typed_year("202")
    (2024, None)
    """
    digits = clean_line(text)
    if not (digits.isascii() and digits.isdigit() and len(digits) == _YEAR_DIGITS):
        return None
    return int(digits) if FIRST_YEAR <= int(digits) <= LAST_YEAR else None


def proposed_form(library: Library, kind: DocumentKind, year: int, unit_type: str = "") -> FormProposal:
    """The form in force at the end of the year among those of the kind; one no longer in force comes with a warning.

    Of several the one for this type of unit, else the one that comes first among the groups. A letter of every week,
    whose kind names no form, has none.
    """
    if not kind.form_ids:
        return FormProposal("", "", tell(messages.NO_FORM_NEEDED), in_force=True, instead="")
    serving = [form for form in library.forms if kind.serves(form.id)]
    fitting = [form for form in serving if form.in_force(last_day(year))]
    if fitting:
        form = min(fitting, key=lambda form: _rank(library, form, unit_type))
        return FormProposal(form.id, form.title, " ".join(_why(kind, form, fitting)), in_force=True, instead="")
    form = max(serving, key=lambda form: form.effective_from)
    instead = _instead(library, kind, form, year)
    return FormProposal(form.id, form.title, " ".join(_why_not(library, form, year, instead)), False, instead)


def usual_kind(library: Library, kind_id: str, year: int) -> str:
    """The kind itself, or the one that stands in its place in that year."""
    return proposed_form(library, library.kind(kind_id), year).instead or kind_id


def begun_record(
    library: Library, kind_id: str, year: int, unit: str, unit_type: str, profile: Optional[Profile]
) -> Record:
    """The record a new document begins with: what was chosen, and the profile where it is of the same unit."""
    proposal = proposed_form(library, library.kind(kind_id), year, unit_type)
    chosen = Record(proposal.form, year, kind=kind_id, unit_type=unit_type, unit=Unit(name=clean_line(unit)))
    return completed(chosen, profile) if profile else chosen


def _title(library: Library, kind: DocumentKind) -> str:
    ended = _ended(library, kind)
    return tell(messages.BY_OLD_TEXT, title=kind.title, source=ended) if ended else kind.title


def _ended(library: Library, kind: DocumentKind) -> str:
    """The repealed text that this kind belongs to; blank while one of its forms has no end."""
    forms = [library.form(form_id) for form_id in kind.form_ids]
    return short_name(forms[-1]) if forms and all(form.effective_to for form in forms) else ""


def _rank(library: Library, form: Form, unit_type: str) -> Tuple[bool, int]:
    named = library.groups.index(form.award) if form.award in library.groups else len(library.groups)
    return (not _is_for(library, form, unit_type), named)


def _is_for(library: Library, form: Form, unit_type: str) -> bool:
    """Whether a unit of this type is assessed by the form. A form without scopes is for the units of its successor."""
    while not form.scopes and form.replaced_by:
        form = library.form(form.replaced_by)
    return form.scope_of(unit_type) is not None


def _why(kind: DocumentKind, form: Form, fitting: Sequence[Form]) -> Iterator[str]:
    yield tell(messages.FORM_IN_FORCE, source=short_citation(form.source), day=short_day(form.effective_from))
    if len(fitting) > 1:
        yield tell(messages.OTHER_FORMS)


def _why_not(library: Library, form: Form, year: int, instead: str) -> Iterator[str]:
    source = short_citation(form.source)
    if form.effective_to is not None and form.effective_to <= last_day(year):
        yield tell(messages.FORM_ENDED, source=source, day=short_day(form.effective_to))
    else:
        yield tell(messages.FORM_NOT_BEGUN, source=source, day=short_day(form.effective_from))
    if instead:
        yield tell(messages.USE_INSTEAD, year=year, title=library.kind(instead).title)


def _instead(library: Library, kind: DocumentKind, form: Form, year: int) -> str:
    """The kind for the form of that year; blank where there is no such form or no such kind."""
    other = form_before(library, form_in_force(library, form, year), year)
    return kind_for(library, kind.id, other) if other.in_force(last_day(year)) else ""
