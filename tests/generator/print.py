"""An invented report as it stands in print: rows of label cells and figure cells, and prose."""

from dataclasses import dataclass, field
from decimal import Decimal

from tests.generator.invention import Invention
from yangguang.annual_report.form import SECTIONS, Row, table3, table4
from yangguang.annual_report.form.sections import NUMERALS
from yangguang.law.requests import RequestRow


@dataclass
class PrintedRow:
    """One row: label cells (those merged from above left out), then figures as printed.

    `id` names the row of the form, empty for headings; `merged` counts label cells that are
    merged from a row above; `wide` is how many grid columns the last label spans.
    """

    labels: list[str]
    figures: list[str] = field(default_factory=list)
    id: str = ""
    merged: int = 0
    wide: int = 1

    @property
    def cells(self) -> list[str]:
        """Labels and figures."""
        return [*self.labels, *self.figures]


@dataclass
class Print:
    """A report in print: title, tables by number, prose by section."""

    agency: str
    year: int
    tables: dict[int, list[PrintedRow]]
    prose: dict[int, list[str]]
    titles: dict[int, str] = field(default_factory=lambda: dict(SECTIONS))

    @property
    def title(self) -> str:
        """The title line."""
        return f"{self.agency}{self.year}年政府信息公开工作年度报告"

    def heading(self, section: int) -> str:
        """A section's heading."""
        return f"{NUMERALS[section - 1]}、{self.titles[section]}"


def figure(value: Decimal | None) -> str:
    """A figure as plainly printed."""
    return "" if value is None else f"{value.normalize():f}"


def printed(report: Invention) -> Print:
    """The report in the layout of the form, undamaged."""
    tables = {2: _table2(report), 3: _table3(report), 4: _table4(report)}
    return Print(report.agency, report.year, tables, _prose(report))


def _row(report: Invention, table: int, row: Row) -> list[str]:
    return [figure(value) for value in report.row(table, row.id)]


def _table2(report: Invention) -> list[PrintedRow]:
    rows: list[PrintedRow] = []
    clause = ""
    for row in report.tables[2].rows:
        if row.clause != clause:
            clause = row.clause
            rows.append(PrintedRow([clause]))
            rows.append(PrintedRow(["信息内容", *(column.label for column in row.columns)]))
        rows.append(PrintedRow([row.label], _row(report, 2, row), row.id))
    return rows


def _table3(report: Invention) -> list[PrintedRow]:
    names = [column.label for column in table3.COLUMNS]
    rows = [
        PrintedRow([table3.IDENTITY_NOTE, table3.APPLICANTS]),
        PrintedRow([names[0], table3.ORGANISATIONS, names[-1]]),
        PrintedRow(names[1:-1]),
    ]
    group = ""
    results = False
    for row in report.tables[3].rows:
        figures = _row(report, 3, row)
        if row.id in (RequestRow.NEW, RequestRow.CARRIED_OVER, RequestRow.CARRIED_FORWARD):
            rows.append(PrintedRow([row.label], figures, row.id, 0, 3))
            continue
        labels = [] if results else [table3.RESULTS]
        merged = int(results)
        results = True
        if row.group and row.group == group:
            merged += 1
        elif row.group:
            labels.append(row.group)
        group = row.group
        wide = 1 if row.group else 2
        rows.append(PrintedRow([*labels, row.label], figures, row.id, merged, wide))
    return rows


def _table4(report: Invention) -> list[PrintedRow]:
    results = [column.label for column in table4.COLUMNS]
    figures = [f for row in table4.TABLE.rows for f in _row(report, 4, row)]
    review, suit, after = (row.label for row in table4.TABLE.rows)
    return [
        PrintedRow([review, table4.LITIGATION]),
        PrintedRow([*results, suit, after]),
        PrintedRow([*results, *results]),
        PrintedRow([], figures, "all"),
    ]


def _prose(report: Invention) -> dict[int, list[str]]:
    def at(row: str, column: str = "total") -> str:
        return figure(report.figures[f"table3.{row}.{column}"])

    new, person = report.row(3, RequestRow.NEW)[-1], report.row(3, RequestRow.NEW)[0]
    organisations = (new or Decimal(0)) - (person or Decimal(0))
    return {
        0: [
            f"根据《中华人民共和国政府信息公开条例》要求，现公布本机关{report.year}年度报告。"
            f"本报告所列数据的统计期限自{report.year}年1月1日起至{report.year}年12月31日止。"
        ],
        1: [
            "（一）主动公开。本机关通过网站和公开栏及时发布各类信息，并按月核对栏目。",
            f"（二）依申请公开。全年新收政府信息公开申请{at(RequestRow.NEW)}件，"
            f"其中自然人{figure(person)}件，法人或其他组织{figure(organisations)}件。"
            f"结转下年度继续办理{at(RequestRow.CARRIED_FORWARD)}件。",
            "（三）政府信息管理。发布前逐级审核，完善台账。",
            "（四）平台建设。维护网站专栏，更新公开指南。",
            "（五）监督保障。开展业务培训，接受社会评议。",
        ],
        2: [],
        3: [],
        4: [],
        5: [
            "主要问题：一是公开内容的针对性还不强；二是解读形式比较单一。",
            "改进措施：一是按照公众关注点充实内容；二是增加图文和问答形式的解读。",
        ],
        6: ["本机关未收取信息处理费。没有其他需要报告的事项。"],
    }
