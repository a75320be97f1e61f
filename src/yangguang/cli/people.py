"""`yangguang people`: a way in for someone without a password; ending someone's sessions."""

from typing import TYPE_CHECKING, Annotated

import typer

from yangguang.cli.site import UNABLE, open_site

if TYPE_CHECKING:
    from yangguang.agencies.models import Person

_Username = Annotated[
    str, typer.Argument(metavar="用户名", help="登录用的名字。", show_default=False)
]


def invite(
    username: _Username,
    mail: Annotated[bool, typer.Option("--mail", help="寄到本人登记的邮箱，不显示出来。")] = False,
) -> None:
    """给一个人开一个一次性链接，本人用它设置自己的密码：第一次开通，或者忘了密码。

    链接 72 小时内有效，用过就失效；再开一个，前一个也失效。开出之后，原来的密码和所有登录随即停用。
    工作人员第一次登录时再启用两步验证。请当面或者用可靠的办法把链接交给本人。

    退出码：0 已开出，2 没有这个人、寄不出或无法进行。
    """
    open_site()
    from yangguang.agencies.actions.invite import HOURS, invite, send
    from yangguang.agencies.mail import NotSent

    person = _person(username)
    if mail and not person.email:
        typer.echo(f"{person} 没有登记邮箱，请去掉 --mail，把链接当面交给本人。", err=True)
        raise typer.Exit(UNABLE)
    link = invite(person)
    if not mail:
        typer.echo(f"{person} 的一次性链接，{HOURS} 小时内有效：\n{link}")
        return
    try:
        send(person, link)
    except NotSent:
        typer.echo("邮件寄不出去。请检查邮件服务器，再运行一次；原来的密码已经停用。", err=True)
        raise typer.Exit(UNABLE) from None
    typer.echo(f"{person} 的一次性链接已经寄出，{HOURS} 小时内有效。")


def signout(username: _Username) -> None:
    """让一个人在所有设备上退出登录；密码不变。怀疑账号被别人用着时，再开一个一次性链接。

    退出码：0 已退出，2 没有这个人或无法进行。
    """
    open_site()
    from yangguang.agencies.sessions import end_all

    person = _person(username)
    typer.echo(f"{person} 已经在 {end_all(person)} 台设备上退出登录。")


def _person(username: str) -> "Person":
    from yangguang.agencies.models import Person
    from yangguang.cli.terminal import one_line

    person = Person.objects.filter(username=username).first()
    if person is None:
        typer.echo(f"没有用户名是“{one_line(username)}”的人。", err=True)
        raise typer.Exit(UNABLE)
    return person
