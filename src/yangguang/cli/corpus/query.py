"""`yangguang corpus query`: SQL over the tables of a corpus."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from yangguang.cli.corpus.where import Where, refusing


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def query(
    sql: Annotated[
        str,
        typer.Argument(
            metavar="SQL",
            help="一条 SELECT，用 DuckDB 的写法；写 - 则从标准输入读。",
            rich_help_panel="参数",
            show_default=False,
        ),
    ],
    corpus: Where = Path("."),
    format: Annotated[
        Format,
        typer.Option(
            help="输出表格（最多 1000 行）、CSV，或每行一个 JSON 对象。", rich_help_panel="选项"
        ),
    ] = Format.TABLE,
) -> None:
    """用 SQL 查语料库，只读。

    表：reports 报告、cells 单元格、findings 问题、claims 文字中的数字、files 文件、unreadable
    读不了的文件。列见 DESCRIBE 表名，例如 yangguang corpus query "DESCRIBE reports"。
    """
    if sql == "-":
        sql = typer.get_text_stream("stdin").read()
    with refusing():
        from yangguang.annual_report.corpus.place import find
        from yangguang.annual_report.corpus.query import ask, opened
        from yangguang.cli.corpus.answers import print_csv, print_json, print_table

        with opened(find(corpus)) as connection:
            answer = ask(connection, sql)
            match format:
                case Format.TABLE:
                    print_table(answer)
                case Format.CSV:
                    print_csv(answer)
                case Format.JSON:
                    print_json(answer)
