"""The tables of a report, drawn in the terminal."""

from rich import box
from rich.table import Table as Drawing

from yangguang.annual_report.checking.cell_names import row_name, table_name
from yangguang.annual_report.form import Table
from yangguang.annual_report.report import AnnualReport
from yangguang.cli.figures import figure
from yangguang.cli.summary import print_heading
from yangguang.cli.terminal import console, plain


def print_tables(report: AnnualReport) -> None:
    """Print the tables that the report has, row by row as the form has them."""
    print_heading(report)
    if not report.tables:
        console().print("  没有找到表格。")
    for table in report.tables.values():
        console().print(_drawing(report, table))
    console().print()


def _drawing(report: AnnualReport, table: Table) -> Drawing:
    """A table as print has it; in Table 2, where columns differ by row, a figure names its own."""
    drawing = Drawing(title=table_name(table.number), title_justify="left", box=box.SIMPLE_HEAD)
    drawing.add_column()
    columns = table.rows[0].columns
    if all(row.columns == columns for row in table.rows):
        for column in columns:
            drawing.add_column(column.label, justify="right")
        for row in table.rows:
            figures = [figure(report, table.cell_id(row.id, c.id)) for c in row.columns]
            drawing.add_row(row_name(row), *(plain(shown) for shown in figures))
        return drawing
    drawing.show_header = False
    for row in table.rows:
        stated = [f"{c.label} {figure(report, table.cell_id(row.id, c.id))}" for c in row.columns]
        drawing.add_row(row_name(row), plain("；".join(stated)))
    return drawing
