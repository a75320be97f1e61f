"""The files named on the command line: read one by one, and matched year to year."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from yangguang.annual_report.formats import NAMES, WITH_LIBREOFFICE
from yangguang.cli.fault import sentence

if TYPE_CHECKING:
    from yangguang.annual_report.report import AnnualReport

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="文件…",
        help=f"年度报告：{NAMES}；{WITH_LIBREOFFICE}。",
        rich_help_panel="参数",
        show_default=False,
    ),
]
UNREADABLE = 2
"""The exit code when a file could not be read."""


class Readings(NamedTuple):
    """What came of some files: the reports in the order of the files, and whether all were read."""

    reports: list["AnnualReport"]
    complete: bool


def read_files(paths: Iterable[Path]) -> Readings:
    """Read every file; of those that give no report, say why on standard error and go on."""
    from dataclasses import replace

    from yangguang.annual_report import read
    from yangguang.annual_report.errors import Unreadable

    reports: list[AnnualReport] = []
    complete = True
    for path in paths:
        try:
            _refuse_what_cannot_be_opened(path)
            # The path as it was typed: file names alone repeat from folder to folder.
            reports.append(replace(read(path), file=str(path)))
        except Unreadable as reason:
            complete = False
            typer.echo(f"{path}：{reason}", err=True)
        except Exception as fault:
            # One file that the program is not up to must not cost the others.
            complete = False
            typer.echo(f"{path}：{sentence(fault)}", err=True)
    return Readings(reports, complete)


def _refuse_what_cannot_be_opened(path: Path) -> None:
    from yangguang.annual_report.errors import Unreadable

    if path.is_dir():
        raise Unreadable("这是一个文件夹，请写出其中的文件，例如 文件夹/*.html。")
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except FileNotFoundError:
        raise Unreadable("没有这个文件，请核对路径和文件名。") from None
    except PermissionError:
        raise Unreadable("没有读取这个文件的权限，请先取得权限。") from None
    except OSError as fault:
        raise Unreadable(f"文件打不开（{fault.strerror}），请检查文件和磁盘。") from None
    if empty:
        raise Unreadable("这是一个空文件，请换成有内容的文件。")
