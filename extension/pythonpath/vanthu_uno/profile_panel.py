"""The panel Hồ sơ: which set of criteria, which year, whose report."""

from __future__ import annotations

from typing import Any, Mapping, Tuple

from com.sun.star.awt import XActionListener, XFocusListener, XItemListener, XTextListener
from com.sun.star.ui import LayoutSize

from vanthu import messages
from vanthu.choices import typed_year
from vanthu.language import tell
from vanthu.record import OWNERSHIPS
from vanthu.unit_choice import UnitChoice, asks_disadvantaged, asks_ownership

from . import panel_layout
from .log import calm
from .panel import Panel, show_text
from .panel_layout import PROFILE_ROWS, Box
from .window_measures import least_height

CHECKS = {"private": ("ownership", OWNERSHIPS), "disadvantaged": ("disadvantaged", ("", "1"))}  # fact; off, on
FACTS = {"year": "year", "parent": "unit.parent", "unit": "unit.name", "short": "unit.short", "place": "unit.place"}


class ProfilePanel(Panel, XTextListener, XItemListener, XFocusListener, XActionListener):
    """Each field is one fact of the session; it is kept in the document when the field is left."""

    dialog = "profile.xdl"
    section = "facts"

    def prepare(self) -> None:
        self.showing = False
        self.typing = ""  # the field someone is typing in: its text is theirs, it is never written back
        self.measures = self.measures._replace(least_field=least_height(self.control("unit")))
        self._measure_labels()
        self.unit_types: Tuple[UnitChoice, ...] = ()
        self.checks: Tuple[str, ...] = ()
        for name in ("form", "unit_type", *CHECKS):
            self.control(name).addItemListener(self)
        self._take_unit_types()
        for name in FACTS:
            self.control(name).addTextListener(self)
            self.control(name).addFocusListener(self)
        self.control("keep").addActionListener(self)

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

    def spoken(self) -> None:
        self._measure_labels()
        self.tell("")

    def boxes(self, width: int, height: int) -> Mapping[str, Box]:
        return panel_layout.profile(width, height, self.measures, self.label, bool(self.unit_types), self.checks)

    def heights(self) -> LayoutSize:
        typed = bool(self.unit_types)
        height = panel_layout.profile_height(self.measures, typed)
        return LayoutSize(panel_layout.profile_least(self.measures, typed), height, height)

    def tell(self, sentence: str) -> None:
        """Say one sentence beside the button; the mouse over it shows the whole."""
        show_text(self.control("kept"), sentence)
        self.control("kept").getModel().HelpText = sentence

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
        self.tell(self.session.remember(tuple(FACTS.values())))

    def focusGained(self, event: Any) -> None:
        """Nothing to do."""

    @calm()
    def focusLost(self, event: Any) -> None:
        self.keep()
        if self.session is not None and typed_year(self.control("year").getText()) is None:
            self.tell(tell(messages.YEAR_WANTED))

    def _measure_labels(self) -> None:
        self.label = max(_width(self.control(name + "_label")) for name in PROFILE_ROWS)

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
        for name in ("unit_type", "unit_type_label"):
            self.control(name).setVisible(bool(self.unit_types))
        for name in CHECKS:
            self.control(name).setVisible(asked[name])

    def _show_unit_type(self) -> None:
        if self.unit_types != self.session.unit_types:
            self._take_unit_types()
            self.lay_out_again()
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
