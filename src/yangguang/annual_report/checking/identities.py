"""Identities 1–4: what must add up within one report.

Source: the notes of the form, 国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号 (勾稽关系).
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import column_name, figure, row_name
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.checking.sums import Equation, Identity, Standing, State
from yangguang.annual_report.form import table3, table4
from yangguang.annual_report.report import AnnualReport, Status
from yangguang.law.requests import RequestRow

_COLUMNS: Final = {column.id: column_name(column) for column in table3.COLUMNS}
_ROWS: Final = {row.id: row_name(row) for row in table3.TABLE_2021.rows}
_GROUPS: Final = {row.id: row_name(row) for row in table4.TABLE.rows}
_TOTAL_ROW: Final = _ROWS[RequestRow.TOTAL]
_MOST_TERMS: Final = 8


def equation_name(equation: Equation) -> str:
    """An identity in words: “（七）总计”一行的合计, “自然人”一列的收支平衡."""
    match equation.identity:
        case Identity.BALANCE:
            return f"“{_COLUMNS[equation.name]}”一列的收办平衡"
        case Identity.COLUMN_SUM:
            return f"“{_COLUMNS[equation.name]}”一列的办理结果合计"
        case Identity.ROW_SUM:
            return f"“{_ROWS[equation.name]}”一行的合计"
        case Identity.GROUP_SUM:
            return f"“{_GROUPS[equation.name]}”一组的合计"


def _terms(report: AnnualReport, ids: tuple[str, ...]) -> str:
    """“18 + 1 + 2 = 21”: what is not zero, added up; one figure stands alone."""
    values = [value for cell in ids if (value := report.value(cell))]
    total = figure(sum(values, start=Decimal(0)))
    if not 1 < len(values) <= _MOST_TERMS:
        return total
    return " + ".join(figure(value) for value in values) + f" = {total}"


def _pinned(report: AnnualReport, standing: Standing) -> tuple[str, ...]:
    """The cells of an equation that take part in it, the whole before its parts."""
    ids = (*standing.equation.wholes, *standing.equation.parts)
    return tuple(c for c in ids if c in report.cells and report.cells[c].status != Status.ABSENT)


def _words(report: AnnualReport, standing: Standing) -> dict[str, object]:
    equation = standing.equation
    names = {Identity.ROW_SUM: _ROWS, Identity.GROUP_SUM: _GROUPS}.get(equation.identity, _COLUMNS)
    blank = any(report.cells[c].status is Status.BLANK for c in _pinned(report, standing))
    values: dict[str, object] = {
        "name": names[equation.name],
        "terms": _terms(report, equation.parts),
        "whole": figure(report.value(equation.wholes[0])),
        "difference": figure(abs(standing.difference)),
        "blank": "（空白未计）" if blank else "",
        "total_row": _TOTAL_ROW,
    }
    if equation.identity is Identity.BALANCE:
        new, carried_over = (figure(report.value(c)) for c in equation.parts)
        total, carried_forward = (figure(report.value(c)) for c in equation.wholes)
        values |= {
            "left": f"新收 {new} + 结转 {carried_over} = {figure(standing.parts)}",
            "right": f"办理结果总计 {total} + 结转下年 {carried_forward}"
            f" = {figure(standing.wholes)}",
        }
    return values


def _where(state: State, *identities: Identity) -> Callable[[Subject], Iterator[Hit]]:
    def find(subject: Subject) -> Iterator[Hit]:
        for standing in subject.standings:
            if standing.state is state and standing.equation.identity in identities:
                yield Hit(_words(subject.report, standing), _pinned(subject.report, standing))

    return find


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "table3.balance",
        Severity.ERROR,
        "新收加上年结转应等于办理结果总计加结转下年",
        basis.FORM,
        "“{name}”一列：{left}，而{right}，差 {difference}{blank}。请核对这一列。",
        _where(State.BROKEN, Identity.BALANCE),
    ),
    Rule(
        "table3.column_sum",
        Severity.ERROR,
        "各项办理结果之和应等于总计",
        basis.FORM,
        "“{name}”一列：各项办理结果之和为 {terms}，"
        "而“{total_row}”为 {whole}，差 {difference}{blank}。请核对这一列。",
        _where(State.BROKEN, Identity.COLUMN_SUM),
    ),
    Rule(
        "table3.row_sum",
        Severity.ERROR,
        "各类申请人之和应等于总计",
        basis.FORM,
        "“{name}”一行：各类申请人之和为 {terms}，而总计为 {whole}，差 {difference}{blank}。"
        "请核对这一行。",
        _where(State.BROKEN, Identity.ROW_SUM),
    ),
    Rule(
        "table4.group_sum",
        Severity.ERROR,
        "各种结果之和应等于总计",
        basis.FORM,
        "“{name}”一组：各种结果之和为 {terms}，而总计为 {whole}，差 {difference}{blank}。"
        "请核对这一组。",
        _where(State.BROKEN, Identity.GROUP_SUM),
    ),
    Rule(
        "tables.sum_incomplete",
        Severity.WARNING,
        "缺行或者缺列，合计无从核对",
        basis.FORM,
        "“{name}”：现有各项之和为 {terms}，而总计为 {whole}，"
        "多出的 {difference} 可能在表中所缺的行或者列里。请补齐后再核对。",
        _where(State.UNEXPLAINED, Identity.COLUMN_SUM, Identity.ROW_SUM, Identity.GROUP_SUM),
    ),
)
