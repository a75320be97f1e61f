"""`yangguang due`: by when a request must be answered, reckoned from its dates."""

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yangguang.cli.json_lines import AsJson
from yangguang.law.receipt import Channel

if TYPE_CHECKING:
    from yangguang.law.clock import Deadline, Event

WRONG = 2
"""The exit code when what was typed gives no deadline."""

_EVENT = re.compile(r"(?P<kind>\w+)(?:=(?P<value>[^:#]+))?(?:#(?P<matter>[^:]+))?:(?P<on>.+)")


def due(
    received: Annotated[
        str,
        typer.Option(
            metavar="日期",
            help="收到申请之日（第三十一条），例如 2026-01-05。",
            rich_help_panel="选项",
            show_default=False,
        ),
    ],
    channel: Annotated[
        Channel | None,
        typer.Option(help="申请是怎么来的。", rich_help_panel="选项", show_default=False),
    ] = None,
    events: Annotated[
        list[str],
        typer.Option(
            "--event",
            metavar="事项:日期",
            help="之后发生的事，可写多次：corrected:2026-01-20、extended=10:2026-02-01、"
            "delay_set=2026-03-31:2026-02-02；几个第三方用 # 区分：third_party_asked#甲:日期。",
            rich_help_panel="选项",
            show_default=False,
        ),
    ] = [],  # noqa: B006 - typer copies it
    on: Annotated[
        str,
        typer.Option(
            metavar="日期",
            help="算到哪一天；不写则为今天（北京时间）。",
            rich_help_panel="选项",
            show_default=False,
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """算答复期限：哪一天到期、还剩几个工作日、为什么，写明条款。

    补正（第三十条）：correction_asked、corrected。延期（第三十三条）：extended。

    第三方（第三十二条）：third_party_asked、third_party_received、third_party_answered。

    其他机关（第三十四条）：co_producer_asked、co_producer_received、co_producer_answered。

    数量、频次过多（第三十五条）：reasons_asked、reasons_given、delay_set。收费：fee_noticed、
    fee_notice_received、fee_paid。

    答复发出：posted 交邮、signed 当面签收、sent 电子发送。退出码为 2 表示日期或事项写错了。
    """
    from yangguang.law.calendar import in_china, published
    from yangguang.law.clock import Event, Kind, answer_due

    try:
        first = Event(Kind.RECEIVED, _date(received), channel=channel)
        happened = [first, *map(_event, events)]
        day = _date(on) if on else in_china(datetime.now(UTC))
        deadline = answer_due(happened, published(), day)
    except ValueError as mistake:
        typer.echo(str(mistake), err=True)
        raise typer.Exit(WRONG) from None
    if as_json:
        from yangguang.cli.json_lines import print_json

        print_json(_as_object(deadline))
    else:
        _print(deadline, day)


def _event(written: str) -> "Event":
    """The event that was typed. Raises ValueError with the sentence for the user."""
    from yangguang.law.clock import Event, Kind

    found = _EVENT.fullmatch(written.strip())
    if not found:
        raise ValueError(f"“{written}”看不懂：要写成 事项:日期，例如 corrected:2026-01-20。")
    try:
        kind = Kind(found["kind"])
    except ValueError:
        kinds = "、".join(kind for kind in Kind if kind is not Kind.RECEIVED)
        raise ValueError(f"没有“{found['kind']}”这种事项。可写的有：{kinds}。") from None
    value, days, until = found["value"], None, None
    match kind:
        case Kind.EXTENDED if value:
            if not value.isdecimal():
                raise ValueError(f"“{written}”里延长的天数“{value}”不是整数，例如 extended=10。")
            days = int(value)
        case Kind.DELAY_SET | Kind.CORRECTION_ASKED if value:
            until = _date(value)
        case Kind.RECEIVED:
            raise ValueError("收到申请之日请写在 --received 里，不要写在 --event 里。")
        case _ if value:
            raise ValueError(f"“{kind}”后面不带“={value}”。")
    return Event(kind, _date(found["on"]), days, until, matter=found["matter"] or "")


def _date(written: str) -> date:
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise ValueError(f"“{written}”不是日期：要写成 2026-01-05 这样。") from None


def _as_object(deadline: "Deadline") -> dict[str, Any]:
    return {
        "due": deadline.due and deadline.due.isoformat(),
        "state": deadline.state,
        "working_days_left": deadline.working_days_left,
        "steps": [
            {"date": step.on.isoformat(), "article": step.article, "text": step.text}
            for step in deadline.steps
        ],
        "warnings": list(deadline.warnings),
    }


def _print(deadline: "Deadline", on: date) -> None:
    from yangguang.cli.terminal import one_line, plain, print_line
    from yangguang.law.clock.deadline import PARTY_NAMES
    from yangguang.law.clock.words import headline

    print_line(plain(headline(deadline, on), "bold"))
    for pause in deadline.pauses:
        print_line(plain(f"正在等{PARTY_NAMES[pause.by]}：{pause.since} 起，至 {pause.until}"), 2)
    print_line(plain("怎么算的："))
    for step in deadline.steps:
        print_line(plain(f"{step.on}  {step.article}  {step.text}"), 2)
    for warning in deadline.warnings:
        print_line(plain(f"注意：{one_line(warning)}", "yellow"))
