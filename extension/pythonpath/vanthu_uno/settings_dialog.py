"""The dialog "Thiết lập": language of the interface, folders of the organisation, the usual document, the profile."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Optional, Tuple

import uno
import unohelper
from com.sun.star.awt import XActionListener
from com.sun.star.beans import NamedValue

from vanthu import document_words, messages
from vanthu.choices import kind_choices
from vanthu.data_error import DataError
from vanthu.language import LANGUAGES, tell
from vanthu.library import load_library
from vanthu.settings import Settings, save
from vanthu.templates import LAYERS, TEMPLATES, layer_folders

from . import guide, profile_dialog
from .choice_dialog import OK, Opened
from .log import calm
from .own_files import own_settings
from .own_folder import settings_path
from .shipped import library_folder, shipped_library

DIALOG = "settings.xdl"
SECTION = "settings"  # of the guide
FOLDER_PICKER = "com.sun.star.ui.dialogs.FolderPicker"
FOLDERS = {"layers": LAYERS, "templates": TEMPLATES}  # setting: what the environment calls it
CHOOSE = {"choose_layers": "layers", "choose_templates": "templates"}


def ask(context: Any, document: Any) -> Optional[Settings]:
    """Show the settings over the document's window, and wait; those kept in the end, ``None`` for Thôi."""
    with Opened(context, document, DIALOG) as window:
        dialog = SettingsDialog(context, document, window)
        try:
            return dialog.kept()
        finally:
            dialog.let_go()


class SettingsDialog(unohelper.Base, XActionListener):
    """The settings as fields; OK ends the dialog only when they can be used and were kept."""

    def __init__(self, context: Any, document: Any, dialog: Any) -> None:
        self.context = context
        self.document = document
        self.dialog = dialog
        refusal, settings = own_settings()
        self.kinds = ("", *(choice.id for choice in self._choices()))
        self._show(settings)
        self.tell(refusal or self._overruled())
        for name in ("ok", "profile", *CHOOSE):
            self._control(name).setActionCommand(name)
            self._control(name).addActionListener(self)
        guide.offer(context, dialog, SECTION)

    def kept(self) -> Optional[Settings]:
        """Wait until the clerk is done; the settings that were kept."""
        self._control("language").setFocus()
        return self.settings() if self.dialog.execute() == OK else None

    def settings(self) -> Settings:
        """What the fields say."""
        return Settings(
            language=LANGUAGES[max(self._control("language").getSelectedItemPos(), 0)],
            layers=self._control("layers").getText().strip(),
            templates=self._control("templates").getText().strip(),
            kind=self.kinds[max(self._control("kind").getSelectedItemPos(), 0)],
        )

    def tell(self, sentence: str) -> None:
        """Say what stands in the way; the mouse over it shows the whole."""
        self._control("said").setText(sentence)
        self._control("said").getModel().HelpText = sentence

    def let_go(self) -> None:
        """Hold nothing of the office any more."""
        self.dialog = self.document = None

    @calm()
    def actionPerformed(self, event: Any) -> None:
        name = event.ActionCommand
        if name == "profile":
            profile_dialog.show(self.context, self.document)
        elif name in CHOOSE:
            self._choose(CHOOSE[name])
        else:
            self._keep()

    def disposing(self, event: Any) -> None:
        """``let_go`` follows."""

    def _show(self, settings: Settings) -> None:
        languages = self._control("language")
        languages.addItems(tuple(document_words.LANGUAGE_NAMES[name] for name in LANGUAGES), 0)
        languages.selectItemPos(LANGUAGES.index(settings.language), True)
        for name in FOLDERS:
            self._control(name).setText(getattr(settings, name))
        kinds = self._control("kind")
        kinds.addItems((tell(messages.USUAL_KIND), *(choice.title for choice in self._choices())), 0)
        kinds.selectItemPos(self.kinds.index(settings.kind) if settings.kind in self.kinds else 0, True)

    def _choices(self) -> Tuple[Any, ...]:
        """The documents there are; none where the rules cannot be read, as with a broken layer that is to be left."""
        try:
            return kind_choices(shipped_library())
        except DataError:
            return kind_choices(load_library(library_folder() / "forms"))

    def _overruled(self) -> str:
        """Which folders of the environment stand in place of those chosen here."""
        names = [name for name in FOLDERS.values() if os.environ.get(name)]
        return tell(messages.NAMED_ELSEWHERE, names=", ".join(names)) if names else ""

    def _keep(self) -> None:
        """Only what can be used is kept: with a broken layer no document could be opened any more."""
        settings = self.settings()
        missing = [folder for folder in (settings.layers, settings.templates) if folder and not Path(folder).is_dir()]
        if missing:
            self.tell(tell(messages.NO_SUCH_FOLDER, folder=missing[0]))
            return
        try:
            load_library(library_folder() / "forms", layer_folders({}, settings))
            save(settings, settings_path())
        except DataError as error:
            self.tell(str(error))
        else:
            self.dialog.endDialog(OK)

    def _choose(self, name: str) -> None:
        """Let the clerk point at a folder, beginning where the field says."""
        parent = NamedValue("ParentWindow", self.dialog.getPeer())
        picker = self.context.ServiceManager.createInstanceWithArgumentsAndContext(
            FOLDER_PICKER, (parent,), self.context
        )
        picker.setTitle(tell(messages.CHOOSE_FOLDER[name]))
        standing = self._control(name).getText().strip()
        if standing and Path(standing).is_dir():
            picker.setDisplayDirectory(uno.systemPathToFileUrl(standing))
        if picker.execute() == OK:
            self._control(name).setText(uno.fileUrlToSystemPath(picker.getDirectory()))

    def _control(self, name: str) -> Any:
        return self.dialog.getControl(name)
