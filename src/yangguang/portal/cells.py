"""The figures of a report as the page shows them: the printed form, cell by cell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from django.utils.translation import gettext_lazy

from yangguang.annual_report.form import FORMS, Row, Table
from yangguang.annual_report.form.print_layout import Head, Place, lay_out
from yangguang.annual_report.form.sections import heading
from yangguang.annual_report.form.table3 import OTHER_SINGLE
from yangguang.annual_report.report import AnnualReport, Cell, Status
from yangguang.portal.findings import WIDELY, Listed
from yangguang.portal.numerals import written
from yangguang.reporting.cell_words import STATUS_WORDS, place_words

STATUS_MEANINGS = {
    Status.BLANK: gettext_lazy("表里有这一格，没有填数"),
    Status.ABSENT: gettext_lazy("文件里没有这一行或这一列"),
    Status.INFERRED: gettext_lazy("文件里对不上位置，按勾稽关系推出"),
    Status.REPAIRED: gettext_lazy("按您的要求，用建议的数替换"),
    Status.UNREADABLE: gettext_lazy("文件里有字，但认不出是哪个数"),
}


class Shown(NamedTuple):
    """One place of a printed table with its figure."""

    cell: str
    across: int
    figure: str
    is_zero: bool
    status: Status
    word: str
    unit: str
    source: str
    before: str
    marks: list[Listed]
    touched: list[int]

    @property
    def severity(self) -> str:
        """That of the gravest finding here, or empty."""
        return min(self.marks, key=lambda f: f.rank).severity if self.marks else ""


class Printed(NamedTuple):
    """A table ready to print: `head` and `body` hold lines of `Head` and `Shown`."""

    number: int
    title: str
    head: list[list[Head]]
    body: list[list[Head | Shown]]
    is_missing: bool


class Source(NamedTuple):
    """Where a row of a table stands in the file, and the words there."""

    id: str
    row: str
    place: str
    raw: str
    box: str = ""
    """The id of its first figure's box on the picture of the page, where there is one."""


class Figures(NamedTuple):
    """The three tables, where their figures come from, and the statuses that occur."""

    tables: list[Printed]
    sources: list[tuple[str, list[Source]]]
    legend: list[tuple[str, str]]


def of(
    report: AnnualReport,
    previous: AnnualReport | None,
    findings: Iterable[Listed],
    boxes: Mapping[str, str] = MappingProxyType({}),
) -> Figures:
    """The tables of `report`, marked by `findings`, last year's figures beside them.

    `boxes` gives, for a cell that stands on the picture of a page, the id of its box there.
    """
    marks, touched = _by_cell(findings)
    sources = _sources(report, boxes)
    origins = {cell: source.id for cell, source in sources.items()} | dict(boxes)
    printed = [
        _print(table, report, previous, marks, touched, origins) for table in _tables(report)
    ]
    seen = {cell.status for cell in report.cells.values()}
    legend = [(str(STATUS_WORDS[s]), str(STATUS_MEANINGS[s])) for s in STATUS_WORDS if s in seen]
    return Figures(printed, _by_table(sources), legend)


def _tables(report: AnnualReport) -> list[Table]:
    """The edition's tables; a single （六）其他处理 is shown as the one row that the file has."""
    if report.edition is None:
        return list(report.tables.values())
    return [_with_single_other(t, report) for t in FORMS[report.edition].tables.values()]


def _with_single_other(table: Table, report: AnnualReport) -> Table:
    printed = report.tables.get(table.number)
    if printed is None or OTHER_SINGLE not in printed.rows or OTHER_SINGLE in table.rows:
        return table
    kept = [row for row in table.rows if row.group != OTHER_SINGLE.label]
    kept.insert(-2, OTHER_SINGLE)
    return Table(table.number, tuple(kept))


def _by_cell(
    findings: Iterable[Listed],
) -> tuple[dict[str, list[Listed]], dict[str, list[int]]]:
    """Which findings mark a cell, and the numbers of all that touch it, however lightly."""
    marks: dict[str, list[Listed]] = defaultdict(list)
    touched: dict[str, list[int]] = defaultdict(list)
    for finding in findings:
        for cell in finding.cells:
            touched[cell].append(finding.number)
        marked = finding.cells if len(finding.cells) <= WIDELY else finding.cells[:1]
        for cell in marked:
            marks[cell].append(finding)
    return marks, touched


def _print(
    table: Table,
    report: AnnualReport,
    previous: AnnualReport | None,
    marks: dict[str, list[Listed]],
    touched: dict[str, list[int]],
    origins: dict[str, str],
) -> Printed:
    layout = lay_out(table)

    def show(place: Place) -> Shown:
        cell = report.cells.get(place.cell) or Cell(None, Status.ABSENT)
        return Shown(
            place.cell,
            place.across,
            written(cell.value),
            cell.value == 0,
            cell.status,
            str(STATUS_WORDS.get(cell.status, "")),
            cell.unit,
            origins.get(place.cell, ""),
            written(previous.value(place.cell)) if previous else "",
            marks.get(place.cell, []),
            touched.get(place.cell, []),
        )

    body = [
        [show(part) if isinstance(part, Place) else part for part in line] for line in layout.body
    ]
    head = [[part for part in line if isinstance(part, Head)] for line in layout.head]
    is_missing = table.number not in report.tables
    return Printed(table.number, heading(table.number), head, body, is_missing)


def _sources(report: AnnualReport, boxes: Mapping[str, str]) -> dict[str, Source]:
    """Cell id → the source of the row that it stands in. Rows share one source."""
    found: dict[str, Source] = {}
    for table in report.tables.values():
        for row in table.rows:
            found |= _row_sources(report, table, row, boxes)
    return found


def _row_sources(
    report: AnnualReport, table: Table, row: Row, boxes: Mapping[str, str]
) -> dict[str, Source]:
    ids = [table.cell_id(row.id, column.id) for column in row.columns]
    known = [(i, c.provenance) for i in ids if (c := report.cells.get(i)) and c.provenance]
    if not known:
        return {}
    parts = [provenance for _, provenance in known if provenance.raw]
    if all(provenance.place.column is None for provenance in parts):
        parts = parts[:1]  # the file has the row in one piece, and every cell quotes it whole
    raw = " ｜ ".join(provenance.raw for provenance in parts)
    label = f"{row.group} {row.label}".strip()
    box = next((boxes[cell] for cell, _ in known if cell in boxes), "")
    source = Source(f"s-{table.number}-{row.id}", label, place_words(known[0][1].place), raw, box)
    return {cell: source for cell, _ in known}


def _by_table(sources: dict[str, Source]) -> list[tuple[str, list[Source]]]:
    by_table: dict[str, dict[str, Source]] = defaultdict(dict)
    for cell, source in sources.items():
        by_table[cell.split(".", 1)[0]][source.id] = source
    return [
        (heading(int(name.removeprefix("table"))), list(rows.values()))
        for name, rows in by_table.items()
    ]
