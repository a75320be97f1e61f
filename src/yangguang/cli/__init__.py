"""The `yangguang` command: one module a command, heavy imports inside the functions."""

import sys

from yangguang.cli.fault import FAULT, sentence
from yangguang.cli.memory import collect_seldom


def main() -> None:
    """Run the command line. A fault of the program's own is a sentence, not a stack trace."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows no Chinese shows question marks rather than an error.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    collect_seldom()
    from yangguang.cli.app import app

    try:
        app()
    except Exception as fault:
        print(sentence(fault), file=sys.stderr)
        sys.exit(FAULT)
