"""Tables of requests for tests, as other systems and spreadsheets give them."""

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook

from yangguang.inforequests.importing.columns import Column

A_REQUEST = {
    Column.SOURCE: "旧办件系统",
    Column.NUMBER: "A-1",
    Column.CHANNEL: "挂号信或特快专递",
    Column.ARRIVED: "2026-02-03",
    Column.APPLICANT_KIND: "个人",
    Column.NAME: "周岚",
    Column.PAPER_NUMBER: "11010519491231002X",
    Column.PHONE: "0000-7654321",
    Column.ADDRESS: "青岚市滨河路 9 号",
    Column.WANTED: "2025 年公交线路调整的论证报告",
    Column.FORM: "纸质",
    Column.RECEIVING: "邮寄",
}
"""A row that is right."""

Request = dict[Column, object]


def request(number: str, **changes: object) -> Request:
    """A_REQUEST under another number; `changes` by the names of columns."""
    return {
        **A_REQUEST,
        Column.NUMBER: number,
        **{Column[name]: value for name, value in changes.items()},
    }


def rows(requests: Sequence[Request]) -> list[list[object]]:
    """The head and a row for each request."""
    heads = [one for one in Column if any(one in request for request in requests)]
    return [list(map(str, heads)), *([one.get(head, "") for head in heads] for one in requests)]


def as_xlsx(table: Sequence[Sequence[object]]) -> bytes:
    """The table as a workbook."""
    book = Workbook()
    for row in table:
        book.active.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_csv(table: Sequence[Sequence[object]], encoding: str = "utf-8-sig") -> bytes:
    """The table as comma-separated text."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    return text.getvalue().encode(encoding)
