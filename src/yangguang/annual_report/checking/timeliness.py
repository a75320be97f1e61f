"""Whether the report was published in time (Art. 49).

Silent where the date of publication or the kind of agency is unknown, and for towns, whose date
local notices set.
"""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from typing import Final, TypeGuard

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import written
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.law.reporting import AgencyKind, annual_report_due

_KINDS: Final = {
    AgencyKind.GOVERNMENT: "县级以上人民政府",
    AgencyKind.DEPARTMENT: "县级以上人民政府部门",
}


def _is_of_our_time(year: int | None) -> TypeGuard[int]:
    """Whether a year is known and can be one: a file may claim any number."""
    return year is not None and MINYEAR <= year < MAXYEAR


def _late(subject: Subject) -> Iterator[Hit]:
    report = subject.report
    if report.published_on is None or report.kind is None or not _is_of_our_time(report.year):
        return
    due = annual_report_due(report.kind, report.year)
    if due is not None and report.published_on > due:
        yield Hit(
            {
                "published": written(report.published_on),
                "due": written(due),
                "kind": _KINDS[report.kind],
                "days": (report.published_on - due).days,
            }
        )


def _before_year_end(subject: Subject) -> Iterator[Hit]:
    report = subject.report
    if report.published_on is None or not _is_of_our_time(report.year):
        return
    last_day = date(report.year, 12, 31)
    if report.published_on < last_day:
        yield Hit({"published": written(report.published_on), "last_day": written(last_day)})


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "timeliness.late",
        Severity.WARNING,
        "公布晚于法定期限",
        basis.DUE_DATE,
        "本报告 {published}公布，{kind}的年度报告应当在 {due}前公布，晚了 {days} 天。"
        "请核实公布日期；今后应当按期公布。",
        _late,
    ),
    Rule(
        "timeliness.before_year_end",
        Severity.NOTE,
        "公布早于报告年度结束",
        basis.DUE_DATE,
        "公布日期 {published}早于报告年度的最后一天 {last_day}，请核实公布日期或者报告年度。",
        _before_year_end,
    ),
)
