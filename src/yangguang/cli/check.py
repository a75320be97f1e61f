"""`yangguang check`: what does not add up in annual reports."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from yangguang.cli.files import UNREADABLE, Files, read_files

FOUND = 1
"""The exit code when something is found at the level of --fail-on or graver."""


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


class Level(StrEnum):
    """The severities, gravest first, as the command line names them.

    Spelt again here so that --help need not load the rules; a test holds them to `Severity`.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def check(
    files: Files,
    previous: Annotated[
        list[Path],
        typer.Option(
            metavar="文件",
            help="上一年度的报告，用于核对跨年数字；可写多次。",
            rich_help_panel="选项",
            show_default=False,
        ),
    ] = [],  # noqa: B006 - typer copies it
    format: Annotated[
        Format,
        typer.Option(help="输出文字，或每份报告一行 JSON。", rich_help_panel="选项"),
    ] = Format.TEXT,
    fail_on: Annotated[
        Level,
        typer.Option(
            help="发现这一级或更重的问题时退出码为 1：错误、提醒、提示。",
            rich_help_panel="选项",
        ),
    ] = Level.ERROR,
) -> None:
    """检查年度报告：勾稽关系、文字与表格、格式、用语。

    几份报告一起检查时，按机关和年度互相核对。退出码：0 没有所指级别的问题，1 有，2 有文件读不了。
    """
    readings = read_files(files)
    given = read_files(previous)
    from yangguang.annual_report.checking import check as findings_in
    from yangguang.cli.previous import match as last_years

    gravest_allowed = list(Level).index(fail_on)
    failing = False
    matched = last_years(readings.reports, given.reports)
    for report, before in zip(readings.reports, matched, strict=True):
        findings = findings_in(report, before)
        failing |= any(list(Level).index(Level(f.severity)) <= gravest_allowed for f in findings)
        match format:
            case Format.JSON:
                from yangguang.annual_report.as_json import dump
                from yangguang.cli.json_lines import print_json

                record = dump(report, findings)
                print_json({key: record[key] for key in ("file", "agency", "year", "findings")})
            case Format.TEXT:
                from yangguang.cli.findings import print_findings

                print_findings(report, before, findings)
    if not (readings.complete and given.complete):
        raise typer.Exit(UNREADABLE)
    if failing:
        raise typer.Exit(FOUND)
