"""Writing to a terminal: a stranger's text must not steer it."""

import sys
from functools import cache

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

_WIDTH_IN_A_FILE = 120
_STEERING = (*range(9), *range(11, 32), *range(0x7F, 0xA0))
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))  # letters to run the other way
_CONTROLS = dict.fromkeys((*_STEERING, *_TURNING), "\ufffd")


def plain(text: str, style: str = "") -> Text:
    """`text` as it is, without markup, its control characters made visible."""
    return Text(text.translate(_CONTROLS), style)


def one_line(name: str) -> str:
    """A file's name for a line of its own: not even a line break is left to it."""
    return name.translate(_CONTROLS | dict.fromkeys(map(ord, "\t\n\u2028\u2029"), "\ufffd"))


@cache
def console() -> Console:
    """Standard output: as wide as the terminal, or wide enough for Table 3 in a file."""
    width = None if sys.stdout.isatty() else _WIDTH_IN_A_FILE
    return Console(width=width, highlight=False, emoji=False, markup=False)


def print_line(text: Text, indent: int = 0, head: Text | None = None) -> None:
    """Print `head` and `text`; a terminal breaks the text under itself, a file keeps it whole."""
    if console().is_terminal:
        line = Table.grid(padding=(0, 1, 0, 0))
        for part in filter(None, (head, text)):
            line.add_column(overflow="fold", no_wrap=part is head)
        line.add_row(*filter(None, (head, text)))
        console().print(Padding(line, (0, 0, 0, indent)))
    else:
        before = Text(" " * indent) + (head + Text(" ") if head else Text())
        console().print(before + text, soft_wrap=True)
