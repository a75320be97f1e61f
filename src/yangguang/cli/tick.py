"""`yangguang tick`: the periodic work that is due."""

from typing import TYPE_CHECKING, Annotated

import typer

from yangguang.cli.site import UNABLE, open_site

if TYPE_CHECKING:
    from yangguang.casework.models import PeriodicRun
    from yangguang.casework.periodic import Job, Outcome

FAILED = 1
"""The exit code when a job failed."""


def tick(
    list_them: Annotated[
        bool,
        typer.Option("--list", help="只列出各项工作和上次的结果。", rich_help_panel="选项"),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="每行输出一个 JSON。", rich_help_panel="选项")
    ] = False,
) -> None:
    """做到期的例行工作：写锚、清理、换年重算、寄出提醒。

    多做一次无妨，同时只做一个。yangguang serve 每分钟自动做一次；
    不用它时，请定时运行本命令（例如每 10 分钟）。

    退出码：0 都做成了（或没有到期的），1 有的没做成，2 无法进行（例如连不上数据库）。
    """
    open_site()
    if list_them:
        _list(as_json)
        return
    from django.db import DatabaseError

    from yangguang.casework.periodic import Busy, run_due

    done: list[Outcome] = []
    try:
        for outcome in run_due():
            done.append(outcome)
            _say(outcome, as_json)
    except Busy:
        typer.echo("另一个 tick 正在进行，这次不做。", err=True)
    except DatabaseError:
        typer.echo("数据库中途出了问题，没有做完。请检查数据库后再运行。", err=True)
        raise typer.Exit(UNABLE) from None
    else:
        if not done and not as_json:
            typer.echo("现在没有到期的例行工作。")
    if not all(one.succeeded for one in done):
        raise typer.Exit(FAILED)


def _say(outcome: "Outcome", as_json: bool) -> None:
    job = outcome.job
    if as_json:
        from yangguang.cli.json_lines import print_json

        print_json({"job": job.name, "succeeded": outcome.succeeded, "said": outcome.said})
    else:
        typer.echo(f"{job.title}：{outcome.said}", err=not outcome.succeeded)


def _list(as_json: bool) -> None:
    from yangguang.casework.periodic import last_runs

    for job, last in last_runs():
        if as_json:
            from yangguang.cli.json_lines import print_json

            print_json(_record(job, last))
        else:
            typer.echo(f"{job.name}  {job.title}（{job.rhythm.words}）")
            typer.echo(f"  {_last(last)}")


def _record(job: "Job", last: "PeriodicRun | None") -> dict[str, object]:
    record: dict[str, object] = {
        "job": job.name,
        "title": job.title,
        "every": job.rhythm.words,
        "last": None,
    }
    if last:
        record["last"] = {
            "begun_at": last.begun_at,
            "ended_at": last.ended_at,
            "succeeded": last.succeeded,
            "said": last.said,
        }
    return record


def _last(last: "PeriodicRun | None") -> str:
    if last is None:
        return "还没有做过"
    from django.utils import timezone

    how = "做成" if last.succeeded else "没有做成"
    return f"上次 {timezone.localtime(last.ended_at):%Y-%m-%d %H:%M} {how}：{last.said}"
