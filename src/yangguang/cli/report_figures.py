"""`yangguang reports figures`: a table of figures looked through, and entered where one says so."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from yangguang.cli.json_lines import AsJson
from yangguang.cli.of_a_year import Year
from yangguang.cli.on_behalf import agency_called, refuse, standing_of
from yangguang.cli.site import open_site

if TYPE_CHECKING:
    from yangguang.agencies.capabilities import Standing
    from yangguang.agencies.models import Agency
    from yangguang.reporting.figure_tables.checking import Checked, Line

FAULTY: Final = 1
"""The exit code when lines of the table are not right: nothing was entered."""


def figures(
    agency: Annotated[str, typer.Argument(metavar="机关", help="机关的代号。", show_default=False)],
    year: Year,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="文件", help="填好的模板，或者照表二样子的表格。", show_default=False
        ),
    ],
    by: Annotated[
        str,
        typer.Option(metavar="用户名", help="以谁的名义：要有编制年报的岗位。", show_default=False),
    ],
    source: Annotated[str, typer.Option(metavar="文字", help="来源：表里没有写的都用这个。")] = "",
    reason: Annotated[
        str, typer.Option(metavar="文字", help="原因：表里没有写、又要写的都用这个。")
    ] = "",
    enter: Annotated[bool, typer.Option("--enter", help="填写；不加只看会填什么。")] = False,
    as_json: AsJson = False,
) -> None:
    """从表格填写年报里台账没有的数：先看会填什么，加 --enter 才填，全部填写或者一格也不填。

    空着的格不动，和现在一样的不再填；文件一起保存，作为每一格的依据。

    退出码：0 可以填写或已经填写，1 表格有错（什么也没有填），2 无法进行。
    """
    open_site()
    from yangguang.annual_report.errors import Unreadable
    from yangguang.casework.errors import Mistakes, NotAllowed
    from yangguang.reporting.actions.enter_figure import SomeAreWrong

    at, people = agency_called(agency), standing_of(by)
    try:
        checked, doubts = _looked_through(at, year, file, people, (source, reason), enter=enter)
    except (NotAllowed, Unreadable) as why:
        refuse(str(why))
    except Mistakes as wrong:
        refuse("".join(wrong.fields.values()))
    except SomeAreWrong:
        refuse("刚刚有人填过其中的格，什么也没有填。请再看一遍会填什么。")
    except OSError:
        refuse("文件打不开，请检查文件名和读取的权限。")
    _tell(checked, doubts, entered=enter, as_json=as_json)
    if checked.faults:
        raise typer.Exit(FAULTY)


def _looked_through(
    agency: "Agency",
    year: int,
    file: Path,
    people: "Standing",
    said: tuple[str, str],
    *,
    enter: bool,
) -> "tuple[Checked, list[str]]":
    """What a file would enter, and what of it could not be placed; entered where it is right.

    `said`: source and reason of the lines that name none. Raises NotAllowed, Mistakes, Unreadable,
    SomeAreWrong, OSError.
    """
    from yangguang.casework.attachments import Upload
    from yangguang.cli.files import as_text
    from yangguang.reporting import evidence
    from yangguang.reporting.actions.enter_figure import enter_figures
    from yangguang.reporting.actions.permission import form_that_is_open, require_may_report
    from yangguang.reporting.figure_tables.checking import check
    from yangguang.reporting.figure_tables.reading import read

    require_may_report(agency, people)
    name = as_text(Path(file.name))
    kept = evidence.examined(Upload(name, file.read_bytes()))
    stated = read(file, name, form_that_is_open(year))
    checked = check(stated.lines, agency, year, *said)
    if enter and checked.entries and not checked.faults:
        enter_figures(agency, year, checked.entries, people, kept)
    return checked, stated.doubts


def _tell(checked: "Checked", doubts: list[str], *, entered: bool, as_json: bool) -> None:
    from yangguang.cli.terminal import one_line

    for line in checked.lines:
        if as_json:
            _print_json(line)
            continue
        change = f"{line.before or '空白'} → {line.after}" if not line.is_same else "没有变"
        typer.echo(one_line(f"{line.name}：{change}"))
        for said in (*line.wrong, *filter(None, [line.remark])):
            typer.echo(f"  {one_line(f'{line.where} {said}')}", err=bool(line.wrong))
    for said in doubts:
        typer.echo(one_line(said), err=True)
    if as_json:
        return
    count = len(checked.entries)
    if checked.faults:
        typer.echo(f"有 {len(checked.faults)} 行不对，一格也没有填。", err=True)
    elif entered:
        typer.echo(f"已经填写 {count} 格。")
    else:
        typer.echo(f"可以填写 {count} 格，还没有填。加 --enter 填写。")


def _print_json(line: "Line") -> None:
    from yangguang.annual_report.as_json import number
    from yangguang.cli.json_lines import print_json

    entry = line.entry
    print_json(
        {
            "where": line.where,
            "name": line.name,
            "cell": entry.cell if entry else None,
            "value": number(entry.value) if entry else None,
            "unit": entry.unit if entry else "",
            "before": line.before,
            "records": line.records,
            "is_same": line.is_same,
            "wrong": list(line.wrong),
            "remark": line.remark,
        }
    )
