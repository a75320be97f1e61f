"""规章 in the report of a body that can make none."""

from collections.abc import Iterator
from typing import Final

from yangguang.annual_report.agency_kind import is_of_county_or_below
from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import cell_name, figure, several
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.form import FORMS

_RULES_CELLS: Final = tuple(
    dict.fromkeys(
        table.cell_id("rules", column.id)
        for form in FORMS.values()
        for table in (form.tables[2],)
        for column in table.by_id["rules"].columns
    )
)


def _impossible_rules(subject: Subject) -> Iterator[Hit]:
    report = subject.report
    cells = tuple(cell for cell in _RULES_CELLS if report.value(cell))
    if cells and is_of_county_or_below(report.agency):
        stated = several(f"{cell_name(cell)} {figure(report.value(cell))}" for cell in cells)
        yield Hit({"agency": report.agency, "stated": stated}, cells)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "table2.rules_without_power",
        Severity.NOTE,
        "无规章制定权的机关填报了规章",
        basis.LEGISLATION,
        "“{agency}”没有规章制定权，却填报了规章：{stated}。请核实是否应填入行政规范性文件。",
        _impossible_rules,
    ),
)
