"""What a cell, a row or a column of the form is called in a sentence; how figures and days are.

All words come from the form; a row's explanation in brackets is left out.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from yangguang.annual_report.form import FORMS, Column, Row, Table

_TABLE_NUMERALS: Final = {2: "表二", 3: "表三", 4: "表四"}


def table_name(number: int) -> str:
    """表二, 表三 or 表四: a table is called after the section it stands in."""
    return _TABLE_NUMERALS[number]


def row_name(row: Row) -> str:
    """A row's words with the group it stands under: “（三）不予公开 8.属于行政查询事项”."""
    label = row.label
    opened = label.find("（", 1)
    if opened > 0 and label.endswith("）"):
        label = label[:opened]
    return f"{row.group} {label}" if row.group else label


def column_name(column: Column) -> str:
    """A column's words; 其他 with the heading that tells it from other rows called 其他."""
    if column.group and column.label == "其他":
        return f"{column.group}的{column.label}"
    return column.label


@cache
def _names() -> dict[str, str]:
    """Every cell id of either edition → its name; the newer edition's words where both have it."""
    names: dict[str, str] = {}
    for form in FORMS.values():
        for table in form.tables.values():
            for row in table.rows:
                for column in row.columns:
                    names[table.cell_id(row.id, column.id)] = _cell(table, row, column)
    return names


def _cell(table: Table, row: Row, column: Column) -> str:
    return f"{table_name(table.number)}“{row_name(row)}”的“{column_name(column)}”"


def cell_name(cell_id: str) -> str:
    """A cell in words: 表三“（一）予以公开”的“自然人”. Unknown ids are returned as they are."""
    return _names().get(cell_id, cell_id)


def cells_named(table: Table, cells: Iterable[str]) -> str:
    """Cells of one table in words, without the table: whole rows and columns by their names."""
    left = dict.fromkeys(cells)
    if left.keys() >= set(table.cell_ids):
        return "全部各格"
    names = []
    columns = {c.id: c for row in table.rows for c in row.columns}
    lines = [
        (
            f"“{column_name(c)}”一列",
            [table.cell_id(r.id, c.id) for r in table.rows if c in r.columns],
        )
        for c in columns.values()
    ] + [
        (f"“{row_name(row)}”一行", [table.cell_id(row.id, c.id) for c in row.columns])
        for row in table.rows
    ]
    for name, ids in lines:
        if len(ids) > 1 and all(cell in left for cell in ids):
            names.append(name)
            left = {cell: None for cell in left if cell not in ids}
    short = len(table_name(table.number))
    return several([*names, *(cell_name(cell)[short:] for cell in left)])


def several(names: Iterable[str], most: int = 6) -> str:
    """Names joined by 、; beyond `most` the rest is counted: “甲、乙等 9 处”."""
    listed = list(names)
    if len(listed) <= most:
        return "、".join(listed)
    return "、".join(listed[:most]) + f"等 {len(listed)} 处"


def figure(value: Decimal | None) -> str:
    """A figure as a sentence gives it: no exponent, no needless decimals; None is 空白."""
    if value is None:
        return "空白"
    if value == value.to_integral_value():
        return str(int(value))
    return f"{value.normalize():f}"


def written(day: date) -> str:
    """A day as a sentence gives it: 2023 年 1 月 31 日."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
