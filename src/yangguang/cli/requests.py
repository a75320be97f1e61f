"""`yangguang requests import`: a table of requests brought in, all of it or nothing."""

import csv
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from yangguang.cli.on_behalf import agency_called, refuse, standing_of
from yangguang.cli.site import open_site

if TYPE_CHECKING:
    from yangguang.agencies.capabilities import Standing
    from yangguang.agencies.models import Agency
    from yangguang.inforequests.importing.checking import Checked, Fault
    from yangguang.inforequests.importing.table import Line
    from yangguang.inforequests.importing.waiting import Brought

FAULTY = 1
"""The exit code when rows of the table are not right: nothing was brought in."""

_MOST_TOLD = 50


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="文件", help="XLSX 或 CSV 表格。", show_default=False)
    ],
    agency: Annotated[
        str, typer.Option(metavar="机关", help="导入到哪个机关：它的代号。", show_default=False)
    ],
    by: Annotated[
        str,
        typer.Option(
            metavar="用户名", help="以谁的名义登记：要有登记申请的岗位。", show_default=False
        ),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不导入。")] = False,
    codes: Annotated[
        Path | None,
        typer.Option(
            metavar="文件", help="把编号和查询码写进这个新文件（CSV）。", show_default=False
        ),
    ] = None,
) -> None:
    """把别的系统或表格里的申请登记进来：一行一件，全部导入，或者一件也不导入。

    列名照网页上的模板。来源系统和编号相同的只导入一次，可以反复运行。收到日期可以是过去的日子，
    期限从那天算起。查询码只在导入时给出：要告诉申请人的，用 --codes 存下来。

    退出码：0 已导入或检查没有错，1 表格有错（什么也没有导入），2 无法进行。
    """
    open_site()
    from yangguang.casework.errors import NotAllowed
    from yangguang.inforequests.actions.bring_in import HasFaults, bring_in
    from yangguang.inforequests.actions.receive import require_may_register
    from yangguang.inforequests.importing.table import NotATable

    at, people = agency_called(agency), standing_of(by)
    try:
        require_may_register(at, people)
        lines = _lines(file)
        if dry_run:
            raise typer.Exit(_told(lines, at, people))
        with _kept_apart(codes) as out:
            # The codes are written or nothing comes in: nobody can show them again.
            brought = bring_in(lines, at, people, partial(_write_codes, out))
    except HasFaults as found:
        _tell_faults(found.checked.faults)
        raise typer.Exit(FAULTY) from None
    except (NotATable, NotAllowed) as why:
        refuse(str(why))
    fresh = sum(bool(one.code) for one in brought)
    typer.echo(f"导入了 {fresh} 件；以前导入过的 {len(brought) - fresh} 件没有改动。")


def _lines(file: Path) -> "list[Line]":
    from yangguang.cli.terminal import one_line
    from yangguang.inforequests.importing import child

    try:
        if not file.is_file():
            refuse(f"没有这个文件：{one_line(str(file))}。")
        file.open("rb").close()
    except OSError as fault:
        refuse(f"读不了 {one_line(str(file))}：{fault.strerror}。")
    return child.read(file)


def _told(lines: "Sequence[Line]", at: "Agency", people: "Standing") -> int:
    """Look through the table and say what would be done; the exit code."""
    from yangguang.inforequests.importing.checking import check

    checked: Checked = check(lines, at, people)
    if checked.faults:
        _tell_faults(checked.faults)
        return FAULTY
    fresh = len(checked.fresh)
    typer.echo(
        f"检查完毕，没有错：可以导入 {fresh} 件，以前导入过的 {len(checked.known)} 件。还没有导入。"
    )
    return 0


def _tell_faults(faults: "Sequence[Fault]") -> None:
    for one in faults[:_MOST_TOLD]:
        where = f"第 {one.at} 行" + (f"，{one.column}" if one.column else "")
        typer.echo(f"{where}：{one.sentence}", err=True)
    more = f"（只列出前 {_MOST_TOLD} 处）" if len(faults) > _MOST_TOLD else ""
    typer.echo(f"共有 {len(faults)} 处要改{more}，什么也没有导入。", err=True)


@contextmanager
def _kept_apart(codes: Path | None) -> Iterator[TextIO | None]:
    """A new file for the codes, readable by its owner only; gone again where nothing came in."""
    if codes is None:
        yield None
        return
    try:
        descriptor = os.open(codes, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as fault:
        refuse(f"查询码的文件建不了：{fault.strerror}。没有导入。")
    with os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="") as out:
        try:
            yield out
        except BaseException:
            codes.unlink()
            raise


def _write_codes(out: TextIO | None, brought: "Sequence[Brought]") -> None:
    if out is None:
        return
    from yangguang.annual_report.writing.csv_cells import harmless

    rows = csv.writer(out)
    rows.writerow(("来源系统", "来源编号", "编号", "查询码"))
    for one in brought:
        rows.writerow((harmless(one.source), harmless(one.source_number), one.number, one.code))
    out.flush()
