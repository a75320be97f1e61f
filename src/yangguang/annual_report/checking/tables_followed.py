"""Whether the tables are the form's: edition, tables, rows and columns there, nothing left blank.

Source: 国办公开办函〔2021〕30号, 国办公开办函〔2019〕60号. What the reader already doubts is in
`doubts`; here stands what the cells themselves show.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import (
    cells_named,
    several,
    table_name,
    written,
)
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.checking.sums import not_printed
from yangguang.annual_report.form import FORMS, SECTIONS, Edition, Table, edition_for
from yangguang.annual_report.report import AnnualReport, DoubtKind, Status

_TABLES: Final = tuple(sorted({number for form in FORMS.values() for number in form.tables}))
_DISPUTES: Final = 4
_TABLE_OF: Final = {
    cell: number
    for form in FORMS.values()
    for number, table in form.tables.items()
    for cell in table.cell_ids
}
_MISSING: Final = (DoubtKind.MISSING_ROW, DoubtKind.MISSING_COLUMN)


def is_under_form(report: AnnualReport) -> bool:
    """Whether the six-section form with its tables applies: the report's year, else its tables."""
    if report.year is None:
        return bool(report.tables)
    return edition_for(report.year) is not None


def _edition(subject: Subject) -> Iterator[Hit]:
    report = subject.report
    if report.year is None or report.edition is None:
        return
    prescribed = edition_for(report.year)
    if prescribed is not None and prescribed is not report.edition:
        yield Hit(
            {
                "year": report.year,
                "prescribed": FORMS[prescribed].circular,
                "used": FORMS[report.edition].circular,
            }
        )


def _no_tables(subject: Subject) -> Iterator[Hit]:
    if is_under_form(subject.report) and not subject.report.tables:
        sections = several(f"“{SECTIONS[number]}”" for number in _TABLES)
        yield Hit({"sections": sections})


def _table_missing(subject: Subject) -> Iterator[Hit]:
    report = subject.report
    if report.tables:
        for number in _TABLES:
            if number not in report.tables and report.section(number):
                yield Hit({"table": table_name(number), "section": SECTIONS[number]})


def _absent(subject: Subject) -> Iterator[Hit]:
    """Absent cells of which the reader's doubts say nothing, one finding a table."""
    report = subject.report
    absent = subject.by_status.get(Status.ABSENT)
    if not absent:
        return
    said = {c for d in report.doubts if d.kind in _MISSING for c in d.cells}
    said |= not_printed(report)
    left = [cell for cell in absent if cell not in said]
    for number, cells in _by_table(left).items():
        names = cells_named(_form_table(report, number), cells)
        yield Hit({"table": table_name(number), "names": names}, tuple(cells))


def _form_table(report: AnnualReport, number: int) -> Table:
    return FORMS[report.edition or Edition.E2021].tables[number]


def _by_table(cells: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for cell in cells:
        if number := _TABLE_OF.get(cell):
            found.setdefault(number, []).append(cell)
    return found


def _blank(subject: Subject) -> Iterator[Hit]:
    """Blank cells: one finding for Table 2, one for Table 3, one for each group of Table 4."""
    for number, cells in _by_table(subject.by_status.get(Status.BLANK, ())).items():
        table = _form_table(subject.report, number)
        for group in _groups(table, cells):
            names = cells_named(table, group)
            yield Hit(
                {"table": table_name(number), "names": names, "count": len(group)}, tuple(group)
            )


def _groups(table: Table, cells: list[str]) -> list[list[str]]:
    if table.number != _DISPUTES:
        return [cells]
    rows = [{table.cell_id(row.id, column.id) for column in row.columns} for row in table.rows]
    groups = [[cell for cell in cells if cell in row] for row in rows]
    return [group for group in groups if group]


def _period(subject: Subject) -> Iterator[Hit]:
    report = subject.report
    if report.period is None or report.year is None or not is_under_form(report):
        return
    first, last = report.period
    begins = (first.year, first.month, first.day) == (report.year, 1, 1)
    ends = (last.year, last.month, last.day) == (report.year, 12, 31)
    if not (begins and ends):
        yield Hit({"year": report.year, "first": written(first), "last": written(last)})


def _year_unknown(subject: Subject) -> Iterator[Hit]:
    if subject.report.year is None:
        yield Hit()


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "form.year_unknown",
        Severity.NOTE,
        "未能识别报告年度",
        basis.FORM,
        "未能识别这是哪一年度的报告，格式版本、公布期限和跨年勾稽没有核对。标题应写明年度。",
        _year_unknown,
    ),
    Rule(
        "form.edition",
        Severity.WARNING,
        "格式版本与年度不符",
        basis.FORM,
        "{year} 年度的报告应使用{prescribed}规定的格式，本报告用的是{used}的格式。"
        "请改用规定的格式。",
        _edition,
    ),
    Rule(
        "form.no_tables",
        Severity.WARNING,
        "没有表格",
        basis.FORM,
        "本报告没有表格，而{sections}三部分应当各有一张规定的表格。请补上。",
        _no_tables,
    ),
    Rule(
        "form.table_missing",
        Severity.WARNING,
        "缺少表格",
        basis.FORM,
        "本报告没有{table}：“{section}”部分应当有规定的表格。请补上。",
        _table_missing,
    ),
    Rule(
        "form.absent_cells",
        Severity.WARNING,
        "表格缺格",
        basis.FORM,
        "{table}缺少{names}。表样规定的格子应当保留，没有的填 0。",
        _absent,
    ),
    Rule(
        "form.blank_cells",
        Severity.WARNING,
        "有空白单元格",
        basis.FORM,
        "{table}有 {count} 格空白：{names}。空白不等于零，没有的应填 0。",
        _blank,
    ),
    Rule(
        "form.period",
        Severity.WARNING,
        "统计期限不是整个报告年度",
        basis.FORM,
        "统计期限写为 {first}至 {last}，与 {year} 年度不符。请核对期限或者报告年度。",
        _period,
    ),
)
