"""`yangguang demo reset`, and the demonstration that `yangguang serve --demo` begins with."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from yangguang.cli.site import UNABLE, migrate, tables_are_made

if TYPE_CHECKING:
    from yangguang.demo.models import DemoCity


def reset(
    yes: Annotated[
        bool, typer.Option("--yes", help="不问，直接重建。", rich_help_panel="选项")
    ] = False,
) -> None:
    """重建演示城市：清空演示用的数据库，按今天的日期重新演一遍。网站在运行时请先停下。

    只动演示用的数据库或空数据库；有别的数据时拒绝。

    退出码：0 已建好，1 您没有同意，2 数据库不是演示用的或无法进行。
    """
    is_made = tables_are_made()
    from yangguang.demo import building
    from yangguang.demo.mark import Holds, holds

    match holds():
        case Holds.OTHER:
            typer.echo(
                "这个数据库里有数据，而且不是演示城市，没有动它。"
                "请用 YANGGUANG_VAR 或 DATABASE_URL 指定另一个地方。",
                err=True,
            )
            raise typer.Exit(UNABLE)
        case Holds.DEMO | Holds.BROKEN_OFF as found:
            if found is Holds.DEMO and not yes and not _agreed():
                raise typer.Exit(1)
            building.throw_away()
        case Holds.NOTHING if not is_made:
            migrate()
    _built()


def begin() -> None:
    """Before the site starts: make the demonstration where there is nothing yet; say who signs in.

    A database that holds something else is left as it is.
    """
    if not tables_are_made():
        migrate()
    from django.db import connections

    from yangguang.demo import building
    from yangguang.demo.mark import Holds, holds
    from yangguang.demo.models import DemoCity

    match holds():
        case Holds.OTHER:
            typer.echo("数据库里已经有数据，不是演示城市；照常启动。")
        case Holds.DEMO:
            _say_who(DemoCity.objects.get())
        case found:
            if found is Holds.BROKEN_OFF:
                building.throw_away()
            _say_who(_built())
    connections.close_all()


def _agreed() -> bool:
    if not sys.stdin.isatty():
        typer.echo("要清空演示城市（包括您在里面试着办的件），请加 --yes。", err=True)
        return False
    typer.echo("演示城市会被清空，包括您在里面试着办的件。要重建吗？[y/N] ", nl=False)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是")


def _built() -> "DemoCity":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    from yangguang.casework.models import Case
    from yangguang.demo import building
    from yangguang.inforequests.events import KIND

    typer.echo("正在建演示城市（大约半分钟）……")
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("青岚市", total=building.steps())
        city = building.build(done=lambda: bar.advance(task))
    count = Case.objects.filter(kind=KIND).count()
    typer.echo(f"演示城市建好了：{count} 件申请，三年的年度报告。")
    return city


def _say_who(city: "DemoCity") -> None:
    from yangguang.casework import moment
    from yangguang.demo import people
    from yangguang.demo.authenticators import PASSWORD

    if city.day != moment.today():
        typer.echo(
            f"演示城市是按 {city.day} 建的，期限从那天算起；要按今天重建：yangguang demo reset"
        )
    typer.echo(f"这是演示城市，人物都是虚构的。密码都是 {PASSWORD}，验证码显示在登录页上：")
    for one in people.one_of_each():
        typer.echo(f"  {one.username:<14}{one.agency} {one.name}（{'、'.join(one.posts)}）")
