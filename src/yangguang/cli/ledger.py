"""`yangguang verify-ledger`, `rebuild-state`, `anchor`, `rotate-keys`: keeping the ledger sound."""

from typing import TYPE_CHECKING, Annotated

import typer

from yangguang.cli.json_lines import AsJson
from yangguang.cli.site import UNABLE, open_site

if TYPE_CHECKING:
    from yangguang.casework.anchors import Proof
    from yangguang.inforequests.proving import Left

FOUND = 1
"""The exit code when something is not as it must be."""


def verify_ledger(
    as_json: AsJson = False,
    files: Annotated[
        bool,
        typer.Option("--files", help="连磁盘上的附件逐份核对，慢。", rich_help_panel="选项"),
    ] = False,
) -> None:
    """验证台账：记录首尾相接、没有被改动，与每日的锚相符。

    再核对台账所指的文字、附件、文书和审批，与记下的摘要是否相符。有问题时指出案件编号、第几条、
    为什么；最后说明这次验证不能证明什么。

    退出码：0 全部成立，1 有问题，2 无法验证（例如连不上数据库）。
    """
    open_site()
    from yangguang.casework.anchors import Proof, weak_anchors
    from yangguang.casework.models import Case, Event
    from yangguang.casework.verification import broken_chains
    from yangguang.inforequests.proving import Left, altered

    cases, events, faults = Case.objects.count(), Event.objects.count(), 0
    for broken in broken_chains():
        faults += 1
        _say(
            as_json,
            {"kind": "broken", **broken._asdict()},
            f"{broken.number} 第 {broken.seq} 条：{broken.why}。",
        )
    left = Left()
    for one in altered(left, with_files=files):
        faults += 1
        where = f"第 {one.seq} 条" if one.seq else ""
        _say(as_json, {"kind": "altered", **one._asdict()}, f"{one.number} {where}：{one.why}。")
    proof = Proof()
    for weak in weak_anchors(proof):
        faults += 1
        record = {"kind": "anchor", "line": weak.line, "date": weak.date, "why": weak.why}
        _say(as_json, record, f"锚第 {weak.line} 行 {weak.date}：{weak.why}。")
    unproven = [*_unproven(proof), *_not_compared(left, files)]
    if as_json:
        summary = {"kind": "summary", "cases": cases, "events": events, "faults": faults}
        _say(True, {**summary, "anchors": proof.anchors, "unproven": unproven}, "")
    else:
        outcome = f"有 {faults} 处问题" if faults else "全部成立"
        typer.echo(f"{cases} 个案件、{events} 条记录、{proof.anchors} 个锚：{outcome}。")
        typer.echo("不能证明的：")
        for sentence in unproven:
            typer.echo(f"  · {sentence}")
    if faults:
        raise typer.Exit(FOUND)


