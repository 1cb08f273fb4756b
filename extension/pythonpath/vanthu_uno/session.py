"""Session (phiên làm việc): one open document, its record and what follows from it.

Panels and commands talk to a session; only the session talks to the document's memory and paper.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Callable, Collection, Dict, FrozenSet, List, Mapping, Optional, Sequence, Tuple

from vanthu import messages
from vanthu.assessment import Assessment
from vanthu.blanks import Blank, blanks
from vanthu.choices import USUAL_KIND, typed_year, usual_year
from vanthu.compose import compose
from vanthu.data_error import DataError
from vanthu.document_kind import DocumentKind
from vanthu.form import Form
from vanthu.language import tell
from vanthu.library import Library
from vanthu.memory import Memory
from vanthu.messages import place_label
from vanthu.one_fill import OneFill
from vanthu.place_setting import PlaceSetting, place_settings, template_paragraphs
from vanthu.plan import Written, flat, given_up, untouched
from vanthu.preview import Preview, preview_of
from vanthu.profile import Profile, completed, renewed
from vanthu.profile_file import save as save_profile
from vanthu.read_back import ReadBack, read_back, read_memory, read_record, read_sentence
from vanthu.recognised_table import for_recognition
from vanthu.record import OWNERSHIPS, Record, with_evidence, with_score, with_unit_fact
from vanthu.score_places import is_score_place, score_place
from vanthu.scoresheet import ScoreRow, Summary, score_rows, summary
from vanthu.slots import Paragraphs, Slot, Table, Text, arranged, slot_name
from vanthu.tags import plain_name
from vanthu.taken_over import TakenOver, fitting_kind, taken_over_sentence, takes_over, with_unit_type
from vanthu.text import OBJECT, clean_line
from vanthu.unit_choice import UnitChoice, chosen, unit_choices, with_unit_choice

from . import binding, extents, places, table_names, tracked
from .afterwards import afterwards
from .blank_places import still_open
from .fill_report import FillReport, about_tags, no_places, reported
from .marking import mark, selected_text, unmarkable
from .one_step import OneStep
from .own_files import own_settings
from .own_profile import own_profile, profile_path
from .paper import Paper
from .rows import table_around
from .shipped import template_of
from .stored_memory import read_memory as stored
from .stored_memory import write_memory
from .surroundings import surroundings
from .typed_places import TypedPlaces
from .undo_entry import add_entry
from .undo_watch import Step, Steps, UndoWatch, Unwatched

_UNIT = "unit."


@dataclass(frozen=True)
class BindReport:
    """What was recognised, in a sentence, and the criteria for which other scores had been typed."""

    sentence: str
    differing: Tuple[str, ...] = ()
    recognised: bool = True  # whether there is a table at all


class Session:
    """The record of one document while it is open."""

    def __init__(self, document: Any, library: Library) -> None:
        """Take up the document's own record, or begin a blank one."""
        self._document = document
        self._library = library
        self._listeners: List[Callable[[], None]] = []
        self._hearers: List[Callable[[str], None]] = []
        self._steps = Steps()
        self._table_names: Dict[str, str] = {}
        self._templates: Dict[str, Mapping[str, PlaceSetting]] = {}  # by kind, as they were when first asked for
        self._watch = UndoWatch(document, self._undone)
        self.last_blank = 0  # which blank someone went to last
        self._profile_refusal, profile = own_profile()
        self._settings_refusal, _ = own_settings()
        self._refusal, self._memory = _first_memory(document, library, profile)
        self._assessment = self._assessed()

    @property
    def notice(self) -> str:
        """Why the data of this document, the profile or the settings could not be taken up; blank as a rule."""
        return self._refusal or self._profile_refusal or self._settings_refusal

    @property
    def refusal(self) -> str:
        """Why the data of this document could not be taken up; such data is never replaced. Blank as a rule."""
        return self._refusal

    def unwritable(self) -> str:
        """Why nothing can be written into this document now; blank in the ordinary case."""
        return self._refusal or (tell(messages.READ_ONLY) if self._document.isReadonly() else "")

    @property
    def kind_id(self) -> str:
        """The kind of document that this is taken for."""
        return self._kind().id

    @property
    def record(self) -> Record:
        """What was typed so far."""
        return self._memory.record

    @property
    def assessment(self) -> Assessment:
        """What follows from it."""
        return self._assessment

    @property
    def forms(self) -> Tuple[Form, ...]:
        """The forms that this kind of document is made for."""
        kind = self._kind()
        return tuple(form for form in self._library.forms if kind.serves(form.id))

    @property
    def form(self) -> Form:
        """The whole form in use, whatever the unit."""
        return self._library.form(self.record.form)

    @property
    def unit_types(self) -> Tuple[UnitChoice, ...]:
        """The types of unit that the form tells apart; none where it treats all alike."""
        return unit_choices(self.form)

    @property
    def unit_type(self) -> Optional[UnitChoice]:
        """The type chosen, ``None`` while there is none."""
        return chosen(self.form, self.record)

    def choose_unit_type(self, choice: UnitChoice) -> None:
        """Take over a type of unit; other indicators may apply from now on."""
        self._change(with_unit_choice(self.record, choice))

    def fact(self, key: str) -> str:
        """A field of the profile: "form", "year", "ownership", "disadvantaged" ("1" or ""), "unit.name" and its kin."""
        if key.startswith(_UNIT):
            return str(getattr(self.record.unit, key[len(_UNIT) :]))
        value = getattr(self.record, key)
        return ("1" if value else "") if isinstance(value, bool) else str(value)

    def set_fact(self, key: str, text: str) -> None:
        """Take over a field of the profile. A year that is none yet is left for the clerk to finish."""
        if key.startswith(_UNIT):
            self._change(with_unit_fact(self.record, key[len(_UNIT) :], clean_line(text)))
        elif key == "form" and text in [form.id for form in self.forms]:
            self._change(replace(self.record, form=text))
        elif key == "year" and typed_year(text) is not None:
            self._change(replace(self.record, year=typed_year(text) or self.record.year))
        elif key == "ownership" and text in OWNERSHIPS:
            self._change(replace(self.record, ownership=text))
        elif key == "disadvantaged":
            self._change(replace(self.record, disadvantaged=bool(text)))

    def set_record(self, record: Record) -> None:
        """Take over a whole record, as the batch side does."""
        self._change(record)

    def rows(self) -> Tuple[ScoreRow, ...]:
        """The score sheet."""
        return score_rows(self._assessment, self.record)

    def set_score(self, criterion_id: str, text: str) -> None:
        """Take over what was typed for a criterion; the assessment follows at once."""
        self._change(with_score(self.record, criterion_id, text))

    def set_evidence(self, criterion_id: str, text: str) -> None:
        """Take over what was written as proof for a criterion, one proof a line."""
        self._change(with_evidence(self.record, criterion_id, tuple(text.splitlines())))

    def summary(self) -> Summary:
        """Total, rating, progress, distance and findings."""
        return summary(self._assessment)

    def keep(self) -> None:
        """Store the record in the document, so that saving the document saves it.

        Data that could not be read is never replaced: a newer Văn thư may still read it.
        """
        if not self._refusal:
            write_memory(self._document, self._memory)

    def remember(self, shown: Sequence[str]) -> str:
        """Keep the organisation for new documents, and say so; ``shown``: facts in sight, which count even if blank."""
        if not self.record.unit.name.strip():
            return tell(messages.NOTHING_TO_KEEP)
        names = [key[len(_UNIT) :] for key in shown if key.startswith(_UNIT)]
        try:
            save_profile(renewed(own_profile()[1], self.record, names), profile_path())
        except DataError as error:
            return str(error)
        return tell(messages.PROFILE_KEPT)

    def preview(self) -> Preview:
        """What a fill would do; nothing is written."""
        refusal = self.unwritable()
        wanted = self.slots()
        paper = self._paper(wanted)
        fill = self._planned(paper, wanted, {} if refusal else self._typed().over(paper.read()))
        return preview_of(fill.plan) if fill.has_places else Preview(refusal=refusal or tell(messages.NO_PLACES))

    def show(self, place: str) -> None:
        """Select a place in the document's window."""
        self._paper(self.slots()).show(place)

    def fill(self, overwrite_hand_edited: bool = False, overwrite: Collection[str] = (), title: str = "") -> FillReport:
        """Put every slot into the document, in one undo step. What was typed by hand stays unless told otherwise.

        ``overwrite``: the places, by their names in the preview, that the clerk gives up. ``title``: of a
        step that has begun already.
        """
        step = Step(title or tell(messages.UNDO_FILL), self._memory, self._memory)
        if not (overwrite_hand_edited or overwrite) or self.unwritable():
            return self._one_fill(step, {}, ())
        typed = self._typed()
        return self._one_fill(step, typed.reach(), typed.bound(), overwrite_hand_edited, overwrite)

    def _one_fill(
        self,
        step: Step,
        typed_over: Dict[str, Any],
        bound: Sequence[binding.Target],
        overwrite_hand_edited: bool = False,
        overwrite: Collection[str] = (),
        always: bool = False,
    ) -> FillReport:
        """A fill as one entry in the undo list; first the places take in what was typed over them (``typed_over``).

        ``always``: an entry also where nothing had to be written, so that the memory can be taken back.
        """
        refusal = self.unwritable()
        if refusal:
            return FillReport(refusal, (), self.blanks())
        if not (typed_over or bound):
            report, cells = self._fill(step.title, overwrite_hand_edited, overwrite)
        else:
            with Unwatched(self._watch), OneStep(self._document, step.title):
                extents.mark(self._document, places.listed(self._document), typed_over, step.title)
                marked = binding.mark(self._document, bound, step.title)
                report, written = self._fill(step.title, overwrite_hand_edited, overwrite)
                cells = 0 if written is None and (typed_over or marked) else written
        if cells is None and always:
            add_entry(self._document, step.title)
            cells = 0
        if cells is not None:
            self._steps.add(step._replace(after=self._memory, cells=cells))
        return report

    def _fill(
        self, title: str, overwrite_hand_edited: bool, overwrite: Collection[str]
    ) -> Tuple[FillReport, Optional[int]]:
        """What was done, and how many cells came into tables; ``None`` where nothing was written."""
        wanted = self.slots()
        paper = self._paper(wanted)
        fill = self._planned(paper, wanted, paper.read(), overwrite_hand_edited, overwrite)
        if not fill.has_places:
            return no_places(paper.tags, wanted), None
        # Before the first text goes in: should the office die on the way, what it saves knows our texts.
        self._keep(fill.memory())
        grown = [place for place, slot in fill.plan.write.items() if isinstance(slot, Table)]
        self._table_names.update(table_names.names_of(self._document, grown))
        with Unwatched(self._watch):
            came = paper.write(fill.plan.write, title, kinds=fill.kinds_before)
        self._remember_surroundings(paper, fill.now, fill.untouched)
        self._change(fill.record(self._kind()))
        report = reported(fill.plan, about_tags(paper.tags, wanted, fill.columns))
        return replace(report, blanks=self._blanks(wanted, fill.now)), came if fill.plan.write else None

    def _planned(
        self,
        paper: Paper,
        wanted: Dict[str, Slot],
        standing: Dict[str, Slot],
        overwrite_hand_edited: bool = False,
        overwrite: Collection[str] = (),
    ) -> OneFill:
        """What a fill will do. A place that holds a picture was changed by hand, whatever its text."""

        def planned(there: Dict[str, Slot]) -> OneFill:
            return OneFill(wanted, there, self._memory, self._assessment, overwrite_hand_edited, overwrite)

        fill = planned(standing)
        held = paper.with_objects(
            [name for name, slot in fill.plan.write.items() if isinstance(slot, (Text, Paragraphs))]
        )
        return planned({**standing, **{name: Text(flat(standing[name]) + OBJECT) for name in held}}) if held else fill

    def read(self) -> ReadBack:
        """What was typed into the document itself, held against the record; nothing is changed.

        A place with a footnote is left out: its number would be read as part of the text. So is a cell with a picture
        or a frame.
        """
        paper = self._paper(self.slots())
        standing = self._typed().texts(paper.read())
        found = read_back(self._kind(), self.record, self._composed, standing, self._memory.written)
        lines = (*found.fresh, *found.differing)
        held = [line.place for line in lines if OBJECT in line.standing]
        return found.without([*held, *paper.with_notes([line.place for line in lines if line.place not in held])])

    def take(self, found: ReadBack, chosen: Collection[str]) -> FillReport:
        """Take over what was read, and let the document's totals follow, in one undo step.

        ``chosen``: the differing places in which the document counts; over the others the fill may write.
        """
        memory = self._memory
        before, written = memory.record, memory.written
        record, left = read_record(found, chosen, self._composed, written), found.given_up(chosen)
        if record == before and not left:
            return FillReport(read_sentence(found, before, before, ()), (), self.blanks())
        shown = [one.name for one in (*found.read(chosen), *found.differing, *found.sums)]
        typed = self._typed()
        typed_over, bound = typed.reach(shown), typed.bound()
        self._keep(replace(memory, written=read_memory(found, chosen, record, self._composed, written)))
        self._change(record)
        step = Step(tell(messages.UNDO_READ), memory, memory)
        report = self._one_fill(step, typed_over, bound, overwrite=left, always=True)
        said = read_sentence(found, before, record, chosen)
        return replace(report, sentence=" ".join([said, report.sentence]))

    def _recognisable(self, forms: Sequence[Form]) -> List[Form]:
        """The forms with the lines that a table may have: those of the chosen type of unit, else of each type."""
        found: List[Form] = []
        for form in forms:
            chosen_type = form.id == self.record.form and self._assessment.form.criteria
            found.extend([self._assessment.form] if chosen_type else for_recognition(form, self.record.ownership))
        return found

    def _typed(self) -> TypedPlaces:
        wanted, memory = self.slots(), self._memory
        listed = self._paper(wanted).places()
        template = extents.of_template([place.name for place in listed], self._template())
        forms = self._recognisable([self.form])
        return TypedPlaces(self._document, listed, template, memory.settings, memory.written, forms, _tables(wanted))

    def _template(self) -> Mapping[str, PlaceSetting]:
        """The words around the places of this kind's template; none where it has no template."""
        kind = self.kind_id
        if kind not in self._templates:
            self._templates[kind] = _template_settings(kind)
        return self._templates[kind]

    def _remember_surroundings(self, paper: Paper, standing: Collection[str], intact: Collection[str]) -> None:
        """Remember what stands around places that no template tells of, so that what is typed over them is read whole.

        ``standing``: the places of the document; ``intact``: those that hold texts of ours.
        """
        names = {place for place in intact if not is_score_place(slot_name(place))}
        names.difference_update(extents.of_template(standing, self._template()))
        if not names or tracked.any_in(self._document):
            return
        known = self._memory.settings
        whole = {place.name: place for place in paper.places() if place.name in known}
        listed = [whole.get(place.name, place) for place in places.listed(self._document)]
        kept = {name: setting for name, setting in known.items() if name in standing}
        settings = {**kept, **surroundings(listed, names, intact)}
        if settings != self._memory.settings:
            self._keep(replace(self._memory, settings=settings))

    def blanks(self) -> Tuple[Blank, ...]:
        """What the document leaves open as it stands now, whoever wrote it, in its order."""
        wanted = self.slots()
        return self._blanks(wanted, Paper(self._document, _tables(wanted)).read())

    def has_places(self) -> bool:
        """Whether the document has a place for anything that it should show: then it is one of ours."""
        wanted = self.slots()
        return any(slot_name(place) in wanted for place in self._paper(wanted).read())

    def markable(self) -> Tuple[str, ...]:
        """The slots that a place in the text can show, in the order of their labels."""
        texts = [name for name, slot in self.slots().items() if isinstance(slot, (Text, Paragraphs))]
        return tuple(sorted(texts, key=lambda name: (is_score_place(name), plain_name(place_label(name)))))

    def no_room(self) -> str:
        """Why no place can stand where the cursor is: in rows that a fill makes as many as are wanted; else blank."""
        where = selected_text(self._document)
        wanted = self.slots()
        ours = [place for place in places.listed(self._document) if slot_name(place.name) in wanted]
        table = "" if where is None else table_around(where, ours, _tables(wanted))
        return tell(messages.NO_ROOM_IN_ROWS, label=place_label(table)) if table else ""

    def mark(self, slot: str) -> str:
        """Make what is selected the place of a slot, and say so. The next fill may replace what stands there."""
        refusal = self.unwritable() or unmarkable(self._document) or self.no_room()
        marked = None if refusal else mark(self._document, slot, tell(messages.UNDO_MARK))
        if marked is None:
            return refusal
        self._keep(replace(self._memory, written=given_up(self._memory.written, slot, marked)))
        wanted = self.slots()
        standing = Paper(self._document, _tables(wanted)).read()  # up to their bookmarks, whatever goes on behind
        self._remember_surroundings(self._paper(wanted), standing, untouched(standing, self._memory.written))
        return tell(messages.MARKED, label=place_label(slot))

    def bind(self, instead: bool = False) -> BindReport:
        """Take up the score table of a document that is not ours, and make its scores places that a fill writes.

        Scores that the clerk has typed stay, unless ``instead`` says that those of the table count.
        """
        refusal = self.unwritable()
        found = None if refusal else binding.find(self._document, self._recognisable(self._library.forms))
        if found is None:
            return BindReport(refusal or tell(messages.NO_SCORE_TABLE), recognised=False)
        taken = takes_over(self.record, found.table, found.stated, instead)
        if taken is None:
            return BindReport(self._other_form(found.table.form_id))
        form = self._library.form(found.table.form_id)
        taken = replace(taken, record=with_unit_type(taken.record, form, found.table))
        untouched = self.record.year == usual_year(date.today()) and (instead or not self.record.typed)
        taken = replace(taken, record=self._fitting(taken.record, (untouched and found.year) or self.record.year))
        targets = [*binding.scores(found), *found.sentences]
        free = binding.without_ours(self._document, targets, _tables(self.slots()))
        step = Step(tell(messages.UNDO_BIND), self._memory, self._memory)
        marked = binding.mark(self._document, free, step.title)
        self._memory = replace(self._memory, written=_as_ours(self._memory.written, free, taken))
        self._change(taken.record)
        self.keep()
        if marked:
            self._steps.add(step._replace(after=self._memory))
        said = taken_over_sentence(found.table, taken, self._assessment, found.year, found.elsewhere)
        return BindReport(said, taken.differing)

    def slots(self) -> Dict[str, Slot]:
        """What the document should show."""
        return compose(self._kind(), self.record, self._assessment, self._library.paper)

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Call the listener after every change."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Callable[[], None]) -> None:
        """Stop calling it; one that never subscribed is no mistake."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def hear(self, hearer: Callable[[str], None]) -> None:
        """Say a sentence to the hearer when a step of ours is undone or redone."""
        self._hearers.append(hearer)

    def unhear(self, hearer: Callable[[str], None]) -> None:
        """Stop telling it; one that never heard is no mistake."""
        if hearer in self._hearers:
            self._hearers.remove(hearer)

    def end(self) -> None:
        """The document closes: hold nothing of it that would call back."""
        self._watch.end()

    def _undone(self, title: str, back: bool) -> None:
        table_names.give_back(self._document, self._table_names)
        moved = self._steps.moved(title, back, self._memory)
        self._memory = replace(moved, record=self.record)
        self._change(moved.record)
        self.keep()
        too_large = self._steps.too_large_to_redo
        if too_large:
            afterwards(self._forget_redo)
        if back and too_large:
            sentence = tell(messages.UNDONE_FOR_GOOD, title=title)
        else:
            sentence = tell(messages.UNDONE if back else messages.REDONE, title=title)
        for hearer in tuple(self._hearers):
            hearer(sentence)

    def _forget_redo(self) -> None:
        # With so much in keeping 7.4 would hang in the clerk's next step; somebody may have redone it meanwhile.
        if self._steps.too_large_to_redo:
            self._steps.forget_undone()
            self._watch.forget_redo()

    def _composed(self, record: Record) -> Tuple[Assessment, Dict[str, Slot]]:
        """What follows from a record, its tables in the columns that this document has for them."""
        assessment = self._library.assess(record)
        kind = self._library.kind(record.kind or USUAL_KIND)
        return assessment, arranged(compose(kind, record, assessment, self._library.paper), self._memory.columns)

    def begin_anew(self, library: Library) -> None:
        """Judge the same record by these rules, and tell everyone who shows it."""
        self._library = library
        self._templates.clear()
        self._watch.take_up_language()
        self._profile_refusal, _ = own_profile()
        self._settings_refusal, _ = own_settings()
        self._assessment = self._assessed()
        for listener in tuple(self._listeners):
            listener()

    def _fitting(self, record: Record, year: int) -> Record:
        kind = fitting_kind(self._library.kinds, record.kind or USUAL_KIND, record.form)
        return replace(record, kind=kind, year=year)

    def _other_form(self, form_id: str) -> str:
        names = (self._library.form(name).title for name in (form_id, self.record.form))
        return tell(messages.OTHER_FORM, **dict(zip(("found", "typed"), names)))

    def _paper(self, wanted: Dict[str, Slot]) -> Paper:
        return Paper(self._document, _tables(wanted), frozenset(wanted), self._known_settings)

    def _known_settings(self) -> Mapping[str, PlaceSetting]:
        return {**self._template(), **self._memory.settings}

    def _kind(self) -> DocumentKind:
        return self._library.kind(self.record.kind or USUAL_KIND)

    def _blanks(self, wanted: Dict[str, Slot], standing: Dict[str, Slot]) -> Tuple[Blank, ...]:
        ours = {place: slot for place, slot in standing.items() if slot_name(place) in wanted}
        return still_open(self._document, blanks(self._kind(), ours))

    def _assessed(self) -> Assessment:
        return self._library.assess(self.record)

    def _change(self, record: Record) -> None:
        if record == self.record:
            return
        # At every letter: whoever saves, closes or crashes with the cursor still in a field of the panel loses nothing.
        self._keep(replace(self._memory, record=record))
        self._assessment = self._assessed()
        for listener in tuple(self._listeners):
            listener()

    def _keep(self, memory: Memory) -> None:
        self._memory = memory
        self.keep()


def _tables(wanted: Dict[str, Slot]) -> FrozenSet[str]:
    return frozenset(name for name, slot in wanted.items() if isinstance(slot, Table))


def _template_settings(kind: str) -> Mapping[str, PlaceSetting]:
    try:
        return place_settings(template_paragraphs(template_of(kind)))
    except DataError:
        return {}


def _first_memory(document: Any, library: Library, profile: Optional[Profile]) -> Tuple[str, Memory]:
    blank = Memory(_blank_record(library, profile))
    try:
        memory = stored(document) or blank
        library.check(memory.record)
    except DataError as error:
        return str(error), blank
    return "", memory


def _blank_record(library: Library, profile: Optional[Profile]) -> Record:
    kind = library.kind(USUAL_KIND)
    blank = Record(form=kind.form_ids[0], year=usual_year(date.today()), kind=kind.id)
    return completed(blank, profile) if profile else blank


def _as_ours(written: Written, targets: Sequence[binding.Target], taken: TakenOver) -> Written:
    """What the record took from the document may be replaced; where the clerk typed another score it may not."""
    others = [score_place(name) for name in taken.differing]
    for target in targets:
        if target.slot not in others:
            written = given_up(written, target.slot, Text(target.text))
    return written
