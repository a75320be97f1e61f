"""Whose report it is, for which year, over which period, published when."""

import re
from datetime import date
from typing import Final, NamedTuple

from yangguang.annual_report.fold import simplify
from yangguang.annual_report.interpret.lines import Line

_YEAR: Final = r"(?P<year>(?:19|20)\d{2}|[二一][〇○零Ｏ0O九][〇○零O0一二三四五六七八九]{2})"
_WORDS: Final = r"[^《》。;,:!?\n]"
_SUBJECT: Final = r"(?:政府|政务)?信息\s*公开|政务\s*公开"
_TITLES: Final = (
    re.compile(
        rf"(?P<agency>[^《》。;,!?\n]{{0,60}}?){_YEAR}\s*年?\s*度?\s*(?P<inner>{_WORDS}{{0,30}}?)"
        rf"(?:{_SUBJECT}){_WORDS}{{0,14}}?(?:报告|年报)"
    ),
    re.compile(
        rf"(?P<agency>{_WORDS}{{0,60}}?)(?P<inner>)(?:{_SUBJECT}){_WORDS}{{0,12}}?(?:报告|年报)"
        rf"\s*\(?{_YEAR}\s*年?度?\)?"
    ),
    re.compile(
        rf"(?P<agency>[^《》。;,!?\n]{{0,60}}?){_YEAR}\s*年\s*度?(?P<inner>){_WORDS}{{0,16}}?年度报告"
    ),
)
_NAME: Final = re.compile(r"[\u4e00-\u9fff()·、]+$")
_LEADING: Final = re.compile(r"^(?:关于|现将|特?编制|现?发布|现?公布|印发|的|、)+")
_SENTENCE: Final = re.compile(r"[。;!]|如下\s*:?$|现将|现(?:予|发布|公布)|特编制")
"""What no title has: a preamble names the report in a sentence."""
_PERIOD: Final = re.compile(r"((?:19|20)\d{2})年1月1日.{0,8}?(?:((?:19|20)\d{2})年)?12月31日")
_PUBLISHED: Final = re.compile(
    r"(?:发布|公布|公开|发文|信息发布)(?:时间|日期)\s*:?\s*"
    r"((?:19|20)\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})"
)
_ANY_YEAR: Final = re.compile(r"((?:19|20)\d{2})\s*年度")
_CHINESE_DIGITS: Final = str.maketrans("〇○零Ｏ一二三四五六七八九O", "00001234567890")
_FULL_WIDTH: Final = str.maketrans("()", "（）")
"""Brackets in a name are written as Chinese ones, however they are printed."""
_TITLE_LINES: Final = 60
_LONGEST_NAME: Final = 40
_LONGEST_TITLE: Final = 64
_FARTHEST: Final = 600
"""How far into a paragraph a title is looked for."""
_SHORTEST_NAME: Final = 2


class Particulars(NamedTuple):
    """What the head of a report says about it; `line` is the title's, or None."""

    title: str
    agency: str
    year: int | None
    period: tuple[date, date] | None
    published_on: date | None
    line: int | None


def particulars(head: list[Line], everything: list[Line]) -> Particulars:
    """Read from `head`, the lines before section one; the dates also from `everything`."""
    title, agency, year, at = _title(head)
    text = "\n".join(token.text for line in head for token in line.tokens if token.text)
    period = _period(text)
    if year is None and period:
        year = period[0].year
    if year is None and (any_year := _ANY_YEAR.search(text)):
        year = int(any_year[1])
    published = _published(text) or _published(_tail(everything))
    return Particulars(title, agency.translate(_FULL_WIDTH), year, period, published, at)


def _tail(lines: list[Line]) -> str:
    return "\n".join(token.text for line in lines[-12:] for token in line.tokens if token.text)


def _title(head: list[Line]) -> tuple[str, str, int | None, int | None]:
    """The title's words, the agency, the year, the line.

    From the last line that is a title alone (links to other years' reports come before it), else
    from the first that names the report in a sentence.
    """
    texts = [
        (line.rank, text)
        for line in head[-_TITLE_LINES:]
        if (text := " ".join(token.text for token in line.tokens if token.text))
    ]
    found: list[tuple[bool, int, str, str, int | None, int]] = []
    for pattern in _TITLES:
        for rank, (index, text) in enumerate(texts):
            match = pattern.search(simplify(text[:_FARTHEST]))
            if match is None:
                continue
            agency = _agency(_cut(text, match, "agency")) or _agency(_cut(text, match, "inner"))
            before = texts[rank - 1][1] if rank else ""
            if not agency and len(before) <= _LONGEST_NAME:
                agency = _agency(before)
            title = _full_title(text[match.start() : match.end()].strip(), agency)
            alone = len(text) <= _LONGEST_TITLE and not _SENTENCE.search(simplify(text))
            rank_in_file = rank if alone else -rank
            found.append((alone, rank_in_file, title, agency, _year(match["year"]), index))
        if any(agency for _, _, _, agency, _, _ in found):
            break
    if not found:
        return "", "", None, None
    named = [one for one in found if one[3]] or found
    _, _, title, agency, year, index = max(named, key=lambda one: one[:2])
    return title, agency, year, index


def _cut(text: str, match: re.Match[str], group: str) -> str:
    """The words of a group as printed: the match was made in the simplified text, as long."""
    return text[match.start(group) : match.end(group)]


def _full_title(title: str, agency: str) -> str:
    start = title.replace(" ", "").find(agency)
    return title if start >= 0 or not agency else agency + title


def _agency(words: str) -> str:
    """The name at the end of `words`; empty where there is none."""
    match = _NAME.search(words.replace(" ", ""))
    name = _LEADING.sub("", match[0]) if match else ""
    name = _within_brackets(name.lstrip(")、·").rstrip("(、·"))
    return name if _SHORTEST_NAME <= len(name) <= _LONGEST_NAME else ""


def _within_brackets(name: str) -> str:
    """A name without the bracket that only opens or only closes, or that is around all of it."""
    if name.count("(") > name.count(")"):
        return name.rpartition("(")[2].rstrip(")")
    if name.count(")") > name.count("("):
        return name.rstrip(")")
    return name[1:-1] if name.startswith("(") and name.find(")") == len(name) - 1 else name


def _year(digits: str) -> int:
    return int(digits.translate(_CHINESE_DIGITS))


def _period(text: str) -> tuple[date, date] | None:
    match = _PERIOD.search(text.replace(" ", ""))
    if match is None:
        return None
    first = int(match[1])
    return date(first, 1, 1), date(int(match[2] or first), 12, 31)


def _published(text: str) -> date | None:
    match = _PUBLISHED.search(simplify(text))
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
