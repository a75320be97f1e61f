"""What counts as repeated text: the definition as it is shown to users, and its one threshold."""

from typing import Final

LONG: Final = 13
"""The fewest consecutive characters that make a repeated stretch.

Stock phrases of the field end at about ten characters once names, figures and punctuation are out
(政府信息公开工作的针对性); what two offices share beyond that, they share because it was copied.
Thirteen is also the length that Chinese authors know from the copy checks of theses.
"""

DEFINITION: Final = (
    "重复率＝重复的字数÷自写文字的字数，逐句计算，每个字只计一次。"
    "自写文字指第一至第六部分的正文，不含："
    "报告标题和开头的编制说明（依据、统计期限、联系方式）；"
    "各部分标题、表样中的项目名称、条例的固定表述和固定政治表述；"
    "书名号内的文件名称；本机关的名称和所在地名；年份、数字、序号和标点；"
    f"除去这些后不足{LONG}字的短句。"
    f"一句话中有连续{LONG}字以上与对照报告的某一句相同，这一段就是重复的；"
    "数字不同、其余文字相同的也算重复，"
    "其中数字也相同的另计为“一字不差”。"
    "在许多报告中比较时，对照报告是本机关上一年度的，或者其他机关同年度和以前年度的。"
    "简体和繁体、全角和半角视为相同。自写文字为零的，不计算重复率。"
)
"""The definition, shown wherever a share is shown."""
