"""Which report is held against which: this year's against last year's of the same agency."""

from collections.abc import Sequence

import typer

from yangguang.annual_report.pairing import previous_of
from yangguang.annual_report.report import AnnualReport
from yangguang.cli.files import UNREADABLE
from yangguang.cli.terminal import one_line


def match(
    reports: Sequence[AnnualReport], given: Sequence[AnnualReport] = ()
) -> list[AnnualReport | None]:
    """For each of `reports` last year's, from among themselves and those `given` as previous.

    One report with one given: the user says whose it is, however the agency's name is written;
    but a report of another year ends the command with a sentence.
    """
    if len(reports) == 1 and len(given) == 1:
        _require_following_years(reports[0], given[0])
        return [given[0]]
    return previous_of([*reports, *given])[: len(reports)]


def _require_following_years(report: AnnualReport, previous: AnnualReport) -> None:
    if report.year is None or previous.year is None or previous.year == report.year - 1:
        return
    typer.echo(
        f"{one_line(previous.file)}：这是 {previous.year} 年度的报告，"
        f"不是 {one_line(report.file)} 的上年度报告；"
        f"请给出 {report.year - 1} 年度的报告。",
        err=True,
    )
    raise typer.Exit(UNREADABLE)
