"""`yangguang schema`: what the JSON of a report looks like, for programs."""

from importlib.resources import files

import typer


def schema() -> None:
    """输出 read --json 的 JSON Schema（附例子），供其他程序使用。"""
    name = "report.schema.json"
    typer.echo(files("yangguang.annual_report").joinpath(name).read_text("utf-8"), nl=False)
