"""The legal bases that rules cite, as a reader of the findings sees them.

Where nothing is said of it, a number was read in the text or agrees in two sources.
"""

from typing import Final

from yangguang.law import fees

FORM: Final = "《政府信息公开工作年度报告格式》（{circular}）"
"""The form itself, its notes and its order; `Rule` puts in the circular that binds the report."""

REGULATIONS: Final = "《中华人民共和国政府信息公开条例》"

DUE_DATE: Final = f"{REGULATIONS}第四十九条"
CONTENTS: Final = f"{REGULATIONS}第五十条"
FEES: Final = fees.BASIS
LEGISLATION: Final = "《中华人民共和国立法法》第九十一条、第九十三条"
"""Who may make 规章: departments of the State Council; governments of provinces and of cities
with districts. Numbers of the articles as amended in 2023 (from memory, unconfirmed)."""

ACCURACY: Final = f"{REGULATIONS}第六条"
"""Disclosure is to be timely and accurate: the general duty that a report's prose is held to
(number from memory, unconfirmed)."""
PERIODS: Final = f"{REGULATIONS}第三十三条"
STANDARD_CHARACTERS: Final = "《中华人民共和国国家通用语言文字法》第九条"
"""State organs write in the standard language and characters (number from memory, unconfirmed)."""
