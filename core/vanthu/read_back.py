"""Reading back (đọc từ văn bản): what the clerk typed into the document itself, held against the record.

Pure: the document is read before, the record and the document follow after. What stands in the document and was
written by us the last time is not read: there the record is the newer one. Nothing typed is lost: what the record has
not is taken, what it has otherwise is left to the clerk, line by line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Collection, Dict, FrozenSet, Iterator, List, Sequence, Tuple

from . import document_words, messages
from .assessment import Assessment
from .document_kind import DocumentKind
from .form import Mode
from .language import tell
from .messages import place_label
from .plan import Written, flat, in_lines, is_last, is_tag, knows, taken_over
from .preview import in_short
from .record import Record, evidence_of, normal_id, with_evidence, with_score
from .score import format_score
from .score_places import as_typed, same_score
from .shown_answers import ANSWER, EVIDENCE, ShownAnswer, is_sum, shown_answers, typed_answers
from .slot_facts import recorded, replaces_asked, with_slot
from .slots import Paragraphs, Slot, Slots, Text, slot_name
from .stated import RATING, TOTAL
from .text import clean

Composed = Callable[[Record], Tuple[Assessment, Slots]]  # what follows from a record, in the columns of the document


@dataclass(frozen=True)
class ReadLine:
    """One place whose text is not what the record says. ``old``: in the record, ``new``: in the document."""

    place: str
    name: str  # as the memory calls it
    what: str  # ANSWER, EVIDENCE, or "" for the slot itself
    line: str  # id of the criterion, or the slot
    old: str
    new: str
    standing: str  # the text as it stands, for the memory
    by_hand: bool  # typed into the document; else an older text of ours, or a blank

    def words(self, taken: bool = False) -> str:
        """The place in one line of a list, with a mark where the document counts."""
        old, new = in_short(self.old), in_short(self.new)
        return tell(messages.READ_LINE, mark=document_words.MARKS[taken], label=self.label(), old=old, new=new)

    def label(self) -> str:
        """What a clerk calls it."""
        if not self.what:
            return place_label(self.line)
        pattern = messages.READ_ANSWER if self.what == ANSWER else messages.READ_EVIDENCE
        return tell(pattern, line=self.line)


@dataclass(frozen=True)
class ReadBack:
    """What was found in the document: ``fresh``, where the record has nothing; ``differing``; and what only agrees."""

    kind: DocumentKind
    record: Record
    fresh: Tuple[ReadLine, ...] = ()
    differing: Tuple[ReadLine, ...] = ()
    agreed: Tuple[ReadLine, ...] = ()
    sums: Tuple[ShownAnswer, ...] = ()  # computed values as the document shows them
    unread: Tuple[str, ...] = ()  # tables that have changed too much
    shows: bool = False  # whether the document shows any line of the form

    def proposed(self) -> FrozenSet[str]:
        """The places in which the document counts unless the clerk says otherwise: those that she typed in."""
        return frozenset(line.place for line in self.differing if line.by_hand)

    def read(self, chosen: Collection[str]) -> Tuple[ReadLine, ...]:
        """The lines that go into the record. ``chosen``: the differing places in which the document counts."""
        return (*self.fresh, *(line for line in self.differing if line.place in chosen))

    def given_up(self, chosen: Collection[str]) -> Tuple[str, ...]:
        """The places whose text in the document does not count: a fill may write over them."""
        return tuple(line.place for line in self.differing if line.place not in chosen)

    def without(self, places: Collection[str]) -> ReadBack:
        """The same, these places left as they are."""
        fresh, differing = (
            tuple(line for line in lines if line.place not in places) for lines in (self.fresh, self.differing)
        )
        return replace(self, fresh=fresh, differing=differing)

    def sentence(self) -> str:
        """What the dialog says above its list."""
        sentences = [tell(messages.READ_DIFFERS, count=len(self.differing))]
        if self.fresh:
            sentences.append(tell(messages.READ_FRESH, count=len(self.fresh)))
        return " ".join(sentences)


def read_back(kind: DocumentKind, record: Record, composed: Composed, standing: Slots, written: Written) -> ReadBack:
    """Hold the document against the record."""
    assessment, wanted = composed(record)
    shown = shown_answers(kind, assessment, wanted, standing, written)
    sorter = _Sorter(written)
    sorter.add_answers(record, assessment, shown.answers)
    for line, is_fresh in _fact_lines(kind, record, composed, standing, written):
        sorter.add_fact(line, is_fresh)
    return ReadBack(
        kind=kind,
        record=record,
        fresh=tuple(sorter.fresh),
        differing=tuple(sorter.differing),
        agreed=tuple(sorter.agreed),
        sums=tuple(sorter.sums),
        unread=shown.unread,
        shows=bool(shown.answers),
    )


def read_record(found: ReadBack, chosen: Collection[str], composed: Composed, written: Written) -> Record:
    """The record once these places of the document count, and what the document states beside it."""
    record = found.record
    for line in found.read(chosen):
        record = _with_line(found.kind, record, line)
    return _with_stated(record, found.sums, composed(record)[0], written)


def read_memory(
    found: ReadBack, chosen: Collection[str], record: Record, composed: Composed, written: Written
) -> Written:
    """The memory: what was read, and what agrees, counts as ours, so that a fill keeps it up to date."""
    assessment = composed(record)[0]
    right = {one.name: one.text for one in found.sums if _says_computed(one, assessment)}
    lines = {line.name: line.standing for line in (*found.agreed, *found.read(chosen))}
    return taken_over(written, {**right, **lines})


def read_sentence(found: ReadBack, before: Record, after: Record, chosen: Collection[str]) -> str:
    """What was done: "Đã đọc 3 chỗ từ văn bản. Giữ theo thanh bên 1 chỗ."; ``before`` and ``after``: the records."""
    count = len(found.read(chosen)) + len(set(after.stated) - set(before.stated))
    kept = len(found.given_up(chosen))
    sentences = [tell(messages.READ, count=count)] if count else []
    sentences += [tell(messages.READ_KEPT, count=kept)] if kept else []
    sentences = sentences or [tell(messages.READ_NOTHING)]
    if found.unread:
        sentences.append(tell(messages.READ_NOT_POSSIBLE, places="; ".join(map(place_label, found.unread))))
    return " ".join(sentences)


def mended(record: Record, shown: Sequence[ShownAnswer], assessment: Assessment) -> Record:
    """The record of a document that was just filled: what is right everywhere in it is stated wrongly no more.

    ``shown``: what stands there now. A line that the document has no place for stays as it was stated.
    """
    left = tuple(pair for pair in record.stated if not _is_right(normal_id(pair[0]), shown, assessment))
    return replace(record, stated=left)


def _is_right(line: str, shown: Sequence[ShownAnswer], assessment: Assessment) -> bool:
    places = [one for one in shown if one.line == line and one.what == ANSWER]
    return bool(places) and all(_says_computed(one, assessment) for one in places)


def _says_computed(one: ShownAnswer, assessment: Assessment) -> bool:
    return same_score(as_typed(one.text, assessment, one.line), _computed(one.line, assessment))


class _Sorter:
    """Puts what stands in the document where it belongs."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._taken: Dict[Tuple[str, str], str] = {}
        self.fresh: List[ReadLine] = []
        self.differing: List[ReadLine] = []
        self.agreed: List[ReadLine] = []
        self.sums: List[ShownAnswer] = []

    def add_answers(self, record: Record, assessment: Assessment, answers: Sequence[ShownAnswer]) -> None:
        """Scores and proofs. What the law lets nobody type – group rows of levels – is left."""
        typed = typed_answers(answers, assessment)
        for one in answers:
            result = assessment.results.get(one.line)
            if one.what == ANSWER and is_sum(one.line, typed, assessment):
                self.sums.append(one)
            elif result is None or (assessment.form.mode is Mode.LEVELS and result.criterion.measure is None):
                continue
            elif one.what == ANSWER:
                self._add_answer(one, result.typed, as_typed(one.text, assessment, one.line))
            else:
                self._add_evidence(one, evidence_of(record, one.line))

    def add_fact(self, line: ReadLine, is_fresh: bool) -> None:
        """A text; ``is_fresh``: the record has nothing, or nobody has changed it since the document showed it."""
        self._put(self.fresh if is_fresh else self.differing, line)

    def _add_answer(self, one: ShownAnswer, held: str, typed: str) -> None:
        line = ReadLine(one.place, one.name, one.what, one.line, held, typed, one.text, self._by_hand(one))
        if is_tag(one.text) or typed == document_words.MISSING_VALUE or not (held or typed):
            return
        if same_score(held, typed):
            self.agreed.append(line)
        elif is_last(self._written, one.name, one.text):
            return  # the record is newer
        elif not held.strip() and line.by_hand:
            self._put(self.fresh, line)
        elif typed or one.name in self._written:  # a cell that never showed a score is blank for no reason of hers
            self._put(self.differing, line)

    def _add_evidence(self, one: ShownAnswer, held: Tuple[str, ...]) -> None:
        proofs = tuple(text.strip() for text in one.text.split("\n") if text.strip())
        if not self._by_hand(one) or is_tag(one.text) or proofs in (held, (document_words.MISSING_VALUE,)):
            return
        old, new = "\n".join(held), "\n".join(proofs)
        line = ReadLine(one.place, one.name, one.what, one.line, old, new, one.text, by_hand=True)
        self._put(self.differing if held else self.fresh, line)

    def _by_hand(self, one: ShownAnswer) -> bool:
        return bool(one.text.strip()) and not knows(self._written, one.name, one.text)

    def _put(self, where: List[ReadLine], line: ReadLine) -> None:
        """What stands in two places: the first counts, another that says the same agrees with it."""
        key = (line.what, line.line)
        if key not in self._taken:
            self._taken[key] = line.new
            where.append(line)
        elif self._taken[key] == line.new:
            self.agreed.append(line)


