"""The outline of a report: where its sections begin, under which title and number."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from yangguang.annual_report.form.sections import NUMERALS, SECTIONS
from yangguang.annual_report.interpret.labels import Kind, key, recognise, resemble
from yangguang.annual_report.interpret.lines import Line

_HEADING: Final = re.compile(
    rf"(?:第?([{NUMERALS}]{{1,2}})(?:部分|章)?\s*[、.,:．\s]\s*)(\S.{{1,60}})"
)
_SENTENCE: Final = re.compile(r"[。;；!！?？]")
_KEYS: Final = {number: key(title) for number, title in SECTIONS.items()}
_NUMBERS: Final = {title: number for number, title in _KEYS.items()}
_SUBJECT: Final = re.compile("行政机关|政府信息公开工作|政府信息公开")
"""Words that titles take in or leave out at will."""
_ALIKE: Final = 78
_LONGEST_TITLE: Final = 32
_TABLE3: Final = 3


class Heading(NamedTuple):
    """A section's heading: its line, its number, its title, and text on the same line behind it."""

    line: int
    number: int
    title: str
    rest: str = ""


def headings(lines: list[Line]) -> list[Heading]:
    """The headings of the sections in the order of the file.

    A heading that resembles one of the form's titles has that title's number; another takes the
    numeral that is printed before it if it is the next in turn. A file with a seventh section does
    not follow the form: there the numerals count (十一、 alone is an item, no section). Of a number
    that comes twice (a table of contents) the last is the section's.
    """
    found = [one for line in lines if (one := _heading(line)) is not None]
    if any(one.numeral == len(SECTIONS) + 1 for one in found):
        found = [one._replace(number=one.numeral, certain=False) for one in found]
    sure = {one.number: _plain(one) for one in found if one.certain}
    numbered = [_plain(one) for one in found if not one.certain]
    return sorted([*sure.values(), *_in_turn(sure, numbered)])


class _Candidate(NamedTuple):
    """A line that may be a heading: its printed numeral, and the number that its title tells."""

    line: int
    numeral: int
    number: int
    title: str
    rest: str
    certain: bool


def _plain(one: _Candidate) -> Heading:
    return Heading(one.line, one.number, one.title, one.rest)


def _heading(line: Line) -> _Candidate | None:
    token = line.only
    if token is None:
        return None
    candidate = _heading_in(token.text)
    return candidate and candidate._replace(line=line.rank)


@lru_cache(maxsize=8192)
def _heading_in(text: str) -> _Candidate | None:
    """The heading that a text may be, its line left open."""
    if text[0] not in NUMERALS and text[0] != "第":
        return _unnumbered(text)
    match = _HEADING.match(text)
    if match is None or recognise(text).kind is not Kind.TEXT:
        return None
    numeral = _number(match[1])
    title, rest = _cut(match[2], numeral)
    if len(title) > _LONGEST_TITLE or _SENTENCE.search(title):
        return None
    number, likeness = _most_like(title)
    if likeness >= _ALIKE:
        return _Candidate(0, numeral, number, title, rest, True)
    if resemble(text, _TABLE3).kind is not Kind.TEXT:
        return None
    return _Candidate(0, numeral, numeral, title, rest, False)


def _unnumbered(text: str) -> _Candidate | None:
    """A title without its numeral: only where it is the form's own, to the letter."""
    if len(text) > _LONGEST_TITLE:
        return None
    number = _NUMBERS.get(key(text))
    return _Candidate(0, number, number, text, "", True) if number else None


def _cut(text: str, number: int) -> tuple[str, str]:
    """The title, and what follows it on the same line."""
    title = SECTIONS.get(number, "")
    if title and text.startswith(title) and len(text) > len(title):
        rest = text[len(title) :].lstrip(" 。.:,")
        return title, rest
    return text.rstrip(" 。.:"), ""


def _most_like(title: str) -> tuple[int, float]:
    wanted = key(title)
    bare = _SUBJECT.sub("", wanted)
    scores = {
        number: max(fuzz.ratio(wanted, text), fuzz.ratio(bare, _SUBJECT.sub("", text)))
        for number, text in _KEYS.items()
    }
    best = max(scores, key=lambda number: scores[number])
    return best, scores[best]


def _number(numeral: str) -> int:
    if len(numeral) == 1:
        return NUMERALS.index(numeral) + 1
    tens, ones = numeral[0], numeral[1]
    return 10 + NUMERALS.index(ones) + 1 if tens == "十" else NUMERALS.index(tens) + 1


def _in_turn(sure: dict[int, Heading], numbered: list[Heading]) -> list[Heading]:
    """The headings with an unknown title that stand where their numeral is due."""
    kept: dict[int, Heading] = {}
    for heading in numbered:
        number = heading.number
        if number in sure or number in kept:
            continue
        known = {**sure, **kept}
        before = [h.line for n, h in known.items() if n < number]
        after = [h.line for n, h in sure.items() if n > number]
        due = number == 1 or number - 1 in known
        if (
            due
            and (not before or max(before) < heading.line)
            and (not after or heading.line < min(after))
        ):
            kept[number] = heading
    return list(kept.values())
