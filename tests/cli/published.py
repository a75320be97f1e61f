"""Published reports as files: web pages of invented agencies, their tables made from the form."""

from collections.abc import Mapping
from pathlib import Path

from yangguang.annual_report.form import FORMS, SECTIONS, Edition, Table
from yangguang.annual_report.form.sections import NUMERALS

AGENCY = "云岭市林泽县水务局"


def published(
    path: Path,
    *,
    agency: str = AGENCY,
    year: int = 2023,
    figures: Mapping[str, int] | None = None,
    prose: str = "本年度公开工作平稳有序。",
) -> Path:
    """Write a report of the 2021 edition to `path`: zeros but for `figures` (cell id → figure)."""
    tables = FORMS[Edition.E2021].tables
    body = [f"<h1>{agency}{year}年政府信息公开工作年度报告</h1>"]
    for number, title in SECTIONS.items():
        body.append(f"<p>{NUMERALS[number - 1]}、{title}</p>")
        if table := tables.get(number):
            body.append(_table(table, figures or {}))
        else:
            body.append(f"<p>{prose}</p>")
    path.write_text(f"<html><meta charset=utf-8><body>{''.join(body)}</body></html>", "utf-8")
    return path


def _table(table: Table, figures: Mapping[str, int]) -> str:
    match table.number:
        case 2:
            lines = _table_2(table, figures)
        case 3:
            lines = [["", "", *(c.label for c in table.rows[0].columns)]]
            lines += [[r.group, r.label, *_figures(table, r.id, figures)] for r in table.rows]
        case _:
            lines = [[r.label for r in table.rows for _ in r.columns]]
            lines += [[c.label for r in table.rows for c in r.columns]]
            lines += [[f for r in table.rows for f in _figures(table, r.id, figures)]]
    rows = ("".join(f"<td>{cell}</td>" for cell in line) for line in lines)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _table_2(table: Table, figures: Mapping[str, int]) -> list[list[str]]:
    """Each clause with the heads of its columns, then its rows, as the form prints them."""
    lines: list[list[str]] = []
    clause = ""
    for row in table.rows:
        if row.clause != clause:
            clause = row.clause
            lines += [[clause], ["信息内容", *(column.label for column in row.columns)]]
        lines.append([row.label, *_figures(table, row.id, figures)])
    return lines


def _figures(table: Table, row: str, figures: Mapping[str, int]) -> list[str]:
    columns = table.by_id[row].columns
    return [str(figures.get(table.cell_id(row, column.id), 0)) for column in columns]


def balanced(new: int = 0, carried_over: int = 0, carried_forward: int = 0) -> dict[str, int]:
    """Figures of Table 3 that add up: natural persons' requests, all decided ones granted."""
    granted = new + carried_over - carried_forward
    by_row = {
        "new": new,
        "carried_over": carried_over,
        "granted": granted,
        "total": granted,
        "carried_forward": carried_forward,
    }
    return {
        f"table3.{row}.{column}": value
        for row, value in by_row.items()
        for column in ("natural_person", "total")
    }
