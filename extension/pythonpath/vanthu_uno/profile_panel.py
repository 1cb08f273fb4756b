"""The panel Hồ sơ: which set of criteria, which year, whose report."""

from __future__ import annotations

from typing import Any, Mapping

from com.sun.star.awt import XActionListener, XFocusListener, XItemListener, XTextListener
from com.sun.star.ui import LayoutSize

from . import panel_layout
from .log import calm
from .panel import Panel
from .panel_layout import PROFILE_FIELDS, Box

FACTS = {"year": "year", "parent": "unit.parent", "unit": "unit.name", "short": "unit.short", "place": "unit.place"}


class ProfilePanel(Panel, XTextListener, XItemListener, XFocusListener, XActionListener):
    """Each field is one fact of the session; it is kept in the document when the field is left."""

    dialog = "profile.xdl"

    def prepare(self) -> None:
        self.showing = False
        self.typing = ""  # the field someone is typing in: its text is theirs, it is never written back
        self.label = max(_width(self.control(name + "_label")) for name in PROFILE_FIELDS)
        forms = self.control("form")
        forms.addItems(tuple(form.title for form in self.session.forms), 0)
        forms.addItemListener(self)
        for name in FACTS:
            self.control(name).addTextListener(self)
            self.control(name).addFocusListener(self)
        self.control("keep").addActionListener(self)

    def refresh(self) -> None:
        self.showing = True
        try:
            self._show_form()
            for name, fact in FACTS.items():
                if name != self.typing:
                    _show(self.control(name), self.session.fact(fact))
        finally:
            self.showing = False

    def boxes(self, width: int, height: int) -> Mapping[str, Box]:
        return panel_layout.profile(width, self.measures, self.label)

    def heights(self) -> LayoutSize:
        height = panel_layout.profile_height(self.measures)
        return LayoutSize(height, height, height)

    def tell(self, sentence: str) -> None:
        """Say one sentence beside the button; the mouse over it shows the whole."""
        _show(self.control("kept"), sentence)
        self.control("kept").getModel().HelpText = sentence

    @calm()
    def textChanged(self, event: Any) -> None:
        if self.showing or self.session is None:
            return
        self.tell("")  # what was kept is no longer what is typed
        self.typing = event.Source.getModel().Name
        self.unkept = True
        try:
            self.session.set_fact(FACTS[self.typing], event.Source.getText())
        finally:
            self.typing = ""

    @calm()
    def itemStateChanged(self, event: Any) -> None:
        if self.showing or self.session is None:
            return
        self.session.set_fact("form", self.session.forms[event.Selected].id)
        self.unkept = True
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

    def _show_form(self) -> None:
        ids = [form.id for form in self.session.forms]
        form = self.session.fact("form")
        if form in ids and self.control("form").getSelectedItemPos() != ids.index(form):
            self.control("form").selectItemPos(ids.index(form), True)


def _width(label: Any) -> int:
    return int(label.getPreferredSize().Width)


def _show(field: Any, text: str) -> None:
    """Only when it differs: setting the text moves the cursor of someone who is typing."""
    if field.getText() != text:
        field.setText(text)
