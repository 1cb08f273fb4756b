"""The dialog "Hồ sơ đơn vị": everything that is remembered about the organisation, to be seen and changed."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Tuple

import unohelper
from com.sun.star.awt import XActionListener

from vanthu import profile_file
from vanthu.data_error import DataError
from vanthu.profile import Profile
from vanthu.record import AUTHORITY_MARKS, OWNERSHIPS, Signer, Unit
from vanthu.signing import authority_line, mark_and_head
from vanthu.text import clean_line

from . import guide, unit_types
from .choice_dialog import OK, Opened
from .log import calm
from .own_profile import own_profile, profile_path

DIALOG = "organisation.xdl"
SECTION = "profile"  # of the guide
MARKS = ("", *AUTHORITY_MARKS)
UNIT = tuple(one.name for one in fields(Unit))
SIGNER = {"head": "head", "title": "title", "signer": "name"}  # control: field
LISTS = ("addressees", "recipients")
LINES = ("archive", "field")


def show(context: Any, document: Any) -> None:
    """Show the profile over the document's window, and keep what it says in the end unless the clerk gives up."""
    with Opened(context, document, DIALOG) as window:
        dialog = ProfileDialog(context, window)
        try:
            dialog.execute()
        finally:
            dialog.let_go()


class ProfileDialog(unohelper.Base, XActionListener):
    """The profile as fields; the button that keeps it ends the dialog only when it was kept."""

    def __init__(self, context: Any, dialog: Any) -> None:
        self.context = context
        self.dialog = dialog
        refusal, profile = own_profile()
        self._show(profile or Profile())
        self.tell(refusal)
        self._control("ok").addActionListener(self)
        guide.offer(context, dialog, SECTION)

    def execute(self) -> None:
        """Wait until the clerk is done."""
        self._control("parent").setFocus()
        self.dialog.execute()

    def tell(self, sentence: str) -> None:
        """Say why the profile cannot be used or kept; the mouse over it shows the whole."""
        self._control("said").setText(sentence)
        self._control("said").getModel().HelpText = sentence

    def let_go(self) -> None:
        """Hold nothing of the office any more."""
        self.dialog = None

    def profile(self) -> Profile:
        """What the fields say. Raises ``ValueError`` with a sentence for a mark of authority that there is not."""
        return Profile(
            unit=Unit(**{name: self._line(name) for name in UNIT}),
            unit_type=unit_types.chosen(self._control("unit_type")),
            ownership=OWNERSHIPS[self._control("private").getState()],
            signer=self._signer(),
            **{name: self._lines(name) for name in LISTS},
            **{name: self._line(name) for name in LINES},
        )

    @calm()
    def actionPerformed(self, event: Any) -> None:
        try:
            profile_file.save(self.profile(), profile_path())
        except (DataError, ValueError) as error:
            self.tell(str(error))
        else:
            self.dialog.endDialog(OK)

    def disposing(self, event: Any) -> None:
        """``let_go`` follows."""

    def _show(self, profile: Profile) -> None:
        unit_types.show(self._control("unit_type"), profile.unit_type)
        self._control("mark").addItems(MARKS, 0)
        self._control("mark").selectItemPos(MARKS.index(profile.signer.mark), True)
        self._control("private").setState(OWNERSHIPS.index(profile.ownership))
        texts = {name: getattr(profile.unit, name) for name in UNIT}
        texts.update({control: getattr(profile.signer, field) for control, field in SIGNER.items()})
        texts.update({name: getattr(profile, name) for name in LINES})
        texts.update({name: "\n".join(getattr(profile, name)) for name in LISTS})
        texts["above"] = "\n".join(profile.signer.above)
        for name, text in texts.items():
            self._control(name).setText(text)

    def _signer(self) -> Signer:
        chosen = MARKS[max(self._control("mark").getSelectedItemPos(), 0)]
        mark, head = mark_and_head(chosen, self._line("head"))
        above = tuple(map(authority_line, self._lines("above")))
        return Signer(mark, head, self._line("title"), self._line("signer"), above)

    def _line(self, name: str) -> str:
        return clean_line(self._control(name).getText())

    def _lines(self, name: str) -> Tuple[str, ...]:
        lines = (clean_line(line) for line in self._control(name).getText().splitlines())
        return tuple(line for line in lines if line)

    def _control(self, name: str) -> Any:
        return self.dialog.getControl(name)
