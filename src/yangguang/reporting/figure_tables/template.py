"""The workbook to fill in: a line a cell of a year's form, with what stands there now."""

import re
from collections.abc import Iterator
from typing import Any, Final

from yangguang.annual_report.as_json import number
from yangguang.annual_report.checking.cell_names import cell_name, figure
from yangguang.annual_report.form import Form
from yangguang.annual_report.money import SUMS_OF_MONEY
from yangguang.reporting.compiling import Compiled
from yangguang.reporting.figure_tables.columns import Column

_OF_ITEMS: Final = ("items_", "projects")
_IN_WORDS: Final = re.compile("（单位：(.+)）")
_WIDTHS: Final = {Column.NAME: 52, Column.CLAUSE: 20, Column.SOURCE: 30, Column.REASON: 30}
_SHOWN: Final = (
    Column.CELL,
    Column.NAME,
    Column.CLAUSE,
    Column.MEASURE,
    Column.NOW,
    Column.RECORDS,
)
_TO_FILL: Final = "FFF8E1"
_EXPLAINED: Final = (
    ("填写数字", "只填要填写或者要改的；空着的不动，没有的填 0。"),
    ("金额单位", "元、万元或者亿元；不写按“计量单位”那一列。只有金额要写。"),
    ("来源", "哪个科室、哪份台账或者文件；都一样的可以空着，上传以后一起写。"),
    ("原因", "和台账不一致，或者改动已经填过的数，要写原因。"),
    ("其他各列", "给您对照，填了不读。可以删去不用的行，不要改“代号”。"),
)


def without_records(compiled: Compiled) -> list[str]:
    """The cells of the year's form that no record counts, in print order."""
    return [cell for cell in compiled.form.cell_ids if cell not in compiled.records]


def workbook(compiled: Compiled, *, every: bool) -> bytes:
    """XLSX of the cells without records, or of every cell. What is filled in is marked."""
    from openpyxl import Workbook

    from yangguang.annual_report.writing.workbook_file import saved

    book = Workbook()
    cells = compiled.form.cell_ids if every else without_records(compiled)
    _fill(book.active, compiled, list(cells))
    _explain(book.create_sheet("怎样填"))
    return saved(book)


def measure(form: Form, cell: str) -> str:
    """What a cell counts in: 万元, 件, 项, or empty where a sum of money bears its own unit."""
    row, column = cell.split(".")[-2:]
    if cell not in SUMS_OF_MONEY:
        return "项" if column.startswith(_OF_ITEMS) else "件"
    label = next(one.label for one in form.tables[2].by_id[row].columns if one.id == column)
    said = _IN_WORDS.search(label)
    return said[1] if said else ""


def _fill(sheet: Any, compiled: Compiled, cells: list[str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    from yangguang.annual_report.writing.workbook_file import on_paper

    sheet.title = "填写"
    sheet.append([str(one) for one in Column])
    for line in _lines(compiled, cells):
        sheet.append(line)
    mark, soft = PatternFill("solid", _TO_FILL), Font(color="55606F")
    units = DataValidation("list", formula1='"元,万元,亿元"', allow_blank=True)
    sheet.add_data_validation(units)
    for at, column in enumerate(Column, 1):
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = _WIDTHS.get(column, 14)
        for cell in sheet[letter][1:]:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            if column in _SHOWN:
                cell.font = soft
            elif column is not Column.UNIT:
                cell.fill = mark
            elif sheet.cell(cell.row, 1).value in SUMS_OF_MONEY:
                cell.fill = mark
                units.add(cell)
    sheet.column_dimensions["A"].width = 34
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "C2"
    on_paper(sheet)


def _lines(compiled: Compiled, cells: list[str]) -> Iterator[list[Any]]:
    form = compiled.form
    clauses = {row.id: row.clause for row in form.tables[2].rows}
    for cell in cells:
        now = compiled.report.cells[cell]
        clause = clauses.get(cell.split(".")[1], "") if cell.startswith("table2.") else ""
        stated = f"{figure(now.value)}{now.unit}" if now.unit else number(now.value)
        yield [
            cell,
            cell_name(cell),
            clause,
            measure(form, cell),
            stated,
            number(compiled.records.get(cell)),
        ]


def _explain(sheet: Any) -> None:
    from openpyxl.styles import Alignment, Font

    for line in (("列", "怎样填"), *_EXPLAINED):
        sheet.append(line)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 70
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
