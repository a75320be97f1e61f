"""Figures in prose: Arabic or Chinese, full or half width, with 万, 余 and a unit behind them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple


class Figure(NamedTuple):
    """A number with its unit, at characters [start, stop) of a section's text.

    `value` has 万 and 亿 multiplied in; `step` is worth of its last printed digit (0.1 for 26.3 %,
    1000 for 3.2 万). `unit` is what is counted (件, 元, %). `approximate` is set by 约, 近, 余, 多
    and the like.
    """

    value: Decimal
    unit: str
    start: int
    stop: int
    approximate: bool
    step: Decimal


_HAN: Final = "〇零一二两三四五六七八九十百千"
_UNITS: Final = (
    "件次|件|条次|条|人次|人|次|起|宗|例|份|项|个百分点|个|篇|期|场次|场|批次|批|家|部|则|幅|张|"
    "处|名|户|元|%|％"
)
_UNITS_OF_WORDS: Final = frozenset({"件", "件次", "起", "宗", "例", "份", "条", "篇", "期", "元"})
"""Units that a number written in characters must have: 一个, 一次, 一项 count nothing."""
_FIGURE: Final = re.compile(
    rf"([\d{_HAN}][\d,，.．{_HAN}万亿]{{0,30}}+)[^\S\n]*+([余多几]?)[^\S\n]*+(万|亿)?({_UNITS})"
)
"""One character class in front, so that the search skips quickly over the rest of the text; no
number is longer than thirty characters, so that a page of digits takes no longer than another."""

_ARABIC: Final = re.compile(r"(\d{1,3}(?:[,，]\d{3}){1,4}|\d{1,15})(?:[.．](\d{1,6}))?(万|亿)?")
_FORBIDDEN_BEFORE: Final = frozenset("第〔［[/-–—~～至.．")
"""What makes a number an ordinal, a document number, a range or a piece of something longer."""
_NOT_A_UNIT: Final = re.compile(
    r"(?<=次)性|(?<=件)(?:事(?!项)|套)|(?<=次)办(?!结|理)|(?<=个)(?:月|工作日|自然日|小时|季度)|"
    r"(?<=人)民|(?<=部)[分门署]|(?<=处)[罚理置分]|(?<=期)[间限]"
)
"""一次性, 一件事, 3 个月, 35 部门: no count of things."""
_APPROXIMATELY: Final = re.compile(r"(?:约|近|逾|超|超过|接近|不少于|不低于|将近|大概)\s*$")
_OR_SO: Final = re.compile(r"\s*(?:左右|以上|以内|上下|多|余|之多)")
_MULTIPLES: Final = {"": 1, "万": 10_000, "亿": 100_000_000}
_STEPS: Final = tuple(Decimal(1).scaleb(-places) for places in range(7))
_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}


def chinese_number(text: str) -> int | None:
    """三十七 → 37, 一百零五 → 105; None where `text` is no well-formed number below 10,000."""
    total, digit = 0, None
    last = 10_000
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        else:
            unit = _TENS[character]
            if unit >= last or (not digit and not (unit == 10 and total == 0)):
                return None
            total += (digit or 1) * unit
            last, digit = unit, None
    return total + (digit or 0)


def figures_in(text: str) -> Iterator[Figure]:
    """The figures with a unit in `text`; dates, ordinals and document numbers are none."""
    for match in _FIGURE.finditer(text):
        start, stop = match.span()
        before = text[start - 1 : start]
        if before in _FORBIDDEN_BEFORE or (before.isascii() and before.isalnum()):
            continue
        unit = match[4]
        if _NOT_A_UNIT.match(text, stop):
            continue
        if (read := _read(match[1])) is None:
            continue
        value, step = read
        if match[1][0] in _HAN and unit not in _UNITS_OF_WORDS:
            continue
        if scale := match[3]:
            value, step = value * _MULTIPLES[scale], step * _MULTIPLES[scale]
        approximate = bool(
            match[2]
            or _APPROXIMATELY.search(text, max(0, start - 4), start)
            or _OR_SO.match(text, stop)
        )
        yield Figure(value, "%" if unit == "％" else unit, start, stop, approximate, step)


def _read(digits: str) -> tuple[Decimal, Decimal] | None:
    """A number's value and the worth of its last digit."""
    if match := _ARABIC.fullmatch(digits):
        whole = match[1].replace(",", "").replace("，", "")
        decimals = match[2] or ""
        value = Decimal(f"{whole}.{decimals}" if decimals else whole)
        multiple = _MULTIPLES[match[3] or ""]
        return value * multiple, _STEPS[len(decimals)] * multiple
    if digits[0] in "万亿" or any(c not in _HAN for c in digits):
        return None
    number = chinese_number(digits)
    return None if number is None else (Decimal(number), _STEPS[0])
