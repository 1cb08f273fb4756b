"""The part Chấm điểm of the panel: the list of criteria, the score of one of them, and what it all comes to."""

from __future__ import annotations

from typing import Any, Mapping, Optional, Sequence

from com.sun.star.awt import Selection, XActionListener, XFocusListener, XItemListener, XKeyListener, XTextListener
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.awt.Key import DOWN, RETURN, UP
from com.sun.star.awt.KeyModifier import SHIFT

from vanthu import messages
from vanthu.form import Mode
from vanthu.language import tell
from vanthu.short_answer import answer_of, spelled_out, wants_reason

from . import open_panels, reading, scores_layout
from .blank_dialog import visit
from .boxes import Box
from .evidence_files import attend
from .log import calm
from .part import Part, show_label, show_long, show_text
from .score_lines import numbered
from .score_list import ScoreList
from .scores_layout import POINTS, Sheet

SECOND = ("overwrite", "blanks")  # one of them, or none, beside the button that fills
BIG = {"total": 1.7, "rating": 1.4}  # how much larger than the window's own font
RESULTS = ("rating", "progress", "distance")
NO_MORE_PROOF = "\n\n"  # Enter on a blank line


class ScoresPart(Part, XTextListener, XKeyListener, XFocusListener, XActionListener, XItemListener):
    """Typing a score changes the result at once; Enter keeps it in the document and goes on to the next criterion."""

    def prepare(self) -> None:
        self.sheet = POINTS
        self.control("ruler").setVisible(False)
        self.list: Any = ScoreList(self.control("list"), self.control("ruler"))
        self.list.control.addItemListener(self)
        self.list.control.addKeyListener(self)
        self._connect_fields()
        self._connect_buttons()
        for name, factor in BIG.items():
            _enlarge(self.control(name).getModel(), factor)
        self._take_sheet()
        self._say(self.session.notice)
        open_panels.add(self)
        self.session.hear(self.hear)

    def refresh(self) -> None:
        self.rows = self.session.rows()
        self.list.show(self.rows)
        if self.sheet != self._sheet():
            self._take_sheet()
            self.panel.lay_out_again()
        if self._row() is None:
            self._select(next_needed(self.rows, None, 1))
        self._show_card()
        self._show_summary()

    def spoken(self) -> None:
        self._offer(self.control("overwrite").isVisible())
        self._say(self.session.notice)

    def boxes(self, width: int, height: int) -> Mapping[str, Box]:
        second = any(self.control(name).isVisible() for name in SECOND)
        told, found = self.control("status").getText(), bool(self.control("finding").getText())
        lines = scores_layout.lines_of(told, width, self.measures)
        boxes = scores_layout.places(width, height, self.measures, second, bool(told), found, self.sheet, lines)
        return {**boxes, "blanks": boxes["overwrite"]}

    def fit(self) -> None:
        if self.list is not None:
            self.list.fit(scores_layout.line_width(self.list.control.getPosSize().Width, self.measures))

    def measure(self, text: str) -> int:
        """How wide a text is drawn in this window."""
        return int(self.list.measure(text))

    def is_blank(self) -> bool:
        """Whether nothing can be typed yet: the form does not know what applies."""
        return self._row() is None

    def tell(self, sentence: str) -> None:
        """Say one sentence in the status line."""
        self._say(sentence)
        self.panel.place_again()

    def fill(self, overwrite: bool = False) -> None:
        """Write the document and say what was done."""
        self.show_report(self.session.fill(overwrite))

    def show_report(self, report: Any) -> None:
        """Say what a fill did, and offer what follows from it. Ctrl+Z takes it back from here."""
        self.panel.leave_fields()
        self.open = len(report.blanks)
        self._offer(bool(report.hand_edited))
        self.tell(report.sentence)

    def hear(self, sentence: str) -> None:
        """A step of ours was undone or redone: what the last one did is no longer so."""
        self.open = len(self.session.blanks())
        self._offer(overwrite=False)
        self.tell(self.session.notice or sentence)

    def show_blanks(self, count: int) -> None:
        """How many places of the document are still open, on the button that leads to them."""
        self.open = count
        self._offer(self.control("overwrite").isVisible())
        self.panel.place_again()

    def enter(self) -> bool:
        """Put the cursor in the score field, its text selected to be typed over; ``False`` while it is shut."""
        row, field = self._row(), self.control("score")
        self.panel.make_room()
        if row is None or not row.editable:
            return False
        field.setFocus()
        field.setSelection(Selection(0, len(field.getText())))
        return True

    # the office's calls

    @calm()
    def textChanged(self, event: Any) -> None:
        row = self._row()
        if self.showing or row is None or not row.editable:
            return
        self.unkept = True
        self.typing = event.Source.getModel().Name
        text = event.Source.getText()
        try:
            if self.typing == "evidence":
                self.session.set_evidence(row.id, text)
            else:  # a letter counts at once as the answer that it stands for, though more may follow it
                self.session.set_score(row.id, spelled_out(text, row.answers))
        finally:
            self.typing = ""
        self._forget_last_fill()  # only now: what was typed comes before what is shown

    @calm()
    def keyPressed(self, event: Any) -> None:
        if event.Source == self.control("score"):
            self._key_in_field(event.KeyCode)
        elif event.Source == self.list.control:
            self._key_in_list(event)

    @calm()
    def keyReleased(self, event: Any) -> None:
        """Enter on a blank line ends the proof; only now has the key done what it does in the field."""
        if event.KeyCode == RETURN and event.Source == self.control("evidence"):
            text = event.Source.getText()
            if text.endswith(NO_MORE_PROOF) or not text.strip():
                self.keep()
                self._go(1)

    @calm()
    def focusGained(self, event: Any) -> None:
        if self.session is None:  # a closing window moves the keys about
            return
        field = event.Source
        if field == self.control("score"):
            field.setSelection(Selection(0, len(field.getText())))

    @calm()
    def focusLost(self, event: Any) -> None:
        if self.session is not None:
            self._spell_out()
            self.keep()

    @calm()
    def itemStateChanged(self, event: Any) -> None:
        self._show_card()

    @calm()
    def actionPerformed(self, event: Any) -> None:
        if event.ActionCommand == "blanks":
            visit(self.context, self.Frame)
        elif event.ActionCommand == "file":
            self._attend_files()
        elif event.ActionCommand == "read":
            self.keep()
            reading.read(self.context, self.Frame)
        else:
            self.fill(event.ActionCommand == "overwrite")

    def let_go(self) -> None:
        """Be found no more, and hold nothing of the office; the session is still there."""
        open_panels.remove(self)
        self.session.unhear(self.hear)
        self.list = None

    # one row and the next

    def _key_in_field(self, code: int) -> None:
        if code in (RETURN, DOWN, UP):
            whole = self._spell_out()
            self.keep()
            if whole:
                self._go(-1 if code == UP else 1)

    def _spell_out(self) -> bool:
        """Write a lone letter out as the answer it stands for; ``False`` when that answer still wants its reason."""
        row = self._row()
        typed = self.control("score").getText()
        answer = typed if row is None else spelled_out(typed, row.answers)
        if answer == typed:
            return True
        self._begin(answer)
        return not wants_reason(answer)

    def _key_in_list(self, event: Any) -> None:
        """Enter goes to the field; a digit begins a score or a count, a letter is a whole answer."""
        row = self._row()
        if row is None or not row.editable or event.Modifiers & ~SHIFT:
            return
        if event.KeyCode == RETURN:
            self.enter()
            return
        answer = answer_of(event.KeyChar.value, row.answers)
        if event.KeyChar.value.isdigit() or wants_reason(answer):
            self.enter()
            self._begin(answer or event.KeyChar.value)
        elif answer:
            self._begin(answer)
            self.keep()

    def _attend_files(self) -> None:
        """A file more in the proof, as if its line had been typed."""
        field = self.control("evidence")
        lines = field.getText().splitlines()
        added = attend(self.context, self.Frame, lines)
        if added and self._row() is not None:
            field.setText("\n".join([*(line for line in lines if line.strip()), added]))
            self.keep()
        field.setFocus()

    def _begin(self, text: str) -> None:
        """Put a text into the field as if it were typed, to be typed on."""
        self.control("score").setText(text)
        self.control("score").setSelection(Selection(len(text), len(text)))

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
            self._offer(overwrite=False)
            self.tell(self.session.notice)

    # what is shown

    def _say(self, sentence: str) -> None:
        """An empty status line would lie over the findings, which take its place."""
        show_long(self.control("status"), sentence)
        self.control("status").setVisible(bool(sentence))

    def _sheet(self) -> Sheet:
        form = self.session.form
        return Sheet(form.mode is Mode.LEVELS, bool(form.evidence) and self.session.record.require_evidence)

    def _take_sheet(self) -> None:
        """Show the controls that this form has a use for."""
        self.sheet = self._sheet()
        self.control("total").setVisible(not self.sheet.levels)
        for name in ("evidence", "evidence_label", "file"):
            self.control(name).setVisible(self.sheet.evidence)

    def _show_card(self) -> None:
        row = self._row()
        self.showing = True
        try:
            if row is None:
                self._show_no_card()
            else:
                show_long(self.control("wording"), numbered(row.symbol, row.label), row.hint)
                show_text(self.control("score_label"), row.prompt)
                self._show_finding(row.finding)
                self._show_typed(row)
        finally:
            self.showing = False

    def _show_no_card(self) -> None:
        """Nothing can be typed before the form knows what applies; say what to do first."""
        show_long(self.control("wording"), self.session.summary().first)
        self._show_finding("")
        for name in ("score_label", "score", "evidence"):
            show_text(self.control(name), "")
        for name in ("score", "evidence", "file"):
            self.control(name).setEnable(False)

    def _show_finding(self, finding: str) -> None:
        """What is to be corrected in this row, right above where it was typed."""
        stood = bool(self.control("finding").getText())
        show_long(self.control("finding"), finding)
        self.control("finding").setVisible(bool(finding))
        if stood != bool(finding):
            self.panel.place_again()

    def _show_typed(self, row: Any) -> None:
        """What someone is typing is theirs: it is never written back."""
        texts = {"score": row.typed if row.editable else row.score, "evidence": row.evidence}
        for name, text in texts.items():
            if name != self.typing:
                show_text(self.control(name), text)
        if not self.typing:
            self.control("score").setEnable(row.editable)
            for name in ("evidence", "file"):
                self.control(name).setEnable(row.asks_evidence)

    def _show_summary(self) -> None:
        summary = self.session.summary()
        show_text(self.control("list_label"), summary.heading)
        show_text(self.control("total"), summary.amount)
        for name in RESULTS:
            show_text(self.control(name), getattr(summary, name))
        show_long(self.control("findings"), "\n".join(summary.findings))
        self.control("findings").setVisible(bool(summary.findings))

    def _connect_fields(self) -> None:
        for name in ("score", "evidence"):
            field = self.control(name)
            field.addTextListener(self)
            field.addKeyListener(self)
            field.addFocusListener(self)

    def _connect_buttons(self) -> None:
        for name in ("read", "fill", "overwrite", "blanks", "file"):
            self.control(name).setActionCommand(name)
            self.control(name).addActionListener(self)
        self.open = len(self.session.blanks())
        self._offer(overwrite=False)

    def _offer(self, overwrite: bool) -> None:
        """The second button: to overwrite what was changed by hand, else the way to what is still open."""
        show_label(self.control("blanks"), tell(messages.BLANKS, count=self.open))
        self.control("overwrite").setVisible(overwrite)
        self.control("blanks").setVisible(self.open > 0 and not overwrite)


def next_needed(rows: Sequence[Any], index: Optional[int], step: int) -> Optional[int]:
    """Place of the next row that still asks for a score, ``None`` at the end."""
    position = (-1 if index is None else index) + step
    while 0 <= position < len(rows):
        if rows[position].needed:
            return position
        position += step
    return None


def _enlarge(model: Any, factor: float) -> None:
    font = model.FontDescriptor
    font.Height = round((font.Height or 9) * factor)
    font.Weight = BOLD
    model.FontDescriptor = font
