"""An office that published a run of years."""

from collections.abc import Mapping
from dataclasses import replace

from tests import town
from tests.annual_report.reports import a_report, with_sections
from tests.reporting.years import published
from yangguang.annual_report.report import AnnualReport

Counts = Mapping[str, int]


def of_year(year: int, counts: Counts, agency: str = "青岚市交通运输局") -> AnnualReport:
    """A report whose Tables 3 and 4 say `counts` in the column 总计, by table and row."""
    report = a_report({f"{row}.total": count for row, count in counts.items()})
    report = with_sections(report, (1, "总体情况", f"{year}年工作平稳。全年主动公开信息若干条。"))
    return replace(report, year=year, agency=agency)


def run_of_years(years: Mapping[int, Counts], office: town.Office | None = None) -> town.Office:
    """The office, with one report public for each of the years."""
    office = office or town.office()
    for year, counts in years.items():
        published(office, of_year(year, counts, office.agency.name))
    return office
