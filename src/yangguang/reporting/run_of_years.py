"""An agency's published reports as a run of years: the same figures, year beside year."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from yangguang.agencies.models import Agency
from yangguang.annual_report.form import Edition, table3
from yangguang.annual_report.rates import Rate, disclosure_rate
from yangguang.annual_report.report import AnnualReport
from yangguang.reporting import published
from yangguang.reporting.phrases import phrases, value

MOST_YEARS: Final = 8
"""How many years stand beside each other, the latest: more are not readable on a telephone."""


class Topic(NamedTuple):
    """Figures that are looked at together: a title, and the names of the figures (`phrases`)."""

    title: str
    figures: tuple[str, ...]


TOPICS: Final = (
    Topic("新收和办结", ("新收申请", "办结")),
    Topic(
        "办理结果",
        ("予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"),
    ),
    Topic("结转", ("上年结转", "结转下年")),
    Topic("行政复议和行政诉讼", ("行政复议", "行政诉讼")),
)


class OfYear(NamedTuple):
    """A year: by name of figure its value in cases, None where the report has none.

    A year of which nothing is public has no report, `rate` is None.
    """

    year: int
    is_published: bool
    figures: dict[str, Decimal | None]
    rate: Rate | None


class Run(NamedTuple):
    """The years from the first to the last, gaps included; `is_cut`: there are earlier ones."""

    years: tuple[OfYear, ...]
    is_cut: bool


def run_of(agency: Agency) -> Run:
    """What is public of an agency now. One query, of as many reports as are shown."""
    found = published.current_with_content().filter(agency=agency).order_by("-year")
    latest = list(found[: MOST_YEARS + 1])
    if not latest:
        return Run((), is_cut=False)
    first = max(latest[-1].year, latest[0].year - MOST_YEARS + 1)
    reports = {one.year: published.as_report(one) for one in latest if one.year >= first}
    years = range(min(reports), latest[0].year + 1)
    return Run(
        tuple(_of_year(year, reports.get(year)) for year in years),
        is_cut=len(reports) < len(latest),
    )


def _of_year(year: int, report: AnnualReport | None) -> OfYear:
    if report is None:
        return OfYear(year, False, dict.fromkeys(_names()), None)
    known = phrases(_edition(report))
    figures = {name: value(known[name], report) for name in _names()}
    return OfYear(year, True, figures, disclosure_rate(report))


def _names() -> Iterable[str]:
    return (name for topic in TOPICS for name in topic.figures)


def _edition(report: AnnualReport) -> Edition:
    """Whose rows to add up: （六）其他处理 in one row is as in the edition of 2019."""
    table = report.tables.get(table3.TABLE_2021.number)
    if table is not None and table3.OTHER_SINGLE in table.rows:
        return Edition.E2019
    return report.edition or Edition.E2021
