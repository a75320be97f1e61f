"""Putting prose together: paragraphs, cut by page breaks, joined again; page numbers left out."""

import re
from collections.abc import Iterable
from typing import Final

from yangguang.annual_report.interpret.gather import is_page_mark
from yangguang.annual_report.interpret.lines import Line
from yangguang.annual_report.report import SourceLine

_CLOSED: Final = "。！？：；…”）)】》!?:;、"
_BEGINS: Final = re.compile(
    r"[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[●■◆·\-—]|附件"
)
_TITLE: Final = re.compile(r"(?:报告|年报)$")
_LONG: Final = 22
_DIGITS: Final = re.compile(r"\d{1,3}")


def put_together(lines: Iterable[Line]) -> tuple[str, tuple[SourceLine, ...]]:
    """The prose of `lines`, paragraphs separated by a line feed, and where each came from.

    Lines that are not paragraphs of their own (those of text and of print) are joined where one
    was cut in two; a title never goes on in the next line.
    """
    text = ""
    last = ""
    starts: list[SourceLine] = []
    for line in lines:
        raw = " ".join(token.raw.strip() for token in line.tokens if token.text)
        if not raw or is_page_mark(raw) or _DIGITS.fullmatch(raw):
            continue
        if line.tokens[0].place.paragraph is None and _cut_in_two(last, raw):
            starts.append(SourceLine(len(text), line.tokens[0].place))
            text += raw
        else:
            text += "\n" if text else ""
            starts.append(SourceLine(len(text), line.tokens[0].place))
            text += raw
        last = raw
    return text, tuple(starts)


def _cut_in_two(before: str, after: str) -> bool:
    """Whether a paragraph was cut after `before`: long, unfinished, and nothing new begins."""
    return (
        len(before) >= _LONG
        and before[-1] not in _CLOSED
        and _TITLE.search(before) is None
        and _BEGINS.match(after) is None
    )
