"""One step of work on a document: quietly, as one entry in the undo list, whole or not at all."""

from __future__ import annotations

from typing import Any

from com.sun.star.document import UndoContextNotClosedException

from .log import calm
from .undo_listener import UndoListener

# Cells of tables that may go in one step. The office keeps what went as nodes, three to a cell and 64,535 in all; when
# there are more it forgets its oldest steps; 7.4 and 25.2 try that for ever where there is only the one they are in.
CELLS_TO_GO = 20_000


class Unrecorded:
    """Changes that we make are not recorded: a second fill would leave the old text standing beside the new."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._recording = document.getPropertyValue("RecordChanges")

    def __enter__(self) -> None:
        if self._recording:
            self._document.setPropertyValue("RecordChanges", False)

    def __exit__(self, *raised: object) -> None:
        if self._recording:
            self._document.setPropertyValue("RecordChanges", True)


class Quiet:
    """No layout, no recorded changes, and no word to listeners while we write; all as before afterwards.

    A class, not a generator: contextlib sets ``__traceback__`` on what is raised, and PyUNO chokes on that when it is
    an exception of the office.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._unrecorded = Unrecorded(document)

    def __enter__(self) -> None:
        self._document.lockControllers()
        # Each single change would be broadcast to the document's macros; that takes longer than the change itself.
        self._document.disableSetModified()
        self._unrecorded.__enter__()

    def __exit__(self, *raised: object) -> None:
        self._unrecorded.__exit__(*raised)
        self._document.enableSetModified()
        self._document.unlockControllers()


class Untold:
    """What is done in this block is no entry in the undo list: all is as before afterwards, or was undone with it."""

    def __init__(self, document: Any) -> None:
        self._undo = document.getUndoManager()

    def __enter__(self) -> None:
        self._undo.lock()

    def __exit__(self, *raised: object) -> None:
        self._undo.unlock()


def lay_out(document: Any) -> None:
    """Let a document lay itself out once, however often it was told to be quiet; it is so again afterwards."""
    locks = 0
    while document.hasControllersLocked():
        document.unlockControllers()
        locks += 1
    for _ in range(locks):
        document.lockControllers()


def forget_redo(undo: Any) -> None:
    """Nothing that was taken back can be redone any more; inside of a step there is nothing to redo."""
    if undo.isRedoPossible():
        undo.clearRedo()


class OneStep:
    """One entry in the undo list; when the block raises, everything it did is taken back and leaves no entry.

    Inside of another step it is part of that one, which takes it back along with the rest.
    """

    def __init__(self, document: Any, title: str) -> None:
        self._undo = document.getUndoManager()
        self._title = title
        self.stands = False  # whether what it did before it raised is still there, for the step around it to take back

    def __enter__(self) -> None:
        # What can be redone is gone with the first change anyway, and would count as something that went until then.
        forget_redo(self._undo)
        self._undo.enterUndoContext(self._title)

    def __exit__(self, raised: object, *rest: object) -> None:
        if raised is None:
            self._undo.leaveUndoContext()
        else:
            self.stands = not _take_back(self._undo)


def _take_back(undo: Any) -> bool:
    """Leave the context and take back what it holds; gives whether that could be done."""
    # An empty context vanishes when it is left; to undo then would take back the clerk's own last step.
    leaving = _Leaving()
    undo.addUndoManagerListener(leaving)
    undo.leaveUndoContext()
    undo.removeUndoManagerListener(leaving)
    try:
        if leaving.holds_changes:
            undo.undo()
            undo.clearRedo()
    except UndoContextNotClosedException:
        return False
    return True


class _Leaving(UndoListener):
    """Learns whether the context that is being left held anything."""

    holds_changes = False

    @calm()
    def leftContext(self, event: Any) -> None:
        self.holds_changes = True
