"""A new document: its record from what was chosen, its paper from the template, filled as far as anything is known."""

from __future__ import annotations

from datetime import date
from typing import Any, Optional

from vanthu.choices import USUAL_KIND, begun_record, usual_kind, usual_year
from vanthu.form import Mode
from vanthu.profile import Profile, learned
from vanthu.profile_file import save
from vanthu.record import Record

from . import deck, open_panels
from .blank_places import go_to
from .home import file_url
from .new_dialog import Asked, ask
from .open_sessions import session_of
from .opening import desktop_of, load
from .own_files import own_settings
from .own_profile import own_profile, profile_path
from .shipped import shipped_library, template_of


def usual_record(kind_id: str) -> Record:
    """The record of a new document of this kind about the usual year, nothing asked."""
    _, profile = own_profile()
    first = _first(kind_id, profile)
    return begun_record(shipped_library(), *first, profile=profile)


def asked_record(context: Any, document: Any, kind_id: str) -> Optional[Record]:
    """The record of what is chosen in the dialog, ``None`` for nothing; ``kind_id`` is chosen first."""
    _, profile = own_profile()
    library = shipped_library()
    first = _first(kind_id, profile)
    asked = ask(context, document, library, first._replace(kind=usual_kind(library, kind_id, first.year)))
    return begun_record(library, *asked, profile=profile) if asked else None


def first_kind() -> str:
    """The kind that the settings choose first, the usual one where they choose none that there is."""
    chosen = own_settings()[1].kind
    return chosen if chosen in [kind.id for kind in shipped_library().kinds] else USUAL_KIND


def remember(record: Record) -> None:
    """Keep the unit for the next document where none is kept yet. Raises ``DataError`` where it cannot be kept."""
    refusal, profile = own_profile()
    known = learned(profile, record)
    if known is not None and known != profile and not refusal:
        save(known, profile_path())


def show(context: Any, record: Record) -> Any:
    """The document of this record, untitled, in a window of its own with the deck open. Raises ``DataError``."""
    document = load(desktop_of(context), file_url(template_of(record.kind)), "AsTemplate")
    begin(document, record)
    frame = document.getCurrentController().getFrame()
    if not deck.show(frame, lambda: _begin_work(document, frame, record)):
        _begin_work(document, frame, record)
    return document


def _begin_work(document: Any, frame: Any, record: Record) -> None:
    """The keys to where the clerk begins: the first score, or the first blank."""
    panel, blanks = open_panels.of(frame), session_of(document).blanks()
    if panel is not None:  # it may have been made while the document was loaded, before it had its record
        panel.show_blanks(len(blanks))
    if not (_is_scored(record) and panel is not None and panel.enter()) and blanks:
        # What is typed must not go where the cursor of a new document stands: into the edge above the letterhead.
        go_to(document, blanks[0])


def begin(document: Any, record: Record) -> None:
    """Blanks in place of the template's slot names, as the state in which the document begins."""
    session = session_of(document)
    session.set_record(record)
    session.fill()
    document.getUndoManager().clear()
    document.setModified(False)


def _is_scored(record: Record) -> bool:
    """Whether the document is about scores or answers; letters of every week and mere lists of tasks are not."""
    library = shipped_library()
    return bool(library.kind(record.kind).form_ids) and library.form(record.form).mode is not Mode.LIST


def _first(kind_id: str, profile: Optional[Profile]) -> Asked:
    ours = profile or Profile()
    return Asked(kind_id, usual_year(date.today()), ours.unit.name, ours.unit_type)
