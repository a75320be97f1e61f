"""How a finding names a place in the prose: its section and the words there."""

import re
from typing import Final

from yangguang.annual_report.form.sections import NUMERALS
from yangguang.annual_report.report import AnnualReport, Span

_CLAUSE: Final = re.compile(r"[^，。；！？：、,;!?（(\n]*$")
_LONGEST: Final = 24


def section_name(section: int) -> str:
    """第一部分; 开头部分 for what stands before section one."""
    if not 0 < section <= len(NUMERALS):
        return "开头部分"
    return f"第{NUMERALS[section - 1]}部分"


def words_of(report: AnnualReport, span: Span) -> str:
    """A figure with the words of its clause before it: “宣布失效和废止 25 件”."""
    text = report.text_of(span.section)
    clause = _CLAUSE.search(text, max(0, span.start - _LONGEST), span.start)
    return text[clause.start() if clause else span.start : span.end].strip()


def shortened(words: str, most: int = 40) -> str:
    """The beginning of `words`, with an ellipsis where something is left out."""
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"
