"""`yangguang archives export`: a year's files, or a box's, as one package for the archives."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from yangguang.cli.on_behalf import agency_called, standing_of
from yangguang.cli.site import UNABLE, open_site

if TYPE_CHECKING:
    from yangguang.agencies.models import Agency
    from yangguang.inforequests.packages import Which

INCOMPLETE = 1
"""The exit code when something could not be packed: the package is there without it."""


def export(
    agency: Annotated[str, typer.Argument(metavar="机关", help="它的代号。", show_default=False)],
    year: Annotated[int, typer.Option(metavar="年度", help="归档的年度。", show_default=False)],
    out: Annotated[
        Path, typer.Option(metavar="文件夹", help="归档包写到哪里。", show_default=False)
    ],
    by: Annotated[
        str,
        typer.Option(
            metavar="用户名",
            help="以谁的名义打开：要有分办、打开申请人信息的岗位。",
            show_default=False,
        ),
    ],
    retention: Annotated[
        str,
        typer.Option(
            metavar="期限",
            help="只要一盒：permanent、thirty_years 或 ten_years。",
            show_default=False,
        ),
    ] = "",
    box: Annotated[
        int | None, typer.Option(metavar="盒号", help="只要一盒：盒号。", show_default=False)
    ] = None,
) -> None:
    """把一年（或者一盒）归档的申请打成一个压缩包，交给档案馆。

    每件一个文件夹：案卷 PDF、附件原件、台账、目录和 SM3 摘要；总目录在最外面。解开以后用
    sha256sum -c SHA256SUMS 核对。里面有申请人的完整信息，每件都记录是谁打开的。

    退出码：0 已写好，1 有的没有打进去，2 无法进行。
    """
    open_site()
    from yangguang.annual_report.errors import Unwritable
    from yangguang.casework.errors import NotAllowed
    from yangguang.inforequests import packages
    from yangguang.inforequests.archives import box_of

    at, people = agency_called(agency), standing_of(by)
    which = packages.Which(year, box_of(year, retention, box))
    if (box is not None or retention) and which.box is None:
        _refuse(
            "只要一盒的，--retention 和 --box 都要写：期限是 permanent、thirty_years 或 ten_years。"
        )
    try:
        count, content, faults = packages.direct(at, which, people)
        if not count:
            _refuse("这里没有归档的申请。")
        path = _path(out, at, which)
        _write(path, content)
    except (NotAllowed, Unwritable) as why:
        _refuse(str(why))
    for number, said in faults:
        typer.echo(f"没有打进去：{number}：{said}", err=True)
    typer.echo(f"{count - len(faults)} 件写进了 {path.name}。")
    if faults:
        raise typer.Exit(INCOMPLETE)


def _path(folder: Path, at: "Agency", which: "Which") -> Path:
    place = which.box.reference if which.box else str(which.year)
    return folder / f"归档_{at.slug}_{place}.zip"


def _write(path: Path, content: Iterable[bytes]) -> None:
    """A new file for its owner alone; under its name only when it is whole."""
    part = path.with_suffix(".part")
    if path.exists():
        _refuse(f"{path.name} 已经有了，没有覆盖。")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            for piece in content:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    except OSError as fault:
        part.unlink(missing_ok=True)
        _refuse(f"归档包写不了：{fault.strerror}。")
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _refuse(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(UNABLE)
