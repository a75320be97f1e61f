"""The `yangguang` command: one module a command, heavy imports inside the functions."""

import os
import signal
import sys
from io import TextIOWrapper
from typing import TextIO

from yangguang.cli.fault import FAULT, UNWRITABLE, cannot_write, sentence
from yangguang.cli.memory import collect_seldom


def main() -> None:
    """Run the command line. A fault of the program's own is a sentence, not a stack trace."""
    _prepare_streams()
    collect_seldom()
    from yangguang.cli.app import app

    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except OSError as fault:
        # Files that cannot be read were told already: this is the way out that is blocked.
        print(cannot_write(fault), file=sys.stderr)
        _forget_output()
        sys.exit(UNWRITABLE)
    except Exception as fault:
        print(sentence(fault), file=sys.stderr)
        sys.exit(FAULT)


def _prepare_streams() -> None:
    """Whatever the terminal, or none at all, printing must not be what goes wrong."""
    # `yangguang … | head`: end quietly when nobody reads on, as other commands do.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.stdout = sys.stdout or _nowhere()  # None where the shell closed it
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows no Chinese shows question marks rather than an error.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")


def _forget_output() -> None:
    """Leave nothing for the interpreter to fail at once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
