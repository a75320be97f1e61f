"""`yangguang settings`: what can be set, what is, and what is wrong with it."""

import os
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yangguang.cli.site import UNABLE

if TYPE_CHECKING:
    from rich.text import Text

DECLARATION = "yangguang.site.environment"
"""The site stands above its commands: named, as its settings are, not imported."""


def settings(
    as_json: Annotated[
        bool, typer.Option("--json", help="每行输出一个 JSON。", rich_help_panel="选项")
    ] = False,
) -> None:
    """列出网站的全部设置，并检查现在设得对不对。

    每项有名称、含义、默认值、现在设了没有；不显示密钥和密码。
    设置是环境变量。每一项也可以写成 名称_FILE=文件，从文件里读。

    退出码：0 可以启动，2 这样的设置不能启动（原因逐条列出）。
    """
    environment = import_module(DECLARATION)
    problems: list[str] = []
    try:
        environment.read(os.environ)
    except environment.Unsuitable as unsuitable:
        problems = unsuitable.problems
    rows = [_row(variable, os.environ) for _, variable in environment.declared()]
    strangers = [{"name": name, "meant": meant} for name, meant in environment.unknown(os.environ)]
    (_print_json if as_json else _print)(rows, strangers, problems)
    if problems:
        raise typer.Exit(UNABLE)


def _row(variable: Any, given: Mapping[str, str]) -> dict[str, Any]:
    """What there is to say of a variable; `set` by "environment", by "file" or not at all ("")."""
    by = "environment" if given.get(variable.name) else ""
    by = "file" if given.get(f"{variable.name}_FILE") else by
    row = {
        "kind": "variable",
        "name": variable.name,
        "meaning": variable.meaning,
        "default": variable.shown_default,
        "secret": variable.secret,
        "set": by,
    }
    if by and not variable.secret:
        row["value"] = given[f"{variable.name}_FILE" if by == "file" else variable.name]
    return row


def _print_json(
    rows: list[dict[str, Any]], strangers: list[dict[str, str]], problems: list[str]
) -> None:
    from yangguang.cli.json_lines import print_json

    for row in rows:
        print_json(row)
    print_json({"kind": "summary", "unknown": strangers, "problems": problems})


def _print(
    rows: list[dict[str, Any]], strangers: list[dict[str, str]], problems: list[str]
) -> None:
    from yangguang.cli.terminal import plain, print_line

    for row in rows:
        print_line(plain(row["name"], "bold"))
        print_line(plain(row["meaning"]), indent=2)
        print_line(_state(row), indent=2)
    for one in strangers:
        meant = f"，是不是 {one['meant']}？" if one["meant"] else "。"
        typer.echo(f"没有 {one['name']} 这项设置{meant}", err=True)
    for problem in problems:
        typer.echo(problem, err=True)


def _state(row: dict[str, Any]) -> "Text":
    from yangguang.cli.terminal import plain

    default = plain(f"默认：{row['default'] or '空'}", "dim")
    if not row["set"]:
        return default
    if row["secret"]:
        return plain("已设", "green") + plain("；") + default
    where = "（文件）" if row["set"] == "file" else ""
    return plain(f"现为：{row['value']}{where}", "green") + plain("；") + default
