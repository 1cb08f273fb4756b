"""Why the system refused an operation on a file, in the language in use rather than in the system's own."""

from __future__ import annotations

import errno
from typing import Union

from . import file_messages
from .language import tell


def system_reason(error: Union[OSError, ValueError]) -> str:
    """The reason in words; a ``ValueError`` comes from a name that no system takes.

    >>> system_reason(OSError(28, "No space left on device"))
    'ổ đĩa đã đầy; hãy xóa bớt tệp rồi làm lại'
    >>> system_reason(OSError(99, "Cannot assign requested address"))
    'lỗi hệ thống số 99'
    """
    number = (error.errno or 0) if isinstance(error, OSError) else errno.EINVAL
    pattern = file_messages.SYSTEM_REASONS.get(number, "")
    return tell(pattern) or tell(file_messages.SYSTEM_NUMBER, number=number)
