"""A dialog over a document: a list of places, the chosen one shown in full and in the document, some with a mark."""

from __future__ import annotations

from typing import Any, Callable, FrozenSet, Optional, Sequence, Set

import unohelper
from com.sun.star.awt import XItemListener, XKeyListener

from . import guide
from .choice_dialog import OK, Opened
from .log import calm

SPACE = " "


class PlacesDialog(unohelper.Base, XItemListener, XKeyListener):
    """Shows lines one may mark; an .xdl names its controls ``list``, ``old``, ``new`` and the check box ``mark``.

    A line has ``place``, ``old``, ``new``, ``words(marked)``; ``markable(line)`` says whether the clerk has a choice.
    """

    dialog = ""  # file name of its .xdl
    mark = ""  # id of its check box
    section = ""  # of the guide

    def __init__(self, context: Any, document: Any, lines: Sequence[Any], show: Callable[[str], None]) -> None:
        self.context = context
        self.document = document
        self.lines = tuple(lines)
        self.show_place = show
        self.marked: Set[str] = set()
        self.window: Any = None

    # what each dialog brings

    def markable(self, line: Any) -> bool:
        """Whether the line can be marked."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Connect what it has beside the list, once."""

    def refresh(self) -> None:
        """Show what follows from the marks."""
        raise NotImplementedError

    # for the caller

    def chosen(self) -> Optional[FrozenSet[str]]:
        """Show it and wait; the marked places, ``None`` when the clerk closed it without a word."""
        controller = self.document.getCurrentController()
        before = controller.getSelection()
        with Opened(self.context, self.document, self.dialog) as self.window:
            try:
                self._prepare()
                guide.offer(self.context, self.window, self.section)
                if self.window.execute() == OK:
                    return frozenset(self.marked)
                controller.select(before)
                return None
            finally:
                self.window = self.document = None

    # the office's calls

    @calm()
    def itemStateChanged(self, event: Any) -> None:
        if self.window is None:
            return
        if event.Source == self.control(self.mark):
            self._set_mark(bool(self.control(self.mark).getState()))
        else:
            self._show_line()

    @calm()
    def keyPressed(self, event: Any) -> None:
        line = self.line() if event.KeyChar.value == SPACE else None
        if line is not None and self.markable(line):
            self._set_mark(line.place not in self.marked)

    def keyReleased(self, event: Any) -> None:
        """Nothing to do."""

    def disposing(self, event: Any) -> None:
        """The caller ends it."""

    # for the dialogs

    def control(self, name: str) -> Any:
        return self.window.getControl(name)

    def line(self) -> Optional[Any]:
        """The line that is chosen."""
        position = int(self.control("list").getSelectedItemPos())
        return self.lines[position] if 0 <= position < len(self.lines) else None

    def mark_all(self, marked: bool) -> None:
        """Set or take away the mark of every line that can have one; the chosen line stays chosen."""
        self.marked = {line.place for line in self.lines if marked and self.markable(line)}
        self._show_lines(max(0, self.control("list").getSelectedItemPos()))
        self._show_mark(self.line())
        self.refresh()

    def _show_lines(self, chosen: int) -> None:
        shown = self.control("list")
        shown.getModel().StringItemList = tuple(line.words(line.place in self.marked) for line in self.lines)
        if self.lines:
            shown.selectItemPos(chosen, True)

    def _prepare(self) -> None:
        shown = self.control("list")
        self._show_lines(0)
        self.prepare()
        for control in (shown, self.control(self.mark)):
            control.addItemListener(self)
        shown.addKeyListener(self)
        self._show_line()
        self.refresh()
        shown.setFocus()

    def _show_line(self) -> None:
        line = self.line()
        self.control("old").setText(line.old if line else "")
        self.control("new").setText(line.new if line else "")
        self._show_mark(line)
        if line is not None:
            self.show_place(line.place)

    def _show_mark(self, line: Optional[Any]) -> None:
        box = self.control(self.mark)
        box.setEnable(line is not None and self.markable(line))
        box.setState(int(line is not None and line.place in self.marked))

    def _set_mark(self, marked: bool) -> None:
        position, line = self.control("list").getSelectedItemPos(), self.line()
        if line is None:
            return
        (self.marked.add if marked else self.marked.discard)(line.place)
        self.control("list").getModel().setItemText(position, line.words(marked))
        self.control("list").selectItemPos(position, True)  # a rewritten line is no longer selected
        self._show_mark(line)
        self.refresh()
