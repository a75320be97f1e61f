"""Numbers of a spreadsheet as their format prints them: 1113 with `#,##0"件"` is 1,113件.

Formats that print another kind of thing (fractions, powers, conditions) give the plain number.
"""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final, NamedTuple

GENERAL: Final = "General"
BUILT_IN: Final = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;-"¥"#,##0',
    6: '"¥"#,##0;-"¥"#,##0',
    7: '"¥"#,##0.00;-"¥"#,##0.00',
    8: '"¥"#,##0.00;-"¥"#,##0.00',
    9: "0%",
    10: "0.00%",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '"¥"#,##0;-"¥"#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '"¥"#,##0.00;-"¥"#,##0.00;"-"',
    49: "@",
    **dict.fromkeys((14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54), "yyyy/m/d"),
    **dict.fromkeys((57, 58), "yyyy/m/d"),
}
"""The formats that a file names by number only; other numbers print the plain number."""

_PIECE: Final = re.compile(
    r'"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[([^\]]*)\]|(General|[0#?][0#?.,]*|.)',
    re.IGNORECASE | re.DOTALL,
)
_DIGITS: Final = frozenset("0#?")
_NEGATIVE: Final = re.compile(r"[-(（减]")
_DATE: Final = re.compile(r"[yd]", re.IGNORECASE)
_CONDITION: Final = re.compile(r"[<>=]")
_MOST_DIGITS: Final = 15
_MOST_PLACES: Final = 15
_LAST_DAY: Final = 2_958_465


class _Section(NamedTuple):
    """One section of a format: what stands before and behind the number, and its pattern."""

    before: str
    pattern: str
    behind: str
    is_date: bool
    is_plain: bool


def printed(text: str, code: str, is_1904: bool = False) -> str:
    """The number that a file writes as `text`, as the format `code` prints it.

    A zero that its format hides or prints as a dash is 0: the file says that it is a zero.
    """
    number = _number(text)
    if number is None:
        return text
    sections = _sections(code)
    if not sections:
        return ""
    section = sections[0]
    if number < 0 and len(sections) > 1:
        section, shown = sections[1], -number
    elif number == 0 and len(sections) > 2:
        section, shown = sections[2], number
    else:
        shown = number
    if section.is_plain:
        return _plain(number)
    if section.is_date:
        return _date(number, is_1904) or _plain(number)
    if not section.pattern:
        hides_all = not any(one.pattern for one in sections)
        return "" if hides_all or number else "0"
    figure = _figure(abs(shown), section.pattern, section.before + section.behind)
    whole = f"{section.before}{figure}{section.behind}".strip() or "0"
    # A format that only colours what is negative would lose the sign.
    lost = number < 0 and figure.strip("0.,") and not _NEGATIVE.search(whole)
    return f"-{whole}" if lost else whole


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    """The sections of a format for numbers; none where all of them are empty."""
    parts: list[list[re.Match[str]]] = [[]]
    for piece in _PIECE.finditer(code):
        if piece[5] == ";":
            parts.append([])
        else:
            parts[-1].append(piece)
    found = tuple(_section(part) for part in parts[:3])
    return found if any(parts) else ()


def _section(pieces: list[re.Match[str]]) -> _Section:
    texts = ["", ""]
    pattern = ""
    is_date = is_plain = False
    for piece in pieces:
        literal, escaped, currency, condition, rest = piece.groups()
        if condition is not None:
            is_plain = is_plain or _CONDITION.search(condition) is not None
        elif rest is None:
            texts[bool(pattern)] += literal or escaped or currency or ""
        elif rest.lower() == GENERAL.lower() or rest == "@":
            is_plain = True
        elif rest[0] in _DIGITS or (rest[0] == "." and not pattern):
            is_plain = is_plain or bool(pattern)
            pattern += rest
        else:
            is_date = is_date or _DATE.match(rest) is not None
            is_plain = is_plain or (rest in "Ee/?hHsS" and not is_date)
            texts[bool(pattern)] += rest
    return _Section(texts[0], pattern, texts[1], is_date and not pattern, is_plain and not is_date)


def _figure(number: Decimal, pattern: str, around: str) -> str:
    whole, _, decimals = pattern.partition(".")
    thousands = "," in whole.rstrip(",")
    scale = len(pattern) - len(pattern.rstrip(","))
    if around.count("%"):
        number *= 100
    number = number.scaleb(-3 * scale)
    places = min(sum(char in _DIGITS for char in decimals), _MOST_PLACES)
    needed = decimals.count("0")
    number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits, _, fraction = f"{number:f}".partition(".")
    while len(fraction) > needed and fraction.endswith("0"):
        fraction = fraction[:-1]
    digits = digits.lstrip("0").rjust(whole.count("0"), "0")
    if thousands and digits:
        digits = f"{int(digits):,}"
    return f"{digits}.{fraction}" if "." in pattern and (fraction or needed) else digits


def _number(text: str) -> Decimal | None:
    """The number, rounded to the fifteen digits that a spreadsheet holds."""
    try:
        number = Decimal(f"{float(text):.{_MOST_DIGITS}g}")
    except (ValueError, InvalidOperation):
        return None
    return number if number.is_finite() and abs(number.adjusted()) <= 2 * _MOST_DIGITS else None


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}" if number else "0"


def _date(number: Decimal, is_1904: bool) -> str:
    """The day of a serial number, or nothing where there is no such day."""
    if not 1 <= number <= _LAST_DAY:
        return ""
    first = datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30)
    try:
        day = first + timedelta(days=int(number))
    except OverflowError:
        return ""
    return f"{day.year}年{day.month}月{day.day}日"
