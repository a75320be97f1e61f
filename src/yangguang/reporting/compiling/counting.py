"""How many requests a year counts in each row and column, as the ledger was known at a moment.

The database counts: what has stood since the moment by the requests' states, what was entered
otherwise later by the rows that say how it was counted before. Both have the same fields.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet

from yangguang.agencies.models import Agency
from yangguang.casework.models import CaseState, FormerCount
from yangguang.inforequests.events import KIND
from yangguang.law.requests import ApplicantKind
from yangguang.reporting.compiling.facts import Era, Fact, era_in_sql, in_year


class AsKnown(NamedTuple):
    """An agency's requests as they were known at a moment: each in one of the two."""

    standing: QuerySet[CaseState]
    former: QuerySet[FormerCount]

    def filter(self, condition: Q) -> "AsKnown":
        """Those that meet a condition on fields of FormerCount."""
        return AsKnown(self.standing.filter(condition), self.former.filter(condition))

    def annotate(self, **given: Any) -> "AsKnown":
        """With values reckoned of these fields."""
        return AsKnown(self.standing.annotate(**given), self.former.annotate(**given))

    def groups(self, *fields: str) -> Iterator[tuple[Any, ...]]:
        """Each combination of values that there is and, behind them, how many requests have it.

        One that both have comes twice. One statement, so that no entry comes between.
        """
        # Of rows, so that the index alone answers.
        standing, former = (
            one.order_by().values_list(*fields).annotate(count=Count("*")) for one in self
        )
        yield from standing.union(former, all=True)

    def rows(self, *fields: str) -> Iterator[tuple[Any, ...]]:
        """The values of each request, in no order. One statement, however many."""
        standing, former = (one.order_by().values_list(*fields) for one in self)
        yield from standing.union(former, all=True).iterator()

    def cases(self) -> Iterator[int]:
        """The ids of the cases, in no order."""
        return (case for (case,) in self.rows("case_id"))


def as_known(agency: Agency, known_at: datetime) -> AsKnown:
    """The requests of an agency as they were known at a moment."""
    return AsKnown(
        CaseState.objects.filter(agency=agency, kind=KIND, counted_since__lte=known_at),
        FormerCount.objects.filter(
            agency=agency, kind=KIND, known_until__gt=known_at, known_from__lte=known_at
        ),
    )


def uncounted(agency: Agency) -> int:
    """How many requests count nowhere: their states were not derived since the tables changed.

    `casework.rebuilding.complete` was broken off, or nothing can be derived of an altered ledger.
    """
    return CaseState.objects.filter(agency=agency, kind=KIND, counted_since=None).count()


def facts(agency: Agency, year: int, known_at: datetime) -> Counter[Fact]:
    """How many requests there are of each kind that Table 3 tells apart. One query."""
    found: Counter[Fact] = Counter()
    for *counted_by, count in _seen_from(year, as_known(agency, known_at)).groups(*_FACT):
        found[_read(*counted_by)] += count
    return found


def facts_of_cases(agency: Agency, year: int, known_at: datetime) -> Iterator[tuple[int, Fact]]:
    """The same request by request, in no order: its case's id, and what the year heeds of it."""
    for case, *counted_by in _seen_from(year, as_known(agency, known_at)).rows("case_id", *_FACT):
        yield case, _read(*counted_by)


_FACT = ("applicant_kind", "disposition", "received", "ended")


def _seen_from(year: int, requests: AsKnown) -> AsKnown:
    """What the year can count, and in which eras."""
    return requests.filter(in_year(year)).annotate(
        received=era_in_sql("received_on", year), ended=era_in_sql("counted_on", year)
    )


@cache
def _read(applicant: str, disposition: str, received: str, ended: str) -> Fact:
    """As a row of the database has it: there are as many as lines of the form, not as requests."""
    return Fact(ApplicantKind(applicant), disposition, Era(received), Era(ended))
