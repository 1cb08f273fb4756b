"""The part Hồ sơ of the panel: which set of criteria, which year, whose report."""

from __future__ import annotations

from typing import Any, Mapping, Tuple

from com.sun.star.awt import XActionListener, XFocusListener, XItemListener, XTextListener

from vanthu import messages
from vanthu.choices import typed_year
from vanthu.language import tell
from vanthu.record import OWNERSHIPS
from vanthu.unit_choice import UnitChoice, asks_disadvantaged, asks_ownership

from . import profile_layout
from .boxes import Box
from .log import calm
from .part import Part, show_label, show_long, show_text
from .profile_layout import ROWS, Facts
from .score_lines import cut

CHECKS = {"private": ("ownership", OWNERSHIPS), "disadvantaged": ("disadvantaged", ("", "1"))}  # fact; off, on
FACTS = {"year": "year", "parent": "unit.parent", "unit": "unit.name", "short": "unit.short", "place": "unit.place"}
LABELS = tuple(name + "_label" for name in (*ROWS, "place"))
CONTROLS = ("form", "unit_type", *CHECKS, *FACTS, *LABELS, "kept", "keep")  # hidden where it is folded
_folded = False  # whether it was when last seen: the next window begins in the same way


class ProfilePart(Part, XTextListener, XItemListener, XFocusListener, XActionListener):
    """Each field is one fact of the session; it is kept in the document when the field is left."""

    def prepare(self) -> None:
        self.about = ""  # what the line that is left says, whole
        self.folded = _folded and bool(self.session.rows())  # no rows: here it is said what applies
        self._measure_labels()
        self.unit_types: Tuple[UnitChoice, ...] = ()
        self.checks: Tuple[str, ...] = ()
        for name in ("form", "unit_type", *CHECKS):
            self.control(name).addItemListener(self)
        self._take_unit_types()
        for name in FACTS:
            self.control(name).addTextListener(self)
            self.control(name).addFocusListener(self)
        for name in ("keep", "fold"):
            self.control(name).setActionCommand(name)
            self.control(name).addActionListener(self)

    def refresh(self) -> None:
        self.showing = True
        try:
            self._show_form()
            self._show_unit_type()
            for name, fact in FACTS.items():
                if name != self.typing:
                    show_text(self.control(name), self.session.fact(fact))
        finally:
            self.showing = False
        self._show_about()

    def spoken(self) -> None:
        self._measure_labels()
        self._show_about()
        self.tell("")

    def boxes(self, width: int, height: int) -> Mapping[str, Box]:
        return profile_layout.places(width, height, self.measures, self.label, self.facts, self.checks)

    def fit(self) -> None:
        """The line that is left says as much as there is room for; the mouse over it shows the whole."""
        control = self.control("about")
        room = max(1, control.getPosSize().Width - self.measures.gap)
        show_text(control, cut(self.about, room, self.panel.scores.measure))

    @property
    def facts(self) -> Facts:
        """What of it is shown."""
        return Facts(typed=bool(self.unit_types), folded=self.folded)

    def fold(self, folded: bool) -> None:
        """Show nothing but whose report it is, or everything again; the next window begins in the same way."""
        global _folded
        if self.folded is not folded:
            self.folded = _folded = folded
            self._show_controls()
            self._show_about()
            self.panel.lay_out_again()

    def tell(self, sentence: str) -> None:
        """Say one sentence beside the button; the mouse over it shows the whole."""
        show_long(self.control("kept"), sentence)

    @calm()
    def textChanged(self, event: Any) -> None:
        if self.showing or self.session is None:
            return
        self.typing = event.Source.getModel().Name
        self.unkept = True
        try:
            self.session.set_fact(FACTS[self.typing], event.Source.getText())
        finally:
            self.typing = ""
        self.tell("")  # what was kept is no longer what is typed

    @calm()
    def itemStateChanged(self, event: Any) -> None:
        if self.showing or self.session is None:
            return
        self.unkept = True
        self._take(event.Source.getModel().Name, event.Selected)
        self.keep()

    @calm()
    def actionPerformed(self, event: Any) -> None:
        self.keep()
        if event.ActionCommand == "fold":
            self.fold(not self.folded)
        else:
            self.tell(self.session.remember(tuple(FACTS.values())))

    def focusGained(self, event: Any) -> None:
        """Nothing to do."""

    @calm()
    def focusLost(self, event: Any) -> None:
        self.keep()
        if self.session is not None and typed_year(self.control("year").getText()) is None:
            self.tell(tell(messages.YEAR_WANTED))

    def _measure_labels(self) -> None:
        self.label = max(_width(self.control(name + "_label")) for name in ROWS)

    def _take(self, name: str, chosen: int) -> None:
        if name == "form":
            self.session.set_fact("form", self.session.forms[chosen].id)
        elif name == "unit_type":
            self.session.choose_unit_type(self.unit_types[chosen])
        else:
            fact, states = CHECKS[name]
            self.session.set_fact(fact, states[self.control(name).getState()])

    def _take_unit_types(self) -> None:
        """Offer what the form tells apart; a form that treats all units alike offers nothing."""
        form = self.session.form
        asked = {"private": asks_ownership(form), "disadvantaged": asks_disadvantaged(form)}
        self.unit_types = self.session.unit_types
        self.checks = tuple(name for name in CHECKS if asked[name])
        self.control("unit_type").getModel().StringItemList = tuple(choice.title for choice in self.unit_types)
        self._show_controls()

    def _show_controls(self) -> None:
        """Those that the form has a use for, and none where it is folded."""
        idle = {check for check in CHECKS if check not in self.checks}
        if not self.unit_types:
            idle.update(("unit_type", "unit_type_label"))
        for name in CONTROLS:
            self.control(name).setVisible(not self.folded and name not in idle)

    def _show_about(self) -> None:
        """Whose report it is stands in the line that is left where the fields are folded."""
        title, year, unit = tell(messages.PROFILE), self.session.fact("year"), self.session.fact("unit.name")
        told = ": ".join(filter(None, (f"{title} {year}", unit))) if self.folded else title
        if self.about != told:
            self.about = told
            self.control("about").getModel().HelpText = told
            self.fit()
            show_label(self.control("fold"), tell(messages.UNFOLD_PROFILE if self.folded else messages.FOLD_PROFILE))

    def _show_unit_type(self) -> None:
        if self.unit_types != self.session.unit_types:
            self._take_unit_types()
            self.panel.lay_out_again()
        if self.session.unit_type in self.unit_types:
            position = self.unit_types.index(self.session.unit_type)
            if self.control("unit_type").getSelectedItemPos() != position:
                self.control("unit_type").selectItemPos(position, True)
        for name, (fact, states) in CHECKS.items():
            self.control(name).setState(states.index(self.session.fact(fact)))

    def _show_form(self) -> None:
        ids = [form.id for form in self.session.forms]
        titles = tuple(form.title for form in self.session.forms)
        if self.control("form").getItems() != titles:  # another kind of document serves other forms
            self.control("form").getModel().StringItemList = titles
        form = self.session.fact("form")
        if form in ids and self.control("form").getSelectedItemPos() != ids.index(form):
            self.control("form").selectItemPos(ids.index(form), True)


def _width(label: Any) -> int:
    return int(label.getPreferredSize().Width)
