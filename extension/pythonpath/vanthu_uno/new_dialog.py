"""The dialog "Lập văn bản mới": what to write, for which year and for whom; the form follows the choice."""

from __future__ import annotations

from typing import Any, NamedTuple, Optional

import unohelper
from com.sun.star.awt import XActionListener, XItemListener, XKeyListener, XTextListener
from com.sun.star.awt.Key import DOWN, UP

from vanthu import messages
from vanthu.choices import choice_lines, kind_choices, next_choice, proposed_form, typed_year, usual_kind
from vanthu.language import tell
from vanthu.library import Library

from . import guide, unit_types
from .choice_dialog import OK, Opened
from .log import calm

DIALOG = "new.xdl"


class Asked(NamedTuple):
    """What a new document is to be."""

    kind: str
    year: int
    unit: str
    unit_type: str


def ask(context: Any, document: Any, library: Library, first: Asked) -> Optional[Asked]:
    """Show the dialog over the document's window, ``first`` chosen, and wait; ``None`` for Thôi."""
    with Opened(context, document, DIALOG) as window:
        dialog = NewDialog(context, window, library, first)
        try:
            return dialog.asked() if dialog.execute() else None
        finally:
            dialog.let_go()


class NewDialog(unohelper.Base, XTextListener, XItemListener, XKeyListener, XActionListener):
    """Typing narrows the list; the arrows go through it from the search field too."""

    def __init__(self, context: Any, dialog: Any, library: Library, first: Asked) -> None:
        self.context = context
        self.dialog = dialog
        self.library = library
        self.choices = kind_choices(library)
        self.kind = first.kind
        self.offered = first.kind  # what stood there before the clerk chose; it goes with the year
        self.position = -1
        self._show_first(first)
        self._show_lines()
        self._listen()
        guide.offer(context, dialog, "new")

    def execute(self) -> bool:
        """Wait for one of the buttons; whether it was Lập văn bản."""
        self._control("find").setFocus()
        return bool(self.dialog.execute() == OK)

    def asked(self) -> Optional[Asked]:
        """What is chosen now; ``None`` while the year is none or no kind is chosen."""
        year = typed_year(self._control("year").getText())
        if year is None or not self.kind:
            return None
        return Asked(self.kind, year, self._control("unit").getText(), self._unit_type())

    def let_go(self) -> None:
        """Hold nothing of the office any more."""
        self.dialog = None

    # the office's calls

    @calm()
    def textChanged(self, event: Any) -> None:
        if event.Source == self._control("find"):
            self._show_lines()
        else:
            self._follow_year()
        self._show_proposal()

    @calm()
    def itemStateChanged(self, event: Any) -> None:
        if event.Source == self._control("kind"):
            chosen = self._control("kind").getSelectedItemPos()
            self._select(chosen, -1 if chosen < self.position else 1)
        self._show_proposal()

    @calm()
    def keyPressed(self, event: Any) -> None:
        if event.Source == self._control("kind"):
            self._search_on(event.KeyChar.value)
        elif event.KeyCode in (DOWN, UP):
            step = 1 if event.KeyCode == DOWN else -1
            self._select(self.position + step, step)
            self._show_proposal()

    def keyReleased(self, event: Any) -> None:
        """Nothing to do."""

    @calm()
    def actionPerformed(self, event: Any) -> None:
        """A double click on a document is the same as Lập văn bản."""
        if self.asked() is not None:
            self.dialog.endDialog(OK)

    def disposing(self, event: Any) -> None:
        """``let_go`` follows."""

    # what is shown

    def _show_first(self, first: Asked) -> None:
        self._control("year").setText(str(first.year))
        self._control("unit").setText(first.unit)
        unit_types.show(self._control("type"), first.unit_type)

    def _show_lines(self) -> None:
        """The list as narrowed; what was chosen stays chosen as long as it is there."""
        self.lines = choice_lines(self.choices, self._control("find").getText())
        box = self._control("kind")
        box.getModel().StringItemList = tuple(line.text for line in self.lines)
        kinds = [line.kind for line in self.lines]
        self._select(kinds.index(self.kind) if self.kind in kinds else 0, 1)
        self._show_proposal()

    def _follow_year(self) -> None:
        """What nobody has chosen yet is offered as that year has it: each legal text has a document of its own."""
        year = typed_year(self._control("year").getText())
        if year is None or not self.kind or self.kind != self.offered:
            return
        self.offered = usual_kind(self.library, self.kind, year)
        position = next((at for at, line in enumerate(self.lines) if line.kind == self.offered), -1)
        if position < 0:  # the list is narrowed to others
            self.offered = self.kind
        else:
            self._select(position, 1)

    def _select(self, position: int, step: int) -> None:
        """The nearest document from there on; at either end of the list the one that was chosen."""
        nearest = next_choice(self.lines, position, step)
        if nearest < 0:
            nearest = next_choice(self.lines, self.position, 1)
        self.position = nearest
        self.kind = self.lines[nearest].kind if nearest >= 0 else ""
        if nearest >= 0 and self._control("kind").getSelectedItemPos() != nearest:
            self._control("kind").selectItemPos(nearest, True)

    def _show_proposal(self) -> None:
        """The form with its reason, or what is still wanted; without both there is no document."""
        asked = self.asked()
        self._control("ok").setEnable(asked is not None)
        sentence = self._proposal(asked) if asked else tell(messages.YEAR_WANTED if self.kind else messages.KIND_WANTED)
        if self._control("form").getText() != sentence:
            self._control("form").setText(sentence)
            self._control("form").getModel().HelpText = sentence

    def _proposal(self, asked: Asked) -> str:
        found = proposed_form(self.library, self.library.kind(asked.kind), asked.year, asked.unit_type)
        if not found.form:
            return found.reason
        return tell(
            messages.FORM_PROPOSED if found.in_force else messages.FORM_DOUBTED, title=found.title, reason=found.reason
        )

    def _search_on(self, letter: str) -> None:
        """A letter typed on the list goes on in the search field."""
        if letter.isalnum():
            find = self._control("find")
            find.setFocus()
            find.setText(find.getText() + letter)

    def _unit_type(self) -> str:
        return unit_types.chosen(self._control("type"))

    def _listen(self) -> None:
        for name in ("find", "year"):
            self._control(name).addTextListener(self)
        for name in ("kind", "type"):
            self._control(name).addItemListener(self)
        for name in ("find", "kind"):
            self._control(name).addKeyListener(self)
        self._control("kind").addActionListener(self)

    def _control(self, name: str) -> Any:
        return self.dialog.getControl(name)
