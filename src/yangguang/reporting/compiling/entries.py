"""The entries of some kinds in the ledgers of some requests, as they were known at a moment."""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, NamedTuple

from django.db.models import Q

from yangguang.agencies.models import Agency
from yangguang.casework import ledger
from yangguang.casework.models import Event
from yangguang.inforequests.events import What
from yangguang.reporting.compiling.counting import as_known

_CHUNK: Final = 500


class Entered(NamedTuple):
    """An event as far as it matters here: a whole `Event` takes twice as long to fetch."""

    case_id: int
    seq: int
    kind: str
    occurred_on: date
    recorded_at: datetime
    payload: dict[str, Any]


class Entries(NamedTuple):
    """What holds of a request's ledger: its case's id, and the events in order."""

    case: int
    events: list[Entered]


def entries(
    agency: Agency, having: Q, kinds: Collection[What], known_at: datetime
) -> Iterator[Entries]:
    """Events of `kinds` in requests that meet `having`, on fields of FormerCount, as known then.

    What was registered by mistake has none.
    """
    cases = sorted(as_known(agency, known_at).filter(having).cases())
    for start in range(0, len(cases), _CHUNK):
        events = (
            Event.objects.filter(case__in=cases[start : start + _CHUNK])
            .filter(kind__in=[*kinds, What.VOIDED, ledger.ENTRY_VOIDED], recorded_at__lte=known_at)
            .order_by("case_id", "seq")
            .values_list(*Entered._fields)
        )
        for case, entered in groupby(map(Entered._make, events), key=attrgetter("case_id")):
            holding = ledger.standing_events(entered)
            if holding and not any(one.kind == What.VOIDED for one in holding):
                yield Entries(case, holding)
