"""The button "Tệp…" beside the proof: another file is named as proof, or one that was named is opened."""

from __future__ import annotations

from typing import Any, Sequence

from com.sun.star.system import SystemShellExecuteException
from com.sun.star.system.SystemShellExecuteFlags import URIS_ONLY
from com.sun.star.ui.dialogs.TemplateDescription import FILEOPEN_SIMPLE

from vanthu import messages
from vanthu.evidence_file import EvidenceFile, evidence_files, line_of, url_of
from vanthu.language import tell

from .choice_dialog import OK, Words, choose
from .notice import notice


def attend(context: Any, frame: Any, lines: Sequence[str]) -> str:
    """Ask what to do where files are named already; the new line of proof, blank for none."""
    document = frame.getController().getModel()
    named = evidence_files(lines)
    if not named:
        return _picked(context, document)
    labels = [*(tell(messages.OPEN_FILE, name=file.name) for file in named), tell(messages.ADD_FILE)]
    words = Words(*map(tell, messages.FILE_WORDS))
    chosen = choose(context, document, labels, words, "scores")
    if chosen == len(named):
        return _picked(context, document)
    if chosen >= 0:
        _open(context, frame, named[chosen])
    return ""


def _picked(context: Any, document: Any) -> str:
    picker = context.ServiceManager.createInstanceWithArgumentsAndContext(
        "com.sun.star.ui.dialogs.FilePicker", (FILEOPEN_SIMPLE,), context
    )
    picker.setTitle(tell(messages.FILE_PICKER))
    folder = document.getURL().rpartition("/")[0]
    if folder:
        picker.setDisplayDirectory(folder)
    if picker.execute() != OK:
        return ""
    return line_of(picker.getSelectedFiles()[0], document.getURL())


def _open(context: Any, frame: Any, file: EvidenceFile) -> None:
    """With whatever the system opens such files with."""
    url = url_of(file.address, frame.getController().getModel().getURL())
    access = context.ServiceManager.createInstanceWithContext("com.sun.star.ucb.SimpleFileAccess", context)
    shell = context.ServiceManager.createInstanceWithContext("com.sun.star.system.SystemShellExecute", context)
    try:
        if url and access.exists(url):
            shell.execute(url, "", URIS_ONLY)
            return
    except SystemShellExecuteException:  # nothing is there to open it with
        pass
    notice(frame, tell(messages.FILE_NOT_OPENED, name=file.name))
