"""The panel Chấm điểm: the list of criteria, the score of one of them, and what it all comes to."""

from __future__ import annotations

from typing import Any, Mapping, Optional, Sequence, Tuple

from com.sun.star.awt import Selection, XActionListener, XFocusListener, XItemListener, XKeyListener, XTextListener
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.awt.Key import DOWN, RETURN, UP
from com.sun.star.ui import LayoutSize

from . import open_panels, panel_layout
from .log import calm
from .panel import Panel
from .panel_layout import Box
from .score_list import ScoreList

BIG = {"total": 1.7, "rating": 1.4}  # how much larger than the window's own font
RESULTS = ("rating", "progress", "distance")


class ScoresPanel(Panel, XTextListener, XKeyListener, XFocusListener, XActionListener, XItemListener):
    """Typing a score changes the result at once; Enter keeps it in the document and goes on to the next criterion."""

    dialog = "scores.xdl"

    def prepare(self) -> None:
        self.showing = False
        self.typing = False
        self.control("ruler").setVisible(False)
        self.list: Any = ScoreList(self.control("list"), self.control("ruler"))
        self.measures = self.measures._replace(row=self.list.row_height(round(self.measures.line)))
        self.list.control.addItemListener(self)
        self.list.control.addKeyListener(self)
        self._connect_field()
        self._connect_buttons()
        for name, factor in BIG.items():
            _enlarge(self.control(name).getModel(), factor)
        self._say(self.session.notice)
        open_panels.add(self)

    def refresh(self) -> None:
        self.rows = self.session.rows()
        self.list.show(self.rows)
        if self._row() is None:
            self._select(next_needed(self.rows, None, 1))
        self._show_card()
        self._show_summary()

    def boxes(self, width: int, height: int) -> Mapping[str, Box]:
        return panel_layout.scores(width, height, self.measures, *self._shown_below())

    def heights(self) -> LayoutSize:
        least = panel_layout.scores_height(self.measures)
        # What Hồ sơ leaves when it is folded; asked for less, the office would give part of it to nobody.
        return LayoutSize(least, -1, least + panel_layout.profile_height(self.measures))

    def place(self, width: int, height: int) -> None:
        super().place(width, height)
        if self.list is not None:
            self.list.fit(panel_layout.line_width(self.list.control.getPosSize().Width, self.measures))

    def tell(self, sentence: str) -> None:
        """Say one sentence in the status line."""
        self._say(sentence)
        self.place_again()

    def fill(self, overwrite: bool = False) -> None:
        """Write the document and say what was done."""
        report = self.session.fill(overwrite)
        self.control("overwrite").setVisible(bool(report.hand_edited))
        self.tell(report.sentence)

    def enter(self) -> None:
        """Put the cursor in the score field, its text selected so that typing replaces it."""
        field = self.control("score")
        field.setFocus()
        field.setSelection(Selection(0, len(field.getText())))

    # the office's calls

    @calm()
    def textChanged(self, event: Any) -> None:
        row = self._row()
        if self.showing or row is None or not row.editable:
            return
        self._forget_last_fill()
        self.typing = self.unkept = True
        try:
            self.session.set_score(row.id, event.Source.getText())
        finally:
            self.typing = False

    @calm()
    def keyPressed(self, event: Any) -> None:
        if event.Source == self.control("score"):
            self._key_in_field(event.KeyCode)
        else:
            self._key_in_list(event)

    def keyReleased(self, event: Any) -> None:
        """Nothing to do."""

    @calm()
    def focusGained(self, event: Any) -> None:
        field = event.Source
        field.setSelection(Selection(0, len(field.getText())))

    @calm()
    def focusLost(self, event: Any) -> None:
        self.keep()

    @calm()
    def itemStateChanged(self, event: Any) -> None:
        self._show_card()

    @calm()
    def actionPerformed(self, event: Any) -> None:
        self.fill(event.ActionCommand == "overwrite")

    def let_go(self) -> None:
        open_panels.remove(self)
        super().let_go()
        self.list = None

    # one row and the next

    def _key_in_field(self, code: int) -> None:
        if code in (RETURN, DOWN, UP):
            self.keep()
            self._go(-1 if code == UP else 1)

    def _key_in_list(self, event: Any) -> None:
        """Enter goes to the field; a digit typed on the list is the beginning of a score."""
        row = self._row()
        if row is None or not row.editable:
            return
        if event.KeyCode == RETURN:
            self.enter()
        elif event.KeyChar.value.isdigit():
            self.enter()
            self.control("score").setText(event.KeyChar.value)
            self.control("score").setSelection(Selection(1, 1))

    def _row(self) -> Optional[Any]:
        index = None if self.list is None else self.list.selected()
        return None if index is None or index >= len(self.rows) else self.rows[index]

    def _go(self, step: int) -> None:
        """To the next row one may type in; after the last one to the button."""
        index = next_needed(self.rows, self.list.selected(), step)
        if index is not None:
            self._select(index)
            self.enter()
        elif step > 0:
            self.control("fill").setFocus()

    def _select(self, index: Optional[int]) -> None:
        if index is not None:
            self.list.select(index)
            self._show_card()

    def _forget_last_fill(self) -> None:
        """What the last fill did is no longer true of the scores being typed; why nothing can be kept still is."""
        if self.control("status").getText() != self.session.notice:
            self.control("overwrite").setVisible(False)
            self.tell(self.session.notice)

    # what is shown

    def _say(self, sentence: str) -> None:
        """An empty status line would lie over the findings, which take its place."""
        _show_long(self.control("status"), sentence)
        self.control("status").setVisible(bool(sentence))

    def _shown_below(self) -> Tuple[bool, bool]:
        return self.control("overwrite").isVisible(), bool(self.control("status").getText())

    def _show_card(self) -> None:
        row = self._row()
        if row is None:
            return
        self.showing = True
        try:
            _show_long(self.control("wording"), f"{row.symbol}. {row.label}" if row.symbol.isalnum() else row.label)
            _show(self.control("score_label"), f"Đ~iểm (tối đa {row.maximum}):")
            self._show_score(row)
        finally:
            self.showing = False

    def _show_score(self, row: Any) -> None:
        """What someone is typing is theirs: it is never written back."""
        if not self.typing:
            _show(self.control("score"), row.typed if row.editable else row.score)
            self.control("score").setEnable(row.editable)

    def _show_summary(self) -> None:
        summary = self.session.summary()
        _show(self.control("total"), f"{summary.total}/{summary.maximum}")
        for name in RESULTS:
            _show(self.control(name), getattr(summary, name))
        _show_long(self.control("findings"), "\n".join(summary.findings))
        self.control("findings").setVisible(bool(summary.findings))

    def _connect_field(self) -> None:
        field = self.control("score")
        field.addTextListener(self)
        field.addKeyListener(self)
        field.addFocusListener(self)

    def _connect_buttons(self) -> None:
        for name in ("fill", "overwrite"):
            self.control(name).setActionCommand(name)
            self.control(name).addActionListener(self)
        self.control("overwrite").setVisible(False)


def next_needed(rows: Sequence[Any], index: Optional[int], step: int) -> Optional[int]:
    """Place of the next row that still asks for a score, ``None`` at the end."""
    position = (-1 if index is None else index) + step
    while 0 <= position < len(rows):
        if rows[position].needed:
            return position
        position += step
    return None


def _show(control: Any, text: str) -> None:
    if control.getText() != text:
        control.setText(text)


def _show_long(control: Any, text: str) -> None:
    """A text that may be longer than its place; the mouse over it shows the whole."""
    _show(control, text)
    control.getModel().HelpText = text


def _enlarge(model: Any, factor: float) -> None:
    font = model.FontDescriptor
    font.Height = round((font.Height or 9) * factor)
    font.Weight = BOLD
    model.FontDescriptor = font
