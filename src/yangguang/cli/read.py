"""`yangguang read`: what stands in annual reports."""

from typing import Annotated

import typer

from yangguang.cli.files import UNREADABLE, Files, read_files
from yangguang.cli.json_lines import AsJson


def read(
    files: Files,
    as_json: AsJson = False,
    as_tables: Annotated[
        bool,
        typer.Option("--table", help="完整显示三张表。", rich_help_panel="选项"),
    ] = False,
) -> None:
    """读年度报告，显示机关、年度、各部分和三张表的数字。

    有文件读不了时，退出码为 2，其余文件照读。
    """
    if as_json and as_tables:
        raise typer.BadParameter("--json 和 --table 只能用一个。")
    readings = read_files(files)
    from yangguang.annual_report.checking import check
    from yangguang.cli.previous import match

    for report, previous in zip(readings.reports, match(readings.reports), strict=True):
        findings = check(report, previous)
        if as_json:
            from yangguang.annual_report.as_json import line
            from yangguang.cli.json_lines import print_line

            print_line(line(report, findings))
        elif as_tables:
            from yangguang.cli.tables import print_tables

            print_tables(report)
        else:
            from yangguang.cli.summary import print_summary

            print_summary(report, findings)
    if not readings.complete:
        raise typer.Exit(UNREADABLE)
