"""What this system wrote beside a report when it wrote the file: no words of the report itself."""

from typing import Final

from yangguang.annual_report.interpret.gather import is_page_mark
from yangguang.annual_report.interpret.lines import Line
from yangguang.annual_report.remarks import BEGINS, ENDS

_MOST_LINES: Final = 60
"""Of print, that a remark takes: what goes on longer was never closed, and is the report's."""


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
    if not BEGINS.match(_raw(lines[start])):
        return None
    for at in range(start, min(start + _MOST_LINES, len(lines))):
        if _raw(lines[at]).endswith(ENDS):
            return at + 1
    return None


def _raw(line: Line) -> str:
    only = line.only
    return only.raw.strip() if only else ""


def _is_mark(line: Line) -> bool:
    return is_page_mark(_raw(line))
