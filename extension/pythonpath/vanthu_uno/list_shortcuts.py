"""Shortcuts (phím tắt) of Writer while a list of the panel has the keys.

The list of an office that draws by itself takes a letter or digit with Ctrl for the beginning of an entry, and neither
the document nor our commands would ever hear of it: Ctrl+S saved nothing.
"""

from __future__ import annotations

from typing import Any, Iterator

from com.sun.star.awt.Key import NUM0, Z
from com.sun.star.awt.KeyModifier import MOD1
from com.sun.star.container import NoSuchElementException

from .afterwards import afterwards
from .focus_keys import FocusKeys

LIST = "com.sun.star.awt.UnoControlListBoxModel"
MODULES = "/singletons/com.sun.star.ui.theModuleUIConfigurationManagerSupplier"
WRITER = "com.sun.star.text.TextDocument"
EVERYWHERE = "com.sun.star.ui.GlobalAcceleratorConfiguration"


class ListShortcuts(FocusKeys):
    """Carries out what the keys mean in the document of ``frame``."""

    def __init__(self, context: Any, window: Any, frame: Any) -> None:
        lists = [control for control in window.getControls() if control.getModel().supportsService(LIST)]
        super().__init__(context, lists)
        self._frame = frame

    def heard(self, event: Any) -> bool:
        if self._frame is None or not event.Modifiers & MOD1 or not NUM0 <= event.KeyCode <= Z:
            return False
        command = next(self._commands(event), "")
        if command:
            afterwards(lambda: self._carry_out(command))  # it may close the window that this key was pressed in
        return bool(command)

    def let_go(self) -> None:
        """Hold nothing of the window any more."""
        self._frame = None

    def _commands(self, event: Any) -> Iterator[str]:
        """What the key means in this document, else in Writer, else in the office."""
        module = self.context.getByName(MODULES).getUIConfigurationManager(WRITER)
        document = self._frame.getController().getModel().getUIConfigurationManager()
        yield from _meant(document.getShortCutManager(), event)
        yield from _meant(module.getShortCutManager(), event)
        yield from _meant(self.context.ServiceManager.createInstanceWithContext(EVERYWHERE, self.context), event)

    def _carry_out(self, command: str) -> None:
        if self._frame is not None:
            helper = self.context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.DispatchHelper", self.context
            )
            helper.executeDispatch(self._frame, command, "", 0, ())


def _meant(shortcuts: Any, event: Any) -> Iterator[str]:
    try:
        yield str(shortcuts.getCommandByKeyEvent(event))
    except NoSuchElementException:
        return
