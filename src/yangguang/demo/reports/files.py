"""The files of the two years before: reports as an office published them, written as web pages."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from yangguang.agencies.models import Agency
from yangguang.annual_report.form import FORMS, Edition, table3, table4
from yangguang.annual_report.form.sections import SECTIONS
from yangguang.annual_report.report import AnnualReport, Cell, Section, Status
from yangguang.annual_report.writing import write
from yangguang.casework.attachments import Upload
from yangguang.demo.reports.figures import FIGURES, Figures
from yangguang.demo.reports.words import words
from yangguang.law.disputes import DisputeResult, DisputeTrack
from yangguang.law.requests import ApplicantKind, RequestRow
from yangguang.reporting import phrases
from yangguang.reporting.titles import title_of

Column = Mapping[ApplicantKind, Decimal]

_CELL: Final = table3.TABLE_2021.cell_id
_TOTAL: Final = table3.TOTAL.id
_WRONG: Final = ("lutang", 1)
"""Whose report of which year is wrong on purpose, for the check to find."""


def cells_of(slug: str, index: int, forward: Column) -> dict[str, Decimal]:
    """The figures of an agency on the first (0) or the second (1) of the three years.

    `forward`: what it carries forward, so that the next year takes over what the ledger has.
    """
    figures = FIGURES[slug]
    return {
        **figures.table_2(index),
        **_table_3(figures, index, forward),
        **_table_4(figures.upheld[index]),
    }


def file(agency: Agency, year: int, index: int, cells: Mapping[str, Decimal]) -> Upload:
    """The report on that year, the first or the second of the three, as a file."""
    report = _report(agency, year, cells)
    written = words(agency.slug, index)
    filled = {number: phrases.filled(text, report) for number, text in written.items()}
    if (agency.slug, index) == _WRONG:
        report, filled = _wrong(report, filled)
    sections = tuple(
        Section(number, title, filled.get(number, ""), position=number)
        for number, title in SECTIONS.items()
    )
    return Upload(
        f"{agency.name}{year}年报.html", write(replace(report, sections=sections), "html")
    )


def first_forward(slug: str) -> Column:
    """What the first of the three years carries forward: what the second says it took over."""
    return {ApplicantKind.NATURAL_PERSON: Decimal(FIGURES[slug].over[1])}


def _report(agency: Agency, year: int, cells: Mapping[str, Decimal]) -> AnnualReport:
    form = FORMS[Edition.E2021]
    return AnnualReport(
        file="",
        title=title_of(agency, year),
        agency=agency.name,
        year=year,
        edition=form.edition,
        period=(date(year, 1, 1), date(year, 12, 31)),
        tables=form.tables,
        cells={cell: Cell(cells[cell], Status.READ) for cell in form.cell_ids},
    )


def _table_3(figures: Figures, index: int, forward: Column) -> dict[str, Decimal]:
    """By the form's identities: new is what was dealt with and carried forward, less what was."""
    none = Decimal(0)
    by_row: dict[RequestRow, dict[ApplicantKind, Decimal]] = {
        row: dict.fromkeys(ApplicantKind, none) for row in RequestRow
    }
    for row, (persons, companies) in figures.answered[index].items():
        by_row[row][ApplicantKind.NATURAL_PERSON] = Decimal(persons)
        by_row[row][ApplicantKind.BUSINESS] = Decimal(companies)
    by_row[RequestRow.CARRIED_OVER][ApplicantKind.NATURAL_PERSON] = Decimal(figures.over[index])
    by_row[RequestRow.CARRIED_FORWARD] |= forward
    for one in ApplicantKind:
        total = sum((by_row[row][one] for row in table3.LEAVES), none)
        by_row[RequestRow.TOTAL][one] = total
        by_row[RequestRow.NEW][one] = (
            total + by_row[RequestRow.CARRIED_FORWARD][one] - by_row[RequestRow.CARRIED_OVER][one]
        )
    return {
        **{_CELL(row, one): many for row, of in by_row.items() for one, many in of.items()},
        **{_CELL(row, _TOTAL): sum(of.values(), none) for row, of in by_row.items()},
    }


def _table_4(upheld: int) -> dict[str, Decimal]:
    cells = {cell: Decimal(0) for cell in table4.TABLE.cell_ids}
    for column in (DisputeResult.UPHELD, table4.TOTAL.id):
        cells[table4.TABLE.cell_id(DisputeTrack.REVIEW, column)] = Decimal(upheld)
    return cells


def _wrong(report: AnnualReport, written: Mapping[int, str]) -> tuple[AnnualReport, dict[int, str]]:
    """A row that does not add up any more, and a sentence that says other than the table."""
    cell = _CELL(RequestRow.UNABLE_NOT_HELD, _TOTAL)
    value = (report.value(cell) or Decimal(0)) + 1
    cells = {**report.cells, cell: Cell(value, Status.READ)}
    said = report.value(_CELL(RequestRow.NEW, _TOTAL)) or Decimal(0)
    right, wrong = f"新收申请{said}件", f"新收申请{said + 3}件"
    return replace(report, cells=cells), {**written, 1: written[1].replace(right, wrong)}
