"""The legal bases that rules cite, as a reader of the findings sees them."""

from typing import Final

from yangguang.annual_report.form import FORMS

FORM: Final = "《政府信息公开工作年度报告格式》（{}）".format(
    "、".join(form.circular for form in reversed(FORMS.values()))
)
"""The form itself, its notes and its order, in both editions."""

REGULATIONS: Final = "《中华人民共和国政府信息公开条例》"

DUE_DATE: Final = f"{REGULATIONS}第四十九条"
CONTENTS: Final = f"{REGULATIONS}第五十条"
FEES: Final = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）"
LEGISLATION: Final = "《中华人民共和国立法法》第九十一条、第九十三条"
"""Who may make 规章: departments of the State Council; governments of provinces and of cities
with districts. Numbers of the articles as amended in 2023."""
