"""`yangguang people password`: a password for someone who has none, or has forgotten it."""

import sys
from typing import Annotated

import typer

from yangguang.cli.site import UNABLE, open_site


def password(
    username: Annotated[
        str, typer.Argument(metavar="用户名", help="登录用的名字。", show_default=False)
    ],
) -> None:
    """给一个人设置密码：在终端里输入两遍；不在终端里时从标准输入读一行。

    工作人员第一次登录时再启用两步验证。设置之后，用旧密码登录的都要重新登录。

    退出码：0 已设置，2 没有这个人、密码不合要求或无法进行。
    """
    open_site()
    from yangguang.agencies.actions.password import Refused, set_password
    from yangguang.agencies.models import Person
    from yangguang.cli.terminal import one_line

    person = Person.objects.filter(username=username).first()
    if person is None:
        typer.echo(f"没有用户名是“{one_line(username)}”的人。", err=True)
        raise typer.Exit(UNABLE)
    try:
        set_password(person, _asked())
    except Refused as found:
        typer.echo("\n".join(found.sentences), err=True)
        raise typer.Exit(UNABLE) from None
    typer.echo(f"{person.name or person.username} 的密码已经设置。")


def _asked() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    import getpass

    first = getpass.getpass("新密码（不显示）：")
    if getpass.getpass("再输入一遍：") != first:
        typer.echo("两遍不一样，没有设置。", err=True)
        raise typer.Exit(UNABLE)
    return first
