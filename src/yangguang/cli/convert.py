"""`yangguang convert`: an annual report in another format."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from yangguang.cli.files import UNREADABLE, read_files


class To(StrEnum):
    """The formats that can be written; a test holds them to `annual_report.writing`."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"
    CSV = "csv"


def convert(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="文件", help="年度报告。", rich_help_panel="参数", show_default=False
        ),
    ],
    to: Annotated[
        To, typer.Option(help="写成哪种格式。", rich_help_panel="选项", show_default=False)
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="文件",
            help="写到哪里；不写则放在原文件旁边。",
            rich_help_panel="选项",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="已有同名文件时覆盖。", rich_help_panel="选项")
    ] = False,
) -> None:
    """把年度报告转成另一种格式，按规定的表样排版。

    数字照读到的写，不改动；空白仍是空白。退出码为 2 表示读不了或写不了。
    """
    target = out or file.with_suffix(f".{to.value}")
    if target.exists() and not force:
        _refuse(f"{target}：已有这个文件，没有覆盖。换一个名字（--out），或加 --force 覆盖。")
    readings = read_files([file])
    if not readings.complete:
        raise typer.Exit(UNREADABLE)
    from yangguang.annual_report.errors import Unwritable
    from yangguang.annual_report.writing import write

    try:
        data = write(readings.reports[0], to.value)
    except Unwritable as reason:
        _refuse(str(reason))
    try:
        target.write_bytes(data)
    except OSError as reason:
        _refuse(f"{target}：写不进去（{reason.strerror}）。请检查文件夹是否存在、有没有写入权限。")
    typer.echo(str(target))


def _refuse(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(UNREADABLE)
