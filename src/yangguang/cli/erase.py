"""`yangguang erase`: the personal data of a closed case destroyed for good."""

import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from yangguang.cli.site import UNABLE, open_site
from yangguang.law.erasure import ARTICLE, BASIS_NAMES, Basis

if TYPE_CHECKING:
    from yangguang.casework.models import Case

LEFT = 1
"""The exit code when nothing was destroyed, for it was not confirmed."""

_REASONS = "、".join(f"{basis}（{name}）" for basis, name in BASIS_NAMES.items())


def erase(
    number: Annotated[
        str,
        typer.Argument(
            metavar="编号", help="案件编号。", rich_help_panel="参数", show_default=False
        ),
    ],
    reason: Annotated[
        Basis,
        typer.Option(help=f"依据：{_REASONS}。", rich_help_panel="选项", show_default=False),
    ],
) -> None:
    """销毁一个已办结案件的个人信息和内容：密钥销毁，谁也打不开，不能恢复。

    先列出要销毁的，再输入一次编号才动手。台账保留：何时做了什么仍可查、可验证，销毁本身也记入台账。
    给在服务器上维护系统的人用，不需要账号。保存期限以本机关档案保管期限表为准，请先核对。

    退出码：0 已销毁，1 没有确认，没有销毁，2 不能销毁。
    """
    open_site()
    from yangguang.casework import erasure
    from yangguang.casework.errors import NotAllowed

    case = _case(number)
    if said := erasure.objection(case):
        _refuse(said)
    _tell(case, reason)
    if not _confirmed(case.number):
        typer.echo("编号不符，没有销毁。", err=True)
        raise typer.Exit(LEFT)
    try:
        erasure.erase_at_the_machine(case, reason)
    except NotAllowed as why:
        _refuse(str(why))
    _prove(case)


def _case(number: str) -> "Case":
    from yangguang.casework.models import Case

    found = Case.objects.filter(number=number.strip()).select_related("agency", "state").first()
    if found is None:
        from yangguang.cli.terminal import one_line

        _refuse(f"没有编号为 {one_line(number.strip())} 的案件，请核对编号。")
    return found


def _refuse(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(UNABLE)


def _tell(case: "Case", reason: Basis) -> None:
    """Say what will be gone, in numbers: no name comes to the screen."""
    from yangguang.casework.erasure import held

    gone = held(case)
    typer.echo(f"案件 {case.number}（{case.agency.name}，{case.state.closed_on} 办结）")
    typer.echo("将要销毁，不能恢复：")
    typer.echo(f"  · 当事人的姓名、证件、联系方式：{gone.parties} 份，按姓名、证件号也不再查得到")
    typer.echo(f"  · 申请内容、文书、记事等文字：{gone.texts} 段")
    typer.echo(f"  · 附件和发出的文书文件：{gone.files} 个，从磁盘上删除")
    typer.echo("保留：编号、日期、办理经过、办理结果和摘要（台账）。")
    typer.echo(f"依据：{ARTICLE}，{BASIS_NAMES[reason]}。")


def _confirmed(number: str) -> bool:
    typer.echo("确定销毁，请再输入一次编号：", nl=False)
    try:
        answer = sys.stdin.readline()
    except KeyboardInterrupt:
        answer = ""
    if not answer.endswith("\n"):
        typer.echo()
    return answer.strip() == number


def _prove(case: "Case") -> None:
    """Say that it is done, and that the chain of the case holds."""
    from yangguang.casework import ledger

    events = list(case.events.order_by("seq"))
    typer.echo("已销毁。")
    if broken := ledger.broken(case, events):
        _refuse(f"台账第 {broken.seq} 条：{broken.why}。请运行 yangguang verify-ledger。")
    typer.echo(f"台账完好：{len(events)} 条记录前后相接，最后一条记下了这次销毁。")
    typer.echo("以前的数据库备份里还有密钥：请按保存期限一并销毁。")
