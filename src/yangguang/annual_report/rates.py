"""Rates that follow from a report's figures: what each means, and when there is none.

Neither the Regulation (政府信息公开条例) nor the circulars of the form (国办公开办函〔2019〕60号,
〔2021〕30号) define a disclosure rate; the definition here is this project's own, stands only here,
and is shown wherever the rate is.
"""

from decimal import Decimal
from typing import Final, NamedTuple

from yangguang.annual_report.form.table3 import TABLE_2021, TOTAL
from yangguang.annual_report.report import AnnualReport
from yangguang.law.requests import RequestRow

FEWEST: Final = 30
"""Of fewer cases than these no rate is worked out: one case more would move it by over 3 points."""

TOO_FEW: Final = f"件数少于 {FEWEST}，不算比例"
NO_FIGURES: Final = "报告里没有所需的数，不算比例"
CONTRADICTORY: Final = "报告里的分项多于总计，不算比例"

NAME: Final = "公开率"
FORMULA: Final = "公开率 =（予以公开 + 部分公开）÷ 本年度办理结果总计"
DEFINITION: Final = (
    "公开率是本年度办结的申请中，全部公开和部分公开的合计占多少。"
    "总计里也有不予公开、无法提供、不予处理和其他处理（如逾期不补正、撤回）的。"
    "法规和年报格式没有规定这个比例怎么算，这是本站的算法；机关掌握的信息、收到的申请各不相同，"
    "高低不能直接说明工作好坏。"
)


class Rate(NamedTuple):
    """A part of a whole, both in cases; None where the report has no such figure."""

    part: Decimal | None
    whole: Decimal | None

    @property
    def why_none(self) -> str:
        """Why there is no percentage, in words; empty where there is one."""
        if self.part is None or self.whole is None:
            return NO_FIGURES
        if self.whole < FEWEST:
            return TOO_FEW
        return "" if 0 <= self.part <= self.whole else CONTRADICTORY

    @property
    def percent(self) -> Decimal | None:
        """In percent, not rounded; None: `why_none` says why."""
        if self.part is None or self.whole is None or self.why_none:
            return None
        return 100 * self.part / self.whole


def disclosure_rate(report: AnnualReport) -> Rate:
    """公开率 of a report, from the column 总计 of its Table 3: see DEFINITION."""
    granted, partly, whole = (
        report.value(TABLE_2021.cell_id(row, TOTAL.id))
        for row in (RequestRow.GRANTED, RequestRow.PARTIALLY_GRANTED, RequestRow.TOTAL)
    )
    return Rate(granted + partly if granted is not None and partly is not None else None, whole)
