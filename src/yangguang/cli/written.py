"""Files that the command line writes: never over what is there, unless asked to."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer

from yangguang.cli.files import UNREADABLE


class To(StrEnum):
    """The formats that can be written; a test holds them to `annual_report.writing`."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"
    CSV = "csv"


TO: Final = typer.Option("--to", help="写成哪种格式。", rich_help_panel="选项", show_default=False)
"""The option --to, which one command asks for and another can do without."""
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="文件",
        help="写到哪里；不写则放在原文件旁边。",
        rich_help_panel="选项",
        show_default=False,
    ),
]
Force = Annotated[
    bool, typer.Option("--force", help="已有同名文件时覆盖。", rich_help_panel="选项")
]


def refuse(sentence: str) -> NoReturn:
    """Say why nothing was written, and end."""
    typer.echo(sentence, err=True)
    raise typer.Exit(UNREADABLE)


def refuse_to_overwrite(target: Path, force: bool) -> None:
    """End with a sentence where `target` is there already, unless `force`."""
    if target.is_dir():
        refuse(f"{_name(target)}：这是一个文件夹，请写出文件名（--out）。")
    if target.exists() and not force:
        refuse(f"{_name(target)}：已有这个文件，没有覆盖。换一个名字（--out），或加 --force 覆盖。")


def write_beside(target: Path, data: bytes) -> None:
    """Write the file and print its name; end with a sentence where it cannot be written."""
    try:
        target.write_bytes(data)
    except OSError as reason:
        refuse(
            f"{_name(target)}：写不进去（{reason.strerror}）。"
            "请检查文件夹是否存在、有没有写入权限。"
        )
    typer.echo(str(target))


def _name(path: Path) -> str:
    from yangguang.cli.terminal import one_line

    return one_line(str(path))
