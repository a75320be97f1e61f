"""What commands ask for that make a report from the records: of which year, as known when."""

from typing import Annotated

import typer

Year = Annotated[int, typer.Argument(metavar="年度", help="年报的年度。", show_default=False)]
KnownAt = Annotated[
    str,
    typer.Option(
        metavar="时刻",
        help="按这一刻掌握的情况：2026-01-20（当天结束时）或 2026-01-20T09:30；不写是现在。",
        rich_help_panel="选项",
        show_default=False,
    ),
]
