"""The reports that repeat most, as a table in the terminal, with the definition under it."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.table import Table

from yangguang.annual_report.corpus.repeated import Named, Repeated, Source
from yangguang.annual_report.repeated_text import DEFINITION, total
from yangguang.cli.terminal import console, one_line, plain, print_line

_FIGURES = ("自写字数", "与其他机关\n重复", "其中\n一字不差")


def print_most(
    folder: Path,
    every: Sequence[Repeated],
    listed: Sequence[Repeated],
    more: Sequence[Repeated],
    least: int,
) -> None:
    """Print what `every` report taken together repeats, and those `listed` one by one.

    `folder` is where their files are; `more` would be listed after them; all others have fewer
    characters than `least`, or no such share.
    """
    whole = total(one.others for one in every)
    console().print(
        f"比较了 {len(every)} 份报告：自写文字共 {whole.own:,} 字，"
        f"与其他机关重复 {_percent(whole.share)}，其中一字不差 {_percent(whole.verbatim_share)}。"
    )
    if listed:
        _print_table(listed)
        if more:
            console().print(f"另有 {len(more)} 份没有列出（--most 份数）。")
        _print_how_to_look(folder, listed[0])
    if left_out := len(every) - len(listed) - len(more):
        console().print(
            f"未列：{left_out} 份自写文字不足 {least} 字（--least 字数），或没有可比的报告。"
        )
    print_line(plain(f"口径：{DEFINITION}", "dim"))


def _print_table(listed: Sequence[Repeated]) -> None:
    drawing = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    drawing.add_column("机关", overflow="fold", ratio=3)
    drawing.add_column("年度")
    for head in _FIGURES:
        drawing.add_column(head, justify="right")
    drawing.add_column("最像的报告", overflow="fold", ratio=3)
    drawing.add_column("与它\n重复", justify="right")
    drawing.add_column("与本机关\n上年重复", justify="right")
    for one in listed:
        drawing.add_row(
            plain(one_line(one.named.agency)),
            _year(one.named),
            f"{one.others.own:,}",
            _percent(one.others.share),
            _percent(one.others.verbatim_share),
            plain(_source(one.source)),
            _share_of(one.source),
            _share_of(one.previous),
        )
    console().print(drawing)


def _print_how_to_look(folder: Path, first: Repeated) -> None:
    if other := first.source or first.previous:
        files = [str(folder / one.file) for one in (other.named, first.named)]
        command = shlex.join(["yangguang", "compare", *files, "--all"])
        print_line(plain(f"逐句看第一份：{one_line(command)}"))


def _source(source: Source | None) -> str:
    return f"{one_line(source.named.agency)} {_year(source.named)}" if source else "—"


def _year(named: Named) -> str:
    return str(named.year) if named.year is not None else "不详"


def _share_of(source: Source | None) -> str:
    return _percent(source.repetition.share) if source else "—"


def _percent(share: float | None) -> str:
    return f"{share:.1%}" if share is not None else "—"
