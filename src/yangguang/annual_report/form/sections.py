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
