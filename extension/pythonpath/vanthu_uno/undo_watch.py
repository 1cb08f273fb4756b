"""Undo and redo of our own steps: whoever shows what was done hears of it, and the memory goes along.

The office tells its undo manager's listeners nothing while someone types a word, so this costs no key. A fill adds
hundreds of entries and would tell of each, so nobody listens while we write.
"""

from __future__ import annotations

from typing import Any, Callable, List, NamedTuple, Tuple

from vanthu import messages
from vanthu.language import tell
from vanthu.memory import Memory
from vanthu.merged import merged

from .log import calm
from .one_step import CELLS_TO_GO, forget_redo
from .undo_listener import UndoListener


class Step(NamedTuple):
    """One entry of ours in the undo list, and what the document remembers on both sides of it."""

    title: str
    before: Memory
    after: Memory
    cells: int = 0  # that came into tables with it


class Steps:
    """What our steps did to the memory, so that undo and redo take it along."""

    def __init__(self) -> None:
        self._done: List[Step] = []
        self._undone: List[Step] = []

    def add(self, step: Step) -> None:
        """A step was done."""
        self._done.append(step)
        self._undone.clear()

    @property
    def too_large_to_redo(self) -> bool:
        """Whether so much was taken back that the office could not do its next step with all that in keeping."""
        return sum(step.cells for step in self._undone) > CELLS_TO_GO

    def forget_undone(self) -> None:
        """Nothing of what was taken back can be redone any more."""
        self._undone.clear()

    def moved(self, title: str, back: bool, memory: Memory) -> Memory:
        """The memory after undo (``back``) or redo of a step of this title; what was typed since is not lost."""
        here, there = (self._done, self._undone) if back else (self._undone, self._done)
        if not here or here[-1].title != title:
            return memory
        step = here.pop()
        there.append(step)
        was, becomes = (step.after, step.before) if back else (step.before, step.after)
        return merged(memory, was, becomes)


class UndoWatch:
    """Listens to one document; ``told(title, back)`` hears of undo and redo of our steps."""

    def __init__(self, document: Any, told: Callable[[str, bool], None]) -> None:
        self._undo: Any = document.getUndoManager()
        self._told: Any = told
        self._rests = 0  # how many blocks we are in that nobody is to hear of
        self._titles = set(_ours())  # of steps of ours, in every language that was in use
        self._ear: Any = None  # while we listen
        self._listen()

    def rest(self) -> None:
        """Do not listen until ``start``."""
        self._rests += 1
        self._leave()

    def start(self) -> None:
        """Listen again, once every ``rest`` is over."""
        self._rests -= 1
        if not self._rests:
            self._listen()

    def take_up_language(self) -> None:
        """Steps have other titles from now on; those made before keep theirs."""
        self._titles.update(_ours())

    def forget_redo(self) -> None:
        """Nothing that was taken back can be redone any more."""
        if self._undo is not None:
            forget_redo(self._undo)

    def end(self) -> None:
        """Hold nothing of the document any more."""
        self._leave()
        self.forget()

    def forget(self) -> None:
        """The document is gone already."""
        self._undo = self._told = self._ear = None

    def hear(self, title: str, back: bool) -> None:
        """A step of this title was undone (``back``) or redone."""
        if self._told is not None and title in self._titles:
            self._told(title, back)

    def _listen(self) -> None:
        # A new one each time. What the office lets go PyUNO forgets on a thread of its own, a little later: one that is
        # added again meanwhile is forgotten too, and the office could not tell which one to remove.
        if self._undo is not None:
            self._ear = _Ear(self)
            self._undo.addUndoManagerListener(self._ear)

    def _leave(self) -> None:
        ear, self._ear = self._ear, None
        if ear is not None:
            self._undo.removeUndoManagerListener(ear)


class _Ear(UndoListener):
    """Passes on to the watch what the office tells."""

    def __init__(self, watch: UndoWatch) -> None:
        self._watch = watch

    @calm()
    def actionUndone(self, event: Any) -> None:
        self._watch.hear(event.UndoActionTitle, back=True)

    @calm()
    def actionRedone(self, event: Any) -> None:
        self._watch.hear(event.UndoActionTitle, back=False)

    @calm()
    def disposing(self, event: Any) -> None:
        self._watch.forget()


def _ours() -> Tuple[str, ...]:
    """How our steps are called in the undo list."""
    titles = map(
        tell, (messages.UNDO_FILL, messages.UNDO_READ, messages.UNDO_BIND, messages.UNDO_MARK, messages.UNDO_INSERT)
    )
    return tuple(titles)


class Unwatched:
    """Nobody hears of what is done in this block."""

    def __init__(self, watch: UndoWatch) -> None:
        self._watch = watch

    def __enter__(self) -> None:
        self._watch.rest()

    def __exit__(self, *raised: object) -> None:
        self._watch.start()
