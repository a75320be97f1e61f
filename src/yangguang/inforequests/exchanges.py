"""Lists taken out of the system and requests brought in: who, when, how many, on record."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from django.db import transaction
from django.db.models import Q, QuerySet

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.inforequests.models import Direction, Exchange

MOST: Final = 20_000
"""Requests of one list."""


class TooMany(Exception):
    """The list is too long to be taken out at once: `count` requests."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count


def take_out(states: QuerySet[CaseState], people: Standing, filters: str) -> list[int]:
    """The cases (ids) of a list, in its order; that `people` took it is on record.

    Raises TooMany.
    """
    found = list(states.values_list("case_id", "agency_id")[: MOST + 1])
    if len(found) > MOST:
        raise TooMany(states.count())
    put_on_record(Direction.EXPORT, people, (agency for _case, agency in found), filters)
    return [case for case, _agency in found]


def put_on_record(
    direction: Direction, people: Standing, agencies: Iterable[int], filters: str = ""
) -> None:
    """One entry for each agency of the requests that went out or came in."""
    assert people.person is not None
    counted, now = Counter(agencies), moment.now()
    with transaction.atomic():
        for agency, rows in sorted(counted.items()):
            Exchange.objects.create(
                direction=direction,
                person=people.person,
                agency_id=agency,
                rows=rows,
                filters=filters[:200],
                at=now,
            )


def known_to(people: Standing) -> QuerySet[Exchange]:
    """One's own, and all of the agencies where one assigns; the latest first."""
    heads = people.agencies(Capability.ASSIGN)
    found = Exchange.objects.filter(Q(person=people.person) | Q(agency__in=heads))
    return found.select_related("person", "agency")
