"""`yangguang corpus summary`: what a corpus holds, in figures."""

from pathlib import Path
from typing import TYPE_CHECKING

from yangguang.cli.corpus.where import Where, refusing

if TYPE_CHECKING:
    from yangguang.annual_report.corpus.summary import Summary, Year


def summary(corpus: Where = Path(".")) -> None:
    """语料库概况：份数、各年度的申请和答复、最常见的问题、读不了的原因。"""
    with refusing():
        from yangguang.annual_report.corpus.place import find
        from yangguang.annual_report.corpus.summary import summarise

        found = summarise(find(corpus))
    from yangguang.cli.terminal import console

    out = console()
    out.print(
        f"文件 {found.files} 个：报告 {found.reports} 份，内容重复的 {found.duplicates} 个，"
        f"读不了的 {found.unreadable} 个。"
    )
    editions = "，".join(
        f"{edition} 年版格式 {count} 份" if edition else f"没有规定格式的表格 {count} 份"
        for edition, count in found.editions.items()
    )
    if editions:
        out.print(f"{editions}。")
    if found.reports:
        _print_years(found)
        _print_findings(found)
    if found.reasons:
        _print_reasons(found)


def _print_years(found: "Summary") -> None:
    from rich import box
    from rich.table import Table

    from yangguang.cli.terminal import console

    drawing = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), title="按年度", title_justify="left")
    heads = ("年度", "报告", "机关", "有错误的", "占比", "新收申请", "办理结果", "公开率")
    for head in heads:
        drawing.add_column(head, justify="right")
    for year in found.years:
        drawing.add_row(*_cells(year))
    console().print(drawing)
    console().print(
        "新收申请、办理结果为表三总计一列的合计；公开率为予以公开、部分公开占办理结果的比例。"
    )
    console().print(
        f"跨年核对：{found.with_previous} 份报告在库里有同一机关上一年度的报告，已对照核对。"
    )


def _cells(year: "Year") -> tuple[str, ...]:
    from yangguang.annual_report.checking.cell_names import figure

    return (
        str(year.year) if year.year is not None else "不详",
        str(year.reports),
        str(year.agencies),
        str(year.with_error),
        _share(year.with_error, year.reports),
        figure(year.new),
        figure(year.answered),
        _share(float(year.granted), float(year.answered)),
    )


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.1%}" if whole else "—"


def _print_findings(found: "Summary") -> None:
    from rich import box
    from rich.table import Table

    from yangguang.annual_report.checking import Severity
    from yangguang.cli.summary import SEVERITIES
    from yangguang.cli.terminal import console

    title = "最常见的问题"
    drawing = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), title=title, title_justify="left")
    drawing.add_column("级别")
    drawing.add_column("问题", overflow="fold")
    drawing.add_column("规则")
    for head in ("处", "份", "占比"):
        drawing.add_column(head, justify="right")
    for one in found.findings:
        drawing.add_row(
            SEVERITIES[Severity(one.severity)],
            one.title,
            one.rule,
            str(one.findings),
            str(one.reports),
            _share(one.reports, found.reports),
        )
    console().print()
    console().print(drawing)


def _print_reasons(found: "Summary") -> None:
    from yangguang.cli.terminal import console, plain, print_line

    console().print("\n读不了的原因")
    for reason, count in found.reasons:
        print_line(plain(reason), 2, plain(f"{count} 个"))
    console().print('  逐个看：yangguang corpus query "SELECT file, reason FROM unreadable"')
