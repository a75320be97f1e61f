"""The answer to a query: as a table on the terminal, as CSV, as JSON lines."""

import csv
import io
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import Any

from rich import box
from rich.table import Table

from yangguang.annual_report.as_json import number
from yangguang.annual_report.corpus.query import Answer
from yangguang.annual_report.writing.csv_cells import harmless
from yangguang.cli.terminal import console, one_line, plain

MOST_ROWS = 1000
_LONGEST = 200
"""Characters of a text that a table shows; CSV and JSON have all of it."""


def print_table(answer: Answer) -> None:
    """Print the first rows, figures to the right."""
    rows = list(islice(answer.rows, MOST_ROWS + 1))
    drawing = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for at, name in enumerate(answer.columns):
        is_figure = any(isinstance(row[at], int | float | Decimal) for row in rows)
        drawing.add_column(
            plain(one_line(name)), justify="right" if is_figure else "left", overflow="fold"
        )
    for row in rows[:MOST_ROWS]:
        drawing.add_row(*(plain(one_line(_short(_text(value)))) for value in row))
    console().print(drawing)
    if len(rows) > MOST_ROWS:
        console().print(f"只显示前 {MOST_ROWS} 行；要全部，请加 --format csv 或 --format json。")
    else:
        console().print(f"{len(rows)} 行")


def print_csv(answer: Answer) -> None:
    """Print all rows as CSV in UTF-8; text that a spreadsheet takes for a formula is quoted."""
    for row in [answer.columns], answer.rows:
        for values in row:
            line = io.StringIO(newline="")
            csv.writer(line, lineterminator="\n").writerow(map(_field, values))
            sys.stdout.buffer.write(line.getvalue().encode())


def print_json(answer: Answer) -> None:
    """Print each row as an object on a line of its own."""
    names = _told_apart(answer.columns)
    for row in answer.rows:
        record = dict(zip(names, map(_json, row), strict=True))
        sys.stdout.buffer.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")


def _told_apart(names: Iterable[str]) -> list[str]:
    """Names of columns, those that come again with a number."""
    seen = Counter[str]()
    told = []
    for name in names:
        seen[name] += 1
        told.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return told


def _json(value: Any) -> Any:
    match value:
        case Decimal():
            return number(value) if value.is_finite() else None
        case float():
            return value if math.isfinite(value) else None
        case None | bool() | int() | str():
            return value
        case date() | datetime() | time():
            return value.isoformat()
        case dict():
            return {str(name): _json(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_json(inner) for inner in value]
        case _:
            return str(value)


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case Decimal() if value.is_finite():
            return f"{value.normalize():f}"
        case float():
            return f"{value:.6g}"
        case dict() | list():
            return json.dumps(_json(value), ensure_ascii=False)
        case _:
            return str(value)


def _field(value: Any) -> str:
    match value:
        case str():
            return harmless(value)
        case float():
            return repr(value)
        case _:
            return _text(value)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
