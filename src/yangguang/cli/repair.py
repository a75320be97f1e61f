"""`yangguang repair`: a report with those repairs made that the checks propose and one accepts."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from yangguang.cli.check import FOUND
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
    from yangguang.annual_report.checking import Proposal
    from yangguang.annual_report.report import AnnualReport

_YES: Final = frozenset({"y", "yes", "是", "采用"})
_NO: Final = frozenset({"", "n", "no", "否", "不采用"})
_HOW_TO_ACCEPT: Final = (
    "没有写出文件。核对原文和台账后：全部采用，加 --all；只采用其中几条，加 --accept 序号"
    "（可写多次，例如 --accept 1 --accept 3）。"
)


def repair(
    file: ReportFile,
    accept: Annotated[
        list[str],
        typer.Option(
            metavar="序号",
            help="采用哪一条建议：写序号，或写格子的代号；可写多次。",
            rich_help_panel="选项",
            show_default=False,
        ),
    ] = [],  # noqa: B006 - typer copies it
    every: Annotated[
        bool, typer.Option("--all", help="采用全部建议。", rich_help_panel="选项")
    ] = False,
    to: Annotated[To | None, TO] = None,
    out: Out = None,
    force: Force = False,
) -> None:
    """按勾稽关系修正年度报告里的数字：逐条列出建议，只改您采用的。

    在终端里逐条询问，否则用 --accept 或 --all 写明采用哪些。
    修正过的格子带 * 号，表下注明原文和依据；按表样重新排版，原文件不动。
    不写 --to 则与原文件同一格式（写不了的写成 docx），不写 --out 则名为“原名-修正”。

    退出码：0 已写出，或没有建议；1 有建议而没有写明采用哪些；2 读不了或写不了。
    """
    written_as = to or _same_format(file)
    target = out or file.with_name(f"{file.stem}-修正.{written_as.value}")
    readings = read_files([file])
    if not readings.complete:
        raise typer.Exit(UNREADABLE)
    report = readings.reports[0]
    proposals = _proposals(report)
    if not proposals:
        typer.echo(f"没有可以提出修正建议的数字。检查：{_remaining(report)}。")
        return
    if every or accept:
        _print_all(report, proposals)
        accepted = proposals if every else _named(proposals, accept)
    elif sys.stdin.isatty() and sys.stdout.isatty():
        refuse_to_overwrite(target, force)
        accepted = _asked(report, proposals)
    else:
        _print_all(report, proposals)
        typer.echo(_HOW_TO_ACCEPT)
        raise typer.Exit(FOUND)
    if not accepted:
        typer.echo("没有采用任何建议，没有写出文件。")
        return
    refuse_to_overwrite(target, force)
    _write(report, accepted, target, written_as)


def _same_format(file: Path) -> To:
    ending = {".htm": ".html", ".xlsm": ".xlsx", ".docm": ".docx"}.get(
        file.suffix.lower(), file.suffix.lower()
    )
    return next((to for to in To if ending == f".{to.value}" and to is not To.CSV), To.DOCX)


def _proposals(report: "AnnualReport") -> "list[Proposal]":
    from yangguang.annual_report.checking import check

    found = [finding.proposal for finding in check(report) if finding.proposal]
    once = {(proposal.cell, proposal.value): proposal for proposal in reversed(found)}
    return list(reversed(once.values()))


def _print_all(report: "AnnualReport", proposals: "Sequence[Proposal]") -> None:
    for number, proposal in enumerate(proposals, 1):
        _print(report, number, proposal)


def _print(report: "AnnualReport", number: int, proposal: "Proposal") -> None:
    from yangguang.annual_report.checking import cell_names
    from yangguang.cli.figures import figure
    from yangguang.cli.terminal import plain, print_line

    before, after = figure(report, proposal.cell), cell_names.figure(proposal.value)
    named = cell_names.cell_name(proposal.cell)
    print_line(plain(f"{named}：{before} → {after}", "bold"), 0, plain(f"{number}."))
    print_line(plain(f"依据：{proposal.reason}"), 4)
    print_line(plain(f"代号：{proposal.cell}", "dim"), 4)


def _named(proposals: "Sequence[Proposal]", accept: Sequence[str]) -> "list[Proposal]":
    """The proposals with these numbers or cells; ends with a sentence where there is none such."""
    chosen = []
    for name in accept:
        is_number = name.isdecimal() and len(name) < 6
        one = [
            proposal
            for number, proposal in enumerate(proposals, 1)
            if (number == int(name) if is_number else proposal.cell == name)
        ]
        if not one:
            from yangguang.cli.terminal import one_line

            refuse(
                f"--accept {one_line(name)}：没有这一条建议。"
                f"请写序号 1 到 {len(proposals)}，或上面列出的代号。"
            )
        chosen += one
    return chosen


def _asked(report: "AnnualReport", proposals: "Sequence[Proposal]") -> "list[Proposal]":
    accepted: list[Proposal] = []
    for number, proposal in enumerate(proposals, 1):
        if proposal.cell in {one.cell for one in accepted}:
            continue
        _print(report, number, proposal)
        if _agrees():
            accepted.append(proposal)
    return accepted


def _agrees() -> bool:
    """Ask once more until the answer is one; ends where there is nobody to answer."""
    while True:
        typer.echo("   采用这一条吗？采用输入 y，不采用直接按回车：", nl=False)
        try:
            answer = sys.stdin.readline()
        except KeyboardInterrupt:
            answer = ""
        if not answer:
            typer.echo()
            refuse("已停下，没有写出文件。")
        word = answer.strip().lower()
        if word in _YES | _NO:
            return word in _YES


def _write(report: "AnnualReport", accepted: "list[Proposal]", target: Path, to: To) -> None:
    from yangguang.annual_report.errors import Unwritable
    from yangguang.annual_report.repair import CannotRepair, apply
    from yangguang.annual_report.writing import write

    try:
        repaired = apply(report, accepted)
        data = write(repaired, to.value)
    except (CannotRepair, Unwritable) as reason:
        refuse(str(reason))
    known = {proposal.cell for proposal in _proposals(report)}
    more = [proposal for proposal in _proposals(repaired) if proposal.cell not in known]
    cells = len({proposal.cell for proposal in accepted})
    typer.echo(f"已修正 {cells} 格。修正后再检查：{_remaining(repaired)}。")
    if more:
        typer.echo(f"其中有 {len(more)} 条新的修正建议，可对写出的文件再运行一次。")
    write_beside(target, data)


def _remaining(report: "AnnualReport") -> str:
    from yangguang.annual_report.checking import check
    from yangguang.cli.summary import count

    return count([finding for finding in check(report) if finding.rule != "tables.repaired"])
