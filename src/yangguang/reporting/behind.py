"""The cases that a figure counts: as many as it says, filtered to what one may see."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.form import table3
from yangguang.law.disputes import DisputeResult, DisputeTrack
from yangguang.law.requests import RequestRow
from yangguang.reporting import published
from yangguang.reporting.compiling import disputes
from yangguang.reporting.compiling.compiler import form_of, printed_row
from yangguang.reporting.compiling.counting import as_known, facts_of_cases
from yangguang.reporting.compiling.facts import Fact, in_row, rows


class _Place(NamedTuple):
    """The row and the column of a cell; the column is None where it is the total."""

    row: str
    column: str | None


def cases_behind(
    agency: Agency, year: int, cell: str, known_at: datetime, people: Standing
) -> tuple[int, ...]:
    """The ids of the cases that a cell counts as known at a moment, in the order they were opened.

    Nothing where these people see no cases of the agency, or where the cell counts no cases. A
    cell of Table 4 counts disputes: a case with two of a kind is there twice. What was entered by
    hand, and 上年结转 as it was published, may differ from what is found here.
    Raises NotAllowed for a year that has no form.
    """
    form = form_of(year)
    if not people.can(Capability.SEE_CASES, agency.pk):
        return ()
    if cell in form.tables[3].cell_ids:
        return tuple(sorted(_requests(agency, year, _place(cell), known_at)))
    if cell in form.tables[4].cell_ids:
        return tuple(sorted(_contested(agency, year, _place(cell), known_at)))
    return ()


def carried_otherwise(agency: Agency, year: int, known_at: datetime) -> tuple[int, ...]:
    """The cases by which 上年结转 differs from what was published; () where nobody can tell.

    These are carried over now and were not carried forward as the published report knew them, or
    the other way round. Of a report that was not compiled here nobody knows which it counted.
    """
    last = published.latest(agency, year - 1, known_at)
    if last is None or last.version.known_at is None:
        return ()
    row = _Place(RequestRow.CARRIED_FORWARD, None)
    forward = _requests(agency, year - 1, row, last.version.known_at)
    over = _requests(agency, year, _Place(RequestRow.CARRIED_OVER, None), known_at)
    return tuple(sorted(set(forward) ^ set(over)))


def _place(cell: str) -> _Place:
    _, rest = cell.split(".", 1)
    row, column = rest.rsplit(".", 1)
    return _Place(row, None if column == table3.TOTAL.id else column)


def _requests(agency: Agency, year: int, place: _Place, known_at: datetime) -> Iterator[int]:
    """Of a printed row, which can be several of the law's."""
    form = form_of(year)
    for row in RequestRow:
        if printed_row(form, row) == place.row:
            yield from _law_s_row(agency, year, _Place(row, place.column), known_at)


def _law_s_row(agency: Agency, year: int, place: _Place, known_at: datetime) -> Iterator[int]:
    counted = as_known(agency, known_at).filter(in_row(RequestRow(place.row), year))
    if place.column:
        counted = counted.filter(Q(applicant_kind=place.column))
    yield from counted.cases()


def _contested(agency: Agency, year: int, place: _Place, known_at: datetime) -> Iterator[int]:
    track = DisputeTrack(place.row)
    result = DisputeResult(place.column) if place.column else None
    for one in disputes.of_year(agency, year, known_at):
        if one.counted.dispute.track is track and result in (None, one.counted.result):
            yield one.case


def snapshot(agency: Agency, year: int, known_at: datetime) -> dict[str, list[int]]:
    """The cases that every cell of Tables 3 and 4 counts, totals left out: cell → ids in order."""
    form = form_of(year)
    alike = defaultdict[Fact, list[int]](list)
    for case, counted in facts_of_cases(agency, year, known_at):
        alike[counted].append(case)
    found = defaultdict[str, list[int]](list)
    for counted, cases in alike.items():
        for row in rows(counted):
            found[form.tables[3].cell_id(printed_row(form, row), counted.applicant)] += cases
    for one in disputes.of_year(agency, year, known_at):
        track = one.counted.dispute.track
        found[form.tables[4].cell_id(track, one.counted.result)].append(one.case)
    return {cell: sorted(cases) for cell, cases in sorted(found.items())}
