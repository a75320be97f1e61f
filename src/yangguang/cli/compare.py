"""`yangguang compare`: two annual reports side by side."""

from pathlib import Path
from typing import Annotated

import typer

from yangguang.cli.files import UNREADABLE, read_files
from yangguang.cli.json_lines import AsJson


def compare(
    first: Annotated[
        Path,
        typer.Argument(
            metavar="文件一", help="一份年度报告。", rich_help_panel="参数", show_default=False
        ),
    ],
    second: Annotated[
        Path,
        typer.Argument(
            metavar="文件二", help="另一份年度报告。", rich_help_panel="参数", show_default=False
        ),
    ],
    as_json: AsJson = False,
    everything: Annotated[
        bool,
        typer.Option("--all", help="相同的数字和文字也列出。", rich_help_panel="选项"),
    ] = False,
) -> None:
    """比较两份年度报告：同一机关的两个年度，或两个机关。

    列出不同的数字、文字的改动和重复文字所占的比例。同一机关的，年度在前的放在左边。
    --json 输出一行，包括全部数字和文字。
    退出码：0 已比较，2 有文件读不了。
    """
    readings = read_files([first, second])
    if not readings.complete:
        raise typer.Exit(UNREADABLE)
    from yangguang.annual_report.comparing import compare as side_by_side

    comparison = side_by_side(*readings.reports)
    if as_json:
        from yangguang.annual_report.comparing.as_json import dump
        from yangguang.cli.json_lines import print_json

        print_json(dump(comparison))
        return
    from yangguang.cli.comparison import print_comparison

    print_comparison(comparison, everything=everything)
