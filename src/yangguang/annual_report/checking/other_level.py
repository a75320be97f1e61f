"""The name of another level of government in the report of a district, county, town or township.

县领导 in a district's report is a slip, often from another body's text; 县（区）, 各县 and the
names of counties are none, and a superior level may always be named.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.claims.prose import prose_of
from yangguang.annual_report.report import Span

_NO_LEVEL: Final = re.compile(r"城乡|乡村|城镇|市场|市政|市容|区域|社区|园区|林区|景区|库区")
_LEVEL: Final = re.compile(r"自治区|街道|[省市县区州盟旗镇乡]")
_TAKEN_FOR: Final = {"区": "县", "县": "区", "镇": "乡", "乡": "镇"}
"""Levels of the same rank: the one's word in the other's report is a mistake."""


def level_of(agency: str) -> str:
    """The level that an agency's name shows: 县 for 青禾县林草局; empty where it shows none."""
    levels = _LEVEL.findall(_NO_LEVEL.sub("", agency))
    return levels[-1] if levels else ""


@cache
def _words_of(level: str) -> re.Pattern[str]:
    """Words for the leaders, committee or government of `level`, with no name of a place before.

    After one of a few particles the word stands alone too (报县政府批准).
    """
    return re.compile(
        rf"(?:(?<![\w、）)])|(?<=[在由经向按和与及请被将对从到报受据照给让获遵]))"
        rf"{level}(?:领导|党?委(?![托派外员])(?:{level}政府)?|(?:人民)?政府(?!办公厅)|长(?![期效远]))"
    )


def _hits(subject: Subject) -> Iterator[Hit]:
    level = level_of(subject.report.agency)
    if (other := _TAKEN_FOR.get(level)) is None:
        return
    found: dict[str, list[Span]] = {}
    for section, text in prose_of(subject.report):
        if section and other in text:
            for word in _words_of(other).finditer(text):
                found.setdefault(word[0], []).append(Span(section, *word.span()))
    for words, spans in found.items():
        yield Hit(
            {"agency": subject.report.agency, "level": level, "words": words}, (), tuple(spans)
        )


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "wording.other_level",
        Severity.WARNING,
        "正文出现同级其他类型政府的称谓",
        basis.ACCURACY,
        "“{agency}”为{level}一级机关，正文却称“{words}”，疑为套用其他机关文稿，请核对改正。",
        _hits,
    ),
)
