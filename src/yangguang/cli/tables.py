"""The tables of a report, drawn in the terminal."""

from rich import box
from rich.cells import cell_len
from rich.table import Table as Drawing

from yangguang.annual_report.checking.cell_names import row_name, table_name
from yangguang.annual_report.form import Row, Table
from yangguang.annual_report.report import AnnualReport
from yangguang.cli.figures import figure
from yangguang.cli.summary import print_heading
from yangguang.cli.terminal import console, plain

_HEAD = 8
"""How wide a head of Table 3 or 4 may be, so that seven of them leave room for the labels."""


def print_tables(report: AnnualReport) -> None:
    """Print the tables that the report has, row by row as the form has them."""
    print_heading(report)
    if not report.tables:
        console().print("  没有找到表格。")
    for table in report.tables.values():
        same_columns = all(row.columns == table.rows[0].columns for row in table.rows)
        draw = _under_heads if same_columns else _row_by_row
        console().print(table_name(table.number))
        console().print(draw(report, table))
    console().print()


def _under_heads(report: AnnualReport, table: Table) -> Drawing:
    """Tables 3 and 4: figures under common heads, a group's label once before its rows."""
    drawing = Drawing(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    drawing.add_column(overflow="fold")
    shown = {row.id: _figures(report, table, row) for row in table.rows}
    for at, column in enumerate(table.rows[0].columns):
        # A head may be broken, a figure must not be.
        widest = max(cell_len(figures[at]) for figures in shown.values())
        width = max(widest, _HEAD)
        drawing.add_column(
            column.label, justify="right", overflow="fold", min_width=widest, max_width=width
        )
    group = ""
    for row in table.rows:
        if row.group not in ("", group):
            drawing.add_row(row.group)
        group = row.group
        label = f"  {row.label}" if group else row.label
        drawing.add_row(label, *map(plain, shown[row.id]))
    return drawing


def _row_by_row(report: AnnualReport, table: Table) -> Drawing:
    """Table 2: each row has columns of its own, so each figure stands after its column's name."""
    drawing = Drawing(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_header=False)
    for row in table.rows:
        figures = _figures(report, table, row)
        stated = [f"{c.label} {shown}" for c, shown in zip(row.columns, figures, strict=True)]
        drawing.add_row(row_name(row), plain("；".join(stated)))
    return drawing


def _figures(report: AnnualReport, table: Table, row: Row) -> list[str]:
    return [figure(report, table.cell_id(row.id, column.id)) for column in row.columns]
