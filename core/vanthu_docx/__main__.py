"""The command ``vanthu`` from its first moment: reading the libraries takes half a second, and Ctrl+C may come then."""

from __future__ import annotations

import sys

from . import batch_messages
from .interruption import Interruption, interruptible


def main() -> int:
    """Run the command that was typed."""
    try:
        with interruptible():
            from .command_line import main as command  # late, see above

            return command()
    except Interruption as interruption:
        print(batch_messages.SAID.format(sentence=batch_messages.STOPPED), file=sys.stderr)
        return interruption.code


if __name__ == "__main__":
    sys.exit(main())
