"""Broken enumerations: 一是…三是, a doubled 二是, （一）…（三）, 1. 2. 4."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.checking.prose_names import section_name, shortened
from yangguang.annual_report.claims.figures import chinese_number
from yangguang.annual_report.claims.prose import prose_of
from yangguang.annual_report.report import Span

_SPOKEN: Final = re.compile(r"([一二三四五六七八九十]{1,3})([是要])(?![否指])")
_BEFORE: Final = frozenset("。；：:;！？，,、 \n\u3000”）)*")
"""What stands before 一是 where it opens a clause."""
_LINE: Final = re.compile(
    r"[^\S\n]*(?:[-*][^\S\n]*)?"
    r"(?:[（(]([一二三四五六七八九十]{1,3})[）)]|([1-9]\d?)([.．、])(?!\d)|[（(]([1-9]\d?)[）)])"
)
_WITHOUT_VERB: Final = re.compile(
    r"(?<=[。；\n*])\s*([二三四五六七八九十])(?=[^\W\d_])(?![十级维期季次手者等孩环线胎类层楼届、，])"
)
"""二进一步压实…: the number stands, its 是 is lost."""
_WITH_TABLES: Final = (2, 3, 4)
"""Sections where numbered lines may be rows of a table that was not recognised as one."""
_PLACE: Final = 6


class _Mark(NamedTuple):
    """One mark of an enumeration: which style of marks, its number, as printed, where."""

    style: str
    number: int
    printed: str
    start: int
    end: int


def _marks(section: int, text: str) -> Iterator[_Mark]:
    """The marks of a section in the order of the text."""
    found = list(_spoken_marks(text))
    if section not in _WITH_TABLES:
        found.extend(_marks_of_lines(text))
        found.sort(key=lambda mark: mark.start)
    yield from found


def _spoken_marks(text: str) -> Iterator[_Mark]:
    for found in _SPOKEN.finditer(text):
        start, end = found.span()
        number = chinese_number(found[1])
        if number is not None and (not start or text[start - 1] in _BEFORE):
            yield _Mark(found[2], number, found[0], start, end)


def _marks_of_lines(text: str) -> Iterator[_Mark]:
    at = 0
    while at >= 0:
        if found := _LINE.match(text, at):
            han, digits, point, digits_bracketed = found.groups()
            number = chinese_number(han) if han else int(digits or digits_bracketed)
            style = "（" if han else point or "(1)"
            if number is not None:
                start = found.end() - len(found[0].lstrip(" \t\u3000-*"))
                yield _Mark(style, number, text[start : found.end()], start, found.end())
        at = text.find("\n", at)
        at = at + 1 if at >= 0 else at


def _broken(section: int, text: str) -> Iterator[tuple[_Mark, _Mark]]:
    """Pairs of marks that follow each other in one list but not in number.

    A list that begins anew at one may stand inside another, which then goes on.
    """
    open_lists: dict[str, list[_Mark]] = {}
    for mark in _marks(section, text):
        if mark.style == "（":
            open_lists = {"（": open_lists.get("（", [])}
        lists = open_lists.setdefault(mark.style, [])
        if mark.number == 1 or not lists:
            lists.append(mark)
            continue
        goes_on = [at for at, last in enumerate(lists) if last.number + 1 == mark.number]
        if not goes_on:
            yield lists[-1], mark
        del lists[goes_on[-1] if goes_on else -1 :]
        lists.append(mark)


def _hits(subject: Subject) -> Iterator[Hit]:
    for section, text in prose_of(subject.report):
        if not section:
            continue
        for last, mark in _broken(section, text):
            spans = [Span(section, mark.start, mark.end)]
            what = "序号重复或者颠倒"
            if mark.number == last.number:
                what = f"“{mark.printed}”重复"
            elif mark.number > last.number:
                what = "中间缺号"
                if lost := _lost(text, last, mark):
                    spans.insert(0, Span(section, lost.start(1), lost.end()))
                    words = shortened(text[lost.start(1) : lost.start(1) + _PLACE])
                    what = f"其间“{words}”疑漏“{mark.style}”字"
            values = {
                "section": section_name(section),
                "last": last.printed,
                "this": mark.printed,
                "what": what,
            }
            yield Hit(values, (), tuple(spans))


def _lost(text: str, last: _Mark, mark: _Mark) -> re.Match[str] | None:
    """The number between two marks whose verb is lost, if that is what happened."""
    if mark.style not in "是要" or mark.number != last.number + 2:
        return None
    for found in _WITHOUT_VERB.finditer(text, last.end, mark.start):
        if chinese_number(found[1]) == last.number + 1:
            return found
    return None


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "wording.enumeration",
        Severity.WARNING,
        "列举的序号应当连续",
        basis.ACCURACY,
        "{section}列举时“{last}”之后是“{this}”，{what}。请补齐或者改正序号。",
        _hits,
    ),
)
