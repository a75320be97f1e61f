"""How many requests a year counts in each row and column, as the ledger was known at a moment.

What has stood in the projection since the moment is counted by the database; what was entered
otherwise later is folded event by event, by the derivation that projects.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from django.db.models import Count, F, QuerySet, Subquery

from yangguang.agencies.models import Agency
from yangguang.casework import ledger
from yangguang.casework.models import Case, CaseState, Event
from yangguang.inforequests import derivation
from yangguang.inforequests.events import KIND
from yangguang.inforequests.standing import Standing
from yangguang.law.requests import ApplicantKind
from yangguang.reporting.compiling.facts import Era, Fact, era_in_sql, fact, in_year

_CHUNK: Final = 500


class Folded(NamedTuple):
    """A request as it was known: its case's id, and how it stood."""

    case: int
    request: Standing


def of_agency(agency: Agency) -> QuerySet[CaseState]:
    """The requests of an agency as they stand."""
    return CaseState.objects.filter(agency=agency, kind=KIND)


def settled(agency: Agency, known_at: datetime) -> QuerySet[CaseState]:
    """Those of whose counting nothing was entered after a moment: they stand as known then."""
    return of_agency(agency).filter(counted_since__lte=known_at)


def changed_later(agency: Agency, known_at: datetime) -> QuerySet[CaseState]:
    """Those that were there at a moment and of whose counting something was entered later."""
    later = of_agency(agency).filter(counted_since__gt=known_at)
    # Most of what changed later came later, too: it has a higher id than any case of that moment.
    # That is seen in the index of the figures; to look up when each was opened takes far longer.
    last = Case.objects.filter(opened_at__lte=known_at).order_by("-pk").values("pk")[:1]
    later = later.alias(place=F("case_id") + 0).filter(place__lte=Subquery(last))
    return later.filter(case__opened_at__lte=known_at)


def folded(agency: Agency, known_at: datetime) -> Iterator[Folded]:
    """The same, as they were known. In chunks: the same memory however many."""
    # Put in order here: asked for it, a database walks all of an agency's requests to the few.
    yield from fold(sorted(changed_later(agency, known_at).values_list("pk", flat=True)), known_at)


def fold(cases: list[int], known_at: datetime) -> Iterator[Folded]:
    """Requests (their ids, in order) as they were known at a moment."""
    for case, events in ledgers(cases, known_at):
        yield Folded(case, derivation.standing(events))


def ledgers(cases: list[int], known_at: datetime) -> Iterator[tuple[int, list[Event]]]:
    """The events of requests (their ids, in order) that held as known at a moment; never none."""
    for start in range(0, len(cases), _CHUNK):
        chunk = cases[start : start + _CHUNK]
        events = Event.objects.filter(case__in=chunk, recorded_at__lte=known_at)
        events = events.order_by("case_id", "seq")
        for case, entered in groupby(events, key=attrgetter("case_id")):
            known = ledger.known(entered)
            if known:
                yield case, ledger.standing_events(known)


def facts(agency: Agency, year: int, known_at: datetime) -> Counter[Fact]:
    """How many requests there are of each kind that Table 3 tells apart. One query and the fold."""
    found = Counter(_counted_by_the_database(settled(agency, known_at), year))
    for one in folded(agency, known_at):
        if counted := fact(one.request, year):
            found[counted] += 1
    return found


def facts_of_cases(agency: Agency, year: int, known_at: datetime) -> Iterator[tuple[int, Fact]]:
    """The same request by request: the id of its case, and what the year heeds of it.

    In no order, and those that were folded last.
    """
    rows = (
        settled(agency, known_at)
        .filter(in_year(year))
        .annotate(received=era_in_sql("received_on", year), ended=era_in_sql("counted_on", year))
        .values_list("pk", "applicant_kind", "disposition", "received", "ended")
    )
    for pk, *counted_by in rows.iterator():
        yield pk, _read(*counted_by)
    for one in folded(agency, known_at):
        if counted := fact(one.request, year):
            yield one.case, counted


def _counted_by_the_database(states: QuerySet[CaseState], year: int) -> dict[Fact, int]:
    groups = (
        states.filter(in_year(year))
        .annotate(received=era_in_sql("received_on", year), ended=era_in_sql("counted_on", year))
        .values_list("applicant_kind", "disposition", "received", "ended")
        .annotate(count=Count("*"))  # of rows, so that the index alone answers
        .order_by()
    )
    return {_read(*counted_by): count for *counted_by, count in groups}


@cache
def _read(applicant: str, disposition: str, received: str, ended: str) -> Fact:
    """As a row of the database has it: there are as many as lines of the form, not as requests."""
    return Fact(ApplicantKind(applicant), disposition, Era(received), Era(ended))
