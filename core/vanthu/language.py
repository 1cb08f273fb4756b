"""The language of the interface: Vietnamese as written in ``messages``, or a translation of it.

One office has one interface, so the translation in use belongs to the process; the extension sets it when it starts
and when the settings change. What goes into a document is Vietnamese whatever is set here.
"""

from __future__ import annotations

import gettext
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

LANGUAGES = ("vi", "en")  # the first one is what every sentence is written in
VIETNAMESE = gettext.NullTranslations()
_in_use = VIETNAMESE


def tell(pattern: str, /, **facts: object) -> str:
    """A sentence of ``messages`` in the language in use, its fields filled; without facts they are left open.

    >>> tell("Còn {count} chỗ chưa điền", count=3)
    'Còn 3 chỗ chưa điền'
    """
    text = _in_use.gettext(pattern) if pattern else ""  # under the empty text a catalog describes itself
    return text.format(**facts) if facts else text


def translations(catalog: Path) -> gettext.NullTranslations:
    """What a compiled catalog (.mo) holds; raises ``OSError`` where it cannot be read."""
    with catalog.open("rb") as file:
        return gettext.GNUTranslations(file)


def use(translation: gettext.NullTranslations = VIETNAMESE) -> None:
    """Speak this language from now on; without one, Vietnamese."""
    global _in_use
    _in_use = translation


def in_use() -> gettext.NullTranslations:
    """The language spoken now, to be told from another one by identity."""
    return _in_use


@contextmanager
def vietnamese() -> Iterator[None]:
    """Vietnamese for as long as this lasts, also as a decorator: what goes into documents is made under it."""
    before = _in_use
    use()
    try:
        yield
    finally:
        use(before)
