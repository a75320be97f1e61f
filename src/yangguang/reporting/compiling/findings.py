"""What compiling itself has to say of a report's figures, in the findings of the one rule set."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from yangguang.annual_report.checking import Finding, Severity
from yangguang.annual_report.checking.cell_names import cell_name, column_name, figure
from yangguang.annual_report.form import FORMS, table3
from yangguang.annual_report.report import AnnualReport
from yangguang.law.requests import RequestRow
from yangguang.reporting.compiling.carrying import Difference
from yangguang.reporting.compiling.facts import last_day
from yangguang.reporting.figures import Over

CARRIED_OVER: Final = "compiling.carried_over"
"""The rule by which last year's published figure and the ledger are compared."""
YEAR_NOT_OVER: Final = "compiling.year_not_over"
"""The rule that a year ends before its figures do."""
UNCOUNTED: Final = "compiling.uncounted"
"""The rule that the records count every request."""

_BASIS: Final = "《中华人民共和国政府信息公开条例》第五十条"


def of_compiling(
    report: AnnualReport,
    known_at: datetime,
    carried: tuple[Difference, ...],
    over: tuple[Over, ...],
    uncounted: int,
) -> Iterator[Finding]:
    """What the records lack, what differs between years, what was entered over the records,
    whether the year is over."""
    assert report.year and report.edition
    form = f"《政府信息公开工作年度报告格式》（{FORMS[report.edition].circular}）"
    if uncounted:
        said = _(
            "台账里有 {count} 件申请还没有按现在的程序算过，数字里没有它们。"
            "请系统管理员运行 yangguang rebuild-state，算完再看。"
        )
        yield Finding(UNCOUNTED, Severity.ERROR, said.format(count=uncounted), _BASIS)
    if carried:
        yield _carried(carried, form)
    for one in over:
        if one.difference:
            yield _over(one)
    day = timezone.localdate(known_at)
    if day <= last_day(report.year):
        said = _("{year} 年还没有结束：数字是到 {day} 为止的，结转下年度的是现在还没有办结的。")
        yield Finding(
            YEAR_NOT_OVER,
            Severity.NOTE,
            said.format(year=report.year, day=day),
            _BASIS,
        )


def _carried(carried: tuple[Difference, ...], form: str) -> Finding:
    """One finding for all columns, pinned to each; the same whichever figure is taken."""
    columns = {one.id: column_name(one) for one in table3.COLUMNS}
    stated = _("、").join(
        _("{column}公布 {published} 件，台账现有 {ledger} 件").format(
            column=columns[one.applicant],
            published=figure(one.published),
            ledger=figure(one.ledger),
        )
        for one in carried
    )
    said = _(
        "上年结转，上年公布的结转下年度和台账不一致：{stated}。上年年报公布以后有补记或者冲正的记录。"
        "请更正上年的年报；或者写明差异的原因，写明以后上年结转按台账填写。"
    )
    cells = tuple(
        table3.TABLE_2021.cell_id(RequestRow.CARRIED_OVER, one.applicant) for one in carried
    )
    return Finding(
        CARRIED_OVER,
        Severity.WARNING,
        said.format(stated=stated),
        form,
        cells,
    )


def _over(one: Over) -> Finding:
    said = _(
        "{cell}由 {person} 填写为 {entered}，台账数是 {records}，相差 {difference}。原因：{reason}"
    ).format(
        cell=cell_name(one.cell),
        person=one.entered.by.name,
        entered=f"{figure(one.entered.value)}{one.entered.unit}",
        records=figure(one.records),
        difference=figure(one.difference),
        reason=one.entered.reason,
    )
    return Finding("compiling.over_the_records", Severity.WARNING, said, "", (one.cell,))
