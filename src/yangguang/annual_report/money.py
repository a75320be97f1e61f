"""Sums of money in cells: the form counts in 万元, a cell may say another unit itself."""

from decimal import Decimal
from typing import Final

from yangguang.annual_report.form import table2
from yangguang.annual_report.report import AnnualReport

IN_YUAN: Final = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
"""What each unit comes to."""
SUMS_OF_MONEY: Final = frozenset(
    table.cell_id(row.id, column.id)
    for table in (table2.TABLE_2021, table2.TABLE_2019)
    for row in table.rows
    for column in row.columns
    if column.id == table2.FEES.id
)
"""The cells that hold sums of money: the others count whole things."""


def stated(report: AnnualReport, cell_id: str) -> Decimal | None:
    """The figure in a cell, a sum of money in 万元; None where there is none."""
    cell = report.cells.get(cell_id)
    if cell is None or cell.value is None:
        return None
    return in_form_s_unit(cell_id, cell.value, cell.unit)


def in_form_s_unit(cell_id: str, value: Decimal, unit: str) -> Decimal:
    """A figure of that unit in the unit of the form; as it is where it is no sum of money."""
    if unit in IN_YUAN and cell_id in SUMS_OF_MONEY:
        return value * IN_YUAN[unit] / IN_YUAN["万元"]
    return value