def rebuild_state(
    verify: Annotated[
        bool, typer.Option("--verify", help="只比对，不改动。", rich_help_panel="选项")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """按台账重算每个案件的状态；加 --verify 只比对，不改动。

    退出码：0 全部相符（或都已写回），1 有不符（或推不出的），2 无法进行。
    """
    open_site()
    from yangguang.casework.rebuilding import differences

    seen = found = stuck = 0

    def count(cases: int) -> None:
        nonlocal seen
        seen += cases

    for one in differences(write=not verify, count=count):
        found += 1
        stuck += bool(one.why)
        record = {key: _plain(value) for key, value in one._asdict().items()}
        field = one.field or "（没有状态）"
        _say(
            as_json,
            {"kind": "difference", **record},
            f"{one.number} {one.why}。"
            if one.why
            else f"{one.number} {field}：现为 {_shown(one.kept)}，应为 {_shown(one.derived)}。",
        )
    if as_json:
        summary = {"kind": "summary", "cases": seen, "differences": found, "written": not verify}
        _say(True, summary, "")
    elif verify or stuck:
        typer.echo(f"{seen} 个案件，{found} 处不符。" if found else f"{seen} 个案件全部相符。")
    else:
        typer.echo(f"{seen} 个案件，写回了 {found} 处。")
    if stuck or (verify and found):
        raise typer.Exit(FOUND)


def anchor() -> None:
    """写下今天的锚：新增记录的摘要，记在数据库之外。

    每天一次。锚文件在数据文件夹的 anchors.jsonl；请另存一份到别处，才能发现它本身被截短。

    退出码：0 已写下（今天已有则不再写），2 写不下去。
    """
    open_site()
    from yangguang.casework.anchors import anchor as write

    try:
        made = write()
    except ValueError:
        typer.echo("锚文件的最后一行被改动过，没有写。请先运行 yangguang verify-ledger。", err=True)
        raise typer.Exit(UNABLE) from None
    typer.echo(f"{made.date} 的锚：新增 {made.events} 条记录、{made.cases} 个案件。")


def rotate_keys() -> None:
    """更换主密钥：把旧主密钥保管的都改由新的保管。

    网站不必停。先在 YANGGUANG_MASTER_KEY 里把新密钥写在最前、旧的留在后面（用逗号隔开），
    重启网站，再运行本命令；显示全部完成之后，才可以去掉旧的。

    退出码：0 全部完成，1 有的密钥解不开（旧主密钥不在），2 无法进行。
    """
    open_site()
    from yangguang.casework.rotation import rotate

    done = rotate()
    typer.echo(f"改用新主密钥保管：{done.wrapped} 个。")
    if done.stuck:
        typer.echo(
            f"还有 {done.stuck} 个解不开：保管它们的主密钥不在 YANGGUANG_MASTER_KEY 里，"
            "请补上后再运行。",
            err=True,
        )
        raise typer.Exit(FOUND)
    typer.echo("全部完成，可以去掉旧的主密钥。")


def _unproven(proof: "Proof") -> list[str]:
    """What this proof cannot show; in sentences."""
    said = []
    if not proof.anchors:
        said.append(
            "还没有锚：末尾的记录或整个案件被一起删去，看不出来。请每天运行 yangguang anchor。"
        )
    elif proof.after:
        said.append(
            f"最后一个锚（{proof.last}）之后有 {proof.after} 条记录：能证明它们前后相接，"
            "不能证明末尾没有被一起删去。"
        )
    if proof.anchors and not proof.vouched:
        said.append("最后一个锚的校验码没有核对：写它时用的主密钥不在手边。")
    if proof.anchors:
        said.append("锚文件的末尾若被截短，从文件本身看不出来：请与另存的副本核对。")
    said.append(
        "同时掌握主密钥并能改写数据库和锚文件的人，可以全部重写；记录是否属实，也无从证明。"
    )
    return said


def _not_compared(left: "Left", files: bool) -> list[str]:
    """What lies beside the ledger and was not compared with it; in sentences."""
    said = [
        "申请人的身份和联系方式、附件的名称、查看记录，台账里没有摘要：能写数据库又有主密钥的人换掉它们，"
        "看不出来。"
    ]
    if left.without_digest:
        said.append(
            f"有 {left.without_digest} 条记录（记事、撤回的话等）所指的文字没有记摘要："
            "只核对了能不能打开。"
        )
    if left.locked:
        said.append(f"有 {left.locked} 份文字或附件没有打开核对：保管它们的主密钥不在手边。")
    if left.destroyed:
        said.append(f"有 {left.destroyed} 份文字或附件已按规定销毁，只核对了摘要。")
    if not files:
        said.append("磁盘上的附件本身没有核对：加 --files 逐份核对。")
    return said


def _say(as_json: bool, record: dict[str, object], sentence: str) -> None:
    if as_json:
        from yangguang.cli.json_lines import print_json

        print_json(record)
    else:
        from yangguang.cli.terminal import one_line

        typer.echo(one_line(sentence))


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int) else str(value)


def _shown(value: object) -> str:
    return "空" if value in (None, "") else str(value)
