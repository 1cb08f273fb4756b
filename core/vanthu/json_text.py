"""JSON text to values. What Python's own reader would lose in silence is kept, or refused."""

from __future__ import annotations

import json
import re
from typing import Any, Dict, List, Tuple

from . import file_messages
from .data_error import DataError
from .language import tell
from .syntax import line_and_column, syntax_error

_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # two that make one character
    r"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})"
    r"|.)"
)


class _Object(Dict[str, Any]):
    """A JSON object that remembers a name given twice, so that a score typed twice is a finding and not a loss."""

    def __init__(self, pairs: List[Tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs

    def items(self) -> Any:  # the strict reader asks for items; here a name may come twice
        return self.pairs


def json_values(text: str, source: str) -> Any:
    """What a JSON text says, not yet checked; ``source`` is the name used in errors."""
    try:
        values = json.loads(text, object_pairs_hook=_Object)
    except (json.JSONDecodeError, RecursionError) as error:
        raise syntax_error("JSON", text, source, error) from None
    except ValueError:  # Python reads no number of thousands of digits
        raise DataError(source, tell(file_messages.LONG_NUMBER)) from None
    _refuse_half_characters(text, source)
    return values


def _refuse_half_characters(text: str, source: str) -> None:
    r"""``\ud800`` alone is no character: no file could hold it again."""
    for escape in _ESCAPE.finditer(text):
        if escape.group("half"):
            line, column = line_and_column(text, escape.start())
            wrong = tell(file_messages.HALF_CHARACTER, line=line, column=column, found=escape.group())
            raise DataError(source, wrong)
