"""`yangguang convert`: an annual report in another format, or on the other edition's form."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from yangguang.cli.files import UNREADABLE, ReportFile, read_files
from yangguang.cli.written import (
    TO,
    Force,
    Out,
    To,
    refuse,
    refuse_to_overwrite,
    write_beside,
)

if TYPE_CHECKING:
    from yangguang.annual_report.editions import LeftOut
    from yangguang.annual_report.report import AnnualReport


class OfYear(StrEnum):
    """The editions of the form, as the command line names them; a test holds them to `Edition`."""

    E2019 = "2019"
    E2021 = "2021"


def convert(
    file: ReportFile,
    to: Annotated[To, TO],
    edition: Annotated[
        OfYear | None,
        typer.Option(
            help="写在哪一版表样上；不写则用原报告的那一版。",
            rich_help_panel="选项",
            show_default=False,
        ),
    ] = None,
    out: Out = None,
    force: Force = False,
) -> None:
    """把年度报告转成另一种格式，按规定的表样排版。

    数字照读到的写，不改动；空白仍是空白。
    用 --edition 换表样时，两版都有的格照写，新表样多出的格留空，没有位置的数字逐一列出。

    退出码为 2 表示读不了或写不了。
    """
    target = out or file.with_suffix(f".{to.value}")
    refuse_to_overwrite(target, force)
    readings = read_files([file])
    if not readings.complete:
        raise typer.Exit(UNREADABLE)
    from yangguang.annual_report.errors import Unwritable
    from yangguang.annual_report.writing import write

    report = readings.reports[0]
    said: list[str] = []
    if edition is not None:
        report, said = _on_form(report, edition)
    try:
        data = write(report, to.value)
    except Unwritable as reason:
        refuse(str(reason))
    write_beside(target, data)
    for sentence in said:
        typer.echo(sentence, err=True)


def _on_form(report: "AnnualReport", edition: OfYear) -> "tuple[AnnualReport, list[str]]":
    """The report on that form, and what the user must know about it."""
    from yangguang.annual_report.editions import on_form
    from yangguang.annual_report.form import Edition
    from yangguang.annual_report.report import Status

    written, left_out, added = on_form(report, Edition(edition.value))
    inferred = [d for d in written.doubts if d not in report.doubts and d.cells]
    said = [f"{doubt.message}，请核对。" for doubt in inferred]
    said += _without_place(left_out, edition)
    if not report.tables:
        said.append(f"原报告没有读到表格，写的是 {edition.value} 年版的空表，数字请自行填写。")
    elif added:
        said.append(f"{edition.value} 年版表样有 {len(added)} 格是原报告没有的，已留空，请补填。")
    assert all(written.cells[c].status is Status.BLANK for c in added)
    return written, said


def _without_place(left_out: "Sequence[LeftOut]", edition: OfYear) -> Iterator[str]:
    from yangguang.annual_report.writing.figures import figure

    zeros = sum(cell.value == 0 for _, cell in left_out)
    named = [f"{name}：{figure(cell)}" for name, cell in left_out if cell.value != 0]
    if not left_out:
        return
    yield f"原报告有 {len(left_out)} 个数字在 {edition.value} 年版表样里没有位置，没有写入："
    yield from (f"  {one}" for one in named)
    if zeros:
        yield f"  {'其余' if named else '全部'} {zeros} 个都是零。"
