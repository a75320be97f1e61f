"""Whose report on a year is not public here, and since when it should be (Art. 49)."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from yangguang.agencies.models import Agency, AgencyKind
from yangguang.reporting.due import due_day
from yangguang.reporting.models import Publication


class Unpublished(NamedTuple):
    """A report that is not public here.

    `due`: the last day by law or local notice, None where none is known; `is_over`: it is past.
    """

    agency: Agency
    year: int
    due: date | None
    is_over: bool


class OfYear(NamedTuple):
    """Whose report on a year is not public here: the first of them, and how many there are."""

    named: list[Unpublished]
    in_all: int


def of_year(year: int, on: date, words: str, most: int) -> OfYear:
    """The agencies that have the duty to report on a year and whose report is not public here.

    `words`: only those with this in their name; `most`: how many are named. Two queries.
    """
    public = Publication.objects.filter(year=year).values("agency")
    found = Agency.objects.exclude(kind=AgencyKind.PUBLIC_ENTERPRISE).exclude(pk__in=public)
    if words:
        found = found.filter(name__contains=words)
    named = [_unpublished(one, year, on) for one in found.select_related("rules")[:most]]
    return OfYear(named, found.count())


def of_agency(agency: Agency, public: Collection[int], on: date) -> list[Unpublished]:
    """The years since its first public one of which nothing is public, the latest first.

    `public`: the years of which something is.
    """
    if not public:
        return []
    years = range(on.year - 1, min(public), -1)
    return [_unpublished(agency, year, on) for year in years if year not in public]


def _unpublished(agency: Agency, year: int, on: date) -> Unpublished:
    due = due_day(agency, year)
    return Unpublished(agency, year, due, due is not None and due < on)
