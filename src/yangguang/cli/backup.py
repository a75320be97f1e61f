"""`yangguang backup DIR`, `yangguang restore DIR`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yangguang.cli.site import UNABLE, migrate, open_site, set_up

if TYPE_CHECKING:
    from yangguang.casework.backup.manifest import Manifest, Unfit

INCOMPLETE = 1
"""The exit code when attachments were missing already before the backup."""
_MB = 1_000_000


def backup(
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="放备份的新文件夹。")],
) -> None:
    """备份整个网站：数据库、附件、锚；网站不必停。

    密钥不放进备份，请另外保管。备份从不覆盖；没有做完的备份里没有 manifest.json。

    退出码：0 做好了，1 做好了但有的附件早已不在，2 没有做成。
    """
    open_site()
    from yangguang.casework.backup.manifest import Unfit
    from yangguang.casework.backup.taking import back_up

    try:
        made = back_up(folder)
    except Unfit as unfit:
        raise _refused(unfit) from None
    size = sum(one.size for one in made.files) / _MB
    typer.echo(f"备份做好了：{folder}")
    typer.echo(f"  {_counted(made)}，共 {size:.1f} MB。")
    typer.echo("没有放进去的：")
    for one in made.left_out:
        typer.echo(f"  · {one}。")
    typer.echo(f"恢复时要用的主密钥（编号）：{'、'.join(made.keys) or '无'}")
    if made.missing:
        typer.echo(
            f"有 {len(made.missing)} 个附件不在磁盘上（见 manifest.json 的 missing），"
            "请从以前的备份里找。",
            err=True,
        )
        raise typer.Exit(INCOMPLETE)


def restore(
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="备份所在的文件夹。")],
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help="网站里已有数据也恢复；原有的移到一边，不删。",
            rich_help_panel="选项",
        ),
    ] = False,
    without_keys: Annotated[
        bool,
        typer.Option(
            "--without-keys",
            help="主密钥不在手边也恢复：个人信息打不开，台账仍能验证。",
            rich_help_panel="选项",
        ),
    ] = False,
) -> None:
    """从备份恢复整个网站。请先停止网站。

    先核对备份的每个文件，都对得上才动手。

    退出码：0 恢复好了，2 没有恢复（原因逐条列出），原来的数据没有动。
    """
    set_up()
    from django.db import DatabaseError

    from yangguang.casework.backup import restoring
    from yangguang.casework.backup.manifest import Unfit

    try:
        done = restoring.restore(folder, replace=replace, without_keys=without_keys)
    except Unfit as unfit:
        raise _refused(unfit) from None
    except DatabaseError:
        typer.echo("连不上数据库，请检查 DATABASE_URL，或数据库是否已启动。", err=True)
        raise typer.Exit(UNABLE) from None
    migrate()
    typer.echo(f"恢复好了（{done.manifest.made_at} 的备份）：{_counted(done.manifest)}。")
    if done.aside:
        typer.echo(f"原有的数据移到了 {done.aside}，确认无误后可以删去。")
    typer.echo("请运行 yangguang verify-ledger 验证台账，再启动网站。")


def _counted(made: "Manifest") -> str:
    return f"{made.cases} 个案件、{made.events} 条记录、{made.attachments} 个附件"


def _refused(unfit: "Unfit") -> typer.Exit:
    for problem in unfit.problems:
        typer.echo(problem, err=True)
    return typer.Exit(UNABLE)