def _fact_lines(
    kind: DocumentKind, record: Record, composed: Composed, standing: Slots, written: Written
) -> Iterator[Tuple[ReadLine, bool]]:
    """The texts that stand otherwise than the record has them, by hand, and that it can hold exactly as they stand.

    With each whether it is taken without a question.
    """
    wanted = composed(record)[1]
    for place, now in standing.items():
        slot = slot_name(place)
        held = recorded(kind, record, slot) if slot in wanted else None
        if held is None or not isinstance(now, (Text, Paragraphs)):
            continue
        text, old = flat(now), flat(wanted[slot])
        if text == old or not _is_typed(slot, text, written):
            continue
        changed = with_slot(kind, record, slot, _lines(now))
        if changed is not None and changed != record and _tidy(composed(changed)[1][slot]) == _tidy(now):
            line = ReadLine(place, slot, "", slot, in_lines(old), _lines(now), text, by_hand=True)
            newer = not held.strip() or is_last(written, slot, old)
            yield line, newer and not replaces_asked(record, changed)


def _is_typed(slot: str, text: str, written: Written) -> bool:
    waits = not text.strip() or is_tag(text) or text.strip() == document_words.MISSING_VALUE
    return not waits and not knows(written, slot, text)


def _lines(slot: Slot) -> str:
    return clean(in_lines(flat(slot)))


