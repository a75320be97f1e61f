"""The six sections of the report and the five topics of section one, verbatim."""

from typing import Final

SECTIONS: Final[dict[int, str]] = {
    1: "总体情况",
    2: "主动公开政府信息情况",
    3: "收到和处理政府信息公开申请情况",
    4: "政府信息公开行政复议、行政诉讼情况",
    5: "存在的主要问题及改进情况",
    6: "其他需要报告的事项",
}
"""Number → title, in the order of the form (Art. 50 gives their contents)."""

TOPICS: Final[tuple[str, ...]] = (
    "主动公开",
    "依申请公开",
    "政府信息管理",
    "政府信息公开平台建设",
    "监督保障",
)
"""What section one covers, in order."""

NUMERALS: Final[str] = "一二三四五六七八九十"

PREAMBLE: Final = 0
"""The number of what stands before section one, where the parts of a report are numbered."""
PARTS: Final = (PREAMBLE, *SECTIONS)
"""The parts that hold words, in the order of the form."""


def heading(part: int) -> str:
    """A part as a list of all of them names it: 前言, 一、总体情况."""
    return f"{NUMERALS[part - 1]}、{SECTIONS[part]}" if part != PREAMBLE else "前言"


def part_name(part: int) -> str:
    """A part as a sentence names it: 前言, 第一部分."""
    return f"第{NUMERALS[part - 1]}部分" if part != PREAMBLE else "前言"
