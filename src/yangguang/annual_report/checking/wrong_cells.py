"""The cell behind violated identities, and the repair that the identities determine.

Source: the form's notes (勾稽关系). A repair is proposed, never made: `repair.apply` makes it on
request.
"""

from collections.abc import Iterator
from typing import Final

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import cell_name, figure, several
from yangguang.annual_report.checking.determine import Determined, blank_of_group, unreadable_cells
from yangguang.annual_report.checking.identities import equation_name
from yangguang.annual_report.checking.locate import Candidate, locate
from yangguang.annual_report.checking.model import Hit, Proposal, Rule, Severity, Subject
from yangguang.annual_report.checking.sums import EQUATIONS, PLACES, is_count
from yangguang.annual_report.report import AnnualReport, Status


def _printed(report: AnnualReport, cell: str) -> str:
    value = report.value(cell)
    return "该格空白" if value is None else f"该格填 {figure(value)}"


def _located(report: AnnualReport, candidate: Candidate) -> Hit:
    sums = several(equation_name(EQUATIONS[i]) for i in candidate.equations)
    value = figure(candidate.value)
    reason = f"{sums}同时不成立，差数相同，只交于这一格；改为 {value} 后全部成立。"
    return Hit(
        {
            "cell": cell_name(candidate.cell),
            "printed": _printed(report, candidate.cell),
            "value": value,
            "sums": sums,
        },
        (candidate.cell,),
        proposal=Proposal(candidate.cell, candidate.value, reason),
    )


def _wrong_cells(subject: Subject) -> Iterator[Hit]:
    for candidate in locate(subject.report, subject.standings).certain:
        yield _located(subject.report, candidate)


def _not_located(subject: Subject) -> Iterator[Hit]:
    location = locate(subject.report, subject.standings)
    if not location.unexplained:
        return
    cells = tuple(candidate.cell for candidate in location.possible)
    where = f"可能出在{several(map(cell_name, cells), 4)}，但" if cells else ""
    yield Hit({"count": len(location.unexplained), "where": where}, cells)


def _filled(given: Determined) -> Hit:
    value = figure(given.value)
    name = equation_name(given.equation)
    reason = f"由{name}的勾稽关系，其余各数已定，该格只能是 {value}。"
    return Hit(
        {"cell": cell_name(given.cell), "value": value, "name": name},
        (given.cell,),
        proposal=Proposal(given.cell, given.value, reason),
    )


def _blank_of_group(subject: Subject) -> Iterator[Hit]:
    for standing in subject.standings:
        if given := blank_of_group(subject.report, standing):
            yield _filled(given)


def _determined(subject: Subject) -> Iterator[Hit]:
    if Status.UNREADABLE in subject.by_status:
        for given in unreadable_cells(subject.report):
            yield _filled(given)


def _not_counts(subject: Subject) -> Iterator[Hit]:
    cells = subject.report.cells
    wrong = tuple(
        cell_id
        for cell_id in PLACES
        if cell_id in cells and (value := cells[cell_id].value) is not None and not is_count(value)
    )
    if wrong:
        stated = (f"{cell_name(c)}填 {figure(subject.report.value(c))}" for c in wrong)
        yield Hit({"stated": several(stated, 4)}, wrong)


def _repaired(subject: Subject) -> Iterator[Hit]:
    if repaired := subject.by_status.get(Status.REPAIRED):
        yield Hit({"cells": several(map(cell_name, repaired), 4)}, repaired)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "table3.located",
        Severity.ERROR,
        "勾稽关系指向的错误单元格",
        basis.FORM,
        "{cell}：{printed}，{sums}同时不成立，差数相同，应为 {value}。请对照登记台账核实后更正。",
        _wrong_cells,
    ),
    Rule(
        "table4.located",
        Severity.ERROR,
        "勾稽关系指向的空白单元格",
        basis.FORM,
        "{cell}空白，而{name}的合计表明应为 {value}。请核实后补填。",
        _blank_of_group,
    ),
    Rule(
        "table3.not_located",
        Severity.NOTE,
        "勾稽关系不成立，不能确定错在哪一格",
        basis.FORM,
        "表三有 {count} 处勾稽关系不成立，{where}仅凭勾稽关系不能确定是哪一格，不提出修正建议。"
        "请对照登记台账逐项核实。",
        _not_located,
    ),
    Rule(
        "tables.not_a_count",
        Severity.ERROR,
        "件数不是非负整数",
        basis.FORM,
        "{stated}。申请和案件的件数只能是零或者正整数，请核对改正。",
        _not_counts,
    ),
    Rule(
        "tables.determined",
        Severity.NOTE,
        "无法识读的单元格可由勾稽关系推定",
        basis.FORM,
        "{cell}无法识读，由{name}的勾稽关系可推定为 {value}。请对照原文确认。",
        _determined,
    ),
    Rule(
        "tables.repaired",
        Severity.NOTE,
        "已按建议修正的单元格",
        basis.FORM,
        "{cells}已按建议修正，与原文所载不同。",
        _repaired,
    ),
)
