"""The workbook to fill in: the heads, lists to choose from, and a sheet that explains them."""

from functools import cache
from typing import Any, Final

from yangguang.inforequests.importing.columns import CHOICES, REQUIRED, Column
from yangguang.inforequests.importing.table import MOST_IN_A_PAGE

NAME: Final = "申请导入模板.xlsx"

_WIDE: Final = {Column.WANTED: 48, Column.ADDRESS: 30, Column.PURPOSE: 24}
_EXPLAINED: Final = {
    Column.SOURCE: "申请原来登记在哪里，例如：旧办件系统、2025 年登记簿。同一来源写法要一致",
    Column.NUMBER: "在来源里的编号。来源系统和编号都相同的，只导入一次",
    Column.ARRIVED: "写成 2026-03-13。各种收到方式以哪天为收到之日，见条例第三十一条",
    Column.PAPER: "不填时：个人按居民身份证，单位按统一社会信用代码",
    Column.CONTACT: "申请人是单位时必填",
    Column.PHONE: "电话、邮箱、地址至少填一项",
    Column.EMAIL: "获取的方式是电子邮件时必填",
    Column.ADDRESS: "获取的方式是邮寄时必填",
    Column.WANTED: "按申请书原文，最多 4000 字",
    Column.AGENT_NAME: "没有代理人或监护人的，这几列都不填",
}


@cache
def workbook() -> bytes:
    """The bytes of the workbook."""
    from openpyxl import Workbook

    from yangguang.annual_report.writing.workbook_file import saved

    book = Workbook()
    _fill_heads(book.active)
    _explain(book.create_sheet("说明"))
    return saved(book)


def _fill_heads(sheet: Any) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    from yangguang.annual_report.writing.workbook_file import on_paper

    sheet.title = "申请"
    sheet.freeze_panes = "C2"
    on_paper(sheet)
    for at, column in enumerate(Column, 1):
        head = sheet.cell(1, at, f"{column}*" if column in REQUIRED else str(column))
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="center")
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = _WIDE.get(column, 16)
        sheet.column_dimensions[
            letter
        ].number_format = "@"  # or long numbers lose their last digits
        if column in CHOICES:
            names = ",".join(map(str, CHOICES[column].values()))
            offered = DataValidation("list", formula1=f'"{names}"', allow_blank=True)
            offered.add(f"{letter}2:{letter}{MOST_IN_A_PAGE + 1}")
            sheet.add_data_validation(offered)


def _explain(sheet: Any) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.append(["列名", "必填", "怎样填"])
    for column in Column:
        how = [_EXPLAINED.get(column, "")]
        if column in CHOICES:
            how.append("可以填：" + "、".join(map(str, CHOICES[column].values())))
        must = "是" if column in REQUIRED else ""
        sheet.append([str(column), must, "。".join(filter(None, how))])
    sheet.append([])
    sheet.append(
        ["", "", f"一行一件，一次最多 {MOST_IN_A_PAGE} 行；只读第一张表。也可以用同样列名的 CSV。"]
    )
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for letter, width in {"A": 26, "B": 8, "C": 80}.items():
        sheet.column_dimensions[letter].width = width
