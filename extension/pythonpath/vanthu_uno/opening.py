"""Opening a file in the office: a document, or one sentence why there is none."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from com.sun.star.beans import PropertyValue

from vanthu import file_messages
from vanthu.data_error import DataError
from vanthu.language import tell


def desktop_of(context: Any) -> Any:
    """The office's desktop."""
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def load(desktop: Any, url: str, *flags: str) -> Any:
    """The document at this address; ``flags``: "AsTemplate", "Hidden", "ReadOnly".

    Raises :class:`DataError`: of a file that it cannot read the office gives nothing, and says nothing either.
    """
    document = desktop.loadComponentFromURL(url, "_blank", 0, tuple(PropertyValue(Name=f, Value=True) for f in flags))
    if document is None:
        raise DataError(unquote(url).rpartition("/")[2], tell(file_messages.NOT_OPENED))
    return document
