"""Table 4 of a year: the disputes over an agency's requests, as they were known at a moment."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q

from yangguang.agencies.models import Agency
from yangguang.casework.ledger import Entry
from yangguang.inforequests.disputes import KINDS, taken
from yangguang.law.disputes import Counted, Dispute, counted
from yangguang.reporting.compiling.entries import entries
from yangguang.reporting.compiling.facts import first_day, last_day


class Contested(NamedTuple):
    """A dispute that the year counts, and the id of the case that it is over."""

    case: int
    counted: Counted


def of_year(agency: Agency, year: int, known_at: datetime) -> Iterator[Contested]:
    """Every dispute that Table 4 of a year counts, each once, by its result at 31 December."""
    still = Q(contested_until__isnull=True) | Q(contested_until__gte=first_day(year))
    having = still & Q(contested_on__lte=last_day(year))
    for case, events in entries(agency, having, KINDS, known_at):
        for one in counted(_disputes(events), year, known_at):
            yield Contested(case, one)


def _disputes(events: Iterable[Entry]) -> list[Dispute]:
    known: dict[int, Dispute] = {}
    for event in events:
        known = taken(known, event)
    return list(known.values())
