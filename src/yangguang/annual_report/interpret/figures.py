"""What is printed in one cell: a figure, several, a mark for nothing, or something else."""

import re
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache
from typing import Final, NamedTuple

from yangguang.annual_report.blocks import Place


class Print(Enum):
    """What a slot of a row holds."""

    FIGURE = auto()
    BLANK = auto()
    JUNK = auto()


class Figure(NamedTuple):
    """One printed figure, or the print of none."""

    print: Print
    value: Decimal | None = None
    unit: str = ""
    digits: str = ""


class Slot(NamedTuple):
    """A figure and where it stands. `column` is the grid's column where the format knows it."""

    figure: Figure
    raw: str
    place: Place
    column: int | None = None


NOTHING: Final = Figure(Print.BLANK)
JUNK: Final = Figure(Print.JUNK)

_UNITS: Final = "万元|亿元|元|万|亿|件次|人次|件|条|项|个|次|份|宗|起|部|篇"
_NUMBER: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ONE: Final = re.compile(
    rf"(增加?|减少?|新增|[+\-±])?({_NUMBER})(?:\(({_UNITS})\)|({_UNITS}))?(?:\([^()\d]{{1,12}}\)|\*)?",
)
GLUED_WITH_UNITS: Final = rf"(?:{_NUMBER})(?P<unit>{_UNITS})(?:(?:{_NUMBER})(?P=unit))+"
"""Figures without anything between them but the unit behind each, the same one: 3件0件12件."""
_GLUED_WITH_UNITS: Final = re.compile(GLUED_WITH_UNITS)
_BEGINNING: Final = re.compile(r"\d{1,2}[.,、:]|\([\d一二三四五六七八]\)|\([\d一二三四五六七八]")
"""The numeral of a label, cut from the label by a line break."""
_PAGE: Final = re.compile(r"[-—–]+ *\d{1,3} *[-—–]+")
_RUN: Final = re.compile(r"[\d.+\-]{4,}")
_SPACED: Final = re.compile(r"\d{1,3}(?: \d{3})+")
_BLANK_MARKS: Final = frozenset({"", "/", "-", "—", "--", "——", "\\", "无", "――", "―", "–", "··"})
_ZEROS: Final = frozenset({"零", "〇", "○", "O", "o"})
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_SHORT: Final = 3


@lru_cache(maxsize=8192)
def figures(text: str) -> tuple[Figure, ...] | None:
    """The figures that a folded cell text holds, or None where it is words.

    Signs come as +, -, 增, 减; units stay beside the figure; thousands separators go.
    """
    text = text.strip()
    if text in _BLANK_MARKS:
        return (NOTHING,)
    if text in _ZEROS:
        return (Figure(Print.FIGURE, Decimal(0), "", "0"),)
    if " " in text and not _PAGE.fullmatch(text) and (held := _several(text.split())):
        return held
    if glued := _GLUED_WITH_UNITS.fullmatch(text):
        return _several(text.replace(glued["unit"], f"{glued['unit']} ").split())
    if whole := _ONE.fullmatch(text.replace(" ", "")):
        return (_figure(whole),)
    if _BEGINNING.fullmatch(text):
        return None
    if _RUN.fullmatch(text):
        return (Figure(Print.JUNK, digits=text),)
    if len(text) <= _SHORT and not _HAN.search(text):
        return (JUNK,)
    return None


def _several(parts: list[str]) -> tuple[Figure, ...] | None:
    """The figures and marks for nothing in a row of them, or None where one part is neither."""
    held = []
    for part in parts:
        if part in _BLANK_MARKS:
            held.append(NOTHING)
        elif one := _ONE.fullmatch(part):
            held.append(_figure(one))
        else:
            return None
    return tuple(held)


def figures_in_cell(text: str) -> tuple[Figure, ...] | None:
    """As `figures`, of a cell between others: there `1 113` is one figure with a gap in it."""
    if " " in text and _SPACED.fullmatch(text):
        return figures(text.replace(" ", ""))
    return figures(text)


def _figure(match: re.Match[str]) -> Figure:
    sign, number, unit_in_brackets, unit_behind = match.groups()
    digits = number.replace(",", "")
    value = Decimal(digits)
    negative = sign is not None and sign[0] in "-减"
    return Figure(
        Print.FIGURE, -value if negative else value, unit_in_brackets or unit_behind or "", number
    )
