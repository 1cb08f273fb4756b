"""What the two parts of the panel (phần Hồ sơ, phần Chấm điểm) have in common: some controls of its window."""

from __future__ import annotations

from typing import Any, Mapping

import unohelper

from .boxes import Box


class Part(unohelper.Base):
    """One part of the panel of one window; what it holds of the office, it holds through the panel."""

    def __init__(self, panel: Any) -> None:
        self.context = panel.context
        self.panel = panel
        self.showing = False  # the controls are being written: what they announce was typed by nobody
        self.typing = ""  # the field someone is typing in: its text is theirs, it is never written back
        self.unkept = False  # typed, and not yet stored in the document
        self.prepare()

    # what each part brings

    def prepare(self) -> None:
        """Fill and connect the controls, once."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what the session holds now; cheap when nothing changed."""
        raise NotImplementedError

    def spoken(self) -> None:
        """The texts of the window are in another language now: show again what else was said in the old one."""
        raise NotImplementedError

    def boxes(self, width: int, height: int) -> Mapping[str, Box]:
        """Where each of its controls stands in a panel of this width that gives it this height."""
        raise NotImplementedError

    def fit(self) -> None:
        """Cut what may be too long to the room that it has now."""
        raise NotImplementedError

    def tell(self, sentence: str) -> None:
        """Say one sentence where the person is at work."""
        raise NotImplementedError

    # what the office calls

    def disposing(self, event: Any) -> None:
        """A control ends with the window, and of that the panel hears itself."""

    # for the parts

    @property
    def session(self) -> Any:
        """Of the panel's document; ``None`` once the sidebar has let the panel go."""
        return self.panel.session

    @property
    def Frame(self) -> Any:
        """The frame of the panel's window."""
        return self.panel.Frame

    @property
    def measures(self) -> Any:
        """Of the panel's window."""
        return self.panel.measures

    def control(self, name: str) -> Any:
        return self.panel.control(name)

    def keep(self) -> None:
        """Store what was typed here; a document in which nothing was typed is not touched."""
        if self.unkept and self.session is not None:
            self.session.keep()
            self.unkept = False


def show_text(control: Any, text: str) -> None:
    """Only when it differs: setting the text moves the cursor of someone who is typing."""
    if control.getText() != text:
        control.setText(text)


def show_long(control: Any, text: str, more: str = "") -> None:
    """A text that may be longer than its place; the mouse over it shows the whole, and what there is to say besides."""
    show_text(control, text)
    control.getModel().HelpText = "\n".join(filter(None, (text, more)))


def show_label(button: Any, text: str) -> None:
    """The words on a button, in the same way."""
    if button.getModel().Label != text:
        button.setLabel(text)
