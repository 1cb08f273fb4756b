"""The same document for the next year (lập cho năm sau): a new untitled one, and what is not as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Tuple

from vanthu import messages
from vanthu.data_error import DataError
from vanthu.language import tell
from vanthu.next_year import next_year

from . import new_document
from .session import Session
from .shipped import shipped_library
from .stored_memory import read_memory


def open_next(context: Any, document: Any, session: Session) -> Tuple[Any, str]:
    """The new document, ``None`` where there can be none, and what to say about it. The old one is not touched."""
    if session.refusal or read_memory(document) is None:
        return None, session.refusal or tell(messages.NEXT_WITHOUT_RECORD)
    record = replace(session.record, kind=session.kind_id)
    try:
        rolled = next_year(shipped_library(), record)
        if not rolled.record.kind:
            return None, "\n".join([*rolled.changes, tell(messages.NEXT_WITHOUT_KIND)])
        opened = new_document.show(context, rolled.record)
    except DataError as error:
        return None, str(error)
    return opened, "\n".join([tell(messages.NEXT_OPENED), *rolled.changes])
