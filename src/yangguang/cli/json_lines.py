"""JSON for other programs: one object a line, UTF-8 whatever the terminal speaks."""

import sys
from collections.abc import Mapping
from typing import Annotated

import typer

AsJson = Annotated[
    bool, typer.Option("--json", help="输出 JSON，每行一个对象。", rich_help_panel="选项")
]


def print_json(record: Mapping[str, object]) -> None:
    """Print `record` as one line of JSON, Chinese as it is."""
    import orjson

    print_line(orjson.dumps(record))


def print_line(line: bytes) -> None:
    """Print a line of JSON that is written already."""
    sys.stdout.buffer.write(line + b"\n")