def _tidy(slot: Slot) -> List[List[str]]:
    return [line.split() for line in _lines(slot).split("\n")]


def _with_line(kind: DocumentKind, record: Record, line: ReadLine) -> Record:
    if line.what == ANSWER:
        return with_score(record, line.line, line.new)
    if line.what == EVIDENCE:
        return with_evidence(record, line.line, tuple(line.new.split("\n")))
    return with_slot(kind, record, line.line, line.new) or record


def _with_stated(record: Record, sums: Sequence[ShownAnswer], assessment: Assessment, written: Written) -> Record:
    """The record with what the document states: a sum typed by hand, or one that it has stated all along."""
    stated = {normal_id(name): text for name, text in record.stated}
    for line in dict.fromkeys(one.line for one in sums):
        texts = [one for one in sums if one.line == line]
        before = stated.pop(line, "")
        said = _stated(texts, before, assessment, written)
        if said:
            stated[line] = said
    return replace(record, stated=tuple(stated.items()))


def _stated(places: Sequence[ShownAnswer], before: str, assessment: Assessment, written: Written) -> str:
    wrong = [one for one in places if _is_typed(one.name, one.text, {}) and not _says_computed(one, assessment)]
    said = [(one, as_typed(one.text, assessment, one.line)) for one in wrong]
    typed = [text for one, text in said if not knows(written, one.name, one.text)]
    kept = [before for _, text in said if same_score(text, before)]
    return next(iter((*typed, *kept)), "")


def _computed(line: str, assessment: Assessment) -> str:
    """The value that the document should state; blank while it is not known."""
    rating, total = assessment.rating, assessment.total
    if line == RATING:
        return rating.label if rating else ""
    if line == TOTAL:
        return format_score(total) if rating and total is not None else ""
    result = assessment.results[line]
    return format_score(result.score) if result.complete and result.score is not None else ""
