"""What the commands do. Menu, toolbar, own buttons and macros call these and nothing else."""

from __future__ import annotations

from typing import Any, Callable, Dict

from com.sun.star.beans import PropertyValue

from vanthu import __version__
from vanthu.messages import place_label

from . import deck, diagnosis, diagnosis_dialog, mark_dialog, next_document, open_panels
from .home import template_url
from .notice import notice
from .session import session_of

SELF_ASSESSMENT = "bao-cao-tu-danh-gia"
NO_DECK = "Cửa sổ này không có thanh bên nên chưa mở được bảng Văn thư. Hãy mở một văn bản Writer."
ABOUT = (
    "Văn thư {version}\n\n"
    "Nhập điểm đánh giá một lần, có ngay văn bản đúng thể thức theo Nghị định 30/2020/NĐ-CP.\n"
    "Phần mềm tự do, giấy phép MIT. Không dùng mạng, không gửi dữ liệu đi đâu."
)


def new(context: Any, frame: Any) -> None:
    """A new untitled report from the template, in a window of its own with the deck open."""
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    template = template_url(context, SELF_ASSESSMENT)
    as_template = PropertyValue(Name="AsTemplate", Value=True)
    document = desktop.loadComponentFromURL(template, "_blank", 0, (as_template,))
    _show_as_a_form(document)
    deck.show(document.getCurrentController().getFrame())


def _show_as_a_form(document: Any) -> None:
    """Blanks in place of the template's slot names, as the state in which the document begins."""
    session_of(document).fill()
    document.getUndoManager().clear()
    document.setModified(False)


def fill(context: Any, frame: Any) -> None:
    """Write the results into the document; the panel says what was done, or a box where there is no panel."""
    deck.show(frame)
    panel = open_panels.of(frame)
    if panel is not None:
        panel.fill()
    else:
        notice(frame, session_of(frame.getController().getModel()).fill().sentence)


def mark(context: Any, frame: Any) -> None:
    """Ask which slot the selected text is, and mark it as its place."""
    document = frame.getController().getModel()
    session = session_of(document)
    slots = session.markable()
    chosen = mark_dialog.choose(context, document, [place_label(slot) for slot in slots])
    if chosen < 0:
        return
    sentence = session.mark(slots[chosen])
    scores = open_panels.of(frame)
    if scores is not None:
        scores.tell(sentence)
    else:
        notice(frame, sentence)


def panel(context: Any, frame: Any) -> None:
    """Open the deck and go to the score field."""
    if not deck.show(frame):
        notice(frame, NO_DECK)
        return
    scores = open_panels.of(frame)
    if scores is not None:
        scores.enter()


def roll_forward(context: Any, frame: Any) -> None:
    """The same document for the year after, in a window of its own; what differs is said there."""
    rolled = next_document.rolled_forward(session_of(frame.getController().getModel()))
    if not rolled.record.kind:
        notice(frame, "\n".join(rolled.changes))
        return
    document = next_document.opened(context, rolled.record)
    opened = document.getCurrentController().getFrame()
    deck.show(opened)
    notice(opened, "\n".join(rolled.changes))


def diagnose(context: Any, frame: Any) -> None:
    """Show versions, folders and the last error, to be copied for whoever helps."""
    diagnosis_dialog.show(context, frame.getController().getModel(), diagnosis.report(context))


def about(context: Any, frame: Any) -> None:
    """Say what this is, and its version."""
    notice(frame, ABOUT.format(version=__version__))


COMMANDS: Dict[str, Callable[[Any, Any], None]] = {
    "new": new,
    "fill": fill,
    "mark": mark,
    "panel": panel,
    "next": roll_forward,
    "diagnose": diagnose,
    "about": about,
}
