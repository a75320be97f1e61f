"""A letter as it stands on paper: its parts in order, and where its signature goes (GB/T 9704)."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

_FIRST: Final = ("opening", "body")
_LAST: Final = ("basis", "remedy", "closing")
_NO_PARAGRAPH: Final = ("title", "addressee", "number", "date", "agency", "signature")
_FACTS: Final = "facts"
"""What was filled in for the letter; where it is said to the addressee, it stands in the body."""
_UNTITLED: Final = "告知书"
_DATE_INDENT: Final = 4.0
"""Characters between the date and the right edge."""
_STEERING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows: a text could show what it does not say."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter's parts. `number` is empty while it is a draft; `enclosures` are their titles.

    `dated` is None where the day is still to come; `mark` stands over every page of what is not
    the letter itself (草稿).
    """

    title: str
    number: str
    addressee: str
    paragraphs: tuple[str, ...]
    enclosures: tuple[str, ...]
    agency: str
    dated: date | None
    mark: str = ""

    @property
    def date(self) -> str:
        """The date in Arabic figures, without zeros before them; room for one yet to come."""
        if self.dated is None:
            return "　　　　年　　月　　日"
        return f"{self.dated.year}年{self.dated.month}月{self.dated.day}日"

    @property
    def date_indent(self) -> float:
        """How far the date stands from the right edge, in characters."""
        return _DATE_INDENT

    @property
    def agency_indent(self) -> float:
        """How far the agency's name stands from the right edge: centred above the date."""
        return max(0.0, _DATE_INDENT + (width(self.date) - width(self.agency)) / 2)

    @property
    def enclosure_lines(self) -> tuple[tuple[str, float], ...]:
        """A line an enclosure, and how far it hangs, in characters (GB/T 9704).

        One alone has no number. 附件： and what follows it hang under one another.
        """
        if len(self.enclosures) == 1:
            return ((f"附件：{self.enclosures[0]}", 3),)
        numbered = [f"{number}. {name}" for number, name in enumerate(self.enclosures, 1)]
        return tuple(
            (f"附件：{line}", 4.5) if line is numbered[0] else (line, 1.5) for line in numbered
        )

    @property
    def enclosures_indent(self) -> float:
        """Where the names of enclosures begin, in characters from the left."""
        return 5 if len(self.enclosures) == 1 else 6.5


def sheet_of(
    words: Mapping[str, object] | str,
    *,
    agency: str,
    dated: date | None,
    number: str = "",
    enclosures: tuple[str, ...] = (),
    mark: str = "",
) -> Sheet:
    """A letter from its kept words: plain text, or parts by name.

    Parts are `title`, `addressee`, `opening`, `body`, any others, then `basis`, `remedy`,
    `closing`; each a text of lines or a list of them. What was filled in is no part of it.
    """
    named = words if isinstance(words, Mapping) else {"body": words}
    order = [*_FIRST, *(name for name in named if name not in _LAST), *_LAST]
    found: list[str] = []
    for name in dict.fromkeys(order):
        if name not in _NO_PARAGRAPH and name != _FACTS:
            found += _lines(named.get(name, ""))
    return Sheet(
        title=_one_line(named.get("title", "")) or _UNTITLED,
        number=_one_line(number),
        addressee=_one_line(named.get("addressee", "")),
        paragraphs=tuple(found),
        enclosures=tuple(_one_line(one) for one in enclosures),
        agency=_one_line(agency),
        dated=dated,
        mark=mark,
    )


def plain(text: str) -> str:
    """A stranger's words without what no document can hold, and what would steer a reader's eye."""
    return "".join(
        c
        for c in text
        if c == "\n"
        or (unicodedata.category(c) not in ("Cc", "Cs", "Cn") and c not in _STEERING)
        or c == "\t"
    )


def width(text: str) -> float:
    """How many Chinese characters wide a text is: Latin letters and figures are half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def _one_line(part: object) -> str:
    return " ".join(_lines(part))


def _lines(part: object) -> list[str]:
    parts = part if isinstance(part, list) else str(part).splitlines()
    stripped = (plain(str(line)).strip() for line in parts)
    return [line for line in stripped if line]
