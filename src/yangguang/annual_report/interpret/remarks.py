"""What this system wrote beside a report when it wrote the file: no words of the report itself."""

import re
from typing import Final

from yangguang.annual_report.interpret.gather import is_page_mark
from yangguang.annual_report.interpret.lines import Line
from yangguang.annual_report.remarks import BEGINS, ENDS

_MOST_LINES: Final = 60
"""Of print, that a remark takes: what goes on longer was never closed, and is the report's."""
_BRACKETS: Final = re.compile("[【】]")
"""A remark has none inside (`remarks.bracketed`): who else writes one does not close it there."""


def set_aside(lines: list[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of the report itself, ranked anew; and the remarks that stood between them."""
    kept: list[Line] = []
    remarks: list[str] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        if end is None:
            kept.append(lines[at]._replace(rank=len(kept)))
            at += 1
        else:
            remarks.append("".join(_raw(one) for one in lines[at:end] if not _is_mark(one)))
            at = end
    return kept, tuple(remarks)


def _end(lines: list[Line], start: int) -> int | None:
    """Behind the last line of the remark that begins at `start`; None where none does."""
    begun = BEGINS.match(_raw(lines[start]))
    if begun is None:
        return None
    inside = begun.end()
    for at in range(start, min(start + _MOST_LINES, len(lines))):
        if sum(bool(one.text) for one in lines[at].tokens) > 1:
            return None  # a row of a table
        found = _BRACKETS.search(_raw(lines[at]), inside)
        if found:
            return at + 1 if _raw(lines[at])[found.start() :] == ENDS else None
        inside = 0
    return None


def _raw(line: Line) -> str:
    only = line.only
    return only.raw.strip() if only else ""


def _is_mark(line: Line) -> bool:
    return is_page_mark(_raw(line))
