"""A year's report put together: the three tables, and what is to be said of their figures."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency, AgencyKind
from yangguang.annual_report.checking import Finding, check
from yangguang.annual_report.checking.rules import OF_TABLES
from yangguang.annual_report.form import FIRST_YEAR, FORMS, Form, edition_for, table3, table4
from yangguang.annual_report.report import AnnualReport, Cell, Status
from yangguang.casework.errors import NotAllowed
from yangguang.law.disputes import DisputeResult, DisputeTrack
from yangguang.law.requests import ApplicantKind, RequestRow
from yangguang.reporting import figures, published
from yangguang.reporting.compiling import disputes, findings
from yangguang.reporting.compiling.carrying import (
    Carry,
    Difference,
    differences,
    published_forward,
)
from yangguang.reporting.compiling.counting import facts, uncounted
from yangguang.reporting.compiling.facts import ENDING, Fact, first_day, last_day, rows
from yangguang.reporting.due import kind_of
from yangguang.reporting.models import EnteredFigure, Publication
from yangguang.reporting.titles import title_of

_TOTAL: Final = table3.TOTAL.id


@dataclass(frozen=True)
class Compiled:
    """A year's report as known at a moment.

    `records` are the figures that requests, disputes and registers give, before anything that was
    entered by hand; `last` is last year's report as published, `carried` the columns in which the
    ledger says otherwise now; `over` are the figures that were entered over the records;
    `uncounted` is how many requests the records should count and do not (`counting.uncounted`).
    """

    report: AnnualReport
    known_at: datetime
    records: Mapping[str, Decimal]
    carry: Carry
    last: Publication | None
    carried: tuple[Difference, ...]
    over: tuple[figures.Over, ...]
    uncounted: int

    @property
    def form(self) -> Form:
        """The form of its year."""
        assert self.report.edition is not None
        return FORMS[self.report.edition]

    @property
    def rests_on(self) -> Mapping[str, Any] | None:
        """Of a government's report the versions that it adds up; None: it adds up none."""
        return None

    @cached_property
    def previous(self) -> AnnualReport | None:
        """Last year's report as published, by the agency's name now."""
        if self.last is None:
            return None
        return published.by_its_name_now(published.as_report(self.last), self.report)

    def is_as_published(self, cell: str) -> bool:
        """Whether a cell of 上年结转 says what was published, and the ledger says otherwise now."""
        if self.carry is Carry.LEDGER or any(one.cell == cell for one in self.over):
            return False
        columns = (_TOTAL, *(one.applicant for one in self.carried)) if self.carried else ()
        row = RequestRow.CARRIED_OVER
        return cell in {table3.TABLE_2021.cell_id(row, column) for column in columns}

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the one rule set finds in the tables, and what compiling itself has to say."""
        own = findings.of_compiling(
            self.report, self.known_at, self.carried, self.over, self.uncounted
        )
        return (*own, *check(self.report, self.previous, OF_TABLES))


def form_of(year: int) -> Form:
    """The form of a year's report. Raises NotAllowed before FIRST_YEAR: there was none."""
    edition = edition_for(year)
    if edition is None:
        raise NotAllowed(
            _("{year} 年没有统一的年报格式，系统只能编制 {first} 年度及以后的年报。").format(
                year=year, first=FIRST_YEAR
            )
        )
    return FORMS[edition]


def compile_report(
    agency: Agency, year: int, known_at: datetime, carry: Carry = Carry.PUBLISHED
) -> Compiled:
    """The report of an agency for a year, from the records as they were known at a moment.

    Of a government only what was asked of it directly: `rolling_up` adds up its report.
    Writes nothing. Raises NotAllowed for a year that has no form.
    """
    form = form_of(year)
    # What a government published adds up others' too: it says nothing of its own ledger.
    is_sum = agency.kind == AgencyKind.GOVERNMENT
    last = None if is_sum else published.latest(agency, year - 1, known_at)
    forward = published_forward(published.as_report(last)) if last else {}
    counted = _table_3(facts(agency, year, known_at))
    own = {one: counted[RequestRow.CARRIED_OVER, one] for one in ApplicantKind}
    if carry is Carry.PUBLISHED:
        taken = {**own, **forward}
        counted.update({(RequestRow.CARRIED_OVER, one): taken[one] for one in taken})
        counted[RequestRow.CARRIED_OVER, _TOTAL] = sum(taken.values(), Decimal(0))
    records = {
        **figures.from_registers(agency, year, known_at, figures.sources()),
        **_cells_3(form, counted),
        **_cells_4(Counter(_places(agency, year, known_at))),
    }
    by_hand = figures.entered(agency, year, known_at)
    return Compiled(
        _report(agency, year, form, records, by_hand),
        known_at,
        records,
        carry,
        last,
        differences(own, forward),
        figures.over_the_records(by_hand, records),
        uncounted(agency),
    )


def _table_3(counted: Mapping[Fact, int]) -> dict[tuple[str, str], Decimal]:
    """Row and column → how many. Every row and every column of the edition of 2021 is there."""
    found: Counter[tuple[str, str]] = Counter()
    for one, many in counted.items():
        for row in rows(one):
            placed = (row, RequestRow.TOTAL) if row in ENDING else (row,)
            for each in placed:
                found[each, one.applicant] += many
                found[each, _TOTAL] += many
    columns = [column.id for column in table3.COLUMNS]
    return {(row, column): Decimal(found[row, column]) for row in RequestRow for column in columns}


def _cells_3(form: Form, counted: Mapping[tuple[str, str], Decimal]) -> dict[str, Decimal]:
    """By cell. Where the edition has （六）其他处理 as one row, it holds all three."""
    table = form.tables[3]
    found = dict.fromkeys(table.cell_ids, Decimal(0))
    for (row, column), many in counted.items():
        found[table.cell_id(printed_row(form, row), column)] += many
    return found


def printed_row(form: Form, row: str) -> str:
    """The row of an edition's Table 3 in which a row of the law is printed."""
    return row if row in form.tables[3].by_id else RequestRow.OTHER_OTHER


def _places(agency: Agency, year: int, known_at: datetime) -> list[tuple[DisputeTrack, str]]:
    return [
        (one.counted.dispute.track, one.counted.result)
        for one in disputes.of_year(agency, year, known_at)
    ]


def _cells_4(counted: Mapping[tuple[str, str], int]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for track in DisputeTrack:
        results = {one: Decimal(counted.get((track, one), 0)) for one in DisputeResult}
        for column, many in results.items():
            found[table4.TABLE.cell_id(track, column)] = many
        found[table4.TABLE.cell_id(track, table4.TOTAL.id)] = sum(results.values(), Decimal(0))
    return found


def _report(
    agency: Agency,
    year: int,
    form: Form,
    records: Mapping[str, Decimal],
    by_hand: Mapping[str, EnteredFigure],
) -> AnnualReport:
    title = title_of(agency, year)
    cells: dict[str, Cell] = {}
    for cell in form.cell_ids:
        if cell in by_hand:
            cells[cell] = Cell(by_hand[cell].value, Status.READ, unit=by_hand[cell].unit)
        elif cell in records:
            cells[cell] = Cell(records[cell], Status.READ)
        else:
            cells[cell] = Cell(None, Status.BLANK)
    return AnnualReport(
        file=_("{title}（由台账编制）").format(title=title),
        title=title,
        agency=agency.name,
        year=year,
        edition=form.edition,
        kind=kind_of(agency),
        period=(first_day(year), last_day(year)),
        tables=form.tables,
        cells=cells,
    )
